import { type T3Column, t3Columns } from '../../../law/report-form/model.ts'
import { numberOf } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import type { PlacedRow } from './separate-runs.ts'

const width = t3Columns.length

/** What the number of values in a row means in this document. */
export type Layout =
  | { readonly kind: 'whole' }
  | { readonly kind: 'surplus'; readonly drop: number }
  | { readonly kind: 'some'; readonly columns: readonly (T3Column | null)[] }

/** `printed` is the number of all values of the region: one value a row means totals only when there are no others. */
export function layoutOf(
  placed: readonly PlacedRow[],
  printed: number,
  heading: readonly T3Column[],
): Layout {
  const sizes = placed.filter((row) => row.columns === undefined).map((row) => row.values.length)
  if (sizes.length < 5) return { kind: 'whole' }
  const common = mostCommon(sizes)
  if (common === width || sizes.filter((size) => size === common).length < sizes.length * 0.9)
    return { kind: 'whole' }
  if (common === 1 && printed > placed.length + 2) return { kind: 'whole' }
  if (common === 1)
    return { kind: 'some', columns: [heading.length === 1 ? (heading[0] ?? 'total') : 'total'] }
  if (common === width + 1) {
    const drop = surplusColumn(placed.filter((row) => row.values.length === common))
    return drop === null ? { kind: 'whole' } : { kind: 'surplus', drop }
  }
  if (heading.length === common) return { kind: 'some', columns: heading }
  if (common === 3 && heading.length === 2 && heading[0] === 'natural' && heading[1] === 'total')
    return { kind: 'some', columns: ['natural', null, 'total'] }
  return { kind: 'whole' }
}

/** Eight columns in every row: the one without which the rows add up, if it is one only. */
function surplusColumn(rows: readonly PlacedRow[]): number | null {
  const telling = rows.filter((row) => row.values.some((token) => (numberOf(token) ?? 0) !== 0))
  if (telling.length < 5) return null
  const fitting = Array.from({ length: width + 1 }, (_, drop) => drop).filter((drop) => {
    const holding = telling.filter((row) =>
      tiesHold(
        row.values.flatMap((token, index) => (index === drop ? [] : [numberOf(token)])),
        [width],
      ),
    )
    return holding.length >= telling.length * 0.9
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function mostCommon(sizes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? width
}
