import { tableTwoOf } from '../../../law/report-form/empty-tables.ts'
import { type FormerT2Cell, formerT2Cells, formerT2Form } from '../../../law/report-form/form-2019.ts'
import { t2Form } from '../../../law/report-form/form-2021.ts'
import {
  type CellValue,
  type FormVersion,
  type T2Cell,
  type TableTwo,
  t2Cells,
} from '../../../law/report-form/model.ts'
import { keyOf } from '../../../text/fold.ts'
import { inTenThousandYuan } from './cell-value.ts'
import { observeHeadings } from './headings.ts'
import type { PrintedRow } from './printed-rows.ts'
import { atOf, newReadings, noteCell, numberOf, quoteOf, type Readings } from './readings.ts'
import type { Region } from './regions.ts'
import { gapOf, keysOf, matchRows, type RowPattern } from './row-matching.ts'
import { type Run, runsOf } from './runs.ts'
import type { Token } from './tokens.ts'

export interface ReadTableTwo {
  readonly table: TableTwo
  /** Cells that only the form of 2019 has, where it was used. */
  readonly former: Partial<Record<FormerT2Cell, CellValue>> | null
  readonly form: FormVersion
  readonly readings: Readings
}

interface RowOfForm {
  readonly label: string
  readonly cells: readonly { readonly heading: string; readonly cell: string }[]
}

const formerMarks = [
  '制作数量',
  '公开数量',
  '公开总数',
  '项目数量',
  '本年增',
  '集中采购',
  '对外管理服务',
].map(keyOf)
const headingKeys = keysOf(
  ...t2Form.flatMap((row) => [row.group, ...row.cells.map((cell) => cell.heading)]),
  ...formerT2Form.flatMap((row) => [row.group, ...row.cells.map((cell) => cell.heading)]),
  '本年收费金额',
  '信息内容',
).sort((a, b) => b.length - a.length)
const otherWays: Readonly<Record<string, readonly string[]>> = {
  行政规范性文件: ['规范性文件'],
  规范性文件: ['行政规范性文件'],
  行政许可: ['行政许可决定'],
  行政强制: ['行政强制措施'],
}

/** Reads table two out of its region, in the form of 2021 or, where its headings say so, of 2019. */
export function readTableTwo(
  tokens: readonly Token[],
  rows: readonly PrintedRow[],
  region: Region,
): ReadTableTwo {
  const readings = newReadings()
  const labels = tokens.slice(region.from, region.to).filter((token) => token.kind === 'label')
  const joined = labels.map((label) => label.key).join('')
  const form: FormVersion = formerMarks.filter((mark) => joined.includes(mark)).length >= 2 ? '2019' : '2021'
  const formRows: readonly RowOfForm[] = form === '2019' ? formerT2Form : t2Form
  const patterns = formRows.map(
    (row): RowPattern => ({ id: row.label, keys: keysOf(row.label, ...(otherWays[row.label] ?? [])) }),
  )
  const table = tableTwoOf(null)
  const former: Partial<Record<FormerT2Cell, CellValue>> = {}
  const runs = splitAmongRows(withoutHeadings(runsOf(tokens, rows, region, 3).runs), formRows)
  const texts = runs.map((run, index) => ({
    before: gapOf(run.labels),
    after: gapOf(runs[index + 1]?.labels ?? []),
    sameRow: run.sameRow,
    whole: true,
  }))
  const seen = new Set<string>()
  for (const match of matchRows(texts, patterns)) {
    const run = runs[match.run]
    const row = formRows.find((candidate) => candidate.label === match.pattern.id)
    if (run === undefined || row === undefined) continue
    if (match.likeness === 0) continue
    seen.add(row.label)
    if (match.likeness < 1 && match.printed !== keyOf(row.label))
      readings.observations.push({
        code: 'structure.alteredLabel',
        at: [atOf(run.labels.at(-1)?.place ?? {}, 't2', row.label)],
        detail: { expected: row.label, found: match.printed },
      })
    fill(run, row, table, former, readings)
  }
  for (const row of formRows)
    if (!seen.has(row.label))
      readings.observations.push({
        code: 'structure.missingRow',
        at: [atOf(tokens[region.from]?.place ?? {}, 't2', row.cells[0]?.cell ?? row.label)],
        detail: { row: row.label },
      })
  const headings = [...new Set(formRows.flatMap((row) => row.cells.map((cell) => cell.heading)))]
  observeHeadings(labels, headings, 't2', readings)
  return { table, former: form === '2019' ? former : null, form, readings }
}

/**
 * Headings are taken out of the gaps, so that only row labels part the values. Runs that then have no label of their own go
 * on with the row before them (a copy that repeats each heading beside its value).
 */
