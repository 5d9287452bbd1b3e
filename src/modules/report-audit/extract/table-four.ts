import { tableFourOf } from '../../../law/report-form/empty-tables.ts'
import { t4BlockForm, t4ColumnForm } from '../../../law/report-form/form-2021.ts'
import {
  type T4Block,
  type T4Column,
  type TableFour,
  t4Blocks,
  t4Columns,
} from '../../../law/report-form/model.ts'
import { keyOf } from '../../../text/fold.ts'
import { partGlued } from './part-glued.ts'
import { observeHeadings } from './headings.ts'
import type { PrintedRow } from './printed-rows.ts'
import { atOf, newReadings, noteCell, numberOf, quoteOf, type Readings } from './readings.ts'
import type { Region } from './regions.ts'
import { columnsOfLongRow, tiesHold } from './row-columns.ts'
import { gapOf } from './row-matching.ts'
import { type Run, runsOf } from './runs.ts'
import type { Token } from './tokens.ts'

export interface ReadTableFour {
  readonly table: TableFour
  readonly readings: Readings
}

/** The 15 cells in print order. */
const cells: readonly { readonly block: T4Block; readonly column: T4Column }[] = t4Blocks.flatMap((block) =>
  t4Columns.map((column) => ({ block, column })),
)
const size = cells.length

type Found = (Token | undefined)[]

/** Reads table four: by the headings over each cell of a grid, and by the order of its 15 values. */
export function readTableFour(
  printedTokens: readonly Token[],
  rows: readonly PrintedRow[],
  printedRegion: Region,
): ReadTableFour {
  const readings = newReadings()
  const { tokens, region } = partGlued(printedTokens, printedRegion, 't4', readings)
  const table = tableFourOf(null)
  const byGrid = readGrid(tokens, rows, region)
  const { runs } = runsOf(tokens, rows, region, size)
  const byOrder = readOrder(runs)
  if (byGrid === null && byOrder === null) readLong(runs, table, readings, tokens, region)
  const unsure =
    byGrid === null && byOrder !== null ? unsureBlocks(byOrder, tokens, region) : new Set<T4Block>()
  for (const [index, { block, column }] of cells.entries()) {
    const grid = byGrid?.[index]
    const order = byOrder?.[index]
    if (order !== undefined && unsure.has(block)) {
      noteCell(readings, 't4', block, column, {
        value: null,
        token: order,
        how: '表头断开、数字各自成行，且合计不符，次序不能认定',
        doubtful: true,
      })
      continue
    }
    const token = grid ?? order
    if (token === undefined) continue
    const disagree = grid !== undefined && order !== undefined && numberOf(grid) !== numberOf(order)
    if (disagree)
      readings.observations.push({
        code: 'reading.methodsDisagree',
        at: [atOf(token.place, 't4', block, column)],
        detail: { byHeading: numberOf(grid), byOrder: numberOf(order) },
      })
    const value = disagree ? null : numberOf(token)
    table[block][column] = value
    noteCell(readings, 't4', block, column, {
      value,
      token,
      ...(region.anchors.size === 0 ? { how: '表头缺失，按法定顺序认定', doubtful: true } : {}),
      ...(disagree ? { doubtful: true } : {}),
    })
  }
  const labels = tokens.slice(region.from, region.to).filter((token) => token.kind === 'label')
  observeHeadings(
    labels,
    [...t4BlockForm.map((form) => form.label), ...t4ColumnForm.map((form) => form.label)],
    't4',
    readings,
  )
  return { table, readings }
}

const columnKeys = t4ColumnForm.map((form) => ({ column: form.column, key: keyOf(form.label) }))

/** Every value of a real grid, named by the headings above it and the labels left of it, whichever way the grid lies. */
function readGrid(tokens: readonly Token[], rows: readonly PrintedRow[], region: Region): Found | null {
  const inGrid = tokens.slice(region.from, region.to).filter((token) => rows[token.row]?.shape === 'grid')
  const values = inGrid.filter((token) => token.kind === 'value')
  if (values.length < 5) return null
  const labels = inGrid.filter((token) => token.kind === 'label')
  const found: Found = cells.map(() => undefined)
  for (const value of values) {
    const block = rows[value.row]?.block
    const over = labels.filter(
      (label) =>
        rows[label.row]?.block === block &&
        ((label.row < value.row && label.x <= value.x && label.right > value.x) ||
          (label.row === value.row && label.x < value.x)),
    )
    const path = over.map((label) => label.key)
    const blockName = blockOf(path)
    const columns = columnKeys.filter(({ key }) => path.includes(key))
    const column = columns[0]?.column
    if (blockName === null || column === undefined || columns.length > 1) {
      if (value.content.kind === 'blank') continue
      return null
    }
    const index = cells.findIndex((cell) => cell.block === blockName && cell.column === column)
    if (found[index] !== undefined) return null
    found[index] = value
  }
  return found.filter((token) => token !== undefined).length >= 10 ? found : null
}

