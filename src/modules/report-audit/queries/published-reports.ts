import type { Db } from '../../../platform/context.ts'
import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'

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
}

/** Every report that stands, newest year first. */
export async function publishedReports(
  db: Db,
  agencyId: string | null = null,
): Promise<readonly ReportEntry[]> {
  let query = db
    .selectFrom('audit_reports')
    .select((eb) => [
      'agency_id',
      'year',
      eb
        .ref('recovered', '->>')
        .key('title' as never)
        .as('title'),
      'findings',
    ])
    .where('superseded_at', 'is', null)
    .orderBy('year', 'desc')
  if (agencyId !== null) query = query.where('agency_id', '=', agencyId)
  const rows = await query.execute()
  return rows.map((row) => ({
    agencyId: row.agency_id,
    year: row.year,
    title: row.title as string | null,
    findings: row.findings.length,
    errors: row.findings.filter((finding) => finding.severity === 'error').length,
  }))
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
  }
}

/** All reports of one year, for comparing agencies. */
export async function reportsOfYear(db: Db, year: number): Promise<readonly PublishedReport[]> {
  const rows = await db
    .selectFrom('audit_reports')
    .select(['agency_id'])
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
  const reports = await Promise.all(rows.map((row) => publishedReport(db, row.agency_id, year)))
  return reports.filter((report) => report !== undefined)
}
