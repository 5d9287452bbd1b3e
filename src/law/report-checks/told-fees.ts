import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellAt, comparable, placeWords, saidAs, sumOf, toldOf } from './told.ts'
import { shortened } from './told-table.ts'

const basis = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条、第八条'
const unpaid: Rule = {
  code: 'text.processingFeeCases',
  severity: 'error',
  title: '信息处理费通知与表三不符',
  basis: `${basis}（A14、B04）`,
  applies: '表三“逾期未缴费”大于0，而文中说没有发出收费通知。',
  remedy: '逾期未缴费以发过收费通知为前提，请核对后改正其中一处。',
}
const amount: Rule = {
  code: 'text.processingFeeYuan',
  severity: 'error',
  title: '信息处理费金额与表二不符',
  basis: `${basis}（A15、B04）`,
  applies: '文中实收的信息处理费多于表二行政事业性收费总额。',
  remedy: '信息处理费属于行政事业性收费，应包含在表二金额内，请核对单位和数额。',
}
const tooFew: Rule = {
  code: 'text.processingFeeScale',
  severity: 'warning',
  title: '全年申请不足以产生按件收费',
  basis: `${basis}；同一申请人一个自然月内10件以下不收（A16）`,
  applies: '收了信息处理费，但全年新收不超过10件，且文中没有说按量收费。',
  remedy: '请核对是否误收，或在第六部分写明按量计收。',
}
const wan = 10_000

/** A14 to A16, B04: the processing fee of section six against tables two and three. */
export const toldFees: Check = {
  rules: [unpaid, amount, tooFew],
  run({ report }) {
    const findings = []
    const t3 = report.tables.t3
    const lapsed = t3?.otherFeeUnpaid.total ?? null
    const none = toldOf(report, 'processingFeeCases').find((one) => one.value === 0)
    if (lapsed !== null && lapsed > 0 && none !== undefined)
      findings.push(
        raise(unpaid, {
          what: `文中（${placeWords(none.at)}“${shortened(none.quote)}”）说没有发出收费通知，表三却有${lapsed}件逾期未按通知缴费`,
          expected: lapsed,
          found: 0,
          quote: none.quote,
          at: [none.at, cellAt('t3', 'otherFeeUnpaid', 'total')],
        }),
      )
    const fee = toldOf(report, 'processingFeeYuan').find(
      (one) => Number(one.value) > 0 && comparable(report, one),
    )
    if (fee === undefined) return findings
    const collected = report.form === '2019' ? null : (report.tables.t2?.feesWan ?? null)
    // Two decimals of 万元 hide up to 100 yuan.
    const apart = /(?:未|不)(?:计|列|纳)入.{0,12}收费|代收|另行统计/.test(report.text)
    if (collected !== null && !apart && Number(fee.value) > collected * wan + 100)
      findings.push(
        raise(amount, {
          what: `文中（${placeWords(fee.at)}）说收取信息处理费${saidAs(fee)}元，表二行政事业性收费却只有${collected}万元`,
          expected: Number((Number(fee.value) / wan).toPrecision(6)),
          found: collected,
          quote: fee.quote,
          at: [fee.at, cellAt('t2', 'feesWan')],
        }),
      )
    const intake = sumOf([t3?.newlyReceived.total ?? null, t3?.carriedIn.total ?? null])
    const byPage = /按量|按页|页/.test(fee.quote) || /按量(?:计|收)/.test(report.text)
    if (intake !== null && intake <= 10 && !byPage)
      findings.push(
        raise(tooFew, {
          what: `文中说收取信息处理费${saidAs(fee)}元，而全年只有${intake}件申请，任何申请人都不会超过每月10件`,
          verdict: 'doubtful',
          found: Number(fee.value),
          quote: fee.quote,
          at: [fee.at, cellAt('t3', 'newlyReceived', 'total')],
        }),
      )
    return findings
  },
}
