import { outcomeWords } from '../../../../law/outcomes/words.ts'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import {
  ButtonLink,
  ConsolePage,
  Empty,
  FilterField,
  Filters,
  inWords,
  Pager,
  Table,
  Tabs,
  when,
  WorkHead,
  type Column,
  type ConsoleFrame,
  type Option,
} from '../../../../platform/html/index.ts'
import { applicantKinds, requestKinds } from '../../model.ts'
import { inboxPage, type InboxRow, type InboxView } from '../../queries/inbox.ts'
import { outcomeCodes } from '../../../../law/outcomes/outcomes.ts'
import { applicantKindWords, requestKindWords } from '../../words.ts'
import { caseAt, requestsAt } from './addresses.ts'
import { CaseDue, StateTag } from './due-words.tsx'

/** What was asked for, as it stands in the address. */
export interface InboxAsked {
  readonly state: InboxView | 'all'
  readonly q: string
  readonly who: string
  readonly section: string
  readonly kind: string
  readonly applicant: string
  readonly outcome: string
  readonly from: string
  readonly to: string
}

export interface InboxPageProps {
  readonly frame: ConsoleFrame
  readonly asked: InboxAsked
  readonly rows: readonly InboxRow[]
  readonly total: number
  readonly page: number
  readonly counts: Readonly<Record<InboxView, number>>
  readonly people: readonly Option[]
  readonly sections: readonly string[]
  readonly handlerNames: ReadonlyMap<string, string>
  readonly me: string
  readonly mayRegister: boolean
}

const viewWords: readonly (readonly [InboxView | 'all', string])[] = [
  ['open', '在办'],
  ['overdue', '逾期'],
  ['dueSoon', '五日内到期'],
  ['awaitingConfirmation', '待确认'],
  ['waiting', '等别人'],
  ['lapsed', '待终止'],
  ['closed', '已办结'],
  ['all', '全部'],
]