function blockOf(path: readonly string[]): T4Block | null {
  const named = t4BlockForm.filter((form) => path.includes(keyOf(form.label)))
  return named.length === 1 ? (named[0]?.block ?? null) : null
}

/** Fifteen values in print order; or three rows of five, or five rows of three, each with its label. */
function readOrder(all: readonly Run[]): Found | null {
  // The empty cells beside a merged heading (| 行政复议 | | | | |) are no values.
  const runs = all.filter((run) => run.values.some((value) => value.content.kind !== 'blank'))
  const whole = runs.filter((run) => run.settled && run.values.length === size)
  if (whole.length === 1 && whole[0]) return [...whole[0].values]
  const values = runs.flatMap((run) => run.values)
  if (values.length !== size) return null
  if (runs.length === t4Blocks.length && runs.every((run) => run.values.length === t4Columns.length)) {
    const order = runs.map(
      (run) => t4BlockForm.find((form) => tailOf(run).endsWith(keyOf(form.label)))?.block,
    )
    if (order.every((block) => block !== undefined) && new Set(order).size === order.length)
      return cells.map(({ block, column }) => runs[order.indexOf(block)]?.values[t4Columns.indexOf(column)])
  }
  if (runs.length === t4Columns.length && runs.every((run) => run.values.length === t4Blocks.length)) {
    const order = runs.map((run) => columnKeys.find(({ key }) => tailOf(run).endsWith(key))?.column)
    if (order.every((column) => column !== undefined) && new Set(order).size === order.length)
      return cells.map(({ block, column }) => runs[order.indexOf(column)]?.values[t4Blocks.indexOf(block)])
    return null
  }
  // One label and one value at a time must follow the order of the form.
  if (
    runs.length === size &&
    !runs.every((run, index) => tailOf(run).endsWith(columnKeys[index % t4Columns.length]?.key ?? ' '))
  )
    return null
  return values
}

/**
 * Blocks whose five values do not add up in a page torn into pieces: the headings are in pieces and the values on lines of
 * their own, so the lines may have changed places as well and no value is told for certain.
 */
function unsureBlocks(found: Found, tokens: readonly Token[], region: Region): Set<T4Block> {
  const lines = new Set(found.map((token) => token?.row))
  const labels = tokens.slice(region.from, region.to).filter((token) => token.kind === 'label')
  const whole = labels.some((label) =>
    columnKeys.some(({ column, key }) => column !== 'total' && label.key === key),
  )
  if (lines.size <= 1 || whole || labels.length === 0) return new Set()
  const values = (at: number) => found.slice(at * t4Columns.length, (at + 1) * t4Columns.length).map(numberOf)
  // One block that does not add up shows that lines have changed places: only blocks that are all zero stay certain.
  if (t4Blocks.every((_, at) => tiesHold(values(at), [t4Columns.length]))) return new Set()
  return new Set(t4Blocks.filter((_, at) => values(at).some((value) => value !== 0)))
}

function tailOf(run: Run): string {
  return gapOf(run.labels).joined
}

/** A wrong number of values: only what every way of reading agrees on. */
function readLong(
  runs: readonly Run[],
  table: TableFour,
  readings: Readings,
  tokens: readonly Token[],
  region: Region,
): void {
  const values = runs.flatMap((run) => run.values).filter((token) => token.content.kind !== 'blank')
  readings.observations.push({
    code: 'structure.raggedRow',
    at: [atOf(values[0]?.place ?? tokens[region.from]?.place ?? {}, 't4')],
    detail: { expected: size, found: values.length },
    quote: quoteOf(values),
  })
  if (values.some((token) => numberOf(token) === null)) return
  const long = columnsOfLongRow(
    values.map(numberOf),
    size,
    t4Blocks.map(() => t4Columns.length),
    true,
  )
  if (long === null) return
  for (const [index, { block, column }] of cells.entries()) {
    const from = long.from[index]
    const token = from === undefined ? undefined : values[from]
    if (token === undefined) continue
    table[block][column] = numberOf(token)
    noteCell(readings, 't4', block, column, {
      value: numberOf(token),
      token,
      how: '本行数值多于栏数，各种对法一致',
      doubtful: true,
    })
  }
}
