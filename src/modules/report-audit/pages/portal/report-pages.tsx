import {
  ButtonLink,
  Buttons,
  Empty,
  PageHead,
  PortalPage,
  Section,
  Table,
  Tag,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { PublishedReport, ReportEntry, ReportOfYear } from '../../queries/published-reports.ts'
import { checkedWords } from '../../form-words.ts'
import { besideInWords } from '../beside-in-words.ts'
import { JudgementView } from '../judgement-view.tsx'
import type { CorrectedCells } from '../report-tables.tsx'
import { HeatTable } from './heat-table.tsx'
import { verdictInWords, weightOf, weightWords, type Weight } from '../numbered-findings.ts'

interface AgencyRow {
  readonly slug: string
  readonly name: string
  readonly reports: readonly ReportEntry[]
}

const crumbs = [
  { title: '首页', href: '/' },
  { title: '年度报告', href: '/reports' },
]

/** Annual reports of all agencies, by year: every year stays in one place (国办公开办函〔2019〕61号). */
export function ReportListPage({
  frame,
  rows,
}: {
  readonly frame: PortalFrame
  readonly rows: readonly AgencyRow[]
}) {
  const years = [...new Set(rows.flatMap((row) => row.reports.map(({ year }) => year)))].sort((a, b) => b - a)
  return (
    <PortalPage
      frame={frame}
      title="年度报告"
      current="/reports"
      crumbs={[crumbs[0]!, { title: '年度报告' }]}
      meta={{ column: { name: '政府信息公开年报', type: '信息公开年报' } }}
    >
      <PageHead title="政府信息公开工作年度报告">
        各机关历年的报告都在这里，按机关和年份查看，可以下载数据。
      </PageHead>
      {years.length === 0 ? (
        <Empty says="还没有年度报告">报告发布以后，按机关和年份列在这里。</Empty>
      ) : (
        <Section title="各机关历年报告" note={`${rows.filter((row) => row.reports.length > 0).length}个机关`}>
          <Table
            caption="各机关历年报告"
            stack
            rows={rows.filter((row) => row.reports.length > 0)}
            columns={[
              {
                title: '机关',
                kind: 'title',
                cell: (row) => <a href={`/reports/${row.slug}/years`}>{row.name}</a>,
              },
              ...years.map((year) => ({
                title: `${year}年`,
                cell: (row: AgencyRow) =>
                  row.reports.some((report) => report.year === year) ? (
                    <a href={`/reports/${row.slug}/${year}`}>{`${year}年报告`}</a>
                  ) : (
                    <span class="quiet">没有</span>
                  ),
              })),
            ]}
          />
        </Section>
      )}
      {years.length > 0 && (
        <Section title="同一年比一比">
          <Buttons>
            {years.map((year) => (
              <ButtonLink key={year} href={`/reports/${year}`} look="line">{`${year}年各机关`}</ButtonLink>
            ))}
          </Buttons>
        </Section>
      )}
    </PortalPage>
  )
}

interface ReportPageProps {
  readonly frame: PortalFrame
  readonly slug: string
  readonly agencyName: string
  readonly report: PublishedReport
  readonly otherYears: readonly number[]
  /** Values that people put in place of what was read. */
  readonly corrected: CorrectedCells
}

/** One report: what the check says first, then the tables as recovered, then the source with every place marked. */
export function ReportPage(props: ReportPageProps) {
  const { frame, slug, agencyName, report, otherYears, corrected } = props
  const { recovered, year } = report
  const base = `/reports/${slug}/${year}`
  return (
    <PortalPage
      frame={frame}
      title={`${agencyName}${year}年政府信息公开工作年度报告`}
      current="/reports"
      crumbs={[...crumbs, { title: agencyName, href: `/agency/${slug}` }, { title: `${year}年` }]}
      meta={{ column: { name: '政府信息公开年报', type: '信息公开年报' } }}
    >
      <PageHead title={`${agencyName}${year}年政府信息公开工作年度报告`} kind={`${year}年度`}>
        {`${checkedWords(recovered, '还原并检查')}，第${report.edition}版`}
      </PageHead>
      <JudgementView
        report={recovered}
        findings={report.findings}
        beside={besideInWords(report.beside)}
        corrected={corrected}
        disputeHref="#dispute"
        downloads={[
          { title: '表格 CSV', href: `${base}.csv` },
          { title: '数据 JSON', href: `${base}.json` },
          { title: '原件', href: `${base}/source` },
        ]}
      />
      <Dispute slug={slug} year={year} frame={frame} />
      {otherYears.length > 0 && (
        <Section title="其他年份">
          <Buttons>
            <ButtonLink href={`/reports/${slug}/years`}>历年放在一起看</ButtonLink>
            {otherYears.map((other) => (
              <ButtonLink
                key={other}
                href={`/reports/${slug}/${other}`}
                look="line"
              >{`${other}年报告`}</ButtonLink>
            ))}
          </Buttons>
        </Section>
      )}
    </PortalPage>
  )
}

/** How one says that a judgement is wrong: the agency corrects it in the console, anybody else tells the office that keeps the site. */
function Dispute({
  frame,
  slug,
  year,
}: {
  readonly frame: PortalFrame
  readonly slug: string
  readonly year: number
}) {
  const { office } = frame.site
  return (
    <Section title="对检查结果有异议" id="dispute">
      <div class="prose">
        <p>
          检查由程序按<a href="/judge/rules">公开的规则</a>做，可能读错、判错，不是处理决定。
        </p>
        <p>
          报告机关的工作人员，请在工作台<a href={`/console/audit/reports/${slug}/${year}`}>打开这份报告</a>
          ：读错的数可以更正，更正后马上重新检查；不算问题的，写明理由。
        </p>
        <p>
          {office
            ? `其他人请告诉${office.name}，写明是哪份报告的第几处。`
            : '其他人请告诉本站的政府信息公开工作机构，写明是哪份报告的第几处。'}
        </p>
        {office?.phone && <p>{`电话${office.phone}`}</p>}
        {office?.mail && (
          <p>
            邮箱<a href={`mailto:${office.mail}`}>{office.mail}</a>
          </p>
        )}
      </div>
    </Section>
  )
}

/** 五处错误，四处存疑, coloured by the gravest. */
function Verdict({ weights }: { readonly weights: readonly Weight[] }) {
  const gravest = (['error', 'doubt'] as const).find((weight) => weights.includes(weight))
  return (
    <Tag kind={gravest ? weightWords[gravest].tag : 'good'}>
      {verdictInWords(weights.map((weight) => ({ weight })))}
    </Tag>
  )
}

interface YearRow {
  readonly slug: string
  readonly name: string
  readonly report: ReportOfYear
}

/** All agencies of one year side by side. */
export function YearPage({
  frame,
  year,
  rows,
}: {
  readonly frame: PortalFrame
  readonly year: number
  readonly rows: readonly YearRow[]
}) {
  const value = (number: number | null): string => (number === null ? '文中没有' : String(number))
  return (
    <PortalPage
      frame={frame}
      title={`${year}年各机关年度报告`}
      current="/reports"
      crumbs={[...crumbs, { title: `${year}年` }]}
    >
      <PageHead title={`${year}年各机关年度报告`}>同一张表上的同一格，放在一起看。</PageHead>
      <Section title="检查结果" note="错误多的在上，复制件损坏不计入合计">
        <HeatTable
          name={`${year}年各机关报告检查结果`}
          rows={rows.map(({ slug, name, report }) => ({
            name,
            href: `/reports/${slug}/${year}`,
            findings: report.findings,
          }))}
        />
      </Section>
      <Section title="主要数字" note="数字都从报告里读出">
        <Table
          caption={`${year}年各机关主要数字`}
          stack
          rows={rows}
          columns={[
            {
              title: '机关',
              kind: 'title',
              cell: (row) => <a href={`/reports/${row.slug}/${year}`}>{row.name}</a>,
            },
            {
              title: '新收申请',
              kind: 'number',
              cell: ({ report }) => value(report.figures.newlyReceived),
            },
            {
              title: '办结',
              kind: 'number',
              cell: ({ report }) => value(report.figures.totalHandled),
            },
            {
              title: '结转下年',
              kind: 'number',
              cell: ({ report }) => value(report.figures.carriedOut),
            },
            {
              title: '行政许可',
              kind: 'number',
              cell: ({ report }) => value(report.figures.licences),
            },
            {
              title: '行政处罚',
              kind: 'number',
              cell: ({ report }) => value(report.figures.penalties),
            },
            {
              title: '检查',
              cell: ({ report }) => <Verdict weights={report.findings.map(weightOf)} />,
            },
          ]}
        />
        <Buttons>
          <ButtonLink href={`/reports/${year}.csv`} look="line" icon="download">
            全部数据 CSV
          </ButtonLink>
          <ButtonLink href={`/reports/${year}.json`} look="line" icon="download">
            JSON
          </ButtonLink>
          <a href="/reports/data">数据说明</a>
        </Buttons>
      </Section>
    </PortalPage>
  )
}
