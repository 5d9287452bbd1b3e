import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'
import type { Db } from '../../../platform/context.ts'
import { storable } from './storable.ts'
import type { Beside } from './tables.ts'

/** Writes a new judgement of a stored edition: its findings, and its reading when that was done anew. */
export async function writeJudgement(
  db: Db,
  key: { readonly agencyId: string; readonly year: number; readonly edition: number },
  judgement: {
    readonly findings: readonly Finding[]
    readonly recovered?: RecoveredReport
    readonly beside: Beside
    readonly rulesVersion: string
    readonly judgedAt: Date
  },
): Promise<void> {
  await db
    .updateTable('audit_reports')
    .set({
      findings: storable(judgement.findings),
      recovered: judgement.recovered && storable(judgement.recovered),
      beside: storable(judgement.beside),
      rules_version: judgement.rulesVersion,
      beside_is_stale: false,
      judged_at: judgement.judgedAt,
    })
    .where('agency_id', '=', key.agencyId)
    .where('year', '=', key.year)
    .where('edition', '=', key.edition)
    .execute()
}

/** Marks the standing reports of these agencies and year: one of their sisters' reports has changed. */
export async function markBesideStale(db: Db, agencyIds: readonly string[], year: number): Promise<void> {
  if (agencyIds.length === 0) return
  await db
    .updateTable('audit_reports')
    .set({ beside_is_stale: true })
    .where('agency_id', 'in', [...agencyIds])
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Standing reports that a sister's later report may have changed; the oldest judgement first. */
export async function besideStale(
  db: Db,
  limit: number,
): Promise<readonly { readonly agencyId: string; readonly year: number }[]> {
  return db
    .selectFrom('audit_reports')
    .select(['agency_id as agencyId', 'year'])
    .where('beside_is_stale', '=', true)
    .where('superseded_at', 'is', null)
    .orderBy('judged_at')
    .limit(limit)
    .execute()
}

/** Standing reports that were judged by other rules than these, or never beside others; the oldest judgement first. */
export async function judgedByOtherRules(
  db: Db,
  rulesVersion: string,
  limit: number,
): Promise<readonly { readonly agencyId: string; readonly year: number }[]> {
  return db
    .selectFrom('audit_reports')
    .select(['agency_id as agencyId', 'year'])
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('rules_version', '!=', rulesVersion), eb('beside', 'is', null)]))
    .orderBy('judged_at')
    .limit(limit)
    .execute()
}

/** Checks of an agency's report of a year made of these bytes. */
export async function checksOfBytes(
  db: Db,
  agencyId: string,
  year: number,
  digest: string,
): Promise<readonly { readonly agencyId: string; readonly batchId: string; readonly number: number }[]> {
  return db
    .selectFrom('audit_checks')
    .select(['agency_id as agencyId', 'batch_id as batchId', 'number'])
    .where('report_of', '=', agencyId)
    .where('report_year', '=', year)
    .where('digest', '=', digest)
    .where('state', '=', 'done')
    .execute()
}
