import type { Db } from '../../../../platform/context.ts'
import { agencyById, namesOfPeople } from '../../../agencies/index.ts'
import type { PublishedReport } from '../../queries/published-reports.ts'
import { saidOfFindings } from '../../queries/said-of-findings.ts'
import { withCorrections } from '../../rules/corrections.ts'
import type { Check } from '../../store/checks.ts'
import { correctionsOf } from '../../store/corrections.ts'
import type { ShownCorrection } from './correction-panel.tsx'
import type { Judged } from './judged-page.tsx'

/** Everything a page about a judged report shows. @param own the office that looks; `mayDecide` when the report is within its reach */
async function judged(
  db: Db,
  own: string,
  mayDecide: boolean,
  facts: Omit<Judged, 'said' | 'corrections'>,
): Promise<Judged> {
  const of = mayDecide ? facts.of : null
  if (!of) return { ...facts, of, said: new Map(), corrections: [] }
  const { agencyId, year } = of
  return {
    ...facts,
    of,
    said: await saidOfFindings(db, own, agencyId, year, facts.findings),
    corrections: await shownCorrections(db, agencyId, year, facts),
  }
}

async function shownCorrections(
  db: Db,
  agencyId: string,
  year: number,
  { digest, recovered }: Pick<Judged, 'digest' | 'recovered'>,
): Promise<readonly ShownCorrection[]> {
  const corrections = await correctionsOf(db, agencyId, year, digest)
  const names = await namesOfPeople(
    db,
    corrections.map(({ decidedBy }) => decidedBy),
  )
  const { applied } = withCorrections(recovered, corrections)
  return corrections.map((one) => ({
    ...one,
    by: names.get(one.decidedBy) ?? '同事',
    isApplied: applied.includes(one),
  }))
}

/** A check as staff work on it. */
export async function judgedCheck(
  db: Db,
  own: string,
  reach: ReadonlySet<string>,
  base: string,
  check: Check & { readonly recovered: NonNullable<Check['recovered']> },
): Promise<Judged> {
  const { reportOf, reportYear, recovered } = check
  const title = recovered.agency
    ? `${recovered.agency}${recovered.year === null ? '' : `${recovered.year}年度`}`
    : check.fileName
  return judged(db, own, reportOf !== null && reach.has(reportOf), {
    base,
    title,
    fileName: check.fileName,
    digest: check.digest,
    recovered,
    findings: check.findings,
    beside: check.beside,
    of: reportOf === null || reportYear === null ? null : { agencyId: reportOf, year: reportYear },
  })
}

/** A published report as staff work on it. */
export async function judgedReport(
  db: Db,
  own: string,
  base: string,
  report: PublishedReport,
): Promise<Judged> {
  const agency = await agencyById(db, report.agencyId)
  return judged(db, own, true, {
    base,
    title: `${agency?.name ?? ''}${report.year}年度`,
    fileName: report.fileName,
    digest: report.digest,
    recovered: report.recovered,
    findings: report.findings,
    beside: report.beside,
    of: { agencyId: report.agencyId, year: report.year },
  })
}
