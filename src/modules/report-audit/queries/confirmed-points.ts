import type { Db } from '../../../platform/context.ts'
import { placeInWords } from '../pages/numbered-findings.ts'
import { findingKeys } from '../rules/finding-key.ts'
import type { RectificationPoint } from '../store/tables.ts'
import { triageOf } from '../store/triage.ts'
import type { PublishedReport } from './published-reports.ts'

/** The findings of a report that an office has confirmed, as points of a letter. */
export async function confirmedPoints(
  db: Db,
  byAgencyId: string,
  report: Pick<PublishedReport, 'agencyId' | 'year' | 'findings'>,
): Promise<readonly RectificationPoint[]> {
  const said = new Map(
    (await triageOf(db, report.agencyId, report.year))
      .filter((entry) => entry.byAgencyId === byAgencyId)
      .map((entry) => [entry.findingKey, entry.verdict]),
  )
  const keys = findingKeys(report.findings)
  return report.findings.flatMap((finding, at) => {
    const key = keys[at]!
    if (said.get(key) !== 'confirmed') return []
    const place = [...new Set(finding.at.map(placeInWords))].slice(0, 6).join('、') || '全文'
    return [{ key, message: finding.message, place, basis: finding.basis }]
  })
}
