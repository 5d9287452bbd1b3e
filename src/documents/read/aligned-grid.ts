import type { SeatedCell } from './grid.ts'
import type { Piece, PrintedLine } from './page-lines.ts'

/** A table without ruling lines, found by the columns its figures stand in. */
export interface AlignedGrid {
  /** Index of the first and, exclusive, the last line it takes up. */
  readonly from: number
  readonly to: number
  readonly rows: number
  readonly columns: number
  readonly cells: readonly SeatedCell[]
}

const figure = /^[\d０-９,，.．%％\-—–－/／\\〇○零无]+(?:\s?(?:件|条|次|万元|元))?$/

/** Lines of this many figures make a row. */
const fewestFigures = 3

/**
 * Finds tables that have no lines: stretches in which at least two lines hold three or more figures under one another.
 * Labels that run over several lines go to the nearest row; a numbered label without figures is a row of its own. Doubtful by nature; nothing is moved between columns.
 */
export function alignedGrids(printed: readonly PrintedLine[], page: number): AlignedGrid[] {
  const lines = printed.map(withFiguresApart)
  const grids: AlignedGrid[] = []
  const isRow = lines.map((line) => line.pieces.filter(isFigure).length >= fewestFigures)
  for (let from = 0; from < lines.length; from += 1) {
    if (!isRow[from]) continue
    let last = from
    for (let at = from + 1; at < lines.length && at - last <= 6; at += 1) {
      const line = lines[at]
      const before = lines[at - 1]
      if (!line || !before || line.base - before.base > before.size * 4) break
      if (isRow[at]) last = at
      // Words beside the label are the head of another table.
      else if (
        line.pieces.some(
          (piece) => !isFigure(piece) && piece.right > (figuresLeft(lines[last]) ?? Infinity) + line.size,
        )
      )
        break
    }
    const rows = isRow.slice(from, last + 1).filter(Boolean).length
    if (rows >= 2) {
      const grid = gridOf(lines, isRow, from, last, grids.at(-1)?.to ?? 0, page)
      if (grid) {
        grids.push(grid)
        last = Math.max(last, grid.to - 1)
      }
    }
    from = last
  }
  return grids
}

/** Figures of narrow columns stand so close that they look like one. */
function withFiguresApart(line: PrintedLine): PrintedLine {
  if (!line.pieces.some((piece) => piece.words.length > 1)) return line
  const apart = (piece: Piece): readonly Piece[] =>
    piece.words.length > 1 && piece.words.every((word) => figure.test(word.text))
      ? piece.words.map((word) => ({ ...word, words: [word] }))
      : [piece]
  return { ...line, pieces: line.pieces.flatMap(apart) }
}

/** A figure so close to its label that both look like one is told by the column it stands in. */
function withFigureOffLabel(line: PrintedLine, columns: Columns): PrintedLine {
  const apart = (piece: Piece): readonly Piece[] => {
    const last = piece.words.at(-1)
    if (last === undefined || piece.words.length < 2 || isFigure(piece) || !figure.test(last.text))
      return [piece]
    if (!columns.some((column) => last.left < column.right && last.right > column.left)) return [piece]
    const words = piece.words.slice(0, -1)
    const text = words.map((word) => word.text).join(' ')
    return [
      { text, left: piece.left, right: words.at(-1)?.right ?? piece.left, words },
      { ...last, words: [last] },
    ]
  }
  return { ...line, pieces: line.pieces.flatMap(apart) }
}

function figuresLeft(line: PrintedLine | undefined): number | undefined {
  return line && trailingFigures(line)[0]?.left
}

function isFigure(piece: Piece): boolean {
  return figure.test(piece.text.replaceAll(' ', ''))
}

