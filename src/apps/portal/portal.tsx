import type { FastifyInstance } from 'fastify'
import {
  agencyBySlug,
  everyAgency,
  presentInstitutionForPublic,
  profileOf,
  type PublicInstitution,
} from '../../modules/agencies/index.ts'
import {
  publishedReports,
  reportsOfYear,
  type ComparedFigure,
  type ReportEntry,
} from '../../modules/report-audit/index.ts'
import type { Fact } from '../../platform/html/index.ts'
import { portalFrame } from '../../platform/http/frames.ts'
import { publicPage } from '../../platform/http/public-page.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import { AccessibilityPage } from './pages/accessibility-page.tsx'
import { AgencyHomePage } from './pages/agency-home-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SiteHomePage } from './pages/site-home-page.tsx'

const perPage = 20
const applyAt = '/requests/new'
/** More ways in than three are none. */
const mostDoors = 3

/** The public shell: pages that belong to no room, drawn from the rooms' public questions. */
export function mountPortal(app: FastifyInstance, services: Services): void {
  const { db } = services
  /** The room of requests shows itself by its page. */
  const takesRequests = (): boolean => app.hasRoute({ method: 'GET', url: applyAt })

  publicPage(app, services, '/', async (request) => {
    const [frame, agencies, reports] = await Promise.all([
      portalFrame(services, request),
      everyAgency(db),
      publishedReports(db),
    ])
    const open = agencies.filter(({ closedOn }) => closedOn === null)
    const names = new Map(agencies.map((agency) => [agency.agencyId, agency]))
    const years = new Set(reports.map(({ year }) => year))
    return (
      <SiteHomePage
        frame={frame}
        doors={[
          ...(app.hasRoute({ method: 'GET', url: '/requests' })
            ? [{ title: '申请公开', href: '/requests', says: '没有公开的，可以申请；也可以查进度、下载答复' }]
            : []),
          {
            title: '看年度报告',
            href: '/reports',
            says:
              years.size > 0
                ? `${Math.min(...years)}年至${Math.max(...years)}年，三张法定表都能查`
                : '各机关历年的报告',
          },
          { title: '查机关', href: '/agencies', says: `${open.length}个机关的职能、地址和公开指南` },
          { title: '看接口', href: '/api/docs', says: '公开数据可以用程序取' },
        ].slice(0, mostDoors)}
        sought={[]}
        days={[]}
        latest={reports.slice(0, 6).flatMap((report) => {
          const agency = names.get(report.agencyId)
          if (!agency) return []
          return [
            {
              title: `${agency.name}${report.year}年政府信息公开工作年度报告`,
              href: `/reports/${agency.slug}/${report.year}`,
              kind: '年度报告',
              meta: [agency.shortName],
            },
          ]
        })}
        latestMore={{ title: '全部年度报告', href: '/reports' }}
        takesRequests={takesRequests()}
        statutory={[]}
        standing={[
          { title: '政府信息公开年报', href: '/reports', count: reports.length },
          { title: '机关职能和公开指南', href: '/agencies', count: open.length },
        ]}
        lastYear={await lastYearOf(services, reports)}
        agencies={open.map(({ name, slug }) => ({ title: name, href: `/agency/${slug}` }))}
        agenciesNote={`${open.length}个机关`}
      />
    )
  })

  publicPage<{ Params: { slug: string } }>(app, services, '/agency/:slug', async (request) => {
    const agency = await agencyBySlug(db, request.params.slug)
    if (!agency)
      throw new NotFound([{ code: 'portal.agency.missing', sentence: '没有这个机关。可以到机关目录里找。' }])
    const [frame, profile, reports] = await Promise.all([
      portalFrame(services, request),
      profileOf(db, agency.agencyId),
      publishedReports(db, agency.agencyId),
    ])
    const { profile: shown } = presentInstitutionForPublic(agency, profile)
    return (
      <AgencyHomePage
        frame={frame}
        name={agency.name}
        functions={shown.functions.replace(/\s*\n\s*/g, '') || null}
        kinds={[]}
        latest={reports.map((report) => ({
          title: `${report.year}年政府信息公开工作年度报告`,
          href: `/reports/${agency.slug}/${report.year}`,
          kind: '年度报告',
        }))}
        latestMore={{ title: '各机关的年度报告', href: '/reports' }}
        institution={institutionFacts(shown)}
        institutionHref={`/agency/${agency.slug}/institution`}
        checkedOn={shown.reviewedOn}
        request={
          agency.closedOn === null && app.hasRoute({ method: 'GET', url: '/requests/agency/:slug' })
            ? { facts: officeFacts(shown), href: `/requests/agency/${agency.slug}` }
            : null
        }
        guideHref={`/agency/${agency.slug}/guide`}
        reports={reports.map((report) => ({
          title: `${report.year}年`,
          href: `/reports/${agency.slug}/${report.year}`,
        }))}
        crumbs={[
          { title: '首页', href: '/' },
          { title: '机关目录', href: '/agencies' },
          { title: agency.shortName },
        ]}
      />
    )
  })

  publicPage<{ Querystring: { q?: string; page?: string } }>(app, services, '/search', async (request) => {
    const sought = String(request.query.q ?? '')
      .trim()
      .slice(0, 100)
    const [frame, agencies, reports] = await Promise.all([
      portalFrame(services, request),
      everyAgency(db),
      publishedReports(db),
    ])
    const words = sought.split(/\s+/).filter((word) => word !== '')
    const holds = (text: string): boolean => words.length > 0 && words.every((word) => text.includes(word))
    const names = new Map(agencies.map((agency) => [agency.agencyId, agency]))
    const results = [
      ...agencies
        .filter(({ name, shortName }) => holds(`${name} ${shortName}`))
        .map(({ name, slug }) => ({ title: name, href: `/agency/${slug}`, kind: '机关' })),
      ...reports.flatMap((report) => {
        const agency = names.get(report.agencyId)
        const title = agency ? `${agency.name}${report.year}年政府信息公开工作年度报告` : ''
        return agency && holds(`${title} 年报`)
          ? [
              {
                title,
                href: `/reports/${agency.slug}/${report.year}`,
                kind: '年度报告',
                meta: [agency.shortName],
              },
            ]
          : []
      }),
    ]
    const page = Math.max(
      1,
      Math.min(Number(request.query.page) || 1, Math.ceil(results.length / perPage) || 1),
    )
    const address = (number: number): string => `/search?q=${encodeURIComponent(sought)}&page=${number}`
    return (
      <SearchPage
        frame={frame}
        sought={sought}
        facets={[]}
        results={results.slice((page - 1) * perPage, page * perPage)}
        page={page}
        perPage={perPage}
        total={results.length}
        pageHref={address}
        order={{ says: '按机关和年份', other: { title: '全部年度报告', href: '/reports' } }}
        applyHref={takesRequests() ? applyAt : null}
      />
    )
  })

  publicPage(app, services, '/accessibility', async (request) => (
    <AccessibilityPage frame={await portalFrame(services, request)} />
  ))
}

