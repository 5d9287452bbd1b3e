import { t3ResultRows } from '../report-form/form-2021.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellAt } from './told.ts'

const rule: Rule = {
  code: 'sum.partsMissing',
  severity: 'error',
  title: '表三只有办理总计，没有各项结果',
  basis: '格式（国办公开办函〔2021〕30号）表三：各行填数，没有的填0（A21）',
  applies: '表三“（七）总计”大于0而二十一项结果全空，或各项结果有数而总计是空的；整张表没读到的不说。',
  remedy: '请补填，使总计等于各项结果之和。',
}

/** A21: a total without its parts, or parts without their total. */
export const partsMissing: Check = {
  rules: [rule],
  run({ report }) {
    const t3 = report.tables.t3
    if (t3 === null || t3.newlyReceived.total === null) return []
    const total = t3.totalHandled.total
    const other = report.former?.otherHandled
    const parts = other
      ? [...t3ResultRows.filter((row) => !row.startsWith('other')).map((row) => t3[row].total), other.total]
      : t3ResultRows.map((row) => t3[row].total)
    const printed = (row: string) => report.cells.some((cell) => cell.table === 't3' && cell.row === row)
    const at = [cellAt('t3', 'totalHandled', 'total')]
    if (total !== null && total > 0 && parts.every((part) => part === null))
      return [raise(rule, { what: `表三（七）总计为${total}，而各项办理结果都是空的`, found: total, at })]
    const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
    if (total === null && sum > 0 && parts.every((part) => part !== null) && printed('totalHandled'))
      return [raise(rule, { what: `表三各项办理结果相加为${sum}，而（七）总计是空的`, expected: sum, at })]
    return []
  },
}
