import { sql, type Selectable } from 'kysely'
import type { Calendar } from '../../../law/calendar/calendar.ts'
import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Channel } from '../../../law/clock/case.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { daysLeft } from '../../../law/clock/clock.ts'
import { calendarFor } from '../../agencies/index.ts'
import type { ApplicantKind, RequestKind } from '../model.ts'
import type { CaseStanding, CaseState } from '../rules/case-state.ts'
import { fingerprintsOf, maskedNames } from '../store/applicants.ts'
import { pausedCases } from '../store/paused-cases.ts'
import type { RequestsTable } from '../store/tables.ts'

/** What a list shows: open ones, those that press, those in one state, those that wait for others, closed ones; all when left out. */
export const inboxViews = [
  'open',
  'overdue',
  'dueSoon',
  'awaitingConfirmation',
  'running',
  'waiting',
  'lapsed',
  'closed',
] as const
export type InboxView = (typeof inboxViews)[number]

/** A filter that is an address: every part may be left out. */
export interface InboxFilter {
  readonly state?: InboxView | undefined
  /** `nobody`: not given to anyone yet. */
  readonly handlerId?: string | null
  readonly section?: string | null
  /** The house's own day is not later than this. */
  readonly sectionDueBy?: PlainDay | null
  readonly kind?: RequestKind | null
  readonly applicantKind?: ApplicantKind | null
  readonly outcome?: OutcomeCode | null
  readonly receivedFrom?: PlainDay | null
  readonly receivedTo?: PlainDay | null
  /** Words of the content, the number of a case, or the whole name of an applicant. */
  readonly words?: string
}

export interface InboxRow {
  readonly requestId: string
  readonly number: string
  readonly kind: RequestKind
  readonly channel: Channel
  readonly content: string
  readonly applicant: string
  readonly applicantKind: ApplicantKind
  readonly arrivedOn: PlainDay
  readonly receivedOn: PlainDay | null
  readonly state: CaseState
  readonly dueOn: PlainDay | null
  readonly applicantDueOn: PlainDay | null
  /** Working days left, negative when overdue; null when no clock of ours runs. */
  readonly daysLeft: number | null
  readonly isOverdue: boolean
  readonly isProvisional: boolean
  readonly handlerId: string | null
  readonly section: string | null
  readonly sectionDueOn: PlainDay | null
  readonly outcome: OutcomeCode | null
  readonly closedOn: PlainDay | null
}

/** Cases due within so many working days are “soon”. */
export const soonDays = 5

/** The last day that is still “soon” counted from today. */
export function soonUntil(calendar: Calendar, today: PlainDay): PlainDay {
  return addWorkingDays(calendar, today, soonDays)
}

/** What the lists of one agency are drawn from on one day. */
interface Day {
  readonly db: Db
  readonly cipher: FieldCipher
  readonly agencyId: string
  readonly today: PlainDay
  readonly soonUntil: PlainDay
  readonly calendar: Calendar
  readonly paused: ReadonlyMap<string, CaseStanding>
}

async function dayOf(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  today: PlainDay,
): Promise<Day> {
  const calendar = await calendarFor(ground.db, agencyId)
  return {
    ...ground,
    agencyId,
    today,
    calendar,
    soonUntil: soonUntil(calendar, today),
    paused: await pausedCases(ground.db, agencyId, calendar, today),
  }
}

/** Waiting for an opinion, the applicant's correction or the fee. */
const waitingStates: readonly CaseState[] = ['paused', 'waitingForApplicant', 'waitingForFee']

