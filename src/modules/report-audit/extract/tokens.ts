import type { Place } from '../../../documents/tree.ts'
import { fold, keyOf } from '../../../text/fold.ts'
import { chineseNumeral } from '../../../text/numerals.ts'
import { type CellContent, readCell } from './cell-value.ts'
import type { PrintedCell, PrintedRow } from './printed-rows.ts'
import type { SectionHeading } from './sections.ts'
import { isProse } from './vocabulary.ts'

/**
 * The document as one stream of small things. `value` is anything that may fill a cell of a table (number, mark, blank of a
 * grid); `heading` and `prose` part the tables; `noise` (page numbers) is passed over.
 */
export interface Token {
  readonly kind: 'value' | 'label' | 'heading' | 'prose' | 'noise'
  readonly text: string
  readonly key: string
  readonly content: CellContent
  readonly place: Place
  readonly x: number
  readonly right: number
  readonly colspan: number
  /** Index of its printed row. */
  readonly row: number
  /** Rank of its cell within the printed row. */
  readonly cell: number
}

const pageNumber =
  /^(?:[-—–·~\s]*(?:第\s*)?\d{1,3}\s*页.*|[-—–·~]+\s*\d{1,3}\s*[-—–·~]+|(?:page|p\.?)\s*\d{1,3}(?:\s*(?:of|\/)\s*\d+)?|共\s*\d+\s*页|\d{1,3}\s*\/\s*\d{1,3})$/i

/** The stream of tokens of all printed rows. */
export function tokensOf(rows: readonly PrintedRow[], headings: readonly SectionHeading[]): Token[] {
  const headingRows = new Set(headings.map((heading) => heading.row))
  const tokens: Token[] = []
  const bare = barePageNumbers(rows)
  for (const [index, row] of rows.entries()) {
    if (headingRows.has(index)) {
      tokens.push(tokenOf('heading', row.text, row.cells[0] ?? emptyCell(row), index, 0))
      continue
    }
    if (isPageNumber(row, index, bare)) {
      tokens.push(tokenOf('noise', row.text, row.cells[0] ?? emptyCell(row), index, 0))
      continue
    }
    for (const [rank, cell] of row.cells.entries()) tokens.push(...tokensOfCell(row, cell, index, rank))
  }
  return settleNumerals(tokens)
}

/** - 3 -, 第3页; or a bare number that ends its page, where it goes up by one from page to page. */
function isPageNumber(row: PrintedRow, index: number, bare: ReadonlySet<number>): boolean {
  if (row.shape === 'grid' || row.cells.length !== 1) return false
  return pageNumber.test(row.text.trim()) || bare.has(index)
}

/**
 * Rows that are bare page numbers. A cell of a table may end a page as well: only numbers that keep the same distance from
 * the page they end are believed, at least two of them, or a single one that is the number of its page.
 */
function barePageNumbers(rows: readonly PrintedRow[]): ReadonlySet<number> {
  const candidates: { index: number; distance: number }[] = []
  for (const [index, row] of rows.entries()) {
    const page = row.place.page
    if (page === undefined || row.shape === 'grid' || row.cells.length !== 1) continue
    const text = fold(row.text).text.trim()
    if (!/^[1-9]\d{0,2}$/.test(text)) continue
    const next = rows[index + 1]?.place.page
    if (next === undefined || next !== page) candidates.push({ index, distance: Number(text) - page })
  }
  const kept = candidates.filter(
    (one) =>
      candidates.filter((other) => other.distance === one.distance).length >= 2 ||
      (candidates.length === 1 && one.distance === 0),
  )
  return new Set(kept.map((one) => one.index))
}

function tokensOfCell(row: PrintedRow, cell: PrintedCell, index: number, rank: number): Token[] {
  const content = readCell(cell.text)
  if (content.kind !== 'text') return [tokenOf('value', cell.text, cell, index, rank, content)]
  if (isProse(cell.text)) return [tokenOf('prose', cell.text, cell, index, rank)]
  return piecesOf(cell).map((piece) => {
    const own = readCell(piece.text)
    const kind = own.kind === 'text' || own.kind === 'blank' ? 'label' : 'value'
    void row
    return tokenOf(kind, piece.text, piece, index, rank, own)
  })
}

