import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { isWholeReport, textOf } from './passages.ts'

const rule: Rule = {
  code: 'structure.missingFeeStatement',
  severity: 'warning',
  title: '第六部分没有写信息处理费',
  basis:
    '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；格式（国办公开办函〔2021〕30号）第六部分（C03）',
  applies: '报告年度2021年起，第六部分没有提到收费；写在别的部分的，降为提示。',
  remedy: '请在第六部分写明发出收费通知的件数、总金额和实际收取的金额，没有收取的也写明。',
}
const named = /信息处理费|信息公开费|收费|收取|费用/

/** C03: section six says how much processing fee was charged, also when none was. */
export const feeStatement: Check = {
  rules: [rule],
  run({ report }) {
    const six = report.sections.find((section) => section.number === 6)
    if (report.year === null || report.year < 2021 || six === undefined || !isWholeReport(report)) return []
    if (named.test(textOf(report, 6, 7))) return []
    const elsewhere = report.narrative.find(
      (one) => one.fact === 'processingFeeYuan' || one.fact === 'processingFeeCases',
    )
    return [
      raise(rule, {
        what:
          elsewhere === undefined
            ? '第六部分没有报告信息处理费收取情况'
            : '信息处理费写在了别的部分，第六部分没有',
        ...(elsewhere === undefined ? {} : { severity: 'notice' as const }),
        quote: textOf(report, 6).slice(0, 60),
        at: [{ ...six.at, section: 6 }, ...(elsewhere === undefined ? [] : [elsewhere.at])],
      }),
    ]
  },
}
