import { formerOtherRow } from '../../../law/report-form/form-2019.ts'
import type { CellValue, RecoveredReport, TableId } from '../../../law/report-form/model.ts'

interface FormerTables {
  readonly t2: Record<string, CellValue> | null
  readonly otherHandled: Record<string, CellValue> | null
}

/** A reading that a person corrected. */
export interface Correction {
  readonly cell: string
  readonly readAs: number | null
  readonly value: number | null
}

/** The value of a cell of either form by its id; undefined when the report has no such cell. */
export function valueOf(
  report: Pick<RecoveredReport, 'tables' | 'former' | 'form'>,
  cell: string,
): CellValue | undefined {
  const { table, row, column } = partsOf(cell)
  if (table === 't2') {
    const id = column ? `${row}.${column}` : row
    const former = report.form === '2019' ? report.former?.t2?.[id] : undefined
    return former === undefined ? report.tables.t2?.[id as 'licences'] : former
  }
  if (table === 't3' && row === formerOtherRow)
    return column === undefined ? undefined : report.former?.otherHandled?.[column as 'total']
  const rows = report.tables[table] as Readonly<Record<string, Readonly<Record<string, CellValue>>>> | null
  return column === undefined ? undefined : rows?.[row]?.[column]
}

/**
 * The report with the corrected values in their cells; everything else, the readings too, stays as it was read. A correction is left
 * out where the reader now reads something else than the person saw: then it no longer corrects what it was made for.
 */
export function withCorrections(
  report: RecoveredReport,
  corrections: readonly Correction[],
): { readonly report: RecoveredReport; readonly applied: readonly Correction[] } {
  const applied = corrections.filter(({ cell, readAs }) => {
    const read = valueOf(report, cell)
    return read !== undefined && read === readAs
  })
  if (applied.length === 0) return { report, applied }
  const tables = structuredClone(report.tables) as RecoveredReport['tables']
  const former = structuredClone(report.former) as FormerTables | undefined
  const cells = new Set(applied.map(({ cell }) => cell))
  for (const { cell, value } of applied) {
    const { table, row, column } = partsOf(cell)
    if (table === 't2') {
      const id = column ? `${row}.${column}` : row
      if (report.form === '2019' && former?.t2?.[id] !== undefined) former.t2[id] = value
      else if (tables.t2) tables.t2[id as 'licences'] = value
      continue
    }
    if (row === formerOtherRow && former?.otherHandled && column !== undefined) {
      former.otherHandled[column] = value
      continue
    }
    const rows = tables[table] as Record<string, Record<string, CellValue>> | null
    if (rows?.[row] && column !== undefined) rows[row][column] = value
  }
  const isCorrected = (at: { readonly table?: string; readonly row?: string; readonly column?: string }) =>
    at.row !== undefined &&
    cells.has([at.table, at.row, at.column].filter((part) => part !== undefined).join('.'))
  return {
    report: {
      ...report,
      tables,
      ...(former === undefined ? {} : { former: former as NonNullable<RecoveredReport['former']> }),
      // What was doubtful in these cells has been looked at.
      cells: report.cells.filter((reading) => !isCorrected(reading)),
      observations: report.observations.filter(
        ({ at }) => at.length === 0 || !at.every((place) => place.table !== undefined && isCorrected(place)),
      ),
    },
    applied,
  }
}

function partsOf(cell: string): { readonly table: TableId; readonly row: string; readonly column?: string } {
  const [table, row = '', column] = cell.split('.')
  return { table: table as TableId, row, ...(column === undefined ? {} : { column }) }
}
