import { Crumbs, HtmlDocument } from './document.tsx'
import { BrandMark } from './icons.tsx'
import { lookAddress } from './look.ts'
import type { PageMeta, PageProps, PortalFrame, SiteFacts } from './page-facts.ts'
import { drawings, type Children } from './trusted.ts'
import { When } from './when.tsx'

interface PortalPageProps extends PageProps {
  readonly frame: PortalFrame
  readonly meta?: PageMeta
  readonly hidden?: boolean
  readonly children: Children
}

/** Masthead and foot are the same on thousands of pages: drawn once per site and section. */
const kept = new WeakMap<SiteFacts, ReturnType<typeof drawings>>()

function keptFor(site: SiteFacts) {
  let drawn = kept.get(site)
  if (!drawn) {
    drawn = drawings(64)
    kept.set(site, drawn)
  }
  return drawn
}

function UtilityLine({ frame }: { readonly frame: PortalFrame }) {
  const { look, path, site } = frame
  return (
    <div class="utility">
      <div class="wrap">
        <p>
          <When day={frame.today} as="full" />
          {site.demo && <span class="utility-demo">示范站点，机关和人物都是虚构的</span>}
        </p>
        <ul>
          <li>
            <a href={lookAddress({ ...look, elder: !look.elder }, path)} rel="nofollow">
              {look.elder ? '退出长者模式' : '长者模式'}
            </a>
          </li>
          <li>
            <a href={lookAddress({ ...look, contrast: !look.contrast }, path)} rel="nofollow">
              {look.contrast ? '退出高对比' : '高对比'}
            </a>
          </li>
          <li>
            <a href="/accessibility">无障碍说明</a>
          </li>
          {site.reportErrorHref && (
            <li>
              <a href={site.reportErrorHref}>网站找错</a>
            </li>
          )}
        </ul>
      </div>
    </div>
  )
}

function MastheadRow({
  frame,
  current,
}: {
  readonly frame: PortalFrame
  readonly current: string | undefined
}) {
  return (
    <div class="wrap masthead-row">
      <a class="brand" href="/">
        <BrandMark />
        <span>
          <span class="brand-name">{frame.site.name}</span>
          <span class="brand-sub">政府信息公开</span>
        </span>
      </a>
      <nav class="nav" aria-label="主导航">
        <ul>
          {frame.nav.map(({ title, href }) => (
            <li key={href}>
              <a href={href} aria-current={href === current ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Foot({ site }: { readonly site: SiteFacts }) {
  const { office } = site
  const records = [site.siteCode && `网站标识码 ${site.siteCode}`, site.icp, site.policeRecord].filter(
    Boolean,
  )
  return (
    <footer class="foot">
      <div class="wrap">
        {office && (
          <div>
            <h2>政府信息公开工作机构</h2>
            <p>{office.name}</p>
            {office.address && (
              <p>{`${office.address}${office.postcode ? `，邮编 ${office.postcode}` : ''}`}</p>
            )}
            {office.hours && <p>{office.hours}</p>}
          </div>
        )}
        <div>
          <h2>找人问</h2>
          {office?.phone && (
            <p>
              电话 <span class="num">{office.phone}</span>
            </p>
          )}
          {site.hotline && (
            <p>
              政务服务热线 <span class="num">{site.hotline}</span>
            </p>
          )}
          {office?.mail && (
            <p>
              <a href={`mailto:${office.mail}`}>{office.mail}</a>
            </p>
          )}
        </div>
        <div>
          <h2>关于本站</h2>
          {site.sponsor && <p>主办：{site.sponsor}</p>}
          {site.organiser && <p>承办：{site.organiser}</p>}
          {records.map((record) => (
            <p key={record} class="num">
              {record}
            </p>
          ))}
          <p>
            {site.siteSignHref && (
              <>
                <a href={site.siteSignHref}>党政机关网站</a>
                {'　'}
              </>
            )}
            <a href="/accessibility">无障碍说明</a>
            {site.reportErrorHref && (
              <>
                {'　'}
                <a href={site.reportErrorHref}>我为政府网站找错</a>
              </>
            )}
          </p>
        </div>
      </div>
    </footer>
  )
}

/** A page of the public portal: utility line, brand, navigation, 文武线, crumbs, the matter, the statutory foot. */
export function PortalPage({ frame, meta, hidden, children, ...page }: PortalPageProps) {
  const { site, look } = frame
  const drawn = keptFor(site)
  return (
    <HtmlDocument
      page={page}
      siteTitle={`${site.name}政府信息公开`}
      look={look}
      site={site}
      meta={meta}
      hidden={hidden}
    >
      <header class="masthead">
        <UtilityLine frame={frame} />
        {drawn(
          `masthead ${page.current ?? ''} ${frame.nav.map(({ title, href }) => title + href).join(' ')}`,
          () => (
            <MastheadRow frame={frame} current={page.current} />
          ),
        )}
      </header>
      <Crumbs crumbs={page.crumbs} class="wrap" />
      <main id="main" class="wrap" tabIndex={-1}>
        {children}
      </main>
      {drawn('foot', () => (
        <Foot site={site} />
      ))}
    </HtmlDocument>
  )
}
