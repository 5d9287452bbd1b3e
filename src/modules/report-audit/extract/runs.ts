import type { PrintedRow } from './printed-rows.ts'
import type { Region } from './regions.ts'
import type { Token } from './tokens.ts'
import { statutoryShare } from './vocabulary.ts'

/** Values that stand together, with the labels before them. */
export interface Run {
  readonly labels: readonly Token[]
  readonly values: readonly Token[]
  /** Label and values were printed in one row. */
  readonly sameRow: boolean
  /** Blank cells are in their places among the values: their number can be trusted. */
  readonly settled: boolean
  /** Some values stood apart (page break) and were joined. */
  readonly joined: boolean
}

export interface Runs {
  readonly runs: readonly Run[]
  /** Labels after the last values. */
  readonly rest: readonly Token[]
}

/** Where the columns of a grid lie: for each statutory column its x in the block's grid, when the heading tells. */
export type HeadedColumns = ReadonlyMap<number, readonly (number | undefined)[]>

/**
 * Cuts a region into runs of values. `size` is the number of values of a whole row.
 * Blank cells of real grids keep their place where the columns are known from whole rows or from the heading.
 */
export function runsOf(
  tokens: readonly Token[],
  rows: readonly PrintedRow[],
  region: Region,
  size: number,
  headed: HeadedColumns = new Map(),
): Runs {
  const lines = linesOf(tokens, region, rows)
  const frames = learnFrames(lines, rows, size, headed)
  const runs: Run[] = []
  let labels: Token[] = []
  for (const line of lines) {
    const row = rows[line.row]
    if (row === undefined) continue
    const settled = settleLine(line, row, size, frames)
    let values: Token[] = []
    let ownLabel = false
    const close = () => {
      if (values.length === 0) return
      runs.push({ labels, values, sameRow: ownLabel, settled: settled !== null, joined: false })
      labels = []
      values = []
      ownLabel = false
    }
    for (const token of settled ?? line.tokens) {
      if (token.kind === 'label') {
        close()
        labels.push(token)
        ownLabel = true
      } else if (token.kind === 'value' && (settled !== null || token.content.kind !== 'blank'))
        values.push(token)
    }
    close()
  }
  return { runs: mergeRuns(runs, rows, size), rest: labels }
}

interface Line {
  readonly row: number
  readonly tokens: readonly Token[]
  /** Lines printed one right after another share a stretch: a page break or an empty line may change the fields. */
  stretch: number
}

function linesOf(tokens: readonly Token[], region: Region, rows: readonly PrintedRow[]): Line[] {
  const lines: (Line & { tokens: Token[] })[] = []
  for (let index = region.from; index < region.to; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'noise' || token.kind === 'prose') continue
    const last = lines.at(-1)
    if (last?.row === token.row) {
      last.tokens.push(token)
      continue
    }
    const before = last && rows[last.row]?.place.line
    const own = rows[token.row]?.place.line
    const goesOn = before !== undefined && own !== undefined && own - before <= 1
    lines.push({
      row: token.row,
      tokens: [token],
      stretch: last === undefined ? 0 : last.stretch + (goesOn ? 0 : 1),
    })
  }
  return lines
}

/** For each frame (a grid, or rows whose labels end at the same field) the x of every column. */
type Frames = ReadonlyMap<string, readonly (number | undefined)[]>

function frameOf(line: Line, row: PrintedRow): string | null {
  if (row.shape === 'grid') return `grid ${row.block}`
  if (row.shape === 'fields') return `fields ${line.stretch} ${labelEnd(line)}`
  if (row.shape === 'cellALine') return `cells ${labelEnd(line)}`
  if (row.shape === 'gaps') return `page ${row.place.page ?? 0}`
  return null
}

/** Where the labels of a line end: x of its last label before the first real value. */
function labelEnd(line: Line): number {
  let end = -1
  for (const token of line.tokens) {
    if (token.kind === 'label') end = token.x
    else if (isReal(token) && end >= 0) break
  }
  return end
}

