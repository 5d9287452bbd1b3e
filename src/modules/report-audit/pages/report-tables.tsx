import { arrangedTables, type Arrangement } from '../../../law/report-form/arrangement.ts'
import type { CellReading, RecoveredReport, TableId } from '../../../law/report-form/model.ts'
import {
  Empty,
  FormTable,
  type FormCell,
  type FormRow,
  type ValueMark,
} from '../../../platform/html/index.ts'
import { cellAddress, cellId, shownCell, type NumberedFinding } from './numbered-findings.ts'

/** What of a report its tables need. */
export type TablesOf = Pick<RecoveredReport, 'form' | 'tables' | 'cells' | 'former'>

interface CellNote {
  readonly mark: ValueMark
  readonly findings: readonly number[]
}

const shapes = { t2: 'center', t3: 'wide-sum', t4: 'wide-center' } as const
const names = { t2: '表二', t3: '表三', t4: '表四' } as const

/** All figures of a report by the id of their cell. */
export function figuresOf(report: TablesOf): ReadonlyMap<string, number | null> {
  const figures = new Map<string, number | null>()
  const { t2, t3, t4 } = report.tables
  for (const [cell, value] of Object.entries(report.former?.t2 ?? {})) figures.set(`t2.${cell}`, value)
  for (const [cell, value] of Object.entries(t2 ?? {})) figures.set(`t2.${cell}`, value)
  const add = (table: TableId, rows: Readonly<Record<string, Readonly<Record<string, number | null>>>>) => {
    for (const [row, columns] of Object.entries(rows))
      for (const [column, value] of Object.entries(columns)) figures.set(`${table}.${row}.${column}`, value)
  }
  if (t3) add('t3', t3)
  if (report.former?.otherHandled) add('t3', { otherHandled: report.former.otherHandled })
  if (t4) add('t4', t4)
  return figures
}

function notesOf(findings: readonly NumberedFinding[]): ReadonlyMap<string, CellNote> {
  const notes = new Map<string, CellNote>()
  for (const { number, weight, finding } of findings)
    for (const at of finding.at) {
      const cell = shownCell(at)
      if (cell === null) continue
      const before = notes.get(cell)
      if (before?.findings.includes(number)) continue
      const mark: ValueMark = weight === 'error' || before?.mark === 'wrong' ? 'wrong' : 'doubt'
      notes.set(cell, { mark, findings: [...(before?.findings ?? []), number] })
    }
  return notes
}

interface Drawing {
  readonly figures: ReadonlyMap<string, number | null>
  readonly readings: ReadonlyMap<string, CellReading>
  readonly notes: ReadonlyMap<string, CellNote>
  readonly hrefOf: ((cell: string) => string | undefined) | undefined
  readonly corrected: CorrectedCells
}

/** Values that people put in place of what was read, by cell. */
export type CorrectedCells = ReadonlyMap<string, number | null>

/** Prints 380.16 as it is; a number never grows a thousands mark in a statutory table. */
function printed(value: number | null, reading: CellReading | undefined): number | string | null {
  if (value !== null) return value
  // The document holds something there that is no number: it is shown to the letter, an empty one says so.
  return reading ? reading.raw : null
}

/** 8（读作3）: the value that counts, with what was read beside it. */
function printedCorrected(value: number | null, read: number | string | null): string {
  const shownRead = read === null || read === '' ? '空' : String(read)
  return `${value === null ? '没有数' : value}（读作${shownRead}）`
}

function draw(
  rows: Arrangement['body'],
  { figures, readings, notes, hrefOf, corrected }: Drawing,
): FormRow[] {
  return rows.map(({ cells, style }) => ({
    style,
    cells: cells.map((cell): FormCell => {
      if ('head' in cell) return cell
      const reading = readings.get(cell.cell)
      const note = notes.get(cell.cell)
      const read = printed(figures.get(cell.cell) ?? null, reading)
      const correction = corrected.get(cell.cell)
      return {
        value: correction === undefined ? read : printedCorrected(correction, read),
        columns: cell.columns,
        id: note || reading?.doubtful ? cellAddress(cell.cell) : undefined,
        mark: note?.mark ?? (reading?.doubtful ? 'doubt' : null),
        findings: note?.findings,
        href: hrefOf?.(cell.cell),
      }
    }),
  }))
}

interface ReportTableProps {
  readonly report: TablesOf
  readonly table: TableId
  /** Marks cells and leads to what was found of them. */
  readonly findings?: readonly NumberedFinding[]
  /** The list a figure counted. */
  readonly hrefOf?: (cell: string) => string | undefined
  /** Shown with what was read. */
  readonly corrected?: CorrectedCells
}

const none: CorrectedCells = new Map()

/** One statutory table as it was read, in its legal form; says so when the report has none. */
export function ReportTable({ report, table, findings = [], hrefOf, corrected = none }: ReportTableProps) {
  const arrangement = arrangedTables(report.form).find((each) => each.table === table)
  const isAbsent = report.tables[table] === null && !(table === 't2' && report.former?.t2)
  if (!arrangement || isAbsent)
    return (
      <Empty says={`这份报告里没有${names[table]}`}>
        {table === 't2' ? '第二部分应当有一张主动公开情况表。' : '表没有发布，或者发布时没有放进来。'}
      </Empty>
    )
  const drawing: Drawing = {
    figures: figuresOf(report),
    readings: new Map(
      report.cells.flatMap((cell) => {
        const id = cellId(cell)
        return id === null ? [] : [[id, cell] as const]
      }),
    ),
    notes: notesOf(findings),
    hrefOf,
    corrected,
  }
  return (
    <FormTable
      name={`${names[table]}　${arrangement.name}`}
      shape={shapes[table]}
      widths={arrangement.widths}
      head={arrangement.head && draw(arrangement.head, drawing)}
      body={draw(arrangement.body, drawing)}
    />
  )
}

/** What the marks in a recovered table mean, for those that occur. */
export function MarksKey({
  report,
  findings,
}: {
  readonly report: TablesOf
  readonly findings: readonly NumberedFinding[]
}) {
  const notes = [...notesOf(findings).values()]
  const hasWrong = notes.some(({ mark }) => mark === 'wrong')
  const hasDoubt = notes.some(({ mark }) => mark === 'doubt') || report.cells.some(({ doubtful }) => doubtful)
  const hasMissing = [...figuresOf(report).values()].includes(null)
  if (!hasWrong && !hasDoubt && !hasMissing) return null
  return (
    <p class="quiet marks-key">
      {hasWrong && <span class="swatch is-wrong">对不上</span>}{' '}
      {hasDoubt && <span class="swatch is-doubt">读不准或不是数</span>}{' '}
      {hasMissing && <span class="swatch is-missing">文中没有</span>}
    </p>
  )
}
