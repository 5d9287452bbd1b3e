import type { FastifyInstance } from 'fastify'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { publicPage } from '../../../../platform/http/public-page.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyBySlug, everyAgency } from '../../../agencies/index.ts'
import {
  publishedReport,
  publishedReports,
  reportsOfYear,
  tablesOfYear,
  type PublishedReport,
  type ReportEntry,
} from '../../queries/published-reports.ts'
import { auditRefusals } from '../../refusals.ts'
import { withCorrections } from '../../rules/corrections.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { cellHead, cellLines } from './open-data.ts'
import { ReportListPage, ReportPage, YearPage } from './report-pages.tsx'

const noReport = () => new NotFound([auditRefusals['report-audit.report.missing']])

/** Public pages of annual reports and their open data. */
export function portalRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  publicPage(app, services, '/reports', async (request) => {
    const [agencies, reports] = await Promise.all([everyAgency(db), publishedReports(db)])
    const byAgency = new Map<string, ReportEntry[]>()
    for (const report of reports)
      byAgency.set(report.agencyId, [...(byAgency.get(report.agencyId) ?? []), report])
    const rows = agencies.map(({ agencyId, slug, name }) => ({
      slug,
      name,
      reports: byAgency.get(agencyId) ?? [],
    }))
    return <ReportListPage frame={await portalFrame(services, request)} rows={rows} />
  })

  publicPage<{ Params: { year: string } }>(app, services, '/reports/:year(^\\d{4}$)', async (request) => {
    const year = Number(request.params.year)
    const rows = await withAgencies(await reportsOfYear(db, year))
    return <YearPage frame={await portalFrame(services, request)} year={year} rows={rows} />
  })

  app.get<{ Params: { year: string } }>('/reports/:year(^\\d{4}).csv', async (request, reply) => {
    const year = Number(request.params.year)
    const rows = await withAgencies(await tablesOfYear(db, year))
    const lines = rows.flatMap(({ name, report }) => [...cellLines(name, year, report.tables)])
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="reports-${year}.csv"`)
      .send(`${[cellHead, ...lines].join('\r\n')}\r\n`)
  })

  publicPage<{ Params: { slug: string; year: string } }>(
    app,
    services,
    '/reports/:slug/:year(^\\d{4}$)',
    async (request) => {
      const { agency, report } = await found(request.params.slug, request.params.year)
      const others = (await publishedReports(db, agency.agencyId)).map(({ year }) => year)
      return (
        <ReportPage
          frame={await portalFrame(services, request)}
          slug={agency.slug}
          agencyName={agency.name}
          report={report}
          otherYears={others.filter((year) => year !== report.year)}
          corrected={await correctedOf(report)}
        />
      )
    },
  )

  app.get<{ Params: { slug: string; year: string } }>(
    '/reports/:slug/:year(^\\d{4}).json',
    async (request, reply) => {
      const { report } = await found(request.params.slug, request.params.year)
      const { file, agency, year, form, tables, narrative } = report.recovered
      return reply
        .header(
          'content-disposition',
          `attachment; filename="${request.params.slug}-${request.params.year}.json"`,
        )
        .send({ file, agency, year, form, tables, narrative, findings: report.findings })
    },
  )

  app.get<{ Params: { slug: string; year: string } }>(
    '/reports/:slug/:year(^\\d{4}).csv',
    async (request, reply) => {
      const { agency, report } = await found(request.params.slug, request.params.year)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${agency.slug}-${report.year}.csv"`)
        .send(
          `${[cellHead, ...cellLines(agency.name, report.year, report.recovered.tables)].join('\r\n')}\r\n`,
        )
    },
  )

  app.get<{ Params: { slug: string; year: string } }>(
    '/reports/:slug/:year(^\\d{4}$)/source',
    async (request, reply) => {
      const { report } = await found(request.params.slug, request.params.year)
      // Never shown inline: the bytes are as they were found.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(report.fileName)}`)
        .send(Buffer.from(await services.files.get(report.digest)))
    },
  )

  async function found(slug: string, year: string) {
    const agency = await agencyBySlug(db, slug)
    const report = agency && (await publishedReport(db, agency.agencyId, Number(year)))
    if (!agency || !report) throw noReport()
    return { agency, report }
  }

  /** Values that people corrected, as the public sees them: which cell and what stands there, not who and why. */
  async function correctedOf({ agencyId, year, digest, recovered }: PublishedReport) {
    const corrections = await correctionsOf(db, agencyId, year, digest)
    const { applied } = withCorrections(
      recovered,
      corrections.filter(({ inForce }) => inForce),
    )
    return new Map(applied.map(({ cell, value }) => [cell, value]))
  }

  /** In the order of the tree of agencies. */
  async function withAgencies<Report extends { readonly agencyId: string }>(reports: readonly Report[]) {
    if (reports.length === 0) throw noReport()
    const byAgency = new Map(reports.map((report) => [report.agencyId, report]))
    return (await everyAgency(db)).flatMap(({ agencyId, slug, name }) => {
      const report = byAgency.get(agencyId)
      return report ? [{ slug, name, report }] : []
    })
  }
}