function isReal(token: Token): boolean {
  return token.kind === 'value' && token.content.kind !== 'blank'
}

function realsAfterLabel(line: Line): Token[] {
  const end = labelEnd(line)
  return line.tokens.filter((token) => isReal(token) && token.x > end)
}

function middle(token: Token): number {
  return (token.x + token.right) / 2
}

function learnFrames(
  lines: readonly Line[],
  rows: readonly PrintedRow[],
  size: number,
  headed: HeadedColumns,
): Frames {
  const seen = new Map<string, number[][]>()
  for (const line of lines) {
    const row = rows[line.row]
    const frame = row && frameOf(line, row)
    if (!row || !frame) continue
    const reals = realsAfterLabel(line)
    if (reals.length !== size) continue
    const xs = reals.map((token) => (row.shape === 'gaps' ? middle(token) : token.x))
    seen.set(frame, [...(seen.get(frame) ?? []), xs])
  }
  const frames = new Map<string, readonly (number | undefined)[]>()
  for (const [frame, list] of seen) {
    const first = list[0] ?? []
    if (frame.startsWith('page')) {
      if (list.length < 2) continue
      const centres = first.map((_, column) => median(list.map((xs) => xs[column] ?? 0)))
      const steady = list.filter((xs) => xs.every((x, column) => Math.abs(x - (centres[column] ?? 0)) <= 2))
      if (steady.length >= Math.max(2, list.length * 0.8)) frames.set(frame, centres)
    } else if (list.every((xs) => xs.every((x, column) => x === first[column]))) frames.set(frame, first)
  }
  for (const [stretch, fits] of fieldsFit(lines, rows, size)) if (fits) frames.set(`fit ${stretch}`, [])
  // A heading that names every column is as good as a whole row; whole rows come first.
  for (const [block, xs] of headed) if (!frames.has(`grid ${block}`)) frames.set(`grid ${block}`, xs)
  return frames
}

/**
 * For each stretch of delimited lines: whether the fields beside the widest label are exactly as many as the columns.
 * Where a column was cut off, a padding field must not pass for a blank cell.
 */
