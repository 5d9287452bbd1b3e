import { formerOtherRow } from '../../../law/report-form/form-2019.ts'
import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { type CellValue, t3Columns } from '../../../law/report-form/model.ts'
import { numberOf } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import type { PlacedRow } from './separate-runs.ts'
import type { Token } from './tokens.ts'

/** Fewest rows of two values and their sum that show how the table is printed. */
const telling = 3

/**
 * The totals of a table that prints no zeros (“44 2 1 47”): which columns the other values stand in cannot be told, but the last is the
 * total. Believed only of a table that shows nothing else: every label stands whole beside its values, the last value of every row is
 * the sum of the others, and the totals of all results make the total of 三（七） and balance with what came in and went on.
 * @param printed the number of all values of the table
 * @returns the total of each row that is not whole; empty where the table is printed otherwise
 */
export function totalsWithoutZeros(
  placed: readonly PlacedRow[],
  printed: number,
): ReadonlyMap<PlacedRow, Token> {
  const totals = new Map<PlacedRow, Token>()
  const numbers = placed.map((row) => row.values.map(numberOf))
  const isPrintedSo = placed.every((row, index) => {
    const own = numbers[index] ?? []
    const size = own.length
    if (row.sure !== true || row.columns !== undefined || size < 2 || size > t3Columns.length) return false
    return own.every((value) => value !== null && value > 0) && tiesHold(own, [size])
  })
  if (!isPrintedSo || numbers.flat().length !== printed) return totals
  if (numbers.filter((own) => own.length > 2).length < telling || !totalsBalance(placed)) return totals
  for (const row of placed) {
    const last = row.values.at(-1)
    if (last !== undefined && row.values.length < t3Columns.length) totals.set(row, last)
  }
  return totals
}

function totalsBalance(placed: readonly PlacedRow[]): boolean {
  const totalOf = (name: string): CellValue =>
    numberOf(placed.find((row) => row.row === name)?.values.at(-1)) ?? 0
  const results = [...t3ResultRows, formerOtherRow].reduce((sum, name) => sum + (totalOf(name) ?? 0), 0)
  const [received = 0, before = 0, handled = 0, after = 0] = [
    'newlyReceived',
    'carriedIn',
    'totalHandled',
    'carriedOut',
  ].map((name) => totalOf(name) ?? 0)
  return results > 0 && results === handled && received + before === handled + after
}
