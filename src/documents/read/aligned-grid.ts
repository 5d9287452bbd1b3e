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
 * Labels that run over several lines go to the nearest row of figures. Doubtful by nature; nothing is moved between columns.
 */
export function alignedGrids(lines: readonly PrintedLine[], page: number): AlignedGrid[] {
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
    }
    const rows = isRow.slice(from, last + 1).filter(Boolean).length
    if (rows >= 2) {
      const grid = gridOf(lines, isRow, from, last, grids.at(-1)?.to ?? 0, page)
      if (grid) grids.push(grid)
    }
    from = last
  }
  return grids
}

function isFigure(piece: Piece): boolean {
  return figure.test(piece.text.replaceAll(' ', ''))
}

function gridOf(
  lines: readonly PrintedLine[],
  isRow: readonly boolean[],
  from: number,
  last: number,
  free: number,
  page: number,
): AlignedGrid | undefined {
  const rowsAt: number[] = []
  for (let at = from; at <= last; at += 1) if (isRow[at]) rowsAt.push(at)
  const columns = figureColumns(rowsAt.map((at) => lines[at]).filter((line) => line !== undefined))
  if (columns.length < fewestFigures) return undefined
  const firstColumn = columns[0]?.left ?? 0
  // Labels above the first row and below the last belong to the table as long as they stand left of the figures.
  let start = from
  while (start > free && from - start < 4 && continuesLabel(lines[start - 1], lines[start], firstColumn))
    start -= 1
  let end = last + 1
  while (end < lines.length && end - last <= 3 && continuesLabel(lines[end], lines[end - 1], firstColumn))
    end += 1
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
  const width = labels.length + columns.length
  const headRows = start - headFrom
  const texts: string[][] = Array.from({ length: headRows + rowsAt.length }, () =>
    Array.from({ length: width }, () => ''),
  )
  const put = (row: number, column: number, text: string): void => {
    const line = texts[row]
    if (line) line[column] = line[column] ? `${line[column]}\n${text}` : text
  }
  for (let at = headFrom; at < end; at += 1) {
    const line = lines[at]
    if (!line) continue
    const row = at < start ? at - headFrom : headRows + nearestRow(lines, rowsAt, at)
    for (const piece of line.pieces) put(row, seat(piece), piece.text)
  }
  const boxes = rowsAt.map((at) => lines[at])
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

function nearestRow(lines: readonly PrintedLine[], rowsAt: readonly number[], at: number): number {
  const base = lines[at]?.base ?? 0
  let best = 0
  rowsAt.forEach((row, index) => {
    const distance = Math.abs((lines[row]?.base ?? 0) - base)
    if (distance < Math.abs((lines[rowsAt[best] ?? 0]?.base ?? 0) - base)) best = index
  })
  return best
}
