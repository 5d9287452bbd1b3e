import type { RecoveredReport } from '../../../law/report-form/model.ts'
import type { Context } from '../../../platform/context.ts'
import { everyAgency } from '../../agencies/index.ts'
import { judgePool } from '../judge-pool.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { withCorrections } from '../rules/corrections.ts'
import { sistersOf } from '../rules/sisters.ts'
import { correctionsOf } from '../store/corrections.ts'
import { changeCheck, checkOf, reportsBeside } from '../store/checks.ts'
import type { BesideReport } from '../store/tables.ts'
import type { CheckMessage } from './queues.ts'

/** Sisters a report is laid beside at most: enough for every rule, and a minute's work for sixty reports. */
const mostSisters = 60

/** Reports a judgement may look at, with where each came from. */
export interface Neighbours {
  readonly previous: { readonly report: RecoveredReport; readonly from: BesideReport['from'] } | null
  readonly sisters: readonly { readonly report: RecoveredReport; readonly from: BesideReport['from'] }[]
}

/**
 * Looks at a read report once more, beside last year's of the same agency and its sisters' of the same year: those handed in
 * together first, else the published ones.
 */
export async function compareCheck(context: Context, message: CheckMessage): Promise<void> {
  const { owner, batchId, number } = message
  const check = await checkOf(context.db, owner, batchId, number)
  if (!check?.recovered || check.state !== 'done') return
  const together = await reportsBeside(context.db, owner, batchId, number)
  const neighbours = await neighboursOf(context, check.recovered, check.reportOf, together)
  const findings = await judgePool().judgeAgain(check.recovered, {
    ...(neighbours.previous ? { previous: neighbours.previous.report } : {}),
    sisters: sistersToSend(neighbours),
  })
  await changeCheck(context.db, { agencyId: owner, batchId }, number, {
    findings,
    beside: besideOf(neighbours),
  })
}

/** Last year's report and the sisters' for a report. */
export async function neighboursOf(
  { db }: Pick<Context, 'db'>,
  report: RecoveredReport,
  reportOf: string | null,
  together: readonly RecoveredReport[] = [],
): Promise<Neighbours> {
  const { agency, year } = report
  if (year === null || (agency === null && reportOf === null)) return { previous: null, sisters: [] }
  const stored = (found: RecoveredReport) => ({ report: found, from: 'store' as const })
  const given = (found: RecoveredReport) => ({ report: found, from: 'batch' as const })
  const before = together.find(
    (other) => agency !== null && other.agency === agency && other.year === year - 1,
  )
  const kept = before || reportOf === null ? undefined : await correctedReport(db, reportOf, year - 1)
  const sisters: Neighbours['sisters'][number][] = together
    .filter((other) => other.year === year && other.agency !== null && other.agency !== agency)
    .map(given)
  if (reportOf !== null) {
    const agencies = await everyAgency(db)
    const self = agencies.find(({ agencyId }) => agencyId === reportOf)
    const names = new Set(sisters.map((sister) => sister.report.agency))
    for (const sister of self ? sistersOf(self, agencies) : []) {
      if (sisters.length >= mostSisters || names.has(sister.name)) continue
      const found = await correctedReport(db, sister.agencyId, year)
      if (found) sisters.push(stored({ ...found.recovered, agency: found.recovered.agency ?? sister.name }))
    }
  }
  return {
    previous: before ? given(before) : kept ? stored(kept.recovered) : null,
    sisters: sisters.slice(0, mostSisters),
  }
}

/** The published report with the readings people corrected. */
async function correctedReport(db: Context['db'], agencyId: string, year: number) {
  const stands = await publishedReport(db, agencyId, year)
  if (!stands) return undefined
  const corrections = await correctionsOf(db, agencyId, year, stands.digest)
  const { report } = withCorrections(
    stands.recovered,
    corrections.filter(({ inForce }) => inForce),
  )
  return { ...stands, recovered: report }
}

/** The sisters as the judging process gets them: without their cell readings, three quarters of a report that no rule looks at. */
export function sistersToSend({ sisters }: Neighbours): readonly RecoveredReport[] {
  return sisters.map(({ report }) => ({ ...report, cells: [] }))
}

/** What a judgement writes down of its neighbours, to be told with it. */
export function besideOf({ previous, sisters }: Neighbours) {
  const told = ({ report, from }: Neighbours['sisters'][number]): BesideReport => ({
    agency: report.agency ?? '',
    year: report.year ?? 0,
    from,
  })
  return { previous: previous && told(previous), sisters: sisters.map(told) }
}
