import type { Finding, NarrativeFact, RecoveredReport } from '../report-form/model.ts'
import { follows } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { placeWords, sumOf, toldOf } from './told.ts'

const rule: Rule = {
  code: 'carry.claim',
  severity: 'warning',
  title: '与上年相比的说法与上年报告不符',
  basis: '《政府信息公开条例》第五十条：年度报告内容准确（B09）',
  applies: '文中说比上年增减多少，且两年的数都读得到。',
  remedy: '请按两年报告重算增减。',
}

/** B09: year-on-year claims against last year's report. */
export const toldChanges: Check = {
  rules: [rule],
  run({ report, previous }) {
    if (!follows(report, previous)) return []
    const findings: Finding[] = []
    for (const claim of report.narrative) {
      if (
        claim.fact !== 'comparedWithLastYear' ||
        claim.of === undefined ||
        claim.change === undefined ||
        claim.approximate
      )
        continue
      const now = numberOf(report, claim.of, claim)
      const before = numberOf(previous, claim.of, null)
      if (now === null || before === null) continue
      const change =
        claim.unit === '%' ? (before === 0 ? null : ((now - before) / before) * 100) : now - before
      if (change === null) continue
      const slack = claim.unit === '%' ? 10 ** -(String(claim.change).split('.')[1]?.length ?? 0) : 0
      if (Math.abs(change - claim.change) <= slack + 1e-9) continue
      const expected = Number(change.toFixed(2))
      const unit = claim.unit ?? ''
      findings.push(
        raise(rule, {
          what: `${placeWords(claim.at)}说比上年${claim.change >= 0 ? '增加' : '减少'}${Math.abs(claim.change)}${unit}，上年报告为${before}，本年为${now}，应为${expected >= 0 ? '增加' : '减少'}${Math.abs(expected)}${unit}`,
          expected,
          found: claim.change,
          quote: claim.quote,
          at: [claim.at],
        }),
      )
    }
    return findings
  },
}

/** The number of a fact: by the tables where they hold it, else by the text. */
function numberOf(report: RecoveredReport, id: string, beside: NarrativeFact | null): number | null {
  const { t2, t3, t4 } = report.tables
  const counted: Readonly<Record<string, number | null>> = {
    requestsReceived: t3?.newlyReceived.total ?? null,
    requestsHandled: t3?.totalHandled.total ?? null,
    licences: t2?.licences ?? null,
    penalties: t2?.penalties ?? null,
    normativeDocumentsIssued: report.form === '2019' ? null : (t2?.['normativeDocuments.issued'] ?? null),
    reconsideration: t4?.reconsideration.total ?? null,
    litigation: sumOf([t4?.litigationDirect.total ?? null, t4?.litigationAfterReconsideration.total ?? null]),
  }
  const cell = counted[id] ?? null
  if (cell !== null) return cell
  const told = toldOf(report, id).filter((one) => !one.approximate && one.scope !== 'region')
  const values = new Set(told.map((one) => one.value))
  const near = beside === null ? undefined : told.find((one) => one.at.line === beside.at.line)
  const one = near ?? (values.size === 1 ? told[0] : undefined)
  return one === undefined ? null : Number(one.value)
}
