import { formerOtherRow } from './form-2019.ts'
import { t3ResultRows } from './form-2021.ts'
import {
  type CellValue,
  type ReportTables,
  type T3Column,
  type T3Row,
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
  type TableId,
} from './model.ts'

/** One cell of a report, by its contract ids. Table two has no column. */
export interface CellRef {
  readonly table: TableId
  readonly row: string
  readonly column?: string
}

/**
 * One arithmetic tie (勾稽关系) put to one row, column or cell.
 * `holds` is null when a cell it needs is not held by the document: then nothing may be said.
 */
export interface TieResult {
  readonly tie: 'I1' | 'I2' | 'I3' | 'I4' | 'I5'
  readonly holds: boolean | null
  /** What the parts give, and what is printed; null when unknown. */
  readonly expected: number | null
  readonly found: number | null
  readonly parts: readonly CellRef[]
  readonly target: CellRef
}

/** The single row （六）其他处理 of the form of 2019, which stands for the three rows of the present form. */
export type OtherHandled = Readonly<Record<T3Column, CellValue>> | null

/**
 * All ties I1 to I5 over the tables that are present.
 * @param other the row （六） of a report in the form of 2019
 */
export function checkTies(tables: ReportTables, other: OtherHandled = null): TieResult[] {
  return [
    ...rowTies(tables, other),
    ...balanceTies(tables),
    ...resultTies(tables, other),
    ...remedyTies(tables),
    ...countTies(tables),
  ]
}

const applicantColumns = t3Columns.filter((column) => column !== 'total')

/** I1: in every row of table three 总计 is the sum of the six kinds of applicant (25 equations). */
export function rowTies(tables: ReportTables, other: OtherHandled = null): TieResult[] {
  const t3 = tables.t3
  if (t3 === null) return []
  const lines = t3Rows.map((row) => [row, t3[row]] as const)
  return [...lines, ...(other === null ? [] : [[formerOtherRow, other] as const])].map(([row, values]) =>
    tie(
      'I1',
      applicantColumns.map((column) => [ref3(row, column), values[column]]),
      ref3(row, 'total'),
      values.total,
    ),
  )
}

/**
 * I2, the tie printed in the corner: 一 + 二 = 三（七）+ 四, in every column (7 equations).
 * Stated for 三（七）: expected is 一 + 二 − 四.
 */
export function balanceTies(tables: ReportTables): TieResult[] {
  const t3 = tables.t3
  if (t3 === null) return []
  return t3Columns.map((column) => {
    const intake = sum([t3.newlyReceived[column], t3.carriedIn[column]])
    const outcome = sum([t3.totalHandled[column], t3.carriedOut[column]])
    return {
      tie: 'I2',
      holds: intake === null || outcome === null ? null : intake === outcome,
      expected: intake,
      found: outcome,
      parts: [ref3('newlyReceived', column), ref3('carriedIn', column), ref3('carriedOut', column)],
      target: ref3('totalHandled', column),
    }
  })
}

/** I3: 三（七）总计 is the sum of the 21 result rows (19 in the form of 2019), in every column (7 equations). */
export function resultTies(tables: ReportTables, other: OtherHandled = null): TieResult[] {
  const t3 = tables.t3
  if (t3 === null) return []
  const lines =
    other === null
      ? t3ResultRows.map((row) => [row, t3[row]] as const)
      : [
          ...t3ResultRows.filter((row) => !row.startsWith('other')).map((row) => [row, t3[row]] as const),
          [formerOtherRow, other] as const,
        ]
  return t3Columns.map((column) =>
    tie(
      'I3',
      lines.map(([row, values]) => [ref3(row, column), values[column]]),
      ref3('totalHandled', column),
      t3.totalHandled[column],
    ),
  )
}

/** I4: in every block of table four 总计 is the sum of the four results (3 equations). */
export function remedyTies(tables: ReportTables): TieResult[] {
  const t4 = tables.t4
  if (t4 === null) return []
  return t4Blocks.map((block) =>
    tie(
      'I4',
      t4Columns
        .filter((column) => column !== 'total')
        .map((column) => [{ table: 't4', row: block, column } as const, t4[block][column]]),
      { table: 't4', row: block, column: 'total' },
      t4[block].total,
    ),
  )
}

/** I5: every count is a whole number of at least 0, the fee at least 0. Only the cells that break it are given. */
export function countTies(tables: ReportTables): TieResult[] {
  const broken: TieResult[] = []
  const put = (target: CellRef, value: CellValue, whole: boolean) => {
    if (value !== null && (value < 0 || (whole && !Number.isInteger(value))))
      broken.push({ tie: 'I5', holds: false, expected: null, found: value, parts: [], target })
  }
  const { t2, t3, t4 } = tables
  if (t2 !== null) for (const cell of t2Cells) put({ table: 't2', row: cell }, t2[cell], cell !== 'feesWan')
  if (t3 !== null)
    for (const row of t3Rows) for (const column of t3Columns) put(ref3(row, column), t3[row][column], true)
  if (t4 !== null)
    for (const block of t4Blocks)
      for (const column of t4Columns) put({ table: 't4', row: block, column }, t4[block][column], true)
  return broken
}

function tie(
  id: 'I1' | 'I3' | 'I4',
  parts: readonly (readonly [CellRef, CellValue])[],
  target: CellRef,
  found: CellValue,
): TieResult {
  const expected = sum(parts.map(([, value]) => value))
  return {
    tie: id,
    holds: expected === null || found === null ? null : expected === found,
    expected,
    found,
    parts: parts.map(([part]) => part),
    target,
  }
}

function sum(values: readonly CellValue[]): number | null {
  let total = 0
  for (const value of values) {
    if (value === null) return null
    total += value
  }
  return Number(total.toPrecision(12))
}

function ref3(row: T3Row | typeof formerOtherRow, column: T3Column): CellRef {
  return { table: 't3', row, column }
}
