import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { type CellValue, t3Columns, t3Rows } from '../../../law/report-form/model.ts'
import { numberOf } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import type { Token } from './tokens.ts'

const width = t3Columns.length
const height = t3Rows.length

/** All 175 values by row and column, as the order of print gives them. */
export type OrderReading = readonly (readonly Token[])[]

/** Orders in which copies were seen to give the cells of table three: index into the values for row and column. */
const orders: readonly ((row: number, column: number) => number)[] = [
  // Row after row.
  (row, column) => row * width + column,
  // Column after column.
  (row, column) => column * height + row,
  // The first column beside the labels, then the other six row after row.
  (row, column) => (column === 0 ? row : height + row * (width - 1) + column - 1),
  // Six columns row after row, then the totals.
  (row, column) => (column === width - 1 ? height * (width - 1) + row : row * (width - 1) + column),
  // The first two columns one after the other, then the other five row after row.
  (row, column) => (column < 2 ? column * height + row : 2 * height + row * (width - 2) + column - 2),
]

/**
 * Table three by order alone, for copies whose labels went astray. Believed only when there are exactly 175 values and one
 * way of ordering them makes nearly all rows and most columns add up, and no other way does; a year without a single
 * request reads the same in every order. The reading only says where each printed number belongs; no number is made.
 */
export function readByOrder(values: readonly Token[]): OrderReading | null {
  if (values.length !== width * height || values.some((token) => numberOf(token) === null)) return null
  const readings = orders.map((order) =>
    t3Rows.map((_, row) => t3Columns.map((_, column) => values[order(row, column)] as Token)),
  )
  if (values.every((token) => numberOf(token) === 0)) return readings[0] ?? null
  const scored = readings
    .map((reading) => ({ reading, numbers: reading.map((line) => line.map(numberOf)) }))
    .filter(({ numbers }) => rowShare(numbers) >= 0.85 && columnShare(numbers) >= 5 / 7)
  const [only, ...others] = scored
  if (only === undefined) return null
  const same = others.every(({ numbers }) =>
    numbers.every((line, row) => line.every((value, column) => value === only.numbers[row]?.[column])),
  )
  return same ? only.reading : null
}

/** Of the rows that are not all zero, the share whose 总计 is the sum. */
function rowShare(numbers: readonly (readonly CellValue[])[]): number {
  const telling = numbers.filter((line) => line.some((value) => value !== 0))
  return telling.filter((line) => tiesHold(line, [width])).length / Math.max(1, telling.length)
}

/** Share of the columns in which the 21 results add up to 三（七）. */
function columnShare(numbers: readonly (readonly CellValue[])[]): number {
  const total = t3Rows.indexOf('totalHandled')
  const results = t3ResultRows.map((row) => t3Rows.indexOf(row))
  const holding = t3Columns.filter((_, column) => {
    const sum = results.reduce((all, row) => all + (numbers[row]?.[column] ?? 0), 0)
    return sum === numbers[total]?.[column]
  })
  return holding.length / t3Columns.length
}
