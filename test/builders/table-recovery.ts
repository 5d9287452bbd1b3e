import { recover } from '../../src/modules/report-audit/extract/recover.ts'
import {
  type ReportTables,
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
} from '../../src/law/report-form/model.ts'
import { chanceOf, type FullTables, inventTables } from './statutory-tables.ts'
import type { Hidden, Shape } from './table-shapes.ts'

/** What became of the cells of one or more drawn reports. */
export interface Tally {
  /** Cells the copy holds. */
  printed: number
  right: number
  /** Held by the copy, but read as null. */
  missed: number
  /** Read as another number than printed, or read though the copy does not hold it. */
  wrong: string[]
}

export function newTally(): Tally {
  return { printed: 0, right: 0, missed: 0, wrong: [] }
}

/** Draws one report in a shape, reads it back and counts. */
export function tallyShape(shape: Shape, seed: number, tally: Tally): void {
  const chance = chanceOf(seed)
  const density = [0, 0.05, 0.3, 0.9][Math.floor(chance() * 4)] ?? 0.3
  const tables = inventTables(chance, density, chance() < 0.7)
  const hidden: Hidden = { cells: new Set() }
  const tree = shape.draw(tables, chance, hidden)
  const report = recover(tree, 'drawn.txt')
  compare(tables, report.tables, hidden, tally, `seed ${seed}`)
}

function compare(
  truth: FullTables,
  read: ReportTables,
  hidden: { readonly cells: ReadonlySet<string> },
  tally: Tally,
  name: string,
): void {
  const put = (
    cell: string,
    expected: number | null,
    found: number | null | undefined,
    more: readonly string[] = [],
  ) => {
    const held = expected !== null && !hidden.cells.has(cell) && !more.some((key) => hidden.cells.has(key))
    if (held) tally.printed += 1
    if (found == null) {
      if (held) tally.missed += 1
    } else if (found === expected && held) tally.right += 1
    else if (found !== expected || !held) tally.wrong.push(`${name} ${cell}: ${expected} read as ${found}`)
  }
  for (const cell of t2Cells) put(`t2.${cell}`, truth.t2[cell], read.t2?.[cell])
  for (const [r, row] of t3Rows.entries())
    for (const [c, column] of t3Columns.entries())
      put(`t3.${row}.${column}`, truth.t3[row][column], read.t3?.[row][column], [`row ${r}`, `at ${r} ${c}`])
  for (const block of t4Blocks)
    for (const column of t4Columns)
      put(`t4.${block}.${column}`, truth.t4[block][column], read.t4?.[block][column])
}

/** Counts one report read from a file against what was printed in it. */
export function tallyAgainst(
  truth: FullTables,
  read: ReportTables,
  tally: Tally,
  lost: ReadonlySet<string> = new Set(),
  name = 'file',
): void {
  compare(truth, read, { cells: lost }, tally, name)
}
