import type { Block, DocTree, Place, TableBlock, TextBlock } from '../../../documents/tree.ts'
import { keyOf } from '../../../text/fold.ts'
import { readCell } from './cell-value.ts'
import { partRunTogether } from './run-together.ts'
import { statutoryShare } from './vocabulary.ts'

/** A piece of text that stands by itself: a table cell, a stretch between tabs, pipes or wide gaps, or a whole line. */
export interface PrintedCell {
  readonly text: string
  /** Where it stands in its row: grid column, number of the delimited field, or offset on the line (a Chinese character counts 2). */
  readonly x: number
  /** Right edge in the same measure, for pieces placed by offset. */
  readonly right: number
  readonly place: Place
  /** Placed as a column heading may be: spans more than one column. */
  readonly colspan: number
}

/** How the cells of a row were told apart. */
export type RowShape = 'grid' | 'fields' | 'cellALine' | 'gaps' | 'line'

export interface PrintedRow {
  readonly shape: RowShape
  readonly cells: readonly PrintedCell[]
  /** Which block of the tree it comes from; rows of one table share it. */
  readonly block: number
  readonly place: Place
  /** The whole text of the row as printed. */
  readonly text: string
}

/** Every printed row of the document in reading order. Empty lines are left out. */
export function printedRows(tree: DocTree): PrintedRow[] {
  const rows: PrintedRow[] = []
  const cellALine = linesOfCells(tree.blocks)
  for (let index = 0; index < tree.blocks.length; index += 1) {
    const block = tree.blocks[index]
    if (block === undefined) continue
    if (block.kind === 'table') {
      for (const row of gridRows(block, index)) rows.push(row)
      continue
    }
    const stretch = cellALine.get(index)
    if (stretch !== undefined) {
      for (const row of stretch.rows) rows.push(row)
      index = stretch.last
      continue
    }
    for (const row of textRows(block, index)) rows.push(row)
  }
  return rows
}

function gridRows(table: TableBlock, block: number): PrintedRow[] {
  const byRow = new Map<number, PrintedCell[]>()
  for (const cell of table.cells) {
    const row = byRow.get(cell.row) ?? []
    row.push({
      text: cell.text,
      x: cell.column,
      right: cell.column + cell.colspan,
      place: cell.place,
      colspan: cell.colspan,
    })
    byRow.set(cell.row, row)
  }
  const rows: PrintedRow[] = []
  for (const [, cells] of [...byRow].sort((a, b) => a[0] - b[0])) {
    const first = cells[0]
    if (first === undefined) continue
    cells.sort((a, b) => a.x - b.x)
    rows.push({
      shape: 'grid',
      cells,
      block,
      place: { ...table.place, ...first.place },
      text: cells.map((cell) => cell.text).join('\t'),
    })
  }
  return rows
}

/** A block of several lines (a paragraph with line breaks) gives one row a line. */
function textRows(block: TextBlock, index: number): PrintedRow[] {
  const rows: PrintedRow[] = []
  let offset = 0
  for (const line of block.text.split('\n')) {
    for (const { start, text } of partRunTogether(line)) {
      if (text.trim() === '' || isRuler(text)) continue
      const place = within(block.place, offset + start, offset + start + text.length)
      const [shape, cells] = splitLine(text, place)
      if (cells.length > 0) rows.push({ shape, cells, block: index, place, text })
    }
    offset += line.length + 1
  }
  return rows
}

/** Lines that only draw a table: |---|---|, +---+, ────. */
function isRuler(line: string): boolean {
  return /^[\s|:+=─━┄┅│┃┌┐└┘├┤┬┴┼╋╂═║╔╗╚╝╠╣╦╩╬-]+$/.test(line) && /[-=─━═|│+]{2,}|[─━═┼]/.test(line)
}

function splitLine(line: string, place: Place): [RowShape, PrintedCell[]] {
  const bars = line.match(/[|│┃｜]/g)?.length ?? 0
  if (bars >= 2) return ['fields', fields(line, /[|│┃｜]/g, place, true)]
  if (line.includes('\t')) return ['fields', fields(line, /\t/g, place, false)]
  if (looksLikeCommas(line)) return ['fields', fields(line, /[,;]/g, place, false)]
  const parts = [...line.matchAll(/\S+(?:[ \u00a0]\S+)*/g)]
  if (parts.length > 1 || /^\s{4,}\S/.test(line)) {
    return [
      'gaps',
      parts.map((part) => {
        const x = width(line.slice(0, part.index))
        const end = part.index + part[0].length
        return {
          text: part[0],
          x,
          right: x + width(part[0]),
          place: within(place, part.index, end),
          colspan: 1,
        }
      }),
    ]
  }
  const text = line.trim()
  const start = line.indexOf(text)
  return [
    'line',
    [{ text, x: 0, right: width(text), place: within(place, start, start + text.length), colspan: 1 }],
  ]
}

