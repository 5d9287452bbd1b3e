import type { ReportTables } from '../../../../law/report-form/model.ts'

/** One cell a line: agency, year, table, row, column, value. An open cell is empty, never 0. */
export function* cellLines(agency: string, year: number, tables: ReportTables): Generator<string> {
  for (const [cell, value] of Object.entries(tables.t2 ?? {}))
    yield csvLine(agency, year, 't2', cell, '', value)
  for (const table of ['t3', 't4'] as const)
    for (const [row, columns] of Object.entries(tables[table] ?? {}))
      for (const [column, value] of Object.entries(columns as Record<string, number | null>))
        yield csvLine(agency, year, table, row, column, value)
}

/** The head of the file; the first character tells spreadsheets that it is UTF-8. */
export const cellHead = '\uFEFFagency,year,table,row,column,value'

/** Quoted where needed; what a spreadsheet would run as a formula is kept as text. */
function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a CSV file. */
export function csvLine(...parts: readonly (string | number | null)[]): string {
  return parts.map(field).join(',')
}
