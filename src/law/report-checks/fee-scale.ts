import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { agencyKind } from './words.ts'

const rule: Rule = {
  code: 'cell.feeUnit',
  severity: 'warning',
  title: '收费金额像是把元填进了万元栏',
  basis: '格式（国办公开办函〔2021〕30号）表二：行政事业性收费单位为万元（A10）',
  applies: '部门和乡镇大于10000的整数，或与上年相差约一万倍时；政府汇总报告不看大小。',
  remedy: '请核对单位：本栏以万元计，380.16表示3801600元。',
}
const implausible = 10_000

/** A10: yuan typed into a cell that counts ten thousands of yuan. */
export const feeScale: Check = {
  rules: [rule],
  run({ report, previous }) {
    const fee = report.tables.t2?.feesWan ?? null
    if (fee === null || fee <= 0 || report.form === '2019') return []
    const kind = agencyKind(report.agency)
    const before = previous?.tables.t2?.feesWan ?? null
    const ratio = before === null || before <= 0 ? null : fee / before
    const jumps = ratio !== null && ratio > 3000 && ratio < 30_000
    const large = (!kind.government || kind.township) && Number.isInteger(fee) && fee > implausible
    if (!jumps && !large) return []
    return [
      raise(rule, {
        what: `表二行政事业性收费填了${fee}（万元），合${Number((fee / implausible).toPrecision(4))}亿元${jumps ? `，上年为${before}万元` : ''}，明显偏大`,
        verdict: 'doubtful',
        found: fee,
        at: [{ section: 2, table: 't2', row: 'feesWan' }],
      }),
    ]
  },
}