/**
 * Comma-separated values: at least six separators and mostly numbers between them; or fewer, and nothing but figures, blanks and
 * words of the forms.
 */
function looksLikeCommas(line: string): boolean {
  for (const separator of [',', ';']) {
    const parts = line.split(separator)
    if (parts.length >= 4 && parts.length < 7 && parts.every(isFieldOfForm)) return true
    if (parts.length < 7) continue
    const values = parts.filter((part) => readCell(part.replaceAll('"', '')).kind !== 'text')
    if (values.length >= parts.length - 4 && values.length >= 6) return true
  }
  return false
}

function isFieldOfForm(part: string): boolean {
  return (
    part.length <= 24 &&
    (readCell(part.replaceAll('"', '')).kind !== 'text' || statutoryShare(keyOf(part)) >= 0.9)
  )
}

function fields(line: string, separator: RegExp, place: Place, framed: boolean): PrintedCell[] {
  const cells: PrintedCell[] = []
  let start = 0
  let x = 0
  const put = (end: number, last: boolean) => {
    const raw = line.slice(start, end)
    const outside = framed && raw.trim() === '' && (start === 0 || last)
    if (!outside) {
      const text = raw
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replace(/^\*\*(.*)\*\*$/, '$1')
      const lead = raw.length - raw.trimStart().length
      cells.push({
        text,
        x,
        right: x + 1,
        place: within(place, start + lead, start + lead + raw.trim().length),
        colspan: 1,
      })
      x += 1
    }
    start = end + 1
  }
  for (const match of line.matchAll(separator)) put(match.index, false)
  put(line.length, true)
  return cells
}

/** Offset on the line as a reader sees it: a Chinese or full-width character is two wide. */
function width(text: string): number {
  let total = 0
  for (const character of text) total += character.charCodeAt(0) > 0xff ? 2 : 1
  return total
}

function within(place: Place, start: number, end: number): Place {
  if (place.start === undefined) return place
  return { ...place, start: place.start + start, end: place.start + end }
}

/**
 * Tables copied out of a word processor: every cell is a line of its own that begins with a tab, rows are parted by an empty
 * line, a line without the tab goes on with the cell before it. Blank cells are lines with the tab only, so the grid is whole.
 */
function linesOfCells(blocks: readonly Block[]): Map<number, { rows: PrintedRow[]; last: number }> {
  const found = new Map<number, { rows: PrintedRow[]; last: number }>()
  const textOf = (index: number): string | null => {
    const block = blocks[index]
    return block === undefined || block.kind === 'table' ? null : block.text
  }
  const tabbed = (index: number) => /^\t[^\t]*$/.test(textOf(index) ?? '')
  for (let index = 0; index < blocks.length; index += 1) {
    if (!tabbed(index)) continue
    const first = index
    let last = index
    let count = 0
    // A stretch goes on while tabbed lines come at least every fourth line.
    for (let ahead = index; ahead < blocks.length && ahead <= last + 4; ahead += 1) {
      if (textOf(ahead) === null) break
      if (tabbed(ahead)) {
        last = ahead
        count += 1
      }
    }
    if (count >= 6) found.set(first, { rows: rowsOfCellLines(blocks.slice(first, last + 1), first), last })
    index = last
  }
  return found
}

function rowsOfCellLines(blocks: readonly Block[], first: number): PrintedRow[] {
  const rows: PrintedRow[] = []
  let cells: { text: string; place: Place }[] = []
  let sawEmpty = false
  const close = () => {
    const start = cells[0]
    if (start !== undefined && cells.some((cell) => cell.text.trim() !== '')) {
      rows.push({
        shape: 'cellALine',
        cells: cells.map((cell, x) => ({
          text: cell.text.trim(),
          x,
          right: x + 1,
          place: cell.place,
          colspan: 1,
        })),
        block: first,
        place: start.place,
        text: cells.map((cell) => cell.text).join('\t'),
      })
    }
    cells = []
  }
  for (const block of blocks) {
    if (block.kind === 'table') continue
    if (block.text.startsWith('\t')) {
      if (sawEmpty) close()
      cells.push({ text: block.text.slice(1), place: within(block.place, 1, block.text.length) })
      sawEmpty = false
      continue
    }
    if (block.text.trim() === '') {
      sawEmpty = true
      continue
    }
    const previous = cells.at(-1)
    const goesOn =
      previous !== undefined &&
      readCell(previous.text).kind === 'text' &&
      readCell(block.text).kind === 'text'
    if (goesOn && block.text.trim().length <= 24) {
      previous.text += block.text.trim()
      if (previous.place.start !== undefined && block.place.end !== undefined)
        previous.place = { ...previous.place, end: block.place.end }
    } else {
      close()
      const text = block.text.trim()
      rows.push({
        shape: 'line',
        cells: [{ text, x: 0, right: width(text), place: block.place, colspan: 1 }],
        block: first,
        place: block.place,
        text: block.text,
      })
    }
    sawEmpty = false
  }
  close()
  return rows
}
