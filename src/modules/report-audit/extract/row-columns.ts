import type { CellValue } from '../../../law/report-form/model.ts'

/** What may be said of the columns of one row. `settled[c]` is undefined where the readings differ. */
export interface ColumnReading {
  /** Index into the row's values for each column; undefined where it cannot be told. */
  readonly from: readonly (number | undefined)[]
  readonly doubtful: boolean
}

/**
 * A row with more values than columns. Every way of leaving out the surplus that keeps the order is tried; a cell that all
 * ways agree on is settled, the others are not. Where the table's other rows all tie (`tied`), ways whose 总计 is not the sum
 * are put aside first. Nothing is computed: every value given is one that is printed.
 */
export function columnsOfLongRow(
  values: readonly CellValue[],
  size: number,
  parts: readonly number[],
  tied: boolean,
): ColumnReading | null {
  if (values.length <= size || values.length > size + 2) return null
  const telling = tied && values.some((value) => value !== null && value !== 0)
  const ways = choose(values.length, size).filter(
    (way) =>
      !telling ||
      tiesHold(
        way.map((index) => values[index] ?? null),
        parts,
      ),
  )
  const first = ways[0]
  if (first === undefined) return null
  const from = first.map((index, column) =>
    ways.every((way) => values[way[column] ?? -1] === values[index]) ? index : undefined,
  )
  return { from, doubtful: true }
}

/** The last value of each part is the sum of the others of that part. Unknown values break nothing. */
export function tiesHold(values: readonly CellValue[], parts: readonly number[]): boolean {
  let start = 0
  for (const size of parts) {
    const part = values.slice(start, start + size)
    start += size
    if (part.some((value) => value === null)) continue
    const total = part.at(-1) ?? 0
    const sum = part.slice(0, -1).reduce<number>((all, value) => all + (value ?? 0), 0)
    if (Math.abs(total - sum) > 1e-9) return false
  }
  return true
}

function choose(count: number, size: number): number[][] {
  if (size === 0) return [[]]
  if (count < size) return []
  const without = choose(count - 1, size)
  const withLast = choose(count - 1, size - 1).map((way) => [...way, count - 1])
  return [...without, ...withLast]
}
