import { alignedGrids } from './aligned-grid.ts'
import { withoutEmptyTracks, type SeatedCell } from './grid.ts'
import { middleOf, type Glyph, type PageItems } from './page-items.ts'
import { cellText, printedLines, type PrintedLine } from './page-lines.ts'
import { ruledGrids, type RuledGrid } from './ruled-grid.ts'

/** A table of one page with the positions of its upright lines, by which the next page's part is known. */
export interface PageTable {
  readonly kind: 'table'
  readonly page: number
  readonly method: 'lines' | 'alignment'
  readonly top: number
  readonly bottom: number
  /** Upright lines, one more than there are columns; empty for tables without lines. */
  readonly xs: readonly number[]
  readonly rows: number
  readonly columns: number
  readonly cells: readonly SeatedCell[]
}

export interface PageLine {
  readonly kind: 'line'
  readonly page: number
  readonly line: PrintedLine
}

/** One page in reading order. */
export interface PageBlocks {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: readonly (PageTable | PageLine)[]
}

/** Orders what one page holds: ruled tables, tables by alignment, and the lines between them. */
export function pageBlocks(page: PageItems, mostCells: number): PageBlocks {
  const free: Glyph[] = []
  const grids = ruledGrids(page.segments, mostCells)
  const seats = grids.map(() => new Map<number, Glyph[]>())
  const locate = grids.map(locatorOf)
  for (const glyph of page.glyphs) {
    const [x, y] = middleOf(glyph)
    let seated = false
    // Of tables inside one another the innermost takes the character: it is listed later or is smaller.
    let smallest = Infinity
    let home = -1
    let homeCell = -1
    grids.forEach((grid, index) => {
      const cell = locate[index]?.(x, y) ?? -1
      if (cell < 0) return
      const size = ((grid.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0)) * ((grid.ys.at(-1) ?? 0) - (grid.ys[0] ?? 0))
      if (size < smallest) {
        smallest = size
        home = index
        homeCell = cell
      }
    })
    if (home >= 0) {
      const cells = seats[home]
      const held = cells?.get(homeCell)
      if (held) held.push(glyph)
      else cells?.set(homeCell, [glyph])
      seated = true
    }
    if (!seated) free.push(glyph)
  }
  const tables: PageTable[] = []
  grids.forEach((grid, index) => {
    const table = tableOf(page.page, grid, seats[index] ?? new Map())
    // A frame around text, a box, an empty drawing: the text goes on as text.
    if (table) tables.push(table)
    else for (const glyphs of seats[index]?.values() ?? []) for (const glyph of glyphs) free.push(glyph)
  })
  const items: (PageTable | PageLine)[] = [...joinStacked(tables)]
  for (const band of bandsBetween(printedLines(free), tables)) {
    const aligned = alignedGrids(band, page.page)
    let at = 0
    for (const grid of aligned) {
      for (; at < grid.from; at += 1) pushLine(items, page.page, band[at])
      const first = band[grid.from]
      const last = band[grid.to - 1]
      items.push({
        kind: 'table',
        page: page.page,
        method: 'alignment',
        top: (first?.base ?? 0) - (first?.size ?? 0),
        bottom: last?.base ?? 0,
        xs: [],
        rows: grid.rows,
        columns: grid.columns,
        cells: grid.cells,
      })
      at = grid.to
    }
    for (; at < band.length; at += 1) pushLine(items, page.page, band[at])
  }
  items.sort((a, b) => topOf(a) - topOf(b))
  return { page: page.page, width: page.width, height: page.height, items }
}

function pushLine(items: (PageTable | PageLine)[], page: number, line: PrintedLine | undefined): void {
  if (line) items.push({ kind: 'line', page, line })
}

function topOf(item: PageTable | PageLine): number {
  return item.kind === 'table' ? item.top : item.line.base - item.line.size
}

/** Finds the cell of a point by its tracks; -1 outside. */
function locatorOf(grid: RuledGrid): (x: number, y: number) => number {
  const columns = grid.xs.length - 1
  const rows = grid.ys.length - 1
  const owner = new Int32Array(rows * columns)
  grid.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
      owner.fill(index, row * columns + cell.column, row * columns + cell.column + cell.colspan)
    }
  })
  return (x, y) => {
    const column = trackOf(grid.xs, x)
    const row = trackOf(grid.ys, y)
    return column < 0 || row < 0 ? -1 : (owner[row * columns + column] ?? -1)
  }
}