function fieldsFit(lines: readonly Line[], rows: readonly PrintedRow[], size: number): Map<number, boolean> {
  const widest = new Map<number, { fields: number; label: number }>()
  for (const line of lines) {
    const row = rows[line.row]
    if (row?.shape !== 'fields') continue
    const known = widest.get(line.stretch) ?? { fields: 0, label: -1 }
    const hasValue = line.tokens.some(isReal)
    widest.set(line.stretch, {
      fields: Math.max(known.fields, row.cells.length),
      label: hasValue ? Math.max(known.label, labelEnd(line)) : known.label,
    })
  }
  return new Map([...widest].map(([stretch, { fields, label }]) => [stretch, fields - label - 1 === size]))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * Puts the values of one line into their columns, blanks included. null when the columns cannot be told: then only the real
 * values count, and a short row stays short.
 */
function settleLine(line: Line, row: PrintedRow, size: number, frames: Frames): Token[] | null {
  const end = labelEnd(line)
  const labels = line.tokens.filter((token) => token.kind === 'label' && token.x <= end)
  const cells = line.tokens.filter((token) => token.kind === 'value' && token.x > end)
  const reals = cells.filter(isReal)
  if (row.shape === 'line' || labels.length + reals.length === 0) return null
  if (line.tokens.some((token) => token.kind === 'label' && token.x > end)) return null
  if (reals.length === size) return [...labels, ...reals]
  if (reals.length > size || (reals.length === 0 && labels.length === 0)) return null
  const frame = frames.get(frameOf(line, row) ?? '')
  if (frame !== undefined && row.shape !== 'gaps') {
    const placed = frame.map((x) => cells.find((cell) => x !== undefined && cell.x === x))
    const kept = placed.filter((cell) => cell !== undefined && isReal(cell)).length
    const whole = row.shape === 'grid' || placed.every((cell) => cell !== undefined)
    if (whole && kept === reals.length && (reals.length > 0 || placed.some((cell) => cell !== undefined)))
      return [...labels, ...placed.map((cell, column) => cell ?? emptyToken(line, frame[column] ?? 0))]
  }
  if (frame !== undefined && row.shape === 'gaps' && reals.length > 0) {
    const placed = nearest(
      reals,
      frame.map((x) => x ?? 0),
    )
    if (placed)
      return [...labels, ...placed.map((cell, column) => cell ?? emptyToken(line, frame[column] ?? 0))]
  }
  const exact = row.shape === 'cellALine' || row.shape === 'grid' || frames.has(`fit ${line.stretch}`)
  if (row.shape !== 'gaps' && exact && cells.length === size) return [...labels, ...cells]
  return null
}

function nearest(reals: readonly Token[], centres: readonly number[]): (Token | undefined)[] | null {
  const placed: (Token | undefined)[] = centres.map(() => undefined)
  const step = Math.min(...centres.slice(1).map((centre, index) => centre - (centres[index] ?? 0)))
  if (!(step >= 3)) return null
  for (const token of reals) {
    const distances = centres.map((centre) => Math.abs(middle(token) - centre))
    const least = Math.min(...distances)
    const column = distances.indexOf(least)
    if (least > step * 0.35 || placed[column] !== undefined) return null
    placed[column] = token
  }
  return placed
}

function emptyToken(line: Line, x: number): Token {
  const model = line.tokens[0]
  return {
    kind: 'value',
    text: '',
    key: '',
    content: { kind: 'blank' },
    place: model?.place ?? {},
    x,
    right: x,
    colspan: 1,
    row: line.row,
    cell: -1,
  }
}

/**
 * Joins runs with nothing between them: single values line by line, and rows cut in two by a page break. A row takes what
 * follows it only when that is exactly what it lacks; a longer tail is a column that went astray.
 */
function mergeRuns(runs: readonly Run[], rows: readonly PrintedRow[], size: number): Run[] {
  const merged: Run[] = []
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index]
    if (run === undefined) continue
    if (run.settled) {
      merged.push(run)
      continue
    }
    const followers: Run[] = []
    for (
      let next = runs[index + 1];
      next !== undefined && !next.settled && next.labels.length === 0;
      next = runs[index + 1]
    ) {
      followers.push(next)
      index += 1
    }
    merged.push(...joinFollowers(run, followers, rows, size))
  }
  return joinOverNoise(merged, size)
}

function joinFollowers(
  run: Run,
  followers: readonly Run[],
  rows: readonly PrintedRow[],
  size: number,
): Run[] {
  if (followers.length === 0) return [run]
  const all = [run, ...followers]
  const values = all.flatMap((one) => one.values)
  const single = all.every((one) => isSingleLines(one, rows))
  if (single || values.length === size) return [{ ...run, values, joined: run.joined || !single }]
  const tail = followers.every((one) => isSingleLines(one, rows))
  const first = followers[0]
  return tail && first
    ? [run, { ...first, values: followers.flatMap((one) => one.values), joined: true }]
    : all
}

/** The two halves of a row with a page header between them. */
function joinOverNoise(runs: readonly Run[], size: number): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const fits =
      last !== undefined && last.values.length > 1 && last.values.length + run.values.length === size
    if (
      last !== undefined &&
      fits &&
      !last.settled &&
      !run.settled &&
      run.labels.length > 0 &&
      isAlien(run.labels)
    )
      merged[merged.length - 1] = { ...last, values: [...last.values, ...run.values], joined: true }
    else merged.push(run)
  }
  return merged
}

function isSingleLines(run: Run, rows: readonly PrintedRow[]): boolean {
  return run.values.every((token) => rows[token.row]?.cells.length === 1)
}

/** Labels that belong to no statutory table: a repeated page header. */
function isAlien(labels: readonly Token[]): boolean {
  return labels.every((label) => statutoryShare(label.key.replace(/\d+/g, '')) < 0.3)
}