function narrowed(day: Day, filter: InboxFilter) {
  const { db, agencyId } = day
  let query = db.selectFrom('requests').where('agency_id', '=', agencyId)
  if (filter.handlerId === 'nobody') query = query.where('handler_id', 'is', null)
  else if (filter.handlerId) query = query.where('handler_id', '=', filter.handlerId)
  if (filter.section) query = query.where('section', '=', filter.section)
  if (filter.sectionDueBy) query = query.where('section_due_on', '<=', filter.sectionDueBy)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.applicantKind) query = query.where('applicant_kind', '=', filter.applicantKind)
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome)
  if (filter.receivedFrom) query = query.where('received_on', '>=', filter.receivedFrom)
  if (filter.receivedTo) query = query.where('received_on', '<=', filter.receivedTo)
  const words = filter.words?.trim()
  if (words) {
    const name = fingerprintsOf(day.cipher, { name: words, identityNumber: '' }).name
    query = query.where((row) =>
      row.or([
        row('number', '=', words),
        row('content', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`),
        row(
          'request_id',
          'in',
          row
            .selectFrom('request_applicants')
            .select('request_applicants.request_id')
            .where('request_applicants.agency_id', '=', agencyId)
            .where('name_fingerprint', '=', name),
        ),
      ]),
    )
  }
  return query
}

/** The condition of a view; overdue and due soon follow from days, nobody sets them. */
function viewCondition(day: Day, view: InboxView) {
  const { today, paused } = day
  const ids = (holds: (standing: CaseStanding) => boolean): string[] =>
    [...paused].filter(([, standing]) => holds(standing)).map(([id]) => id)
  const among = (list: readonly string[]) =>
    list.length === 0 ? sql<boolean>`false` : sql<boolean>`request_id in (${sql.join(list)})`
  switch (view) {
    case 'closed':
      return sql<boolean>`closed_on is not null`
    case 'open':
      return sql<boolean>`closed_on is null`
    case 'overdue':
      return sql<boolean>`closed_on is null and (kept_due_on < ${today} and kept_state <> 'paused' or ${among(
        ids(({ dueOn }) => dueOn !== null && dueOn < today),
      )})`
    case 'dueSoon':
      return sql<boolean>`closed_on is null and (kept_due_on between ${today} and ${day.soonUntil} and kept_state <> 'paused' or ${among(
        ids(
          ({ state, dueOn }) =>
            state === 'running' && dueOn !== null && dueOn >= today && dueOn <= day.soonUntil,
        ),
      )})`
    case 'lapsed':
      // A period of the applicant's that ran out makes no entry: it is seen when asked.
      return sql<boolean>`closed_on is null and kept_state in ('waitingForApplicant', 'waitingForFee', 'lapsed') and kept_applicant_due_on < ${today}`
    case 'waiting':
      return sql<boolean>`closed_on is null and (kept_state in ('waitingForApplicant', 'waitingForFee') and kept_applicant_due_on >= ${today} or ${among(
        ids(({ state }) => waitingStates.includes(state)),
      )})`
    case 'running':
      return sql<boolean>`closed_on is null and (kept_state = 'running' or ${among(ids(({ state }) => state === 'running'))})`
    case 'awaitingConfirmation':
      return sql<boolean>`closed_on is null and kept_state = 'awaitingConfirmation'`
    default:
      return sql<boolean>`true`
  }
}

export const inboxPage = 30

/** The rows of a filter, in the order of the inbox, for the page and for the file. */
async function rowsOf(
  day: Day,
  filter: InboxFilter,
  part: { readonly skip: number; readonly take: number },
): Promise<readonly InboxRow[]> {
  let query = narrowed(day, filter).selectAll()
  if (filter.state) query = query.where(viewCondition(day, filter.state))
  const ordered =
    filter.state === 'closed'
      ? query.orderBy('closed_on', 'desc').orderBy('request_id')
      : filter.state === undefined
        ? query
            .orderBy(sql`closed_on is not null`)
            .orderBy('kept_due_on', (order) => order.asc().nullsLast())
            .orderBy('request_id')
        : query.orderBy('kept_due_on', (order) => order.asc().nullsLast()).orderBy('request_id')
  const rows = await ordered.limit(part.take).offset(part.skip).execute()
  const names = await maskedNames(
    day.db,
    day.cipher,
    day.agencyId,
    rows.map((row) => row.request_id),
  )
  return rows.map((row) => inboxRow(day, row, names.get(row.request_id) ?? ''))
}

function inboxRow(day: Day, row: Selectable<RequestsTable>, applicant: string): InboxRow {
  const { calendar, today } = day
  const standing = row.closed_on === null ? day.paused.get(row.request_id) : undefined
  const dueOn = standing ? standing.dueOn : row.kept_due_on
  const isOpen = row.closed_on === null
  return {
    requestId: row.request_id,
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    content: row.content,
    applicant,
    applicantKind: row.applicant_kind,
    arrivedOn: row.arrived_on,
    receivedOn: row.received_on,
    state: standing?.state ?? lapsedBy(row.kept_state, row.kept_applicant_due_on, today),
    dueOn,
    applicantDueOn: row.kept_applicant_due_on,
    daysLeft: isOpen && dueOn !== null ? daysLeft(calendar, today, dueOn) : null,
    isOverdue: isOpen && dueOn !== null && dueOn < today,
    isProvisional: standing?.isProvisional ?? row.kept_is_provisional,
    handlerId: row.handler_id,
    section: row.section,
    sectionDueOn: row.section_due_on,
    outcome: row.outcome,
    closedOn: row.closed_on,
  }
}

/**
 * The inbox of an agency: open cases by the day they are due, the most urgent first; closed ones by their day, the newest first.
 * @param page from 1; `inboxPage` rows each
 * @returns the rows of the page, and how many each view holds under the other filters
 */
export async function inbox(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  filter: InboxFilter,
  today: PlainDay,
  page = 1,
): Promise<{
  readonly rows: readonly InboxRow[]
  readonly total: number
  /** The page shown: the last one when less is there. */
  readonly page: number
  readonly counts: Readonly<Record<InboxView, number>>
}> {
  const day = await dayOf(ground, agencyId, today)
  const counts = await countsOf(day, filter)
  const total = filter.state ? counts[filter.state] : counts.open + counts.closed
  const shown = Math.min(Math.max(1, Math.ceil(total / inboxPage)), Math.max(1, page))
  const rows = await rowsOf(day, filter, { skip: (shown - 1) * inboxPage, take: inboxPage })
  return { rows, total, page: shown, counts }
}

/** As many of each kind as a list of what is to be done can hold. */
export const mostPressing = 100

/** The open cases that press in one way or another, each once, for the list of what is to be done. */
export async function pressingCases(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  today: PlainDay,
): Promise<readonly InboxRow[]> {
  const day = await dayOf(ground, agencyId, today)
  const filters: readonly InboxFilter[] = [
    ...(['overdue', 'dueSoon', 'awaitingConfirmation', 'lapsed', 'waiting'] as const).map((state) => ({
      state,
    })),
    { state: 'open', handlerId: 'nobody' },
    { state: 'open', sectionDueBy: day.soonUntil },
  ]
  const lists = await Promise.all(
    filters.map((filter) => rowsOf(day, filter, { skip: 0, take: mostPressing })),
  )
  return [...new Map(lists.flat().map((row) => [row.requestId, row])).values()]
}

/** All rows of a filter in steps, for a file. */
export async function* inboxRows(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  filter: InboxFilter,
  today: PlainDay,
  most: number,
): AsyncGenerator<InboxRow> {
  const day = await dayOf(ground, agencyId, today)
  const step = 500
  for (let skip = 0; skip < most; skip += step) {
    const rows = await rowsOf(day, filter, { skip, take: Math.min(step, most - skip) })
    yield* rows
    if (rows.length < step) return
  }
}

/** Open cases are counted in one pass over their own index, closed ones over theirs. */
async function countsOf(day: Day, filter: InboxFilter): Promise<Record<InboxView, number>> {
  const openViews = inboxViews.filter((view) => view !== 'closed')
  const [open, closed] = await Promise.all([
    narrowed(day, filter)
      .where('closed_on', 'is', null)
      .select(
        openViews.map((view) => sql<number>`count(*) filter (where ${viewCondition(day, view)})`.as(view)),
      )
      .executeTakeFirstOrThrow(),
    narrowed(day, filter)
      .where('closed_on', 'is not', null)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const counts = { closed: Number(closed.count) } as Record<InboxView, number>
  for (const view of openViews) counts[view] = Number((open as unknown as Record<string, unknown>)[view])
  return counts
}

function lapsedBy(state: CaseState, applicantDueOn: PlainDay | null, today: PlainDay): CaseState {
  const isWaiting = state === 'waitingForApplicant' || state === 'waitingForFee'
  return isWaiting && applicantDueOn !== null && applicantDueOn < today ? 'lapsed' : state
}