function trackOf(tracks: readonly number[], at: number): number {
  if (at < (tracks[0] ?? 0) || at > (tracks.at(-1) ?? 0)) return -1
  let low = 0
  let high = tracks.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((tracks[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

function tableOf(page: number, grid: RuledGrid, seats: ReadonlyMap<number, Glyph[]>): PageTable | undefined {
  if (grid.cells.length < 2 || seats.size === 0) return undefined
  // Uprights alone in one column of boxes are a framed text, not a table.
  if (grid.xs.length <= 2) return undefined
  const cells: SeatedCell[] = grid.cells.map((cell, index) => ({
    text: cellText(seats.get(index) ?? []),
    ...cell,
    place: {
      page,
      box: [
        grid.xs[cell.column] ?? 0,
        grid.ys[cell.row] ?? 0,
        grid.xs[cell.column + cell.colspan] ?? 0,
        grid.ys[cell.row + cell.rowspan] ?? 0,
      ],
    },
  }))
  return {
    kind: 'table',
    page,
    method: 'lines',
    top: grid.ys[0] ?? 0,
    bottom: grid.ys.at(-1) ?? 0,
    xs: grid.xs,
    rows: grid.ys.length - 1,
    columns: grid.xs.length - 1,
    cells,
  }
}

/** Tables drawn directly under one another with the same outer edges are one table drawn in pieces. */
function joinStacked(tables: readonly PageTable[]): PageTable[] {
  const joined: PageTable[] = []
  for (const table of tables) {
    const above = joined.at(-1)
    const touches =
      above !== undefined &&
      table.top - above.bottom >= -1 &&
      table.top - above.bottom <= 4 &&
      Math.abs((table.xs[0] ?? 0) - (above.xs[0] ?? 0)) <= 3 &&
      Math.abs((table.xs.at(-1) ?? 0) - (above.xs.at(-1) ?? 0)) <= 3
    if (touches) joined[joined.length - 1] = underneath(above, table)
    else joined.push(table)
  }
  return joined
}

/** Puts `lower` under `upper` on the union of their upright lines. */
export function underneath(upper: PageTable, lower: PageTable): PageTable {
  const xs: number[] = []
  for (const x of [...upper.xs, ...lower.xs].sort((a, b) => a - b)) {
    if (xs.length === 0 || x - (xs.at(-1) ?? 0) > 3) xs.push(x)
  }
  const seat = (table: PageTable, cell: SeatedCell, rowShift: number): SeatedCell => {
    const from = nearestTrack(xs, table.xs[cell.column] ?? 0)
    const to = nearestTrack(xs, table.xs[cell.column + cell.colspan] ?? 0)
    return { ...cell, row: cell.row + rowShift, column: from, colspan: Math.max(1, to - from) }
  }
  const grid = {
    rows: upper.rows + lower.rows,
    columns: xs.length - 1,
    cells: [
      ...upper.cells.map((cell) => seat(upper, cell, 0)),
      ...lower.cells.map((cell) => seat(lower, cell, upper.rows)),
    ],
  }
  return { ...upper, ...grid, xs, bottom: lower.bottom }
}

function nearestTrack(tracks: readonly number[], at: number): number {
  let best = 0
  tracks.forEach((track, index) => {
    if (Math.abs(track - at) < Math.abs((tracks[best] ?? 0) - at)) best = index
  })
  return best
}

/** Lines in groups that no ruled table parts. */
function bandsBetween(lines: readonly PrintedLine[], tables: readonly PageTable[]): PrintedLine[][] {
  const bands: PrintedLine[][] = [[]]
  let before: PrintedLine | undefined
  for (const line of lines) {
    const parted =
      before !== undefined &&
      tables.some((table) => table.top > (before?.base ?? 0) - 1 && table.top < line.base)
    if (parted) bands.push([])
    bands.at(-1)?.push(line)
    before = line
  }
  return bands
}

/** The finished grid of a table: columns in which nothing begins are taken out. */
export function settled(table: PageTable): { rows: number; columns: number; cells: readonly SeatedCell[] } {
  return withoutEmptyTracks({ rows: table.rows, columns: table.columns, cells: table.cells })
}
