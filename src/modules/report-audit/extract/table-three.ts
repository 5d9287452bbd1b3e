import { tableThreeOf } from '../../../law/report-form/empty-tables.ts'
import { formerOtherRow } from '../../../law/report-form/form-2019.ts'
import {
  type CellValue,
  type T3Column,
  type T3Row,
  type TableThree,
  t3Columns,
  t3Rows,
} from '../../../law/report-form/model.ts'
import { type GridHeading, gridHeadings, linearHeadings } from './grid-columns.ts'
import type { PrintedRow } from './printed-rows.ts'
import { atOf, newReadings, noteCell, numberOf, quoteOf, type Readings } from './readings.ts'
import type { Region } from './regions.ts'
import { columnsOfLongRow, tiesHold } from './row-columns.ts'
import { withoutContinuations } from './continuations.ts'
import { partGlued } from './part-glued.ts'
import { gluedValues } from './glued-values.ts'
import { claimsOf, settleByOrder } from './settle-by-order.ts'
import { gapOf, matchRows, type RowMatch } from './row-matching.ts'
import { type Run, runsOf } from './runs.ts'
import { distributeSeparateRuns, type PlacedRow } from './separate-runs.ts'
import { t3ColumnForm, t3Form } from '../../../law/report-form/form-2021.ts'
import { observeHeadings } from './headings.ts'
import { totalsWithoutZeros } from './dropped-zeros.ts'
import { layoutOf, type Layout } from './table-three-layout.ts'
import { t3Patterns, t3RowPatterns } from './table-three-rows.ts'
import type { Token } from './tokens.ts'
import { withoutShifted } from './values-first.ts'
import { keyOf } from '../../../text/fold.ts'

export interface ReadTableThree {
  readonly table: TableThree
  /** The single row （六）其他处理 of the form of 2019, where it is printed. */
  readonly former: Record<T3Column, CellValue> | null
  readonly readings: Readings
}

const width = t3Columns.length

/** Reads table three out of its region: rows by their labels, columns by order, heading and grid. */
export function readTableThree(
  printedTokens: readonly Token[],
  rows: readonly PrintedRow[],
  printedRegion: Region,
): ReadTableThree {
  const readings = newReadings()
  const { tokens, region } = partGlued(printedTokens, printedRegion, 't3', readings)
  const headings = gridHeadings(tokens, rows, region)
  const headed = new Map(headings.map((heading) => [heading.block, heading.xs]))
  const cut = runsOf(tokens, rows, region, width, headed)
  const separate = distributeSeparateRuns(cut.runs, rows)
  const runs = splitJoinedRows(takeStrandedTotals(withoutContinuations(separate.rest)))
  const named = [...separate.placed, ...placeByLabel(runs, cut.rest, readings)]
  const printed = cut.runs.flatMap((run) => run.values)
  const settled = settleByOrder(named, printed, claimsOf(runs), gluedValues(tokens, region), readings)
  const placed = withoutShifted(settled, tokens, region)
  const result: { table: TableThree; former: Record<T3Column, CellValue> | null } = {
    table: tableThreeOf(null),
    former: null,
  }
  const layout = layoutOf(
    placed,
    printed.length,
    linearHeadings(tokens, region, firstValueIndex(tokens, region)),
  )
  const absent = layout.kind === 'some' ? t3Columns.filter((column) => !layout.columns.includes(column)) : []
  if (absent.length > 0)
    readings.observations.push({
      code: 'structure.missingColumns',
      at: absent.map((column) => atOf(tokens[region.from]?.place ?? {}, 't3', undefined, column)),
      detail: { columns: absent.join(' '), perRow: width - absent.length },
    })
  const tied = rowsTie(placed)
  const totals = totalsWithoutZeros(placed, printed.length)
  for (const row of placed) {
    const total = totals.get(row)
    if (total)
      put(row, 'total', total, result, readings, {
        how: '零没有印出，只有合计能按位置和勾稽关系认定',
        doubtful: true,
      })
    else fillRow(row, layout, orderOf(row, rows, headings, placed, readings), tied, result, readings)
  }
  observeMissing(placed, readings, region, tokens)
  const head = tokens
    .slice(region.from, firstValueIndex(tokens, region))
    .filter((token) => token.kind === 'label')
  observeHeadings(
    head,
    t3ColumnForm.map((form) => form.label),
    't3',
    readings,
  )
  return { ...result, readings }
}

function firstValueIndex(tokens: readonly Token[], region: Region): number {
  for (let index = region.from; index < region.to; index += 1)
    if (tokens[index]?.kind === 'value' && tokens[index]?.content.kind === 'number') return index
  return region.to
}

/**
 * Rows of six values each, and as many numbers in a column of their own after them: the totals went astray. They are taken
 * back when nearly every one of them is the sum of its row.
 */