/** The address of a view: only what differs from the plain list stands in it. */
export function inboxAddress(asked: Partial<InboxAsked>, page = 1, path = requestsAt): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    if (value !== '' && !(name === 'state' && value === 'open')) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query.toString()}` : path
}

const isNarrowed = ({ q, who, section, kind, applicant, outcome, from, to }: InboxAsked): boolean =>
  [q, who, section, kind, applicant, outcome, from, to].some((value) => value !== '')

const anyOf = (label: string, words: Readonly<Record<string, string>>, keys: readonly string[]): Option[] => [
  { value: '', label },
  ...keys.map((value) => ({ value, label: words[value] ?? value })),
]

/** As much of a request as a row can hold. */
function shortened(content: string): string {
  const signs = [...content.replace(/\s+/g, ' ').trim()]
  return signs.length > 90 ? `${signs.slice(0, 90).join('')}…` : signs.join('')
}

function columnsOf(handlerNames: ReadonlyMap<string, string>): readonly Column<InboxRow>[] {
  return [
    {
      title: '编号',
      kind: 'number',
      cell: (row) => <a href={caseAt(row.requestId)}>{row.number}</a>,
    },
    {
      title: '要的信息',
      kind: 'title',
      cell: (row) => (
        <>
          <a class="row-title" href={caseAt(row.requestId)}>
            {shortened(row.content)}
          </a>
          {row.kind !== 'information' && <span class="note sub">{requestKindWords[row.kind]}</span>}
        </>
      ),
    },
    {
      title: '申请人',
      cell: (row) => (
        <>
          {row.applicant}
          <span class="note sub">{applicantKindWords[row.applicantKind]}</span>
        </>
      ),
    },
    {
      title: '环节',
      cell: (row) => (
        <>
          <StateTag facts={row} />
          {row.section && (
            <span class="note sub">
              {row.section}
              {row.sectionDueOn && row.closedOn === null && `，内部${when(row.sectionDueOn, 'short')}`}
            </span>
          )}
        </>
      ),
    },
    { title: '期限', cell: (row) => <CaseDue facts={row} /> },
    {
      title: '经办',
      kind: 'short',
      cell: (row) => (row.handlerId === null ? '未分' : (handlerNames.get(row.handlerId) ?? '已离岗')),
    },
  ]
}

function NothingFound({ asked }: { readonly asked: InboxAsked }) {
  if (isNarrowed(asked))
    return (
      <Empty says="没有这样的申请">
        换个条件再找，或者<a href={requestsAt}>看全部在办的</a>。申请人要写全名才找得到。
      </Empty>
    )
  const calm: Partial<Record<InboxAsked['state'], string>> = {
    overdue: '没有逾期的',
    dueSoon: '五个工作日内没有到期的',
    awaitingConfirmation: '没有等着确认收到日期的',
    waiting: '没有在等别人的',
    lapsed: '没有要终止的',
    closed: '还没有办结的',
  }
  const says = calm[asked.state]
  return says ? (
    <Empty says={says} />
  ) : (
    <Empty says="还没有申请">网上提交的会自己出现在这里。柜台、邮寄和传真来的，用“登记来件”。</Empty>
  )
}

function summary({ counts }: InboxPageProps): string {
  if (counts.open === 0) return '现在没有在办的申请。'
  const over = counts.overdue > 0 ? `其中${inWords(counts.overdue)}件逾期。` : ''
  return `正在办理${inWords(counts.open)}件。${over}最急的排在前面。`
}

/** Conditions that are wanted less often; open while one of them is in force. */
function MoreFilters({ asked }: { readonly asked: InboxAsked }) {
  const { applicant, kind, outcome, from, to } = asked
  return (
    <details class="filters-more" open={[applicant, kind, outcome, from, to].some((value) => value !== '')}>
      <summary>更多条件</summary>
      <div>
        <FilterField
          name="applicant"
          label="申请人类别"
          value={asked.applicant}
          options={anyOf('全部', applicantKindWords, applicantKinds)}
        />
        <FilterField
          name="kind"
          label="种类"
          value={asked.kind}
          options={anyOf('全部', requestKindWords, requestKinds)}
        />
        {(asked.state === 'closed' || asked.state === 'all') && (
          <FilterField
            name="outcome"
            label="结果"
            value={asked.outcome}
            options={anyOf('全部', outcomeWords, outcomeCodes)}
          />
        )}
        <FilterField name="from" label="收到日从" kind="date" value={asked.from} />
        <FilterField name="to" label="到" kind="date" value={asked.to} />
      </div>
    </details>
  )
}

/** The inbox: what presses first; every filter is an address. */
export function InboxPage(props: InboxPageProps) {
  const { frame, asked, rows, total, page, counts, people, sections, handlerNames, me, mayRegister } = props
  const isMine = asked.who === me
  return (
    <ConsolePage frame={frame} title="依申请公开" current={requestsAt}>
      <WorkHead
        title="依申请公开"
        acts={
          mayRegister && (
            <ButtonLink href={`${requestsAt}/new`} icon="upload">
              登记来件
            </ButtonLink>
          )
        }
      >
        {summary(props)}
      </WorkHead>
      <Tabs
        name="申请的状态"
        tabs={viewWords.map(([state, title]) => ({
          title,
          href: inboxAddress({ ...asked, state }),
          count: state === 'all' ? counts.open + counts.closed : counts[state],
          chosen: asked.state === state,
        }))}
      />
      <Filters action={requestsAt}>
        {asked.state !== 'open' && <input type="hidden" name="state" value={asked.state} />}
        <FilterField name="q" label="编号、内容里的词或者申请人全名" kind="search" value={asked.q} />
        <FilterField name="who" label="经办人" value={asked.who} options={people} />
        {sections.length > 0 && (
          <FilterField
            name="section"
            label="科室"
            value={asked.section}
            options={[
              { value: '', label: '全部' },
              ...sections.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
        <MoreFilters asked={asked} />
      </Filters>
      <p class="list-ways">
        {isMine ? (
          <a href={inboxAddress({ ...asked, who: '' })}>看大家的</a>
        ) : (
          <a href={inboxAddress({ ...asked, who: me })}>只看我的</a>
        )}
        {isNarrowed(asked) && <a href={inboxAddress({ state: asked.state })}>清空条件</a>}
        {total > 0 && (
          <a href={inboxAddress(asked, 1, `${requestsAt}.csv`)} download>
            下载这张表（不含申请人）
          </a>
        )}
      </p>
      {rows.length === 0 ? (
        <NothingFound asked={asked} />
      ) : (
        <Table
          caption={viewWords.find(([state]) => state === asked.state)?.[1] ?? '申请'}
          stack
          rows={rows}
          columns={columnsOf(handlerNames)}
        />
      )}
      {total > inboxPage && (
        <Pager page={page} perPage={inboxPage} total={total} href={(number) => inboxAddress(asked, number)} />
      )}
    </ConsolePage>
  )
}

/** One line of the file: nothing in it tells who applied, and the text of a request stays in the house's pages. */
export function csvLine(row: InboxRow, handlerName: string): readonly string[] {
  const on = (day: PlainDay | null): string => day ?? ''
  return [
    row.number,
    requestKindWords[row.kind],
    applicantKindWords[row.applicantKind],
    on(row.arrivedOn),
    on(row.receivedOn),
    row.section ?? '',
    handlerName,
    on(row.sectionDueOn),
    on(row.dueOn),
    row.isOverdue ? '是' : '',
    on(row.closedOn),
    row.outcome === null ? '' : outcomeWords[row.outcome],
  ]
}

export const csvHead = [
  '编号',
  '种类',
  '申请人类别',
  '来件日期',
  '收到申请之日',
  '科室',
  '经办人',
  '内部日期',
  '答复期限届满之日',
  '逾期',
  '办结日期',
  '结果',
] as const
