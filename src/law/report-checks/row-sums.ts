import { rowTies } from '../report-form/ties.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { suspectCell } from './suspect.ts'
import { rowName } from './words.ts'

const rule: Rule = {
  code: 'sum.row',
  severity: 'error',
  title: '表三横向合计不符',
  basis: '格式（国办公开办函〔2021〕30号）表三：总计栏为六类申请人之和（I1）',
  applies: '该行七个数都读到时才核对；缺一个数就不说。',
  remedy: '请按登记台账逐类核对这一行，改正出错的数。',
}

/** I1: in every row of table three the total is the sum of the six kinds of applicant. */
export const rowSums: Check = {
  rules: [rule],
  run: ({ report }) =>
    rowTies(report.tables, report.former?.otherHandled ?? null)
      .filter((tie) => tie.holds === false)
      .map((tie) => {
        const suspect = suspectCell(report, tie)
        return raise(rule, {
          what: `表三“${rowName(tie.target.row)}”一行，六类申请人相加为${tie.expected}，总计栏却是${tie.found}${suspect.words}`,
          expected: tie.expected,
          found: tie.found,
          at: [{ section: 3, ...tie.target }, ...suspect.at],
        })
      }),
}