function takeStrandedTotals(runs: readonly Run[]): Run[] {
  const short = runs.filter((run) => !run.settled && run.values.length === width - 1 && run.labels.length > 0)
  const totals = runs.find(
    (run) =>
      run.values.length === short.length &&
      short.length >= 20 &&
      gapOf(run.labels).joined.replace(/^[总合]计$/, '') === '',
  )
  if (totals === undefined) return [...runs]
  const whole = short.map((run, index): Run => {
    const total = totals.values[index]
    return { ...run, joined: true, values: total ? [...run.values, total] : run.values }
  })
  const ties = whole.filter((run) => tiesHold(run.values.map(numberOf), [width])).length
  if (ties < whole.length * 0.8) return [...runs]
  return runs.flatMap((run) => (run === totals ? [] : [whole[short.indexOf(run)] ?? run]))
}

/**
 * A run of two or more whole rows: the row end between them was lost. The first keeps the label, the next have none; where as
 * many whole labels stand before them, each has its own.
 */
function splitJoinedRows(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    const count = run.values.length / width
    if (run.settled || count < 2 || count > 25 || !Number.isInteger(count)) return [run]
    const last = run.labels.slice(-count)
    const each = last.length === count && areNextToEachOther(last)
    return Array.from({ length: count }, (_, index) => ({
      ...run,
      labels: each
        ? index === 0
          ? run.labels.slice(0, 1 - count)
          : last.slice(index, index + 1)
        : index === 0
          ? run.labels
          : [],
      values: run.values.slice(index * width, (index + 1) * width),
      joined: true,
    }))
  })
}

/** Whole labels of rows that follow each other in the form. 其他 and 总计 count only with their number: they are headings as well. */
function areNextToEachOther(labels: readonly Token[]): boolean {
  const rows = labels.map((label) => {
    const bare = label.key.replace(/^[\d一二三四五六七]+(?=..)/, '')
    if (bare.length < 4 && bare === label.key) return -1
    return t3RowPatterns.findIndex(
      (pattern) => pattern.keys.includes(label.key) || pattern.keys.includes(bare),
    )
  })
  return rows.every((row, index) => row >= 0 && row === (rows[0] ?? 0) + index)
}

function placeByLabel(runs: readonly Run[], rest: readonly Token[], readings: Readings): PlacedRow[] {
  const texts = runs.map((run, index) => ({
    before: gapOf(run.labels),
    after: gapOf(runs[index + 1]?.labels ?? (index === runs.length - 1 ? rest : [])),
    sameRow: run.sameRow,
    whole: run.values.length === width,
  }))
  return matchRows(texts, t3Patterns).flatMap((match) => {
    const run = runs[match.run]
    if (run === undefined || match.pattern.decoy) return []
    observeLabel(match, run, readings)
    const byOrder = match.likeness === 0
    return [
      {
        row: match.pattern.id,
        values: run.values,
        settled: run.settled,
        sure: match.likeness > 0.99 && run.sameRow,
        ...(byOrder
          ? { how: '行名缺失，按法定顺序认定', doubtful: true }
          : run.joined
            ? { how: '跨行拼接' }
            : {}),
      },
    ]
  })
}

/** An altered label is told; a label cut at its bracket or set with other punctuation is not altered. */
function observeLabel(match: RowMatch, run: Run, readings: Readings): void {
  const place = run.labels.at(-1)?.place ?? run.values[0]?.place ?? {}
  const at = [atOf(place, 't3', match.pattern.id)]
  const expected = t3Form.find((form) => form.row === match.pattern.id)?.label ?? ''
  if (match.likeness === 0)
    readings.observations.push({ code: 'structure.missingLabel', at, detail: { expected } })
  else if (match.likeness < 1 && !keyOf(expected).startsWith(match.printed))
    readings.observations.push({
      code: 'structure.alteredLabel',
      at,
      detail: { expected, found: match.printed },
      quote: quoteOf(run.labels.slice(-1)),
    })
}

/**
 * The order of the columns in the grid a row stands in. Where the heading says another order than the form, the tie
 * 总计 = sum must agree with it; where it agrees with the form's order only, or with neither, nothing is believed.
 */