/** The latest year of which several agencies have reported (or the latest at all): what their reports say together. */
async function lastYearOf({ db }: Services, reports: readonly ReportEntry[]) {
  const count = new Map<number, number>()
  for (const { year } of reports) count.set(year, (count.get(year) ?? 0) + 1)
  const years = [...count.keys()].sort((a, b) => b - a)
  const year = years.find((one) => (count.get(one) ?? 0) > 1) ?? years[0]
  if (year === undefined) return null
  const told = await reportsOfYear(db, year)
  const sum = (name: ComparedFigure) =>
    told.reduce((total, { figures }) => total + (typeof figures[name] === 'number' ? figures[name] : 0), 0)
  const href = `/reports/${year}`
  return {
    year,
    note: `${told.length}个机关的年度报告合计`,
    figures: [
      { name: '新收公开申请', value: sum('newlyReceived'), unit: '件', href },
      { name: '办结', value: sum('totalHandled'), unit: '件', href },
      { name: '结转下年', value: sum('carriedOut'), unit: '件', href },
      { name: '年度报告', value: told.length, unit: '份', href },
    ],
    reportTitle: `各机关${year}年年度报告`,
    reportHref: href,
  }
}

/** What stands on the institution page, empty facts left out (条例第十二条、第二十条第二项). */
function institutionFacts(institution: PublicInstitution['profile']): Fact[] {
  const facts: (readonly [string, string | null | undefined])[] = [
    ['地址', institution.address],
    ['邮编', institution.postcode],
    ['办公时间', institution.officeHours],
    ['电话', institution.phone],
    ['传真', institution.fax],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

/** Who takes requests (条例第十二条), empty facts left out. */
function officeFacts(institution: PublicInstitution['profile']): Fact[] {
  const facts: (readonly [string, string])[] = [
    ['公开工作机构', institution.disclosureOffice],
    ['地址', institution.disclosureAddress],
    ['电话', institution.disclosurePhone],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}
