import {
  ButtonLink,
  Buttons,
  Empty,
  Entries,
  FactsList,
  Index,
  PageHead,
  PortalPage,
  Section,
  Tabs,
  When,
  type Choosable,
  type Entry,
  type Fact,
  type IndexItem,
  type PortalFrame,
} from '../../../platform/html/index.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'

export interface AgencyHomeProps {
  readonly frame: PortalFrame
  readonly name: string
  /** Its functions in one sentence. */
  readonly functions: string | null
  /** Kinds of what it published, as views of the list below. */
  readonly kinds: readonly Choosable[]
  readonly latest: readonly Entry[]
  readonly latestMore: { readonly title: string; readonly href: string }
  /** Leaders, address, hours, phone, sections: Article 20(2). */
  readonly institution: readonly Fact[]
  readonly institutionHref: string
  readonly checkedOn: PlainDay | null
  /** Who takes requests, by which ways. */
  readonly request: { readonly facts: readonly Fact[]; readonly href: string } | null
  readonly guideHref: string
  readonly reports: readonly IndexItem[]
  readonly crumbs: readonly { readonly title: string; readonly href?: string }[]
}

/** Home of one agency: what it published, who it is, how to ask it, its annual reports. */
export function AgencyHomePage(props: AgencyHomeProps) {
  const { frame, name, functions, kinds, latest, institution, checkedOn, request, reports } = props
  return (
    <PortalPage
      frame={frame}
      title={name}
      current="/agencies"
      crumbs={props.crumbs}
      meta={{ column: { name, type: '机构职能' } }}
    >
      <PageHead title={name}>{functions}</PageHead>
      <Section title="最近公开">
        {kinds.length > 1 && <Tabs tabs={kinds} name="公开的种类" />}
        {latest.length > 0 ? (
          <>
            <Entries entries={latest} />
            <p class="more">
              <a href={props.latestMore.href}>{props.latestMore.title}</a>
            </p>
          </>
        ) : (
          <Empty says="还没有公开的信息">发布以后，最新的列在这里。</Empty>
        )}
      </Section>
      <Section
        title="机构信息"
        note={
          checkedOn && (
            <>
              <When day={checkedOn} />
              核对
            </>
          )
        }
      >
        {institution.length > 0 ? (
          <>
            <FactsList facts={institution} />
            <p class="more">
              <a href={props.institutionHref}>机构职能全文</a>
            </p>
          </>
        ) : (
          <Empty says="机构信息还没有填写">《条例》第二十条第二项规定应当公开。</Empty>
        )}
      </Section>
      <Section title="向本机关申请">
        <p>先查一查是否已经公开。没有找到，再提交申请：在网上、当面或者寄信都可以。</p>
        {request && <FactsList facts={request.facts} />}
        <Buttons>
          {request && <ButtonLink href={request.href}>怎样申请</ButtonLink>}
          <a href={props.guideHref}>公开指南全文</a>
        </Buttons>
      </Section>
      <Section title="年度报告" note={reports.length > 0 ? '每年一份，按年份排列' : undefined}>
        {reports.length > 0 ? (
          <Index items={reports} />
        ) : (
          <Empty says="还没有年度报告">部门在1月31日前、政府在3月31日前公布上一年的报告。</Empty>
        )}
      </Section>
    </PortalPage>
  )
}
