import type { Finding } from '../../../law/report-form/model.ts'
import type { Db } from '../../../platform/context.ts'
import { findingKeys } from '../rules/finding-key.ts'

/** How far an office is with the findings of one report. */
export interface TriageCount {
  readonly open: number
  readonly confirmed: number
  readonly dismissed: number
}

/** For each agency's standing report of a year: what this office has said of its findings. Findings that are gone do not count. */
export async function triageOfYear(
  db: Db,
  year: number,
  agencyIds: readonly string[],
  byAgencyId: string,
): Promise<ReadonlyMap<string, TriageCount>> {
  if (agencyIds.length === 0) return new Map()
  const reports = await db
    .selectFrom('audit_reports')
    .select(['agency_id as agencyId', 'findings'])
    .where('year', '=', year)
    .where('agency_id', 'in', [...agencyIds])
    .where('superseded_at', 'is', null)
    .execute()
  const said = await db
    .selectFrom('audit_triage')
    .select(['agency_id as agencyId', 'finding_key as key', 'verdict'])
    .where('year', '=', year)
    .where('by_agency_id', '=', byAgencyId)
    .execute()
  return new Map(
    reports.map(({ agencyId, findings }) => [
      agencyId,
      countsOf(
        findings,
        said.filter((one) => one.agencyId === agencyId),
      ),
    ]),
  )
}

function countsOf(
  findings: readonly Finding[],
  said: readonly { readonly key: string; readonly verdict: string }[],
): TriageCount {
  const verdicts = new Map(said.map(({ key, verdict }) => [key, verdict]))
  const now = findingKeys(findings).map((key) => verdicts.get(key) ?? 'open')
  const count = (verdict: string) => now.filter((one) => one === verdict).length
  return { open: count('open'), confirmed: count('confirmed'), dismissed: count('dismissed') }
}
