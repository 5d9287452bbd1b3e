import {
  Button,
  ButtonLink,
  clockTime,
  ConsolePage,
  Empty,
  FilterField,
  Filters,
  Notice,
  Pager,
  Table,
  When,
  WideTable,
  WorkHead,
  type Column,
  type ConsoleFrame,
} from '../../../platform/html/index.ts'
import { beijingDay } from '../../../law/calendar/plain-day.ts'

/** One line of the journal as the auditor reads it. */
export interface JournalLine {
  readonly number: number
  readonly at: Date
  /** Name, 系统 or 运维人员; a person who left keeps the name of the day. */
  readonly who: string
  readonly agencyName: string | null
  /** The verb in Chinese. */
  readonly did: string
  /** The verb's name, for those who search. */
  readonly verb: string
  /** What it was done to, in words. */
  readonly subject: string
  readonly subjectHref?: string
  /** The article it rests on. */
  readonly basis: string | null
  /** What changed, in one line, without personal data. */
  readonly detail: string
}

export interface JournalFilter {
  readonly agency: string
  readonly verb: string
  readonly who: string
  readonly from: string
  readonly to: string
}

interface PickItem {
  readonly value: string
  readonly label: string
}

export interface JournalPageProps {
  readonly frame: ConsoleFrame
  /** Address of this page; filters and pages are its query. */
  readonly action: string
  readonly filter: JournalFilter
  readonly agencies: readonly PickItem[]
  readonly verbs: readonly PickItem[]
  readonly lines: readonly JournalLine[]
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly pageHref: (page: number) => string
  readonly csvHref: string
  /** Where 校验 posts. */
  readonly verifyAction: string
  /** The last verification, when there was one. */
  readonly verified?: {
    readonly at: Date
    readonly lines: number
    /** Number of the first line that does not fit its predecessor; null when all hold. */
    readonly brokenAt: number | null
  }
}

const columns: readonly Column<JournalLine>[] = [
  { title: '序号', kind: 'number', cell: ({ number }) => number },
  {
    title: '时间',
    kind: 'short',
    cell: ({ at }) => (
      <>
        <When day={beijingDay(at)} as="list" /> <span class="num">{clockTime(at)}</span>
      </>
    ),
  },
  {
    title: '谁',
    kind: 'short',
    cell: ({ who, agencyName }) => (
      <>
        {who}
        {agencyName && <span class="note sub">{agencyName}</span>}
      </>
    ),
  },
  {
    title: '做了什么',
    kind: 'title',
    cell: ({ did, verb }) => (
      <span class="journal-did">
        {did}
        <code class="note sub">{verb}</code>
      </span>
    ),
  },
  {
    title: '对象',
    cell: ({ subject, subjectHref }) => (
      <span class="journal-subject">{subjectHref ? <a href={subjectHref}>{subject}</a> : subject}</span>
    ),
  },
  { title: '依据', cell: ({ basis }) => basis },
  { title: '改动', cell: ({ detail }) => <span class="journal-detail">{detail}</span> },
]

/** The append-only journal, newest first, for the security auditor. */
export function JournalPage(props: JournalPageProps) {
  const { frame, action, filter, lines, verified } = props
  return (
    <ConsolePage frame={frame} title="日志" current={action}>
      <WorkHead
        title="日志"
        acts={
          <ButtonLink href={props.csvHref} look="line" icon="download">
            下载 CSV
          </ButtonLink>
        }
      >
        谁在什么时候做了什么。只增不改，每一条都接着上一条的摘要。
      </WorkHead>
      <div class="journal-verify">
        {verified ? (
          verified.brokenAt === null ? (
            <Notice kind="good" announce>
              <When day={beijingDay(verified.at)} /> {clockTime(verified.at)} 校验，{verified.lines}
              条首尾相接，没有被改过。
            </Notice>
          ) : (
            <Notice kind="bad" title="日志被动过" announce>
              第{verified.brokenAt}条和它前面的对不上。请马上报告安全管理员，不要再改动数据库。
            </Notice>
          )
        ) : null}
        <form method="post" action={props.verifyAction}>
          <Button look="line" small icon="check">
            校验整本日志
          </Button>
        </form>
      </div>
      <Filters action={action}>
        <FilterField name="who" label="谁" value={filter.who} kind="search" />
        <FilterField
          name="agency"
          label="机关"
          value={filter.agency}
          options={[{ value: '', label: '全部' }, ...props.agencies]}
        />
        <FilterField
          name="verb"
          label="做了什么"
          value={filter.verb}
          options={[{ value: '', label: '全部' }, ...props.verbs]}
        />
        <FilterField name="from" label="从" value={filter.from} kind="date" />
        <FilterField name="to" label="到" value={filter.to} kind="date" />
      </Filters>
      {lines.length === 0 ? (
        <Empty says="没有符合的记录">换一个人、机关或日期再看。</Empty>
      ) : (
        <>
          <WideTable name="日志" stacks>
            <Table caption="日志" columns={columns} rows={lines} stack />
          </WideTable>
          <Pager
            page={props.page}
            perPage={props.perPage}
            total={props.total}
            href={props.pageHref}
            unit="条"
          />
        </>
      )}
    </ConsolePage>
  )
}
