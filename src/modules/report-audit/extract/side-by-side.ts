import { keyOf } from '../../../text/fold.ts'
import { readCell } from './cell-value.ts'
import type { PrintedRow } from './printed-rows.ts'

/** So many different pieces must stand twice on their lines; the headings of table four repeat only five. */
const enough = 9

/**
 * Two reports printed side by side on a page (two pages on a sheet, copied with their layout): every line holds a piece of
 * each. Recognised by pieces of text that stand twice on a line, always at the same distance; then the left report is put
 * first and the right one after it.
 */
export function oneAfterAnother(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const pairs: { distance: number; key: string }[] = []
  for (const row of rows) {
    if (row.shape !== 'gaps' && row.shape !== 'fields') continue
    const first = new Map<string, number>()
    for (const cell of row.cells) {
      const key = keyOf(cell.text)
      if (key.length < 3 || readCell(cell.text).kind !== 'text') continue
      const known = first.get(key)
      if (known === undefined) first.set(key, cell.x)
      else pairs.push({ distance: Math.round(cell.x - known), key })
    }
  }
  const distance = commonest(pairs.map((pair) => pair.distance))
  const near = pairs.filter((pair) => Math.abs(pair.distance - distance) <= 2)
  if (new Set(near.map((pair) => pair.key)).size < enough) return rows
  const left: PrintedRow[] = []
  const right: PrintedRow[] = []
  for (const row of rows) {
    const split = row.shape === 'gaps' || row.shape === 'fields'
    const own = split ? row.cells.filter((cell) => cell.x < distance - 2) : row.cells
    const other = split ? row.cells.filter((cell) => cell.x >= distance - 2) : []
    if (own.length > 0) left.push(part(row, own))
    if (other.length > 0)
      right.push(
        part(
          row,
          other.map((cell) => ({ ...cell, x: cell.x - distance, right: cell.right - distance })),
        ),
      )
  }
  return [...left, ...right]
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function part(row: PrintedRow, cells: PrintedRow['cells']): PrintedRow {
  return cells.length === row.cells.length
    ? row
    : { ...row, cells, text: cells.map((cell) => cell.text).join('  ') }
}