function withoutHeadings(runs: readonly Run[]): Run[] {
  const bare: Run[] = []
  for (const run of runs) {
    const labels = stripHeadings(run.labels)
    const last = bare.at(-1)
    if (labels.length === 0 && last !== undefined && last.labels.length > 0)
      bare[bare.length - 1] = { ...last, values: [...last.values, ...run.values] }
    else bare.push({ ...run, labels })
  }
  return bare
}

function stripHeadings(labels: readonly Token[]): Token[] {
  let joined = labels.map((label) => label.key).join('')
  const before = joined
  for (const key of headingKeys) joined = joined.replaceAll(key, '')
  if (joined === before) return [...labels]
  // The labels that are left are kept as one: their places were told apart only for the quote.
  const last = labels.at(-1)
  const rest = labels.filter((label) => !headingKeys.includes(label.key))
  if (rest.map((label) => label.key).join('') === joined) return rest
  return joined === '' || last === undefined ? [] : [{ ...last, key: joined }]
}

/** Several labels, then all their values: taken apart when the number of values fits the labels exactly. */
function splitAmongRows(runs: readonly Run[], formRows: readonly RowOfForm[]): Run[] {
  return runs.flatMap((run) => {
    const joined = gapOf(run.labels).joined
    const named: { row: RowOfForm; at: number }[] = []
    let from = 0
    for (const row of formRows) {
      const key = keyOf(row.label)
      const at = joined.indexOf(key, from)
      if (at < 0) continue
      named.push({ row, at })
      from = at + key.length
    }
    const reals = run.values.filter((token) => token.content.kind !== 'blank')
    const wanted = named.reduce((sum, entry) => sum + entry.row.cells.length, 0)
    if (named.length < 2 || wanted !== reals.length) return [run]
    let start = 0
    return named.map(({ row }) => {
      const values = reals.slice(start, start + row.cells.length)
      start += row.cells.length
      const label = run.labels.find((token) => token.key.includes(keyOf(row.label))) ?? run.labels[0]
      return { ...run, joined: true, values, labels: label ? [{ ...label, key: keyOf(row.label) }] : [] }
    })
  })
}

function fill(
  run: Run,
  row: RowOfForm,
  table: TableTwo,
  former: Partial<Record<FormerT2Cell, CellValue>>,
  readings: Readings,
): void {
  const wanted = row.cells.length
  const values = fitting(run, wanted)
  if (values === null) {
    readings.observations.push({
      code: 'structure.raggedRow',
      at: [atOf(run.values[0]?.place ?? {}, 't2', row.cells[0]?.cell ?? row.label)],
      detail: { expected: wanted, found: run.values.length, row: row.label },
      quote: quoteOf(run.values),
    })
    return
  }
  for (const [index, { cell }] of row.cells.entries()) {
    const token = values[index]
    if (token === undefined) continue
    const number = numberOf(token)
    const money = cell === 'feesWan' || cell === 'procurement.amountWan'
    const unit = token.content.kind === 'number' ? token.content.unit : undefined
    const value = number !== null && money ? inTenThousandYuan(number, unit) : number
    if (isPresent(cell)) table[cell] = value
    else if (isFormer(cell)) former[cell] = value
    noteCell(readings, 't2', cell, undefined, {
      value,
      token,
      ...(run.joined ? { how: '行名与数值分开排列，按顺序对应', doubtful: true } : {}),
    })
  }
}

/** The values of a row when their number is right; surplus blanks of a wider grid do not count. */
function fitting(run: Run, wanted: number): readonly Token[] | null {
  if (run.values.length === wanted) return run.values
  const reals = run.values.filter((token) => token.content.kind !== 'blank')
  if (reals.length === wanted) return reals
  if (wanted === 1 && reals.length === 0 && run.values.length > 0) return run.values.slice(0, 1)
  // A cell that spans three columns and was copied three times.
  if (
    wanted === 1 &&
    reals.length === 3 &&
    run.settled &&
    (run.sameRow || numberOf(reals[0]) !== 0) &&
    new Set(reals.map(numberOf)).size === 1
  )
    return reals.slice(0, 1)
  // The form of 2019 sets two cells over three columns: the second one copied twice.
  if (
    wanted === 2 &&
    reals.length === 3 &&
    run.settled &&
    run.sameRow &&
    numberOf(reals[1]) === numberOf(reals[2])
  )
    return reals.slice(0, 2)
  return null
}

function isPresent(cell: string): cell is T2Cell {
  return (t2Cells as readonly string[]).includes(cell)
}

function isFormer(cell: string): cell is FormerT2Cell {
  return (formerT2Cells as readonly string[]).includes(cell)
}
