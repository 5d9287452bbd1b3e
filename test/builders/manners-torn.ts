import { isTable, type OfficeReport, type Piece } from './office-report.ts'
import { type Chance, type LaidCell, type LaidTable, rowsOfLaid } from './statutory-tables.ts'

/** Copies that lost something or gained something foreign. */

const draw = (pieces: readonly Piece[], table: (table: LaidTable) => string): string =>
  pieces.map((piece) => (isTable(piece) ? table(piece) : piece.text)).join('\n')

const tabs = (row: readonly LaidCell[]): string => row.map((one) => one.text).join('\t')

/** Headings of every table gone: only rows with figures are left. */
export function withoutHeadings(pieces: readonly Piece[]): string {
  return draw(pieces, (table) =>
    rowsOfLaid(table)
      .filter((row) => row.some((one) => one.role === 'value'))
      .map(tabs)
      .join('\n'),
  )
}

/** Data frames: merged cells filled again, all labels of a row before its figures, single spaces. */
export function fullLabels(pieces: readonly Piece[]): string {
  return draw(pieces, (table) => {
    const over = (row: number, column: number): LaidCell | undefined =>
      table.cells.find(
        (one) =>
          one.row <= row &&
          row < one.row + one.rowspan &&
          one.column <= column &&
          column < one.column + one.colspan,
      )
    return Array.from({ length: table.rows }, (_, row) => {
      const cells = Array.from({ length: table.columns }, (_, column) => over(row, column))
      return cells
        .filter(
          (cell, column) => cell !== undefined && (cell.role === 'value' ? cell.column === column : true),
        )
        .filter((cell, index, all) => cell !== all[index - 1])
        .map((cell) => cell?.text ?? '')
        .join(' ')
    }).join('\n')
  })
}

/** Everything comma-separated, one sheet saved as text. */
export function commas(pieces: readonly Piece[]): string {
  return draw(pieces, (table) =>
    Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) => {
        const text = table.cells.find((one) => one.row === row && one.column === column)?.text ?? ''
        return /[,，"]/.test(text) ? `"${text}"` : text
      }).join(','),
    ).join('\n'),
  )
}

/** One cell a line with the page's head and foot between, wherever a page happened to end. */
export function feetBetweenCells(
  { office }: OfficeReport,
  pieces: readonly Piece[],
  chance: Chance,
  bare: boolean,
): string {
  let page = 1
  let count = 0
  const foot = (): string[] => {
    count += 1
    if (count < 45 + chance() * 20) return []
    count = 0
    page += 1
    return bare
      ? ['', String(page), '']
      : ['', `- ${page} -`, '', `${office.agency}${office.year}年政府信息公开工作年度报告`, '']
  }
  return draw(pieces, (table) =>
    rowsOfLaid(table)
      .flat()
      .filter((one) => one.text !== '')
      .flatMap((one) => [one.text, ...foot()])
      .join('\n'),
  )
}

/** One cell a line; now and then a cell is lost. `lost` is told which rows must stay open: any cell of a row that lost one may. */
export function lostCells(pieces: readonly Piece[], chance: Chance): string {
  return draw(pieces, (table) =>
    rowsOfLaid(table)
      .flat()
      .filter((one) => one.text !== '' && !(one.role === 'value' && chance() < 0.02))
      .map((one) => one.text)
      .join('\n'),
  )
}

/** Tab lines in which figures were misread as letters. */
export function lookAlikes(pieces: readonly Piece[], chance: Chance): string {
  const misread = (text: string): string =>
    text.replace(/[01]/g, (digit) => (chance() < 0.06 ? (digit === '0' ? 'O' : 'l') : digit))
  return draw(pieces, (table) =>
    rowsOfLaid(table)
      .map((row) => row.map((one) => (one.role === 'value' ? misread(one.text) : one.text)).join('\t'))
      .join('\n'),
  )
}

/** Table four as two tables, table three cut in two with its headings again: pages of a converted paper, as tags. */
export function cutGrids(pieces: readonly Piece[]): string {
  const spans = (one: LaidCell): string =>
    `${one.rowspan > 1 ? ` rowspan="${one.rowspan}"` : ''}${one.colspan > 1 ? ` colspan="${one.colspan}"` : ''}`
  const tag = (rows: readonly (readonly LaidCell[])[]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((one) => `<td${spans(one)}>${one.text}</td>`).join('')}</tr>`).join('')}</table>`
  const body = pieces.map((piece) => {
    if (!isTable(piece)) return `<p>${piece.text}</p>`
    const rows = rowsOfLaid(piece)
    if (piece.columns === 15) {
      const half = (from: number, to: number) =>
        tag(
          rows
            .map((row) => row.filter((one) => one.column >= from && one.column < to))
            .filter((row) => row.length > 0),
        )
      return `${half(0, 5)}<p></p>${half(5, 15)}`
    }
    if (piece.columns !== 10) return tag(rows)
    const cut = 15
    const above = piece.cells.filter((one) => one.row < cut)
    const clip = above.map((one) => ({ ...one, rowspan: Math.min(one.rowspan, cut - one.row) }))
    // What reached over the cut stands again, empty, at the top of the second part.
    const carried = above
      .filter((one) => one.row + one.rowspan > cut)
      .map((one) => ({ ...one, text: '', row: cut, rowspan: one.row + one.rowspan - cut }))
    const below = [...carried, ...piece.cells.filter((one) => one.row >= cut)]
    const part = (cells: readonly LaidCell[]) =>
      tag(rowsOfLaid({ ...piece, cells }).filter((row) => row.length > 0))
    return `${part(clip)}<p>- 4 -</p>${part([...piece.cells.filter((one) => one.row < 3), ...below])}`
  })
  return `<html><body>${body.join('\n')}</body></html>`
}
