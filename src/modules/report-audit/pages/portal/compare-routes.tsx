import type { FastifyInstance } from 'fastify'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { publicPage } from '../../../../platform/http/public-page.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyBySlug, everyAgency } from '../../../agencies/index.ts'
import { factsOfAllAgencies, factsOfPastYears, type PastYear } from '../../queries/facts-of-past-year.ts'
import { auditRefusals } from '../../refusals.ts'
import { AgencyYearsPage } from './agency-years-page.tsx'
import { DataPage } from './data-page.tsx'
import { csvLine } from './open-data.ts'

type SlugRequest = { Params: { slug: string } }

/** One agency over the years, and the open data with how sure each figure is. */
export function compareRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function found(slug: string) {
    const agency = await agencyBySlug(db, slug)
    const years = agency ? await factsOfPastYears(db, agency.agencyId) : []
    if (!agency || years.length === 0) throw new NotFound([auditRefusals['report-audit.report.missing']])
    return { agency, years }
  }

  publicPage(app, services, '/reports/data', async (request) => (
    <DataPage frame={await portalFrame(services, request)} />
  ))

  publicPage<SlugRequest>(app, services, '/reports/:slug/years', async (request) => {
    const { agency, years } = await found(request.params.slug)
    return (
      <AgencyYearsPage
        frame={await portalFrame(services, request)}
        slug={agency.slug}
        agencyName={agency.name}
        years={years}
      />
    )
  })

  app.get<SlugRequest>('/reports/:slug/years.csv', async (request, reply) => {
    const { agency, years } = await found(request.params.slug)
    const lines = years.flatMap(({ year, cells }) =>
      Object.entries(cells).map(([cell, { value, readAs, certainty }]) =>
        csvLine(year, cell, value, readAs, certainty),
      ),
    )
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${agency.slug}.csv"`)
      .send(`${['\uFEFFyear,cell,value,read,certainty', ...lines].join('\r\n')}\r\n`)
  })

  app.get<SlugRequest>('/reports/:slug/years.json', async (request, reply) => {
    const { agency, years } = await found(request.params.slug)
    return reply
      .header('content-disposition', `attachment; filename="${agency.slug}.json"`)
      .send({ agency: agency.name, slug: agency.slug, years: years.map(presentYearForPublic) })
  })

  app.get<{ Params: { year: string } }>('/reports/:year(^\\d{4}).json', async (request, reply) => {
    const year = Number(request.params.year)
    const facts = await factsOfAllAgencies(db, year)
    if (facts.length === 0) throw new NotFound([auditRefusals['report-audit.report.missing']])
    const agencies = new Map((await everyAgency(db)).map((agency) => [agency.agencyId, agency]))
    return reply.header('content-disposition', `attachment; filename="reports-${year}.json"`).send({
      year,
      reports: facts.flatMap((one) => {
        const agency = agencies.get(one.agencyId)
        return agency ? [{ agency: agency.name, slug: agency.slug, ...presentYearForPublic(one) }] : []
      }),
    })
  })
}

/** What the public sees of a past year, field by field: no ids of ours, nobody's name. */
function presentYearForPublic({ year, edition, form, cells, findings }: PastYear) {
  return {
    year,
    edition,
    form,
    cells: Object.fromEntries(
      Object.entries(cells).map(([cell, { value, readAs, certainty }]) => [
        cell,
        { value, read: readAs, certainty },
      ]),
    ),
    findings: findings.map(({ code, severity, verdict }) => ({ code, severity, verdict })),
  }
}
