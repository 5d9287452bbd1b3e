import { Crumbs, HtmlDocument } from './document.tsx'
import { BrandMark } from './icons.tsx'
import { lookAddress } from './look.ts'
import type { ConsoleFrame, PageProps } from './page-facts.ts'
import type { Children } from './trusted.ts'
import { When } from './when.tsx'

interface ConsolePageProps extends PageProps {
  readonly frame: ConsoleFrame
  readonly children: Children
}

function DeskTop({ frame }: { readonly frame: ConsoleFrame }) {
  const { person, look, path } = frame
  return (
    <header class="desk-top">
      <a class="brand" href="/console">
        <BrandMark />
        <span class="brand-name">{frame.agencyName ?? frame.siteName}</span>
      </a>
      <ul class="desk-who">
        {frame.demo && <li>示范，人和事都是虚构的</li>}
        <li>
          <When day={frame.today} as="full" />
          {frame.dayKind && `，${frame.dayKind}`}
        </li>
        {person && <li>{person.role ? `${person.name}，${person.role}` : person.name}</li>}
        <li>
          <a href={lookAddress({ ...look, elder: !look.elder }, path)}>
            {look.elder ? '标准字号' : '大字号'}
          </a>
        </li>
        <li>
          <a href={lookAddress({ ...look, contrast: !look.contrast }, path)}>
            {look.contrast ? '退出高对比' : '高对比'}
          </a>
        </li>
        {frame.mayAgencySwitch && (
          <li>
            <a href="/console/agency-switch">换机关</a>
          </li>
        )}
        {person && (
          <>
            <li>
              <a href="/console/account">账号</a>
            </li>
            <li>
              <form class="desk-out" method="post" action="/console/sign-out">
                <button class="link">退出</button>
              </form>
            </li>
          </>
        )}
      </ul>
    </header>
  )
}

function Rail({ frame, current }: { readonly frame: ConsoleFrame; readonly current: string | undefined }) {
  return (
    <nav class="rail" aria-label="工作台导航">
      {frame.nav.map((group) => (
        <>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map(({ title, href, count }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'page' : undefined}>
                  {title}
                  {count !== undefined && count > 0 && (
                    <>
                      {' '}
                      <span class="num">{count}</span>
                    </>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}

/** A page of the console: agency, day and person on top, the rail at the left, the work beside it. */
export function ConsolePage({ frame, children, ...page }: ConsolePageProps) {
  return (
    <HtmlDocument
      page={page}
      siteTitle={`${frame.agencyName ?? frame.siteName} · 公开工作台`}
      look={frame.look}
      bodyClass="console"
      hidden
    >
      <DeskTop frame={frame} />
      <div class="desk">
        {frame.nav.length > 0 && <Rail frame={frame} current={page.current} />}
        <main id="main" class="work" tabIndex={-1}>
          <Crumbs crumbs={page.crumbs} />
          {children}
        </main>
      </div>
    </HtmlDocument>
  )
}

/** A console page before sign-in: no rail, one narrow column. */
export function DoorPage({ frame, children, ...page }: ConsolePageProps) {
  return (
    <HtmlDocument
      page={page}
      siteTitle={`${frame.siteName} · 公开工作台`}
      look={frame.look}
      bodyClass="console console-door"
      hidden
    >
      <DeskTop frame={frame} />
      <main id="main" class="door" tabIndex={-1}>
        {children}
      </main>
    </HtmlDocument>
  )
}
