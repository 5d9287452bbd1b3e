import { type T3Column, t3Columns } from '../../../law/report-form/model.ts'
import { columnOfHeading } from './grid-columns.ts'
import type { PrintedRow } from './printed-rows.ts'
import { numberOf } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import { gapOf } from './row-matching.ts'
import type { Run } from './runs.ts'
import { labelsInSequence, t3RowPatterns } from './table-three-rows.ts'
import type { Token } from './tokens.ts'

/** Values that belong to one row of table three. */
export interface PlacedRow {
  readonly row: string
  readonly values: readonly Token[]
  readonly settled: boolean
  /** Set where the columns are already known. */
  readonly columns?: readonly (T3Column | null)[]
  /** Its label stands whole in the same printed row. */
  readonly sure?: boolean
  readonly how?: string
  readonly doubtful?: boolean
}

const width = t3Columns.length

/**
 * Copies in which labels and numbers stand apart: several row labels, then all their numbers. Accepted only when the number
 * of values fits the number of labels exactly; where they could be read along the rows or down the columns, the ties decide.
 */
export function distributeSeparateRuns(
  runs: readonly Run[],
  rows: readonly PrintedRow[],
): { placed: PlacedRow[]; rest: Run[] } {
  const placed: PlacedRow[] = []
  const rest: Run[] = []
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index]
    if (run === undefined) continue
    const labels = run.sameRow && run.values.length <= width ? [] : rowsNamed(run, runs, index)
    const group = labels.length >= 2 ? groupOf(runs, index) : null
    const found = group && distribute(labels, group, rows)
    if (found && group) {
      placed.push(...found)
      index += group.length - 1
    } else rest.push(run)
  }
  // A few labels before as many values may as well be rows left empty: only a whole table of totals is believed.
  const totals = placed.filter((row) => row.columns?.length === 1)
  return totals.length > 0 && totals.length < 20 ? { placed: [], rest: [...runs] } : { placed, rest }
}

/** The rows named before a run. When all numbers of the table follow, a label or two may be misspelt. */
function rowsNamed(run: Run, runs: readonly Run[], index: number): string[] {
  const found = labelsInSequence(gapOf(run.labels).joined).map((entry) => entry.pattern.id)
  const count = groupOf(runs, index).reduce((all, other) => all + other.values.length, 0)
  const all = t3RowPatterns.map((pattern) => pattern.id)
  const whole = count === all.length * width || count === all.length
  return whole && found.length >= 20 ? all : found
}

/** The run and those after it that have no label of their own, or only a column heading. */
function groupOf(runs: readonly Run[], index: number): Run[] {
  const group: Run[] = []
  for (let at = index; at < runs.length; at += 1) {
    const run = runs[at]
    if (run === undefined) break
    const key = gapOf(run.labels).joined
    if (at > index && key !== '' && columnOfHeading(key) === null && key !== '法人或其他组织商业企业') break
    group.push(run)
  }
  return group
}

function distribute(
  names: readonly string[],
  group: readonly Run[],
  rows: readonly PrintedRow[],
): PlacedRow[] | null {
  const values = group.flatMap((run) => run.values)
  const n = names.length
  const row = (index: number, own: readonly Token[], extra: Partial<PlacedRow>): PlacedRow => ({
    row: names[index] ?? '',
    values: own,
    settled: true,
    ...extra,
  })
  const how = '行名与数值分开排列，按顺序对应'
  if (values.length === n && n >= 3)
    return names.map((_, index) =>
      row(index, values.slice(index, index + 1), { columns: ['total'], how, doubtful: true }),
    )
  if (values.length !== n * width) return null
  const along = names.map((_, index) => values.slice(index * width, (index + 1) * width))
  const down = names.map((_, index) => t3Columns.map((_, column) => values[column * n + index] as Token))
  const lines = linesOf(values, rows)
  const headedColumns = group.length === width && group.every((run) => run.values.length === n)
  const columns = headedColumns ? group.map((run) => columnOfHeading(lastKey(run))?.column ?? null) : null
  if (columns && new Set(columns).size === width && !columns.includes(null))
    return down.map((own, index) => row(index, own, { columns, how, doubtful: true }))
  if (lines.every((size) => size === width) && lines.length === n && n !== width)
    return along.map((own, index) => row(index, own, { columns: t3Columns, how, doubtful: true }))
  const fits = (readings: readonly (readonly Token[])[]) =>
    readings.filter((own) => tiesHold(own.map(numberOf), [width])).length / n
  const same = along.every((own, index) =>
    own.every((token, column) => numberOf(token) === numberOf(down[index]?.[column])),
  )
  const telling = values.some((token) => numberOf(token) !== 0)
  const [ofAlong, ofDown] = [fits(along), fits(down)]
  const clear = telling && Math.max(ofAlong, ofDown) >= 0.8 && Math.min(ofAlong, ofDown) <= 0.5
  if (!same && !clear) return null
  const chosen = same || ofAlong > ofDown ? along : down
  return chosen.map((own, index) => row(index, own, { columns: t3Columns, how, doubtful: true }))
}

function lastKey(run: Run): string {
  return run.labels.at(-1)?.key ?? ''
}

/** How many values stand on each printed row. */
function linesOf(values: readonly Token[], rows: readonly PrintedRow[]): number[] {
  const counts = new Map<number, number>()
  for (const token of values) if (rows[token.row]) counts.set(token.row, (counts.get(token.row) ?? 0) + 1)
  return [...counts.values()]
}
