import { formerOtherRow, formerT2Cells, formerT2Form } from '../../src/law/report-form/form-2019.ts'
import { type CellValue, type T3Column, t3Columns, t3Rows } from '../../src/law/report-form/model.ts'
import type { RecoveredReport } from '../../src/law/report-form/model.ts'
import { offices, type Office } from './offices.ts'
import {
  type Chance,
  chanceOf,
  type FullTables,
  inventTables,
  type LaidCell,
  type LaidTable,
  layTableFour,
  layTableThree,
  layTableTwo,
  type Writing,
} from './statutory-tables.ts'
import { newTally, type Tally, tallyAgainst } from './table-recovery.ts'

/** A whole invented report with the truth about it. */
export interface OfficeReport {
  readonly office: Office
  readonly tables: FullTables
  /** Cells that only the form of 2019 has. */
  readonly former: { readonly t2: Record<string, number>; readonly other: Record<T3Column, number> } | null
}

/** A line of text or a table, in the order of print. */
export type Piece = { readonly kind: 'title' | 'section' | 'text'; readonly text: string } | LaidTable

export function isTable(piece: Piece): piece is LaidTable {
  return 'cells' in piece
}

/** Invents the tables of one office's year. `density` is the share of cells that are not zero. */
export function inventReport(office: Office, seed: number, density?: number): OfficeReport {
  const chance = chanceOf(seed * 7919 + offices.indexOf(office))
  const share = density ?? [0, 0.05, 0.25, 0.8][Math.floor(chance() * 4)] ?? 0.25
  const tables = inventTables(chance, share, true)
  if (office.form === '2021') return { office, tables, former: null }
  return { office, tables: asOf2019(tables), former: inventFormer(tables, chance, share) }
}

function inventFormer(tables: FullTables, chance: Chance, share: number): OfficeReport['former'] {
  const t2: Record<string, number> = {}
  for (const cell of formerT2Cells) t2[cell] = chance() < share ? Math.floor(chance() * 60) : 0
  const other = Object.fromEntries(
    t3Columns.map((column) => [
      column,
      (['otherCorrectionLapsed', 'otherFeeUnpaid', 'otherMisc'] as const).reduce(
        (sum, row) => sum + (tables.t3[row][column] ?? 0),
        0,
      ),
    ]),
  ) as Record<T3Column, number>
  return { t2, other }
}

/** The cells that a report in the form of 2019 does not hold are null. */
export function asOf2019(tables: FullTables): FullTables {
  const { licences, penalties, coercion } = tables.t2
  const empty = Object.fromEntries(Object.keys(tables.t2).map((cell) => [cell, null]))
  const t3 = Object.fromEntries(
    t3Rows.map((row) => [
      row,
      row.startsWith('other')
        ? Object.fromEntries(t3Columns.map((column) => [column, null]))
        : tables.t3[row],
    ]),
  )
  return { t2: { ...empty, licences, penalties, coercion }, t3, t4: tables.t4 } as FullTables
}

/** The report as pieces in the order of print. */
export function piecesOf(report: OfficeReport, writing: Writing = {}): Piece[] {
  const { office, tables, former } = report
  const pieces: Piece[] = office.title.map((text) => ({ kind: 'title', text }))
  for (const text of office.preface) pieces.push({ kind: 'text', text })
  const laid: Partial<Record<number, LaidTable>> = {
    2: former ? layFormerTwo(tables, former.t2, writing) : layTableTwo(tables.t2, writing),
    3: former ? layFormerThree(tables, former.other, writing) : layTableThree(tables.t3, writing),
    4: layTableFour(tables.t4, writing),
  }
  for (const [index, title] of office.titles.entries()) {
    pieces.push({ kind: 'section', text: title })
    const table = laid[index + 1]
    if (table) pieces.push(table)
    for (const text of office.sections[(index + 1) as 1] ?? []) pieces.push({ kind: 'text', text })
  }
  for (const text of office.signature) pieces.push({ kind: 'text', text })
  return pieces
}

const put = (
  text: string,
  row: number,
  column: number,
  role: LaidCell['role'],
  rowspan = 1,
  colspan = 1,
): LaidCell => ({ text, row, column, rowspan, colspan, role })

