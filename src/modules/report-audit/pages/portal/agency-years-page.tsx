import {
  ButtonLink,
  Buttons,
  Charts,
  inFigures,
  PageHead,
  PortalPage,
  Section,
  Table,
  Tag,
  type ChartOf,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { PastCell, PastYear } from '../../queries/facts-of-past-year.ts'
import { verdictInWords, weightOf } from '../numbered-findings.ts'

const measures = [
  { name: '新收申请', unit: '件', cell: 't3.newlyReceived.total' },
  { name: '办结', unit: '件', cell: 't3.totalHandled.total' },
  { name: '结转下年', unit: '件', cell: 't3.carriedOut.total' },
  { name: '行政许可', unit: '件', cell: 't2.licences' },
  { name: '行政处罚', unit: '件', cell: 't2.penalties' },
  { name: '行政复议', unit: '件', cell: 't4.reconsideration.total' },
] as const

const certaintyWords = {
  read: null,
  doubtful: '读不准',
  corrected: '人工更正',
  disputed: '对不上',
  missing: null,
} as const

function Value({ cell }: { readonly cell: PastCell | undefined }) {
  if (!cell || cell.value === null) return <span class="quiet">文中没有</span>
  const note = certaintyWords[cell.certainty]
  return (
    <>
      {inFigures(cell.value)}
      {note && <span class="note sub">{note}</span>}
    </>
  )
}

/** What one year carried out and the next carried in: the same number, unless something was lost between them. */
function Carry({ before, year }: { readonly before: PastYear | undefined; readonly year: PastYear }) {
  const out = before?.cells['t3.carriedOut.total']?.value
  const into = year.cells['t3.carriedIn.total']?.value
  if (out === undefined || before?.year !== year.year - 1)
    return <span class="quiet">没有{year.year - 1}年的报告</span>
  if (out === null || into === null || into === undefined) return <span class="quiet">文中没有</span>
  return out === into ? (
    <Tag kind="good">{`接上，${inFigures(into)}件`}</Tag>
  ) : (
    <Tag kind="bad">{`上年结转${inFigures(out)}件，本年写${inFigures(into)}件`}</Tag>
  )
}

interface AgencyYearsProps {
  readonly frame: PortalFrame
  readonly slug: string
  readonly agencyName: string
  readonly years: readonly PastYear[]
}

/** One agency over the years: small charts, the numbers, whether the years follow on each other. */
export function AgencyYearsPage({ frame, slug, agencyName, years }: AgencyYearsProps) {
  const newest = years.at(-1)
  const charts: ChartOf[] = measures.map(({ name, unit, cell }) => ({
    name,
    unit,
    bars: years.map((year) => ({
      label: String(year.year),
      value: year.cells[cell]?.value ?? null,
      isNow: year === newest,
    })),
  }))
  return (
    <PortalPage
      frame={frame}
      title={`${agencyName}历年年度报告`}
      current="/reports"
      crumbs={[{ title: '首页', href: '/' }, { title: '年度报告', href: '/reports' }, { title: agencyName }]}
      meta={{ column: { name: '政府信息公开年报', type: '信息公开年报' } }}
    >
      <PageHead title={`${agencyName}历年年度报告`}>
        {`${years[0]?.year}年至${newest?.year}年，${years.length}份报告。数字都从报告里读出。`}
      </PageHead>
      <Section title="主要数字">
        <Charts charts={charts} summary="这些数字的表" />
      </Section>
      <Section title="逐年对照" note="新的在上">
        <Table
          caption={`${agencyName}逐年对照`}
          stack
          rows={[...years].reverse()}
          columns={[
            {
              title: '年度',
              kind: 'title',
              cell: ({ year }) => <a href={`/reports/${slug}/${year}`}>{`${year}年报告`}</a>,
            },
            ...measures.slice(0, 3).map(({ name, cell }) => ({
              title: name,
              kind: 'number' as const,
              cell: ({ cells }: PastYear) => <Value cell={cells[cell]} />,
            })),
            {
              title: '接上年',
              cell: (year) => (
                <Carry before={years.find((other) => other.year === year.year - 1)} year={year} />
              ),
            },
            {
              title: '检查',
              cell: ({ findings }) => {
                const weighed = findings.map((each) => ({ weight: weightOf(each) }))
                const isBad = weighed.some(({ weight }) => weight === 'error')
                const isDoubtful = weighed.some(({ weight }) => weight === 'doubt')
                return (
                  <Tag kind={isBad ? 'bad' : isDoubtful ? 'warn' : 'good'}>{verdictInWords(weighed)}</Tag>
                )
              },
            },
          ]}
        />
        <Buttons>
          <ButtonLink href={`/reports/${slug}/years.csv`} look="line" icon="download">
            数据 CSV
          </ButtonLink>
          <ButtonLink href={`/reports/${slug}/years.json`} look="line" icon="download">
            JSON
          </ButtonLink>
          <a href="/reports/data">数据说明</a>
        </Buttons>
      </Section>
    </PortalPage>
  )
}
