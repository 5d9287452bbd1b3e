import { countTies } from '../report-form/ties.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellName } from './words.ts'

const negative: Rule = {
  code: 'cell.negative',
  severity: 'error',
  title: '件数为负',
  basis: '格式（国办公开办函〔2021〕30号）：各栏填不小于0的数（I5）',
  applies: '任何一格小于0。',
  remedy: '请改为实际件数。',
}
const fraction: Rule = {
  code: 'cell.fraction',
  severity: 'error',
  title: '件数不是整数',
  basis: '格式（国办公开办函〔2021〕30号）：除收费金额外各栏填整数件数（I5）',
  applies: '除表二行政事业性收费外，任何一格带小数。',
  remedy: '请改为整数件数；金额只填在收费一栏。',
}

/** I5: every count is a whole number of at least 0; only the fee in table two may have decimals. */
export const counts: Check = {
  rules: [negative, fraction],
  run: ({ report }) =>
    countTies(report.tables).map((tie) => {
      const section = { t2: 2, t3: 3, t4: 4 }[tie.target.table]
      const rule = (tie.found ?? 0) < 0 ? negative : fraction
      return raise(rule, {
        what: `${cellName(tie.target.table, tie.target.row, tie.target.column)}填的是${tie.found}`,
        found: tie.found,
        at: [{ section, ...tie.target }],
      })
    }),
}
