import type { VNode } from 'preact'
import { addDays, type PlainDay } from '../../src/law/calendar/plain-day.ts'
import {
  Due,
  dueInWords,
  dueState,
  PageHead,
  Pager,
  PortalPage,
  Table,
  Tag,
  type Column,
} from '../../src/platform/html/index.ts'
import { portalFrame, today } from './frames.ts'

interface Row {
  readonly no: string
  readonly title: string
  readonly who: string
  readonly left: number
  readonly dueOn: PlainDay
}

const rows: readonly Row[] = Array.from({ length: 50 }, (_, at) => ({
  no: `YT-2026-${String(at).padStart(4, '0')}`,
  title: `2023年至2025年河洲区老旧小区燃气管道更新改造项目的年度计划和验收结论（${at}）`,
  who: '许望舒',
  left: at - 3,
  dueOn: addDays(today, at - 3),
}))

const columns: readonly Column<Row>[] = [
  { title: '编号', kind: 'short', cell: ({ no }) => <a href={`/requests/${no}`}>{no}</a> },
  {
    title: '要的信息',
    kind: 'title',
    cell: ({ no, title }) => (
      <a class="row-title" href={`/requests/${no}`}>
        {title}
      </a>
    ),
  },
  { title: '申请人', cell: ({ who }) => who },
  { title: '环节', cell: () => <Tag kind="wait">拟答复</Tag> },
  {
    title: '期限',
    cell: ({ left, dueOn }) => (
      <Due state={dueState(left, left < 0)} says={dueInWords(left, left < 0)} on={dueOn} />
    ),
  },
  { title: '经办', kind: 'short', cell: () => '林若溪' },
]
const frame = portalFrame('/requests?page=2')

/** A page of 50 rows of six columns, about 33 kB: what the cost of drawing is measured with. */
export function fiftyRows(): VNode {
  return (
    <PortalPage frame={frame} title="申请" crumbs={[{ title: '首页', href: '/' }, { title: '申请' }]}>
      <PageHead title="申请">正在办理50件</PageHead>
      <Table caption="申请" columns={columns} rows={rows} stack />
      <Pager page={2} perPage={50} total={500} href={(page) => `?page=${page}`} />
    </PortalPage>
  )
}