/**
 * Takes a cell of text apart where numbers stand beside the label: "行政许可 360", "1.属于国家秘密 0 0 0". The number of an
 * enumeration ("1. 属于国家秘密", "1 属于国家秘密") stays with its label.
 */
function piecesOf(cell: PrintedCell): PrintedCell[] {
  const chunks = [...cell.text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }))
  const pieces: { text: string; start: number; end: number; value: boolean }[] = []
  for (const [index, chunk] of chunks.entries()) {
    for (const part of splitGlued(chunk)) {
      const content = readCell(part.text)
      const next = chunks[index + 1]
      let value = content.kind === 'number' ? content.chinese !== true : content.kind === 'mark'
      // A number at the very front, or one followed by a dot, counts the items and holds nothing.
      if (value && /^[\d０-９]$/.test(part.text) && next !== undefined && /^[.．、]/.test(next.text))
        value = false
      if (
        value &&
        index === 0 &&
        chunks.length > 1 &&
        chunks.slice(1).every((other) => readCell(other.text).kind === 'text')
      )
        value = false
      const previous = pieces.at(-1)
      const end = part.start + part.text.length
      if (!value && previous !== undefined && !previous.value) {
        previous.text = cell.text.slice(previous.start, end)
        previous.end = end
      } else pieces.push({ text: part.text, start: part.start, end, value })
    }
  }
  if (pieces.length <= 1) return [cell]
  const perUnit = cell.text.length === 0 ? 1 : (cell.right - cell.x) / cell.text.length
  return pieces.map((piece) => ({
    text: piece.text,
    x: cell.x + piece.start * perUnit,
    right: cell.x + piece.end * perUnit,
    colspan: 1,
    place:
      cell.place.start === undefined
        ? cell.place
        : { ...cell.place, start: cell.place.start + piece.start, end: cell.place.start + piece.end },
  }))
}

/** "行政许可360件" is a label and a number; "第20条" and "2023年" are not taken apart. */
function splitGlued(chunk: { text: string; start: number }): { text: string; start: number }[] {
  const match =
    /^(.*[\p{Script=Han}）)”"：:])((?<![\d.])[\d０-９][\d０-９,，.．]*(?:万?元|件|项|次)?)$/su.exec(
      chunk.text,
    )
  const [, label, figures] = match ?? []
  if (label === undefined || figures === undefined || label.length < 2 || label.endsWith('第')) return [chunk]
  return [
    { text: label, start: chunk.start },
    { text: figures, start: chunk.start + label.length },
  ]
}

/**
 * 一 or 三 on a line of its own may be a count or a piece of a label set one character a line. It is a count only in
 * a grid, or beside another value and beside no single-character label.
 */
function settleNumerals(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    const next = tokens[index + 1]
    // "1" on one line and "." or ".属于" on the next: the number of an item.
    if (
      token.kind === 'value' &&
      /^\d$/.test(token.text.trim()) &&
      next?.kind === 'label' &&
      /^\s*[.．、]/.test(next.text)
    )
      return { ...token, kind: 'label', content: { kind: 'text' } }
    if (token.content.kind !== 'number' || !token.content.chinese) return token
    const neighbours = [tokens[index - 1], tokens[index + 1]]
    const single = neighbours.some((other) => other?.kind === 'label' && other.key.length <= 2)
    const beside = neighbours.some((other) => other?.kind === 'value' && other.content.kind !== 'blank')
    const certain = chineseNumeral(token.key) === 0
    if ((beside && !single) || (certain && !single)) return token
    return { ...token, kind: 'label', content: { kind: 'text' } }
  })
}

function tokenOf(
  kind: Token['kind'],
  text: string,
  cell: PrintedCell,
  row: number,
  rank: number,
  content: CellContent = { kind: 'text' },
): Token {
  return {
    kind,
    text,
    key: keyOf(text),
    content,
    place: cell.place,
    x: cell.x,
    right: cell.right,
    colspan: cell.colspan,
    row,
    cell: rank,
  }
}

function emptyCell(row: PrintedRow): PrintedCell {
  return { text: '', x: 0, right: 0, place: row.place, colspan: 1 }
}