function orderOf(
  row: PlacedRow,
  rows: readonly PrintedRow[],
  headings: readonly GridHeading[],
  placed: readonly PlacedRow[],
  readings: Readings,
): readonly (T3Column | null)[] {
  const block = rows[row.values[0]?.row ?? -1]?.block
  const heading = headings.find((candidate) => candidate.block === block)
  if (heading === undefined || heading.order.length !== width) return t3Columns
  if (heading.order.every((column, index) => column === t3Columns[index])) return t3Columns
  const whole = placed.filter(
    (other) => other.values.length === width && other.values.every((token) => numberOf(token) !== null),
  )
  const holding = (order: readonly T3Column[]) =>
    whole.filter((other) =>
      tiesHold(
        t3Columns.map((column) => numberOf(other.values[order.indexOf(column)])),
        [width],
      ),
    ).length
  const byHeading = holding(heading.order)
  const byForm = holding(t3Columns)
  if (!readings.observations.some((observation) => observation.code === 'structure.columnOrder'))
    readings.observations.push({
      code: 'structure.columnOrder',
      at: [atOf(row.values[0]?.place ?? {}, 't3')],
      detail: { found: heading.order.join(' ') },
    })
  if (byHeading >= byForm) return heading.order
  readings.observations.push({
    code: 'reading.methodsDisagree',
    at: [atOf(row.values[0]?.place ?? {}, 't3', row.row)],
  })
  return t3Columns.map(() => null)
}

function fillRow(
  row: PlacedRow,
  layout: Layout,
  order: readonly (T3Column | null)[],
  tied: boolean,
  result: { table: TableThree; former: Record<T3Column, CellValue> | null },
  readings: Readings,
): void {
  const columns = row.columns ?? columnsFor(row, layout, order)
  const surplus = layout.kind === 'surplus' && row.values.length === width + 1 ? layout.drop : -1
  if (columns === null || surplus >= 0) {
    readings.observations.push({
      code: 'structure.raggedRow',
      at: [atOf(row.values[0]?.place ?? {}, 't3', row.row)],
      detail: { expected: width, found: row.values.length },
      quote: quoteOf(row.values),
    })
    if (surplus >= 0) {
      const own = row.values.filter((_, index) => index !== surplus)
      for (const [index, column] of t3Columns.entries()) {
        const token = own[index]
        if (token)
          put(row, column, token, result, readings, { how: '多出一栏，按勾稽关系对齐', doubtful: true })
      }
      return
    }
    const long = columnsOfLongRow(row.values.map(numberOf), width, [width], tied)
    if (long === null || row.values.some((token) => numberOf(token) === null)) return
    for (const [index, column] of t3Columns.entries()) {
      const from = long.from[index]
      const token = from === undefined ? undefined : row.values[from]
      if (token)
        put(row, column, token, result, readings, { how: '本行数值多于栏数，各种对法一致', doubtful: true })
    }
    return
  }
  for (const [index, token] of row.values.entries()) {
    const column = columns[index]
    if (column != null) put(row, column, token, result, readings, {})
  }
}

/** Whether the whole rows of this table, at least ten, all add up: then its arithmetic may speak about a row with a surplus. */
function rowsTie(placed: readonly PlacedRow[]): boolean {
  const whole = placed.filter((row) => row.values.length === width)
  return whole.length >= 10 && whole.every((row) => tiesHold(row.values.map(numberOf), [width]))
}

function columnsFor(
  row: PlacedRow,
  layout: Layout,
  order: readonly (T3Column | null)[],
): readonly (T3Column | null)[] | null {
  if (layout.kind === 'surplus') return row.values.length === width ? order : null
  if (layout.kind === 'some') return row.values.length === layout.columns.length ? layout.columns : null
  return row.values.length === width ? order : null
}

function put(
  row: PlacedRow,
  column: T3Column,
  token: Token,
  result: { table: TableThree; former: Record<T3Column, CellValue> | null },
  readings: Readings,
  extra: { how?: string; doubtful?: boolean },
): void {
  const value = numberOf(token)
  if (row.row === formerOtherRow) {
    result.former ??= Object.fromEntries(t3Columns.map((name) => [name, null])) as Record<T3Column, CellValue>
    result.former[column] = value
  } else result.table[row.row as T3Row][column] = value
  const how = extra.how ?? row.how
  const doubtful = extra.doubtful ?? row.doubtful
  noteCell(readings, 't3', row.row, column, {
    value,
    token,
    ...(how ? { how } : {}),
    ...(doubtful ? { doubtful } : {}),
  })
}

function observeMissing(
  placed: readonly PlacedRow[],
  readings: Readings,
  region: Region,
  tokens: readonly Token[],
): void {
  const seen = new Set(placed.map((row) => row.row))
  const former = seen.has(formerOtherRow)
  const start = tokens[region.from]?.place ?? {}
  if (former)
    readings.observations.push({ code: 'structure.formerRow', at: [atOf(start, 't3', formerOtherRow)] })
  const split = ['otherCorrectionLapsed', 'otherFeeUnpaid', 'otherMisc']
  const missing = t3Rows.filter((row) => !seen.has(row) && !(former && split.includes(row)))
  if (missing.length > 0)
    readings.observations.push({
      code: 'structure.missingRow',
      at: missing.map((row) => atOf(start, 't3', row)),
      detail: { row: missing.join(' '), count: missing.length },
    })
}
