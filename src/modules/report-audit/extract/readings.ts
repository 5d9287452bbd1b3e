import type { Place } from '../../../documents/tree.ts'
import type { At, CellReading, CellValue, Observation, TableId } from '../../../law/report-form/model.ts'
import type { Token } from './tokens.ts'

/** One cell as read: its value, and everything about how it stood there. */
export interface ReadCell {
  readonly value: CellValue
  readonly token: Token
  readonly how?: string
  readonly doubtful?: boolean
}

/** Collects the cells of one table. A cell is put once; the first reading stands. */
export interface Readings {
  readonly cells: CellReading[]
  readonly observations: Observation[]
}

export function newReadings(): Readings {
  return { cells: [], observations: [] }
}

export function atOf(place: Place, table?: TableId, row?: string, column?: string): At {
  const at: { -readonly [Key in keyof At]: At[Key] } = { ...place }
  if (table !== undefined) at.table = table
  if (row !== undefined) at.row = row
  if (column !== undefined) at.column = column
  return at
}

const howOfNumber: Readonly<Record<string, string>> = {
  unit: '数字带单位',
  note: '数字带说明',
  approximate: '约数',
  chineseNumeral: '汉字数字',
  lookalike: '形近字母读作数字',
  glued: '几个数连在一起，按合计分开',
}

/** Notes a printed cell: its reading, and an observation when it is blank, a mark, or not a plain number. */
export function noteCell(
  readings: Readings,
  table: TableId,
  row: string,
  column: string | undefined,
  cell: ReadCell,
): void {
  const { token } = cell
  const content = token.content
  const at = atOf(token.place, table, row, column)
  const how = cell.how ?? (content.kind === 'number' && content.how ? howOfNumber[content.how] : undefined)
  const doubtful =
    cell.doubtful === true ||
    (content.kind === 'number' &&
      (content.how === 'approximate' || content.how === 'lookalike' || content.how === 'glued'))
  readings.cells.push({
    table,
    row,
    ...(column === undefined ? {} : { column }),
    raw: token.text.trim(),
    at,
    ...(how ? { how } : {}),
    ...(doubtful ? { doubtful } : {}),
  })
  const code =
    content.kind === 'blank'
      ? 'cell.blank'
      : content.kind === 'mark'
        ? 'cell.mark'
        : content.kind === 'number' && content.how !== undefined && content.how !== 'glued'
          ? content.how === 'lookalike'
            ? 'cell.notNumber'
            : `cell.${content.how}`
          : null
  if (code !== null) readings.observations.push({ code, at: [at], quote: token.text.trim() })
}

/** The number of a value token; null for blanks and marks. */
export function numberOf(token: Token | undefined): CellValue {
  return token?.content.kind === 'number' ? token.content.value : null
}

/** The text of some tokens as one quote. */
export function quoteOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.text.trim())
    .join(' ')
    .slice(0, 200)
}
