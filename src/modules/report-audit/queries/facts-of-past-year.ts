import { sql } from 'kysely'
import type { CellReading, FormVersion, ReportTables } from '../../../law/report-form/model.ts'
import type { Finding } from '../../../law/report-form/model.ts'
import type { Db } from '../../../platform/context.ts'

/**
 * How sure a figure of a past year is: read plainly; read in an unusual way; corrected by a person who looked at the source; in
 * contradiction with another figure of the report; not in the report at all.
 */
export type Certainty = 'read' | 'doubtful' | 'corrected' | 'disputed' | 'missing'

export interface PastCell {
  /** The value that counts; null when the report does not hold it. */
  readonly value: number | null
  /** What the reader read; differs from the value only where a person corrected it. */
  readonly readAs: number | null
  readonly certainty: Certainty
}

/** What an agency's published report of a year says, cell by cell (ids of the report form, e.g. t3.carriedOut.total). */
export interface PastYear {
  readonly agencyId: string
  readonly year: number
  readonly edition: number
  readonly form: FormVersion
  readonly cells: Readonly<Record<string, PastCell>>
  /** What was found in it, weighed. */
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'verdict'>[]
}

/** The figures of one past year of an agency; undefined when its report is not known. */
export async function factsOfPastYear(db: Db, agencyId: string, year: number): Promise<PastYear | undefined> {
  return (await pastYears(db, { agencyId, year }))[0]
}

/** Every past year of an agency whose report is known, the oldest first. */
export async function factsOfPastYears(db: Db, agencyId: string): Promise<readonly PastYear[]> {
  return pastYears(db, { agencyId })
}

/** One year of every agency whose report of it is known. */
export async function factsOfAllAgencies(db: Db, year: number): Promise<readonly PastYear[]> {
  return pastYears(db, { year })
}

async function pastYears(
  db: Db,
  wanted: { readonly agencyId?: string; readonly year?: number },
): Promise<readonly PastYear[]> {
  let query = db
    .selectFrom('audit_reports')
    .select([
      'agency_id as agencyId',
      'year',
      'edition',
      'digest',
      'findings',
      sql<FormVersion>`recovered ->> 'form'`.as('form'),
      sql<ReportTables>`recovered -> 'tables'`.as('tables'),
      sql<readonly CellReading[]>`recovered -> 'cells'`.as('readings'),
    ])
    .where('superseded_at', 'is', null)
    .orderBy('year')
    .orderBy('agency_id')
  let corrections = db
    .selectFrom('audit_corrections')
    .select(['agency_id', 'year', 'digest', 'cell', 'read_as', 'value'])
    .where('in_force', '=', true)
  const { agencyId, year } = wanted
  if (agencyId !== undefined) {
    query = query.where('agency_id', '=', agencyId)
    corrections = corrections.where('agency_id', '=', agencyId)
  }
  if (year !== undefined) {
    query = query.where('year', '=', year)
    corrections = corrections.where('year', '=', year)
  }
  const made = await corrections.execute()
  return (await query.execute()).map(({ digest, tables, readings, ...row }) => {
    const cells = cellsOf(tables, readings, row.findings)
    for (const one of made) {
      if (one.agency_id !== row.agencyId || one.year !== row.year || one.digest !== digest) continue
      const read = cells[one.cell]
      const readAs = one.read_as === null ? null : Number(one.read_as)
      // A correction of something that is not read any more corrects nothing.
      if (read?.readAs !== readAs) continue
      cells[one.cell] = {
        value: one.value === null ? null : Number(one.value),
        readAs,
        certainty: 'corrected',
      }
    }
    return { ...row, cells }
  })
}

function cellsOf(
  tables: ReportTables,
  readings: readonly CellReading[],
  findings: readonly Finding[],
): Record<string, PastCell> {
  const id = (at: { readonly table?: string; readonly row?: string; readonly column?: string }): string =>
    [at.table, at.row, at.column].filter((part) => part !== undefined).join('.')
  const doubtful = new Set(readings.filter((reading) => reading.doubtful).map(id))
  const disputed = new Set(
    findings
      .filter(({ severity, verdict }) => severity === 'error' && verdict === 'fails')
      .flatMap(({ at }) => at.filter(({ table }) => table !== undefined).map(id)),
  )
  const cells: Record<string, PastCell> = {}
  const put = (cell: string, value: number | null): void => {
    const certainty =
      value === null ? 'missing' : doubtful.has(cell) ? 'doubtful' : disputed.has(cell) ? 'disputed' : 'read'
    cells[cell] = { value, readAs: value, certainty }
  }
  for (const [cell, value] of Object.entries(tables.t2 ?? {})) put(`t2.${cell}`, value)
  for (const table of ['t3', 't4'] as const)
    for (const [row, columns] of Object.entries(tables[table] ?? {}))
      for (const [column, value] of Object.entries(columns as Readonly<Record<string, number | null>>))
        put(`${table}.${row}.${column}`, value)
  return cells
}
