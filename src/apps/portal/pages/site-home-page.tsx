import {
  DaysChart,
  Doors,
  Empty,
  Entries,
  Figures,
  Index,
  inFigures,
  PortalPage,
  SearchBox,
  Section,
  type DayCount,
  type Door,
  type Entry,
  type Figure,
  type IndexItem,
  type LinkTo,
  type PortalFrame,
} from '../../../platform/html/index.ts'

export interface SiteHomeProps {
  readonly frame: PortalFrame
  /** Big ways in, three at most: apply, track, annual reports. */
  readonly doors: readonly Door[]
  /** Words people look for; shown under the search box. */
  readonly sought: readonly LinkTo[]
  /** Published pieces on each day of this year up to today; empty leaves the strip out. */
  readonly days: readonly DayCount[]
  readonly latest: readonly Entry[]
  /** All that is new. */
  readonly latestMore: LinkTo
  /** Whether one may apply here: then the page says so. */
  readonly takesRequests: boolean
  /** The fifteen kinds of Article 20, with how many pieces stand in each. */
  readonly statutory: readonly IndexItem[]
  /** Guide, rules, reports: the other three parts a disclosure column must have. */
  readonly standing: readonly IndexItem[]
  /** Last year's figures, when its report is out. */
  readonly lastYear: {
    readonly year: number
    readonly note: string
    readonly figures: readonly Figure[]
    readonly reportTitle: string
    readonly reportHref: string
  } | null
  readonly agencies: readonly IndexItem[]
  /** 18个部门，4个县区 */
  readonly agenciesNote: string
}

/** Home of the whole site: search, ways in, what is new, what the law wants open, who publishes. */
export function SiteHomePage(props: SiteHomeProps) {
  const { frame, days, latest, statutory, standing, lastYear, agencies } = props
  const today = days.at(-1)?.count ?? 0
  const total = days.reduce((sum, { count }) => sum + count, 0)
  return (
    <PortalPage
      frame={frame}
      title="首页"
      current="/"
      meta={{ column: { name: '政府信息公开', type: '首页' } }}
    >
      <div class="hero split">
        <div>
          <h1>
            政府的文件，
            <wbr />
            在这里查；
            <br />
            没有公开的，
            <wbr />
            {props.takesRequests ? '在这里申请。' : '可以依法申请。'}
          </h1>
          <SearchBox action="/search" />
          {props.sought.length > 0 && (
            <p class="hero-try">
              大家在查：
              {props.sought.map(({ title, href }) => (
                <a key={href} href={href}>
                  {title}
                </a>
              ))}
            </p>
          )}
        </div>
        <Doors doors={props.doors} />
      </div>
      {days.length > 0 && (
        <DaysChart
          days={days}
          caption={`${frame.today.slice(0, 4)}年，每天公开的件数`}
          aside={
            <>
              到今天 <b class="num">{inFigures(total)}</b> 件，今天 {today} 件
            </>
          }
        />
      )}
      <Section title="最近公开" note={today > 0 ? `今天新增 ${today} 件` : undefined}>
        {latest.length > 0 ? (
          <>
            <Entries entries={latest} />
            <p class="more">
              <a href={props.latestMore.href}>{props.latestMore.title}</a>
            </p>
          </>
        ) : (
          <Empty says="还没有公开的信息">机关发布以后，最新的列在这里。</Empty>
        )}
      </Section>
      {statutory.length > 0 && (
        <Section title="法定主动公开内容" note="《条例》第二十条规定应当公开的信息">
          <Index items={statutory} />
        </Section>
      )}
      {standing.length > 0 && (
        <Section title="指南、制度和年报">
          <Index items={standing} />
        </Section>
      )}
      {lastYear && (
        <Section title={`${lastYear.year}年`} note={lastYear.note}>
          <Figures figures={lastYear.figures} />
          <p class="note">
            数字出自<a href={lastYear.reportHref}>{lastYear.reportTitle}</a>，报告里没有写的不计。
          </p>
        </Section>
      )}
      <Section title="各机关" note={props.agenciesNote}>
        {agencies.length > 0 ? (
          <Index items={agencies} tight />
        ) : (
          <Empty says="还没有机关">系统管理员登记机关以后，列在这里。</Empty>
        )}
      </Section>
    </PortalPage>
  )
}