function gridOf(
  printed: readonly PrintedLine[],
  isRow: readonly boolean[],
  from: number,
  last: number,
  free: number,
  page: number,
): AlignedGrid | undefined {
  const strong = printed.slice(from, last + 1).filter((_, index) => isRow[from + index])
  const columns = figureColumns(strong)
  if (columns.length < fewestFigures) return undefined
  const firstColumn = columns[0]?.left ?? 0
  const lines = printed.map((line) => withFigureOffLabel(line, columns))
  const { start, end } = extent(lines, columns, from, last, free)
  // A table's head: lines just above whose pieces stand over the figures.
  const headFrom = headStart(lines, start, free, columns)
  const labels = labelColumns(lines.slice(start, end), firstColumn)
  const seat = (piece: Piece): number => {
    const middle = (piece.left + piece.right) / 2
    if (piece.right <= firstColumn + 1 || middle < firstColumn) {
      const at = labels.findIndex((label) => middle >= label.left - 2 && middle <= label.right + 2)
      return at < 0 ? 0 : at
    }
    let best = 0
    columns.forEach((column, index) => {
      if (Math.abs(column.middle - middle) < Math.abs((columns[best]?.middle ?? 0) - middle)) best = index
    })
    return labels.length + best
  }
  const { bases, rowOf } = rowsOf(lines.slice(start, end), columns)
  const width = labels.length + columns.length
  const headRows = start - headFrom
  const texts: string[][] = Array.from({ length: headRows + bases.length }, () =>
    Array.from({ length: width }, () => ''),
  )
  const put = (row: number, column: number, text: string): void => {
    const line = texts[row]
    if (line) line[column] = line[column] ? `${line[column]}\n${text}` : text
  }
  for (let at = headFrom; at < end; at += 1) {
    const line = lines[at]
    if (!line) continue
    const row = at < start ? at - headFrom : headRows + (rowOf[at - start] ?? 0)
    for (const piece of line.pieces) put(row, seat(piece), piece.text)
  }
  const boxes = bases.map((base) => lines.slice(start, end).find((line) => line.base >= base - 0.01))
  const cells: SeatedCell[] = texts.flatMap((row, index) =>
    row.map((text, column) => {
      const line = index < headRows ? lines[headFrom + index] : boxes[index - headRows]
      return {
        text,
        row: index,
        column,
        rowspan: 1,
        colspan: 1,
        place: line
          ? {
              page,
              box: [line.left, line.base - line.size, line.right, line.base + line.size * 0.2] as const,
            }
          : { page },
      }
    }),
  )
  return { from: headFrom, to: end, rows: texts.length, columns: width, cells }
}

/** The columns that the figures of the rows stand in: figures whose extents overlap are one column. */
function figureColumns(rows: readonly PrintedLine[]): { left: number; right: number; middle: number }[] {
  const figures = rows.flatMap((line) => trailingFigures(line)).sort((a, b) => a.left - b.left)
  const columns: { left: number; right: number; middle: number; count: number }[] = []
  for (const piece of figures) {
    const column = columns.at(-1)
    if (column && piece.left < column.right) {
      column.right = Math.max(column.right, piece.right)
      column.middle += (piece.left + piece.right) / 2
      column.count += 1
    } else {
      columns.push({ left: piece.left, right: piece.right, middle: (piece.left + piece.right) / 2, count: 1 })
    }
  }
  return columns.map(({ left, right, middle, count }) => ({ left, right, middle: middle / count }))
}

/** Figures at the end of a line; a figure before the last words is part of a label. */
function trailingFigures(line: PrintedLine): readonly Piece[] {
  let from = line.pieces.length
  for (let piece = line.pieces[from - 1]; from > 0 && piece && isFigure(piece); piece = line.pieces[from - 1])
    from -= 1
  return line.pieces.slice(from)
}

function continuesLabel(
  line: PrintedLine | undefined,
  beside: PrintedLine | undefined,
  firstColumn: number,
): boolean {
  if (!line || !beside) return false
  return line.right <= firstColumn + 1 && Math.abs(line.base - beside.base) <= line.size * 1.5
}

function headStart(
  lines: readonly PrintedLine[],
  start: number,
  free: number,
  columns: readonly { readonly left: number; readonly right: number }[],
): number {
  let head = start
  while (head > free && start - head < 6) {
    const line = lines[head - 1]
    const below = lines[head]
    if (!line || !below || below.base - line.base > line.size * 3) break
    const over = line.pieces.filter((piece) =>
      columns.some((column) => piece.left < column.right && piece.right > column.left),
    )
    if (over.length < 2 && !(line.pieces.length >= 2 && over.length >= 1)) break
    head -= 1
  }
  return head
}

/** Label columns: the extents of everything left of the figures, parted where a clear upright gap runs through all lines. */
function labelColumns(lines: readonly PrintedLine[], firstColumn: number): { left: number; right: number }[] {
  const extents = lines
    .flatMap((line) => line.pieces)
    .filter((piece) => (piece.left + piece.right) / 2 < firstColumn)
    .map((piece) => ({ left: piece.left, right: Math.min(piece.right, firstColumn) }))
    .sort((a, b) => a.left - b.left)
  const columns: { left: number; right: number }[] = []
  for (const extent of extents) {
    const column = columns.at(-1)
    if (column && extent.left <= column.right + 3) column.right = Math.max(column.right, extent.right)
    else columns.push({ ...extent })
  }
  return columns.length === 0 ? [{ left: 0, right: firstColumn }] : columns
}

