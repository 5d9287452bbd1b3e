import { remedyTies } from '../report-form/ties.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { blockName } from './words.ts'

const rule: Rule = {
  code: 'sum.remedies',
  severity: 'error',
  title: '表四合计不符',
  basis: '格式（国办公开办函〔2021〕30号）表四：总计为四种结果之和（I4）',
  applies: '该组五个数都读到时才核对。',
  remedy: '请核对复议、诉讼台账，改正出错的数。',
}

/** I4: in each block of table four the total is the sum of the four results. */
export const remedyTotals: Check = {
  rules: [rule],
  run: ({ report }) =>
    remedyTies(report.tables)
      .filter((tie) => tie.holds === false)
      .map((tie) =>
        raise(rule, {
          what: `表四“${blockName(tie.target.row)}”四种结果相加为${tie.expected}，总计却是${tie.found}`,
          expected: tie.expected,
          found: tie.found,
          at: [{ section: 4, ...tie.target }],
        }),
      ),
}
