import type { Context } from '../../../platform/context.ts'
import { sql } from 'kysely'
import { anewQueue } from '../checks/queues.ts'
import { tellSisters } from '../checks/tell-sisters.ts'
import { storable, storableText } from '../store/storable.ts'
import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'

export interface ReportToImport {
  readonly agencyId: string
  readonly year: number
  readonly fileName: string
  readonly format: string
  readonly bytes: Uint8Array
  readonly recovered: RecoveredReport
  readonly findings: readonly Finding[]
  readonly rulesVersion: string
}

/**
 * Keeps a published report with its reading and judgement (条例第四十九条). The same bytes twice change nothing; other bytes
 * for the same agency and year become a new edition, the earlier one stays.
 * @returns the edition that stands now, and whether anything changed
 */
export async function importReport(
  context: Context,
  report: ReportToImport,
): Promise<{ readonly edition: number; readonly changed: boolean }> {
  const { agencyId, year } = report
  const digest = await context.files.put(report.bytes)
  // One import of an agency at a time: two at once would both become the same edition.
  await sql`select pg_advisory_xact_lock(hashtext(${`import-report ${agencyId} ${year}`}))`.execute(
    context.db,
  )
  const last = await context.db
    .selectFrom('audit_reports')
    .select(['edition', 'digest'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('edition', 'desc')
    .executeTakeFirst()
  if (last?.digest === digest) return { edition: last.edition, changed: false }
  const edition = (last?.edition ?? 0) + 1
  await context.db
    .updateTable('audit_reports')
    .set({ superseded_at: context.now })
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
  await context.db
    .insertInto('audit_reports')
    .values({
      agency_id: agencyId,
      year,
      edition,
      file_name: storableText(report.fileName),
      digest,
      format: report.format,
      recovered: storable(report.recovered),
      findings: storable(report.findings),
      rules_version: report.rulesVersion,
      beside: null,
      judged_at: context.now,
      superseded_at: null,
    })
    .execute()
  // This report, and next year's that follows on it, are laid beside each other and beside their sisters.
  for (const each of [year, year + 1])
    await context.send({
      queue: anewQueue,
      key: `${agencyId} ${each} after ${year} ${edition}`,
      payload: { agencyId, year: each },
    })
  await tellSisters(context, { agencyId, year })
  await context.journal({
    verb: 'import-report',
    subject: { kind: 'annualReport', id: `${agencyId}/${year}` },
    agencyId,
    basis: '条例第四十九条',
    detail: { year, edition, digest, findings: report.findings.length },
  })
  return { edition, changed: true }
}
