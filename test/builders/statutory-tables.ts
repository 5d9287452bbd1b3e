import { tableFourOf, tableThreeOf, tableTwoOf } from '../../src/law/report-form/empty-tables.ts'
import {
  t2Form,
  t3ColumnForm,
  t3Corner,
  t3Form,
  t3ResultRows,
  t4BlockForm,
  t4ColumnForm,
} from '../../src/law/report-form/form-2021.ts'
import {
  type ReportTables,
  type TableFour,
  type TableThree,
  type TableTwo,
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
} from '../../src/law/report-form/model.ts'

/** A source of chance that gives the same numbers for the same seed. */
export type Chance = () => number

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface FullTables extends ReportTables {
  t2: TableTwo
  t3: TableThree
  t4: TableFour
}

/**
 * Tables of an invented year. `density` is the share of cells that are not zero; with `sound` every tie holds, else some
 * totals are wrong, as in real reports.
 */
export function inventTables(chance: Chance, density: number, sound: boolean): FullTables {
  const count = (most: number) => (chance() < density ? 1 + Math.floor(chance() * chance() * most) : 0)
  const t2 = tableTwoOf(0)
  for (const cell of t2Cells) t2[cell] = count(cell.startsWith('rules') ? 5 : 400)
  if (chance() < density) t2.licences = Math.floor(chance() * 30_000)
  if (chance() < density) t2.feesWan = Math.floor(chance() * 100_000) / 100
  const t3 = tableThreeOf(0)
  const parts = t3Columns.filter((column) => column !== 'total')
  for (const column of parts) {
    let results = 0
    for (const row of t3ResultRows) {
      const value = count(40)
      t3[row][column] = value
      results += value
    }
    t3.totalHandled[column] = results
    t3.carriedOut[column] = count(10)
    const all = results + (t3.carriedOut[column] ?? 0)
    t3.carriedIn[column] = Math.min(all, count(10))
    t3.newlyReceived[column] = all - (t3.carriedIn[column] ?? 0)
  }
  for (const row of t3Rows) t3[row].total = parts.reduce((sum, column) => sum + (t3[row][column] ?? 0), 0)
  const t4 = tableFourOf(0)
  for (const block of t4Blocks) {
    for (const column of t4Columns) if (column !== 'total') t4[block][column] = count(12)
    t4[block].total = t4Columns.reduce(
      (sum, column) => sum + (column === 'total' ? 0 : (t4[block][column] ?? 0)),
      0,
    )
  }
  if (!sound) {
    for (let spoilt = 0; spoilt < 3; spoilt += 1) {
      const row = t3Rows[Math.floor(chance() * t3Rows.length)]
      const column = t3Columns[Math.floor(chance() * t3Columns.length)]
      if (row && column) t3[row][column] = (t3[row][column] ?? 0) + 1 + Math.floor(chance() * 3)
    }
  }
  return { t2, t3, t4 }
}

/** A cell of a printed table before it is laid out in any way. */
export interface LaidCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly role: 'heading' | 'group' | 'label' | 'value'
}

export interface LaidTable {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly LaidCell[]
}

/** How labels and values are written. */
export interface Writing {
  /** Of a row label, with its number ("1.属于国家秘密"). */
  readonly label?: (label: string, row: string) => string
  readonly heading?: (heading: string) => string
  readonly group?: (group: string) => string
  readonly value?: (value: number, cell: string) => string
}

const identity = (text: string): string => text
const cell = (
  text: string,
  row: number,
  column: number,
  role: LaidCell['role'],
  rowspan = 1,
  colspan = 1,
): LaidCell => ({ text, row, column, rowspan, colspan, role })

