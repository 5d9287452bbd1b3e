import type { Segment } from './page-items.ts'

/** A cell of a ruled table by its tracks: columns `column` to `column + colspan` between the lines `xs`. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
}

/** A table as its lines draw it. `xs` and `ys` are the lines' positions, one more than there are columns and rows. */
export interface RuledGrid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly RuledCell[]
}

/** Lines closer than this are one line: double rules, and borders drawn cell by cell. */
const sameLine = 2.5
/** Pieces of a line with a gap up to this are one line. */
const joinedGap = 3
/** Strokes shorter than this after joining are parts of letters or ornaments. */
const shortest = 6
/** More lines than this on one page are a drawing, not a table. */
const mostLines = 3_000

interface Line {
  readonly at: number
  from: number
  to: number
}

/**
 * Finds the tables that the ruling lines of a page draw. Lines are joined, lines that touch form a table, missing outer
 * borders are closed, and boxes with no line between them are one merged cell.
 */
export function ruledGrids(segments: readonly Segment[], mostCells: number): RuledGrid[] {
  const horizontals = joinLines(segments.filter((segment) => segment.direction === 'horizontal'))
  const verticals = joinLines(segments.filter((segment) => segment.direction === 'vertical'))
  if (horizontals.length + verticals.length > mostLines) return []
  const grids: RuledGrid[] = []
  for (const group of touchingGroups(horizontals, verticals)) {
    const grid = gridOf(group.horizontals, group.verticals, mostCells)
    if (grid) grids.push(grid)
  }
  return grids.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

function joinLines(segments: readonly Segment[]): Line[] {
  const sorted = segments.toSorted((a, b) => a.at - b.at)
  const lines: Line[] = []
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1
    let sum = sorted[start]?.at ?? 0
    while (
      end < sorted.length &&
      (sorted[end]?.at ?? 0) - (sorted[end - 1]?.at ?? 0) <= 1 &&
      (sorted[end]?.at ?? 0) - (sorted[start]?.at ?? 0) <= sameLine
    ) {
      sum += sorted[end]?.at ?? 0
      end += 1
    }
    const at = sum / (end - start)
    const pieces = sorted.slice(start, end).sort((a, b) => a.from - b.from)
    let open: Line | undefined
    for (const piece of pieces) {
      if (open && piece.from <= open.to + joinedGap) open.to = Math.max(open.to, piece.to)
      else {
        open = { at, from: piece.from, to: piece.to }
        lines.push(open)
      }
    }
    start = end
  }
  return lines.filter((line) => line.to - line.from >= shortest)
}

function touchingGroups(
  horizontals: readonly Line[],
  verticals: readonly Line[],
): { horizontals: Line[]; verticals: Line[] }[] {
  const parents = Array.from({ length: horizontals.length + verticals.length }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (parents[at] !== at) {
      const above = parents[at] ?? at
      parents[at] = parents[above] ?? above
      at = above
    }
    return at
  }
  horizontals.forEach((horizontal, h) => {
    verticals.forEach((vertical, v) => {
      if (
        vertical.at >= horizontal.from - joinedGap &&
        vertical.at <= horizontal.to + joinedGap &&
        horizontal.at >= vertical.from - joinedGap &&
        horizontal.at <= vertical.to + joinedGap
      ) {
        parents[find(h)] = find(horizontals.length + v)
      }
    })
  })
  const groups = new Map<number, { horizontals: Line[]; verticals: Line[] }>()
  const groupOf = (index: number): { horizontals: Line[]; verticals: Line[] } => {
    const root = find(index)
    const group = groups.get(root) ?? { horizontals: [], verticals: [] }
    groups.set(root, group)
    return group
  }
  horizontals.forEach((line, index) => groupOf(index).horizontals.push(line))
  verticals.forEach((line, index) => groupOf(horizontals.length + index).verticals.push(line))
  return [...groups.values()].filter((group) => group.horizontals.length > 0 && group.verticals.length > 1)
}