function nearest(bases: readonly number[], base: number): number {
  let best = 0
  bases.forEach((each, index) => {
    if (Math.abs(each - base) < Math.abs((bases[best] ?? 0) - base)) best = index
  })
  return best
}

type Columns = readonly { readonly left: number; readonly right: number }[]

/** Figures in their columns and nothing else beside the label: a row, however few they are (zeros may be left blank). */
function holdsFigures(line: PrintedLine | undefined, columns: Columns): boolean {
  const right =
    line?.pieces.filter((piece) => (piece.left + piece.right) / 2 >= (columns[0]?.left ?? 0)) ?? []
  return (
    right.length > 0 &&
    right.every(
      (piece) =>
        isFigure(piece) && columns.some((column) => piece.left < column.right && piece.right > column.left),
    )
  )
}

/** The lines of the table, from the first to the one after the last: rows with few figures and labels above and below included. */
function extent(
  lines: readonly PrintedLine[],
  columns: Columns,
  from: number,
  last: number,
  free: number,
): { start: number; end: number } {
  const firstColumn = columns[0]?.left ?? 0
  const reach = (edge: number, step: 1 | -1): number => {
    let found = edge
    let at = edge + step
    for (; at >= free && at < lines.length && Math.abs(at - found) <= 6; at += step) {
      const [line, beside] = [lines[at], lines[at - step]]
      if (!line || !beside || Math.abs(line.base - beside.base) > beside.size * 4) break
      if (Math.abs(line.size - beside.size) > beside.size * 0.15) break
      if (holdsFigures(line, columns)) found = at
      else if (line.right > firstColumn + 1) break
    }
    // Labels above the first row and below the last belong to the table as long as they stand left of the figures.
    const most = step < 0 ? 4 : 3
    let edgeLine = found
    for (let more = 0; more < most; more += 1) {
      const next = edgeLine + step
      if (next < free || !continuesLabel(lines[next], lines[edgeLine], firstColumn)) break
      edgeLine = next
    }
    return edgeLine
  }
  return { start: reach(from, -1), end: reach(last, 1) + 1 }
}

/** A label begins with a number of its own; the rest of a wrapped one does not. */
const numberedLabel =
  /^(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、](?!\d))/

/**
 * Where the rows stand, and the row of each line: one row for each line of figures, and one for each numbered label that has none
 * beside it. The lines of a numbered label belong to its row; other lines to the nearest.
 */
function rowsOf(
  lines: readonly PrintedLine[],
  columns: Columns,
): { bases: readonly number[]; rowOf: readonly number[] } {
  const firstColumn = columns[0]?.left ?? 0
  const labelOf = (line: PrintedLine): Piece | undefined =>
    line.pieces.filter((piece) => (piece.left + piece.right) / 2 < firstColumn).at(-1)
  const figuresAt = lines.filter((line) => holdsFigures(line, columns)).map((line) => line.base)
  const bases = [...figuresAt]
  const baseOf = lines.map((line) => line.base)
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line)
    if (label === undefined || !numberedLabel.test(label.text)) continue
    const own = [index]
    let bottom = line.base
    for (let at = index + 1; at < lines.length; at += 1) {
      const next = lines[at]
      // Lines of the other label columns stand between.
      const rest = next?.pieces.find(
        (piece) => piece.left < Math.min(label.right, firstColumn) && piece.right > label.left,
      )
      if (!next || rest === undefined || isFigure(rest)) continue
      if (numberedLabel.test(rest.text) || next.base - bottom > line.size * 1.9) break
      own.push(at)
      bottom = next.base
    }
    const hair = line.size * 0.4
    const beside = figuresAt.filter((base) => base >= line.base - hair && base <= bottom + hair)
    const base = beside[0] ?? (line.base + bottom) / 2
    if (beside.length === 0) bases.push(base)
    if (beside.length < 2) for (const at of own) baseOf[at] = base
  }
  bases.sort((a, b) => a - b)
  return {
    bases,
    rowOf: lines.map((line, at) =>
      nearest(bases, holdsFigures(line, columns) ? line.base : (baseOf[at] ?? line.base)),
    ),
  }
}