/** Table two of 2019: 4 columns, headings repeated for each group. */
export function layFormerTwo(tables: FullTables, own: Record<string, number>, writing: Writing): LaidTable {
  const { value = String } = writing
  const cells: LaidCell[] = []
  let row = 0
  let last = ''
  for (const form of formerT2Form) {
    if (form.group !== last) {
      cells.push(put(form.group, row, 0, 'group', 1, 4))
      row += 1
      cells.push(put('信息内容', row, 0, 'heading'))
      for (const [index, one] of form.cells.entries())
        cells.push(
          put(one.heading, row, 1 + index, 'heading', 1, form.cells.length === 2 && index === 1 ? 2 : 1),
        )
      row += 1
      last = form.group
    }
    cells.push(put(form.label, row, 0, 'label'))
    for (const [index, one] of form.cells.entries()) {
      const known = own[one.cell] ?? tables.t2[one.cell as 'licences'] ?? 0
      cells.push(
        put(
          value(known, `t2.${one.cell}`),
          row,
          1 + index,
          'value',
          1,
          form.cells.length === 2 && index === 1 ? 2 : 1,
        ),
      )
    }
    row += 1
  }
  return { rows: row, columns: 4, cells }
}

/** Table three of 2019: the three rows under （六） are one. */
export function layFormerThree(
  tables: FullTables,
  other: Record<T3Column, number>,
  writing: Writing,
): LaidTable {
  const { value = String } = writing
  const full = layTableThree(tables.t3, writing)
  const first = 3 + t3Rows.indexOf('otherCorrectionLapsed')
  const cells = full.cells
    .filter((one) => one.row < first || one.row > first + 2)
    .map((one) => {
      const row = one.row > first + 2 ? one.row - 2 : one.row
      const spans = one.role === 'group' && one.text.startsWith('三、')
      return { ...one, row, rowspan: spans ? one.rowspan - 2 : one.rowspan }
    })
  cells.push(put('（六）其他处理', first, 1, 'label', 1, 2))
  for (const [index, column] of t3Columns.entries())
    cells.push(put(value(other[column], `t3.${formerOtherRow}.${column}`), first, 3 + index, 'value'))
  return { rows: full.rows - 2, columns: 10, cells }
}

/** What became of one report: its cells, and everything else that was read wrong. */
export interface Outcome {
  readonly tally: Tally
  /** Agency, year, form, sections or facts that are not what the report says. */
  readonly faults: string[]
}

export function newOutcome(): Outcome {
  return { tally: newTally(), faults: [] }
}

/** Compares a reading with the truth. `lost` holds cells (t3.granted.total) that the copy does not show any more. */
export function compareReading(
  truth: OfficeReport,
  read: RecoveredReport,
  outcome: Outcome,
  name: string,
  lost: ReadonlySet<string> = new Set(),
): void {
  const { office } = truth
  const say = (what: string) => outcome.faults.push(`${name}: ${what}`)
  tallyAgainst(truth.tables, read.tables, outcome.tally, lost, name)
  if (truth.former) {
    for (const [cell, value] of Object.entries(truth.former.t2))
      check(`t2.${cell}`, value, read.former?.t2?.[cell as 'rules.made'])
    for (const column of t3Columns)
      check(`t3.${formerOtherRow}.${column}`, truth.former.other[column], read.former?.otherHandled?.[column])
  }
  const squeezed = (words: string): string => words.replace(/\s+/g, '')
  for (const cell of read.cells) {
    const { start, end } = cell.at
    const there = start === undefined ? null : squeezed(read.text.slice(start, end))
    if (there !== squeezed(cell.raw)) say(`place of ${cell.row} ${cell.column ?? ''}: ${there}`)
  }
  if (read.agency !== office.agency) say(`agency ${read.agency}`)
  if (read.year !== office.year) say(`year ${read.year}`)
  if (read.form !== office.form) say(`form ${read.form}`)
  const sections = read.sections.map((section) => section.number).join('')
  if (sections !== '123456') say(`sections ${sections}`)
  for (const [fact, value] of Object.entries(office.facts)) {
    const told = read.narrative.filter((one) => one.fact === fact && one.year === undefined)
    if (told.length === 0) say(`${fact} not read`)
    for (const one of told)
      if (one.value !== value && one.scope !== 'region')
        say(`${fact} ${one.value} for ${value}: ${one.quote.slice(0, 60)}`)
  }

  function check(cell: string, expected: CellValue, found: CellValue | undefined): void {
    if (lost.has(cell)) {
      if (found != null) outcome.tally.wrong.push(`${name} ${cell}: lost, read as ${found}`)
      return
    }
    outcome.tally.printed += 1
    if (found == null) outcome.tally.missed += 1
    else if (found === expected) outcome.tally.right += 1
    else outcome.tally.wrong.push(`${name} ${cell}: ${expected} read as ${found}`)
  }
}
