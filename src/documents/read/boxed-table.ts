import { type Grid, type SeatedCell, withoutEmptyTracks } from './grid.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'

/**
 * A table drawn with characters: +---+ and |, or ┌─┐ and │. The place of a cell is the line it begins on and, within that line,
 * where its first piece of text starts and ends.
 */
export interface BoxedTable {
  /** Index of its first and last line. */
  readonly from: number
  readonly to: number
  readonly grid: Grid
}

/** A rule across the whole table: +-----+-----+, ├────┼────┤. */
const rule = /^\s*[+┌├└╔╠╚┏┣┗][-=:+─━═┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛]{3,}\s*$/
const bar = /[|│┃║]/
const joint = /[+┌├└┬┼┴┐┤┘╔╠╚╦╬╩╗╣╝┏┣┗┳╋┻┓┫┛]/

/** The drawn tables among some lines. A table whose bars do not stand under the joints of its rules is left alone. */
export function boxedTables(lines: readonly string[], limits: ReadLimits): BoxedTable[] {
  const found: BoxedTable[] = []
  for (let from = 0; from < lines.length; from += 1) {
    if (!rule.test(lines[from] ?? '')) continue
    let to = from
    while (to + 1 < lines.length && inTable(lines[to + 1] ?? '')) to += 1
    while (to > from && !rule.test(lines[to] ?? '')) to -= 1
    if (to - from < 2) continue
    const part = lines.slice(from, to + 1)
    const grid = firstOf(widths, (width) => gridOf(part, from, width, limits))
    if (grid) found.push({ from, to, grid })
    from = to
  }
  return found
}

function inTable(line: string): boolean {
  return rule.test(line) || /^\s*[|│┃║├┣╠+].*[|│┃║┤┫╣+]\s*$/.test(line)
}

/** How wide programs take the characters of the drawing and “”‘’—… to be; Chinese characters are two wide for all of them. */
interface Widths {
  readonly drawn: 1 | 2
  readonly marks: 1 | 2
}
const widths: readonly Widths[] = [
  { drawn: 1, marks: 1 },
  { drawn: 1, marks: 2 },
  { drawn: 2, marks: 2 },
]

function firstOf<T, R>(list: readonly T[], make: (one: T) => R | null): R | null {
  for (const one of list) {
    const made = make(one)
    if (made !== null) return made
  }
  return null
}

interface Sign {
  readonly sign: string
  /** Where it begins as a reader sees it, and in the line's code units. */
  readonly at: number
  readonly index: number
}

function signsOf(line: string, { drawn, marks }: Widths): Sign[] {
  let at = 0
  let index = 0
  return Array.from(line.trimEnd(), (sign) => {
    const own = { sign, at, index }
    const code = sign.codePointAt(0) ?? 0
    at +=
      code >= 0x2500 && code < 0x2580 ? drawn : code >= 0x2010 && code < 0x2040 ? marks : code > 0xff ? 2 : 1
    index += sign.length
    return own
  })
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly line: number
  readonly pieces: { text: string; line: number; index: number }[]
}

function gridOf(lines: readonly string[], first: number, width: Widths, limits: ReadLimits): Grid | null {
  const signs = lines.map((line) => signsOf(line, width))
  const edges = new Set<number>()
  for (const [index, line] of lines.entries())
    if (rule.test(line)) for (const { sign, at } of signs[index] ?? []) if (joint.test(sign)) edges.add(at)
  const xs = [...edges].toSorted((a, b) => a - b)
  if (xs.length < 3 || xs.length > limits.columns) return null
  const cells: SeatedCell[] = []
  const open: (OpenCell | undefined)[] = xs.slice(1).map(() => undefined)
  let row = -1
  const close = (column: number, before: number): void => {
    const cell = open[column]
    if (cell === undefined) return
    for (let at = cell.column; at < cell.column + cell.colspan; at += 1) open[at] = undefined
    cells.push(finished(cell, before, first))
    if (cells.length > limits.cells)
      throw beyondLimit('tooManyCells', `文件里的表格超过 ${limits.cells} 个单元格`)
  }
  for (const [number, line] of lines.entries()) {
    const own = signs[number] ?? []
    const whole = rule.test(line)
    if (whole || own.some(({ sign }) => joint.test(sign))) {
      row += 1
      for (let column = 0; column < open.length; column += 1) {
        const middle = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
        const sign = own.findLast((one) => one.at <= middle)?.sign ?? ' '
        if (whole || /[-=:─━═]/.test(sign)) close(column, row)
      }
      if (whole) continue
    }
    let start = -1
    let piece = { text: '', line: number, index: 0 }
    for (const { sign, at, index } of own) {
      const edge = bar.test(sign) || joint.test(sign) ? xs.indexOf(at) : -1
      if (edge < 0) {
        piece.text += sign
        continue
      }
      if (start >= 0 && !/^[-=:─━═]{2,}$/.test(piece.text.trim())) {
        open[start] ??= {
          row: Math.max(0, row),
          column: start,
          colspan: edge - start,
          line: number,
          pieces: [],
        }
        const cell = open[start]
        if (cell === undefined || cell.column !== start || cell.colspan !== edge - start) return null
        for (let at2 = start; at2 < edge; at2 += 1) open[at2] = cell
        cell.pieces.push(piece)
      }
      start = edge
      piece = { text: '', line: number, index: index + sign.length }
    }
    if (start !== xs.length - 1) return null
  }
  if (cells.length < 2 || row < 1) return null
  // Several numbers over one another in a cell: the rows have no rules between them, every line is one.
  if (cells.some((cell) => /^\d[\d.,]*\s*\n\s*\d[\d.,]*(?:\n|$)/.test(cell.text))) return null
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return withoutEmptyTracks({ rows: row, columns: xs.length - 1, cells })
}

function finished(cell: OpenCell, before: number, first: number): SeatedCell {
  const filled = cell.pieces.filter((piece) => piece.text.trim() !== '')
  const piece = filled[0]
  const lead = piece === undefined ? 0 : piece.text.length - piece.text.trimStart().length
  const start = (piece?.index ?? 0) + lead
  return {
    text: filled.map((one) => one.text.trim()).join('\n'),
    row: cell.row,
    column: cell.column,
    rowspan: Math.max(1, before - cell.row),
    colspan: cell.colspan,
    place: {
      line: first + (piece?.line ?? cell.line) + 1,
      start,
      end: start + (piece?.text.trim().length ?? 0),
    },
  }
}