/** Table two as the form lays it out: 4 columns. */
export function layTableTwo(t2: TableTwo, writing: Writing = {}): LaidTable {
  const { label = identity, heading = identity, group = identity, value = String } = writing
  const cells: LaidCell[] = []
  let row = 0
  let last = ''
  for (const form of t2Form) {
    if (form.group !== last) {
      cells.push(cell(group(form.group), row, 0, 'group', 1, 4))
      row += 1
      const span = form.cells.length === 1 ? 3 : 1
      cells.push(cell(heading('信息内容'), row, 0, 'heading'))
      for (const [index, part] of form.cells.entries())
        cells.push(cell(heading(part.heading), row, 1 + index, 'heading', 1, span))
      row += 1
      last = form.group
    }
    cells.push(cell(label(form.label, form.label), row, 0, 'label'))
    const span = form.cells.length === 1 ? 3 : 1
    for (const [index, part] of form.cells.entries())
      cells.push(cell(value(t2[part.cell] ?? 0, `t2.${part.cell}`), row, 1 + index, 'value', 1, span))
    row += 1
  }
  return { rows: row, columns: 4, cells }
}

/** Table three as the form lays it out: three label columns and seven value columns under a heading of three rows. */
export function layTableThree(t3: TableThree, writing: Writing = {}): LaidTable {
  const { label = identity, heading = identity, group = identity, value = String } = writing
  const cells: LaidCell[] = [
    cell(heading(t3Corner), 0, 0, 'heading', 3, 3),
    cell(heading('申请人情况'), 0, 3, 'heading', 1, 7),
    cell(heading('自然人'), 1, 3, 'heading', 2),
    cell(heading('法人或其他组织'), 1, 4, 'heading', 1, 5),
    cell(heading('总计'), 1, 9, 'heading', 2),
  ]
  for (const [index, form] of t3ColumnForm.filter((column) => column.group !== null).entries())
    cells.push(cell(heading(form.label), 2, 4 + index, 'heading'))
  const results = t3Form.filter((form) => form.stage !== null).length
  for (const [index, form] of t3Form.entries()) {
    const row = 3 + index
    const printed = label(form.number + form.label, form.row)
    if (form.stage === null) cells.push(cell(printed, row, 0, 'label', 1, 3))
    else {
      if (form.row === 'granted') cells.push(cell(group(form.stage), row, 0, 'group', results))
      if (form.group === null) cells.push(cell(printed, row, 1, 'label', 1, 2))
      else {
        const members = t3Form.filter((other) => other.group === form.group)
        if (members[0] === form) cells.push(cell(group(form.group), row, 1, 'group', members.length))
        cells.push(cell(printed, row, 2, 'label'))
      }
    }
    for (const [at, column] of t3Columns.entries())
      cells.push(cell(value(t3[form.row][column] ?? 0, `t3.${form.row}.${column}`), row, 3 + at, 'value'))
  }
  return { rows: 3 + t3Form.length, columns: 10, cells: cells.filter((one) => one.text !== '\u0000') }
}

/** Table four as the form lays it out: 15 columns, three heading rows, one row of values. */
export function layTableFour(t4: TableFour, writing: Writing = {}): LaidTable {
  const { heading = identity, value = String } = writing
  const cells: LaidCell[] = [
    cell(heading('行政复议'), 0, 0, 'heading', 1, 5),
    cell(heading('行政诉讼'), 0, 5, 'heading', 1, 10),
    cell(heading('未经复议直接起诉'), 1, 5, 'heading', 1, 5),
    cell(heading('复议后起诉'), 1, 10, 'heading', 1, 5),
  ]
  for (const [block, { block: id }] of t4BlockForm.entries())
    for (const [index, { column, label }] of t4ColumnForm.entries()) {
      const x = block * 5 + index
      cells.push(cell(heading(label), block === 0 ? 1 : 2, x, 'heading', block === 0 ? 2 : 1))
      cells.push(cell(value(t4[id][column] ?? 0, `t4.${id}.${column}`), 3, x, 'value'))
    }
  return { rows: 4, columns: 15, cells }
}

/** The cells of a laid table row by row, left to right, as a browser or word processor keeps them. */
export function rowsOfLaid(table: LaidTable): LaidCell[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((one) => one.row === row).sort((a, b) => a.column - b.column),
  )
}
