import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'
import type { Finding, RecoveredReport, ReportTables } from '../../../law/report-form/model.ts'
import type { Beside } from '../store/tables.ts'

/** One report in a list: no tables, only what a reader needs to choose it. */
export interface ReportEntry {
  readonly agencyId: string
  readonly year: number
  readonly title: string | null
  readonly findings: number
  readonly errors: number
}

/** A report as it stands now. */
export interface PublishedReport {
  readonly agencyId: string
  readonly year: number
  readonly edition: number
  readonly fileName: string
  readonly digest: string
  readonly format: string
  readonly recovered: RecoveredReport
  readonly findings: readonly Finding[]
  readonly judgedAt: Date
  readonly rulesVersion: string
  readonly beside: Beside | null
}

/** Every report that stands, newest year first. Findings are counted by the database: a home page needs none of them. */
export async function publishedReports(
  db: Db,
  agencyId: string | null = null,
): Promise<readonly ReportEntry[]> {
  let query = db
    .selectFrom('audit_reports')
    .select([
      'agency_id as agencyId',
      'year',
      sql<string | null>`recovered ->> 'title'`.as('title'),
      sql<number>`jsonb_array_length(findings)`.as('findings'),
      sql<number>`jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "error")'))`.as(
        'errors',
      ),
    ])
    .where('superseded_at', 'is', null)
    .orderBy('year', 'desc')
  if (agencyId !== null) query = query.where('agency_id', '=', agencyId)
  return query.execute()
}

/** The report of an agency and year as it stands; undefined when there is none. */
export async function publishedReport(
  db: Db,
  agencyId: string,
  year: number,
): Promise<PublishedReport | undefined> {
  const row = await db
    .selectFrom('audit_reports')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    agencyId: row.agency_id,
    year: row.year,
    edition: row.edition,
    fileName: row.file_name,
    digest: row.digest,
    format: row.format,
    recovered: row.recovered,
    findings: row.findings,
    judgedAt: row.judged_at,
    rulesVersion: row.rules_version,
    beside: row.beside,
  }
}

/** The figures of a report by which agencies are compared; null: the report does not hold it. */
export const comparedFigures = {
  newlyReceived: ['t3', 'newlyReceived', 'total'],
  totalHandled: ['t3', 'totalHandled', 'total'],
  carriedOut: ['t3', 'carriedOut', 'total'],
  licences: ['t2', 'licences'],
  penalties: ['t2', 'penalties'],
} as const
export type ComparedFigure = keyof typeof comparedFigures

/** What comparing agencies needs of a report: taken out by the database, for the whole reading is a hundred times as long. */
export interface ReportOfYear {
  readonly agencyId: string
  readonly figures: Readonly<Record<ComparedFigure, number | null>>
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'verdict'>[]
}

/** All reports of one year, for comparing agencies. */
export async function reportsOfYear(db: Db, year: number): Promise<readonly ReportOfYear[]> {
  const figures = sql.join(
    Object.entries(comparedFigures).map(
      ([name, path]) => sql`${sql.lit(name)}, recovered #> ${sql.lit(`{tables,${path.join(',')}}`)}`,
    ),
  )
  return db
    .selectFrom('audit_reports')
    .select([
      'agency_id as agencyId',
      sql<ReportOfYear['figures']>`jsonb_build_object(${figures})`.as('figures'),
      sql<ReportOfYear['findings']>`coalesce((select jsonb_agg(jsonb_build_object(
        'code', one -> 'code', 'severity', one -> 'severity', 'verdict', one -> 'verdict')) from jsonb_array_elements(findings) one), '[]')`.as(
        'findings',
      ),
    ])
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Every edition of an agency's report of a year, the standing one first. */
export async function editionsOf(
  db: Db,
  agencyId: string,
  year: number,
): Promise<
  readonly {
    readonly edition: number
    readonly fileName: string
    readonly judgedAt: Date
    readonly findings: readonly Finding[]
  }[]
> {
  return db
    .selectFrom('audit_reports')
    .select(['edition', 'file_name as fileName', 'judged_at as judgedAt', 'findings'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('edition', 'desc')
    .execute()
}

/** The tables of all reports of one year, for the open data. */
export async function tablesOfYear(
  db: Db,
  year: number,
): Promise<readonly { readonly agencyId: string; readonly tables: ReportTables }[]> {
  return db
    .selectFrom('audit_reports')
    .select(['agency_id as agencyId', sql<ReportTables>`recovered -> 'tables'`.as('tables')])
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
}
