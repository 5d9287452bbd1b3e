import type { Finding } from '../../../law/report-form/model.ts'
import type { Db } from '../../../platform/context.ts'
import { agencyById, namesOfPeople } from '../../agencies/index.ts'
import { findingKeys } from '../rules/finding-key.ts'
import type { TriageVerdict } from '../store/tables.ts'
import { triageOf } from '../store/triage.ts'

/** What was said of one finding. */
export interface SaidOfFinding {
  readonly key: string
  /** What one has seen of it: sent along with the next decision. */
  readonly revision: number
  /** This office's say; null when nobody said anything or it was taken back. */
  readonly own: { readonly verdict: TriageVerdict; readonly reason: string; readonly by: string } | null
  readonly others: readonly {
    readonly office: string
    readonly verdict: TriageVerdict
    readonly reason: string
    readonly by: string
  }[]
}

/**
 * What people said of each finding of an agency's report of a year, by finding.
 * @param own the office that looks
 */
export async function saidOfFindings(
  db: Db,
  own: string,
  agencyId: string,
  year: number,
  findings: readonly Finding[],
): Promise<ReadonlyMap<Finding, SaidOfFinding>> {
  const entries = await triageOf(db, agencyId, year)
  const names = await namesOfPeople(
    db,
    entries.map(({ decidedBy }) => decidedBy),
  )
  const offices = new Map<string, string>()
  for (const id of new Set(entries.map(({ byAgencyId }) => byAgencyId)))
    offices.set(id, (await agencyById(db, id))?.shortName ?? '')
  const keys = findingKeys(findings)
  return new Map(
    findings.map((finding, at) => {
      const key = keys[at]!
      const said = entries.filter((entry) => entry.findingKey === key)
      const mine = said.find(({ byAgencyId }) => byAgencyId === own)
      return [
        finding,
        {
          key,
          revision: mine?.revision ?? 0,
          own:
            mine && mine.verdict !== 'open'
              ? { verdict: mine.verdict, reason: mine.reason, by: names.get(mine.decidedBy) ?? '同事' }
              : null,
          others: said.flatMap(({ byAgencyId, verdict, reason, decidedBy }) =>
            byAgencyId === own || verdict === 'open'
              ? []
              : [
                  {
                    office: offices.get(byAgencyId) ?? '',
                    verdict,
                    reason,
                    by: names.get(decidedBy) ?? '',
                  },
                ],
          ),
        },
      ]
    }),
  )
}