function gridOf(horizontals: Line[], verticals: Line[], mostCells: number): RuledGrid | undefined {
  const top = Math.min(...verticals.map((line) => line.from))
  const bottom = Math.max(...verticals.map((line) => line.to))
  const left = Math.min(...horizontals.map((line) => line.from))
  const right = Math.max(...horizontals.map((line) => line.to))
  const xs = tracksOf(verticals)
  const ys = tracksOf(horizontals)
  // A border left out at the side, and a table cut by the page's end, are closed where the other lines stop.
  if (left < (xs[0] ?? 0) - 8) {
    xs.unshift(left)
    verticals.push({ at: left, from: top, to: bottom })
  }
  if (right > (xs.at(-1) ?? 0) + 8) {
    xs.push(right)
    verticals.push({ at: right, from: top, to: bottom })
  }
  for (const [edge, isTop] of [
    [top, true],
    [bottom, false],
  ] as const) {
    const outermost = isTop ? (ys[0] ?? 0) : (ys.at(-1) ?? 0)
    if (isTop ? edge > outermost - 4 : edge < outermost + 4) continue
    const reaching = verticals.filter((line) => Math.abs((isTop ? line.from : line.to) - edge) <= 4)
    if (reaching.length < 2) continue
    if (isTop) ys.unshift(edge)
    else ys.push(edge)
    horizontals.push({
      at: edge,
      from: Math.min(...reaching.map((line) => line.at)),
      to: Math.max(...reaching.map((line) => line.at)),
    })
  }
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || rows * columns > mostCells) return undefined
  return { xs, ys, cells: mergedCells(xs, ys, horizontals, verticals) }
}

/** Distinct positions of lines, in order; lines within a hair of each other count once. */
function tracksOf(lines: readonly Line[]): number[] {
  const tracks: { sum: number; count: number; last: number }[] = []
  for (const { at } of lines.toSorted((a, b) => a.at - b.at)) {
    const track = tracks.at(-1)
    if (track && at - track.last <= sameLine) {
      track.sum += at
      track.count += 1
      track.last = at
    } else tracks.push({ sum: at, count: 1, last: at })
  }
  return tracks.map((track) => track.sum / track.count)
}

function mergedCells(xs: number[], ys: number[], horizontals: Line[], verticals: Line[]): RuledCell[] {
  const rows = ys.length - 1
  const columns = xs.length - 1
  // wallRight[row][column]: a line stands right of that box; floor likewise below it.
  const wallRight = new Uint8Array(rows * columns)
  const floor = new Uint8Array(rows * columns)
  const trackAt = (tracks: readonly number[], at: number): number => {
    let best = -1
    let distance = sameLine * 2
    tracks.forEach((track, index) => {
      if (Math.abs(track - at) < distance) {
        best = index
        distance = Math.abs(track - at)
      }
    })
    return best
  }
  for (const line of verticals) {
    const column = trackAt(xs, line.at) - 1
    if (column < 0 || column >= columns - 1) continue
    for (let row = 0; row < rows; row += 1) {
      if (covers(line, ys[row] ?? 0, ys[row + 1] ?? 0)) wallRight[row * columns + column] = 1
    }
  }
  for (const line of horizontals) {
    const row = trackAt(ys, line.at) - 1
    if (row < 0 || row >= rows - 1) continue
    for (let column = 0; column < columns; column += 1) {
      if (covers(line, xs[column] ?? 0, xs[column + 1] ?? 0)) floor[row * columns + column] = 1
    }
  }
  const taken = new Uint8Array(rows * columns)
  const cells: RuledCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken[row * columns + column]) continue
      let colspan = 1
      while (
        column + colspan < columns &&
        !wallRight[row * columns + column + colspan - 1] &&
        !taken[row * columns + column + colspan]
      ) {
        colspan += 1
      }
      let rowspan = 1
      while (row + rowspan < rows && opensBelow(row + rowspan - 1, column, colspan)) rowspan += 1
      for (let r = row; r < row + rowspan; r += 1)
        taken.fill(1, r * columns + column, r * columns + column + colspan)
      cells.push({ row, column, rowspan, colspan })
    }
  }
  return cells

  /** No line below any box of the stretch, none between the boxes of the next row, and both ends closed there alike. */
  function opensBelow(row: number, column: number, colspan: number): boolean {
    for (let c = column; c < column + colspan; c += 1) {
      if (floor[row * columns + c] || taken[(row + 1) * columns + c]) return false
      if (c < column + colspan - 1 && wallRight[(row + 1) * columns + c]) return false
    }
    return true
  }
}

/** Whether the line runs along most of the stretch. */
function covers(line: Line, from: number, to: number): boolean {
  const overlap = Math.min(line.to, to) - Math.max(line.from, from)
  return overlap >= (to - from) * 0.6
}
