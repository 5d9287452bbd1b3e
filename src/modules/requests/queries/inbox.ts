import { sql } from 'kysely'
import type { Calendar } from '../../../law/calendar/calendar.ts'
import { workingDaysBetween } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { calendarFor } from '../../agencies/index.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { ApplicantKind, RequestKind } from '../model.ts'
import type { CaseState } from '../rules/case-state.ts'
import { maskedNames } from '../store/applicants.ts'

/** A filter that is an address: every part may be left out. */
export interface InboxFilter {
  readonly state?: CaseState | 'open' | 'overdue' | 'dueSoon'
  readonly handlerId?: string | null
  readonly section?: string | null
  readonly kind?: RequestKind | null
  readonly applicantKind?: ApplicantKind | null
  readonly outcome?: OutcomeCode | null
  readonly receivedFrom?: PlainDay | null
  readonly receivedTo?: PlainDay | null
  /** Words of the content, or a number of a case. */
  readonly words?: string
}

export interface InboxRow {
  readonly requestId: string
  readonly number: string
  readonly kind: RequestKind
  readonly content: string
  readonly applicant: string
  readonly applicantKind: ApplicantKind
  readonly receivedOn: PlainDay | null
  readonly state: CaseState
  readonly dueOn: PlainDay | null
  readonly applicantDueOn: PlainDay | null
  /** Working days left, negative when overdue; null when no clock of ours runs. */
  readonly daysLeft: number | null
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
  let found = today
  let left = soonDays
  for (const year of [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1])
    for (const day of calendar.workingDaysOf(year))
      if (day > today && left > 0) {
        found = day
        left -= 1
      }
  return found
}

/**
 * The inbox of an agency: open cases by the day they are due, the most urgent first; closed ones by their day, the newest first.
 * @param page from 1; 50 rows each
 */
export async function inbox(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  filter: InboxFilter,
  today: PlainDay,
  page = 1,
): Promise<{ readonly rows: readonly InboxRow[]; readonly hasMore: boolean }> {
  const { db, cipher } = ground
  const calendar = await calendarFor(db, agencyId)
  let query = db.selectFrom('requests').selectAll().where('agency_id', '=', agencyId)
  const { state } = filter
  if (state === 'closed') query = query.where('closed_on', 'is not', null)
  else if (state === 'overdue') query = query.where('closed_on', 'is', null).where('kept_due_on', '<', today)
  else if (state === 'dueSoon')
    query = query
      .where('closed_on', 'is', null)
      .where('kept_due_on', '>=', today)
      .where('kept_due_on', '<=', soonUntil(calendar, today))
  else if (state === 'open') query = query.where('closed_on', 'is', null)
  else if (state === 'lapsed')
    // A period of the applicant's that ran out makes no entry: it is seen when asked.
    query = query
      .where('closed_on', 'is', null)
      .where('kept_state', 'in', ['waitingForApplicant', 'waitingForFee', 'lapsed'])
      .where('kept_applicant_due_on', '<', today)
  else if (state !== undefined) query = query.where('closed_on', 'is', null).where('kept_state', '=', state)
  if (filter.handlerId) query = query.where('handler_id', '=', filter.handlerId)
  if (filter.section) query = query.where('section', '=', filter.section)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.applicantKind) query = query.where('applicant_kind', '=', filter.applicantKind)
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome)
  if (filter.receivedFrom) query = query.where('received_on', '>=', filter.receivedFrom)
  if (filter.receivedTo) query = query.where('received_on', '<=', filter.receivedTo)
  const words = filter.words?.trim()
  if (words)
    query = query.where((row) =>
      row.or([row('number', '=', words), row('content', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`)]),
    )
  const ordered =
    state === 'closed'
      ? query.orderBy('closed_on', 'desc').orderBy('request_id')
      : query
          .orderBy(sql`closed_on is not null`)
          .orderBy('kept_due_on', (order) => order.asc().nullsLast())
          .orderBy('request_id')
  const found = await ordered
    .limit(51)
    .offset((Math.max(1, page) - 1) * 50)
    .execute()
  const rows = found.slice(0, 50)
  const names = await maskedNames(
    db,
    cipher,
    agencyId,
    rows.map((row) => row.request_id),
  )
  return {
    hasMore: found.length > 50,
    rows: rows.map((row) => ({
      requestId: row.request_id,
      number: row.number,
      kind: row.kind,
      content: row.content,
      applicant: names.get(row.request_id) ?? '',
      applicantKind: row.applicant_kind,
      receivedOn: row.received_on,
      state: lapsedBy(row.kept_state, row.kept_applicant_due_on, today),
      dueOn: row.kept_due_on,
      applicantDueOn: row.kept_applicant_due_on,
      daysLeft: row.closed_on === null ? daysLeft(calendar, today, row.kept_due_on) : null,
      handlerId: row.handler_id,
      section: row.section,
      sectionDueOn: row.section_due_on,
      outcome: row.outcome,
      closedOn: row.closed_on,
    })),
  }
}

function lapsedBy(state: CaseState, applicantDueOn: PlainDay | null, today: PlainDay): CaseState {
  const isWaiting = state === 'waitingForApplicant' || state === 'waitingForFee'
  return isWaiting && applicantDueOn !== null && applicantDueOn < today ? 'lapsed' : state
}

function daysLeft(calendar: Calendar, today: PlainDay, dueOn: PlainDay | null): number | null {
  if (dueOn === null) return null
  return today <= dueOn
    ? workingDaysBetween(calendar, today, dueOn)
    : -workingDaysBetween(calendar, dueOn, today)
}
