import { sql, type Selectable } from 'kysely'
import type { Calendar } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Channel } from '../../../law/clock/case.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Context, Db } from '../../../platform/context.ts'
import { NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { calendarFor } from '../../agencies/index.ts'
import type { ApplicantKind, EventType, RequestKind, WantedForm, WantedWay } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { standingOf, type CaseStanding, type CaseState, type RecordedEvent } from '../rules/case-state.ts'
import { reasonAgainst, type CaseAct } from '../rules/transitions.ts'
import { houseDaysOf } from './settings.ts'
import type { RequestsTable } from './tables.ts'

/** A request as this room works with it. Who applied is not in it: that is asked for on purpose. */
export interface InfoRequest {
  readonly agencyId: string
  readonly requestId: string
  readonly number: string
  readonly kind: RequestKind
  readonly channel: Channel
  readonly submittedAt: Date
  readonly arrivedOn: PlainDay
  readonly receivedOn: PlainDay | null
  readonly applicantKind: ApplicantKind
  readonly content: string
  readonly documentNumber: string
  readonly wantedForm: WantedForm
  readonly wantedWay: WantedWay
  readonly assistance: string
  readonly section: string | null
  readonly handlerId: string | null
  readonly sectionDueOn: PlainDay | null
  readonly splitFrom: string | null
  readonly outcome: OutcomeCode | null
  readonly secondaryOutcomes: readonly OutcomeCode[]
  readonly closedOn: PlainDay | null
  readonly archivedAt: Date | null
  readonly identityErasedAt: Date | null
  readonly version: number
}

/** A case with what happened to it and where it stands on the day of asking. */
export interface StandingCase extends InfoRequest {
  /** The agency's own limit for what is no request for information; null where it has none. */
  readonly houseDays: number | null
  readonly events: readonly StoredEvent[]
  readonly calendar: Calendar
  readonly standing: CaseStanding
}

export interface StoredEvent extends RecordedEvent {
  readonly eventId: string
  readonly paperId: string | null
  readonly recordedBy: string | null
  readonly recordedAt: Date
}

/** A row in the room's words. */
export function requestOf(row: Selectable<RequestsTable>): InfoRequest {
  return {
    agencyId: row.agency_id,
    requestId: row.request_id,
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    submittedAt: row.submitted_at,
    arrivedOn: row.arrived_on,
    receivedOn: row.received_on,
    applicantKind: row.applicant_kind,
    content: row.content,
    documentNumber: row.document_number,
    wantedForm: row.wanted_form,
    wantedWay: row.wanted_way,
    assistance: row.assistance,
    section: row.section,
    handlerId: row.handler_id,
    sectionDueOn: row.section_due_on,
    splitFrom: row.split_from,
    outcome: row.outcome,
    secondaryOutcomes: row.secondary_outcomes ?? [],
    closedOn: row.closed_on,
    archivedAt: row.archived_at,
    identityErasedAt: row.identity_erased_at,
    version: row.version,
  }
}

/** What happened to a case, revoked records left out, in the order of days. */
export async function eventsOf(db: Db, agencyId: string, requestId: string): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('request_events')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('revoked_at', 'is', null)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    eventId: row.event_id,
    type: row.type,
    on: row.on_day,
    data: row.data,
    paperId: row.paper_id,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

/** A case and where it stands; undefined when the agency has no such case. */
export async function findCase(
  db: Db,
  agencyId: string,
  requestId: string,
  today: PlainDay,
  lock = false,
): Promise<StandingCase | undefined> {
  let query = db
    .selectFrom('requests')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const request = requestOf(row)
  const [events, calendar, houseDays] = await Promise.all([
    eventsOf(db, agencyId, requestId),
    calendarFor(db, agencyId),
    houseDaysOf(db, agencyId, request.kind),
  ])
  return {
    ...request,
    houseDays,
    events,
    calendar,
    standing: standingOf({ ...request, houseDays, events }, calendar, today),
  }
}

export interface CaseKey {
  readonly agencyId: string
  readonly requestId: string
  /** The version the person was looking at; left out by callers that cannot be behind (jobs, one-time links). */
  readonly version?: number | undefined
}

/**
 * Locks a case for a command.
 * @param act refused with the reason of the table of transitions when the state does not allow it
 * @throws NotFound, Stale, Refused
 */
export async function openCase(context: Context, key: CaseKey, act: CaseAct | null): Promise<StandingCase> {
  const found = await findCase(context.db, key.agencyId, key.requestId, context.today, true)
  if (!found) throw new NotFound([requestRefusals['requests.case.missing']])
  if (key.version !== undefined && key.version !== found.version)
    throw new Stale([requestRefusals['requests.case.changed']], { version: found.version })
  const reason = act === null ? null : reasonAgainst(act, found.standing.state, found.kind)
  if (reason) throw new Refused([reason])
  return found
}

export interface NewEvent {
  readonly type: EventType
  readonly on: PlainDay
  readonly data?: Readonly<Record<string, unknown>>
  readonly paperId?: string | null
}

/**
 * Writes down what happened and reads the clock anew. A day that the statute does not allow is refused with the clock's own
 * reason before anything is written.
 * @param change further columns of the case to set in the same step (closing, receipt)
 * @throws Refused with the clock's reason
 */
export async function recordEvents(
  context: Context,
  found: StandingCase,
  events: readonly NewEvent[],
  change: Partial<{
    received_on: PlainDay
    closed_on: PlainDay
    outcome: OutcomeCode
    secondary_outcomes: OutcomeCode[] | null
  }> = {},
): Promise<StandingCase> {
  const personId = context.actor.kind === 'person' ? context.actor.personId : null
  const stored: StoredEvent[] = events.map((event) => ({
    eventId: crypto.randomUUID(),
    type: event.type,
    on: event.on,
    data: event.data ?? {},
    paperId: event.paperId ?? null,
    recordedBy: personId,
    recordedAt: context.now,
  }))
  const next = {
    ...found,
    receivedOn: change.received_on ?? found.receivedOn,
    closedOn: change.closed_on ?? found.closedOn,
    outcome: change.outcome ?? found.outcome,
    events: [...found.events, ...stored],
  }
  const future = stored.find((event) => event.on > context.today)
  if (future) throw new Refused([requestRefusals['requests.receipt.future']])
  const standing = standingOf(next, found.calendar, context.today)
  if (standing.refusal) throw new Refused([standing.refusal])
  if (stored.length > 0)
    await context.db
      .insertInto('request_events')
      .values(
        stored.map((event) => ({
          agency_id: found.agencyId,
          request_id: found.requestId,
          event_id: event.eventId,
          type: event.type,
          on_day: event.on,
          data: JSON.stringify(event.data),
          paper_id: event.paperId,
          recorded_by: event.recordedBy,
          recorded_at: event.recordedAt,
          revoked_at: null,
          revoke_reason: null,
        })),
      )
      .execute()
  await keepStanding(context.db, next, standing, change)
  return { ...next, standing, version: found.version + 1 }
}

/** Writes the computed columns of a case, and the version on. */
export async function keepStanding(
  db: Db,
  key: { readonly agencyId: string; readonly requestId: string },
  standing: CaseStanding,
  change: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .updateTable('requests')
    .set({ ...change, ...keptColumns(standing), version: sql<number>`version + 1` })
    .where('agency_id', '=', key.agencyId)
    .where('request_id', '=', key.requestId)
    .execute()
}

/** The computed columns for a standing. */
export function keptColumns(standing: CaseStanding): {
  kept_state: CaseState
  kept_due_on: PlainDay | null
  kept_latest_due_on: PlainDay | null
  kept_applicant_due_on: PlainDay | null
  kept_is_provisional: boolean
} {
  return {
    kept_state: standing.state,
    kept_due_on: standing.dueOn,
    kept_latest_due_on: standing.latestDueOn,
    kept_applicant_due_on: standing.applicantDueOn,
    kept_is_provisional: standing.isProvisional,
  }
}

/** The next number of a series in a year, without gaps: the row stays locked until the command ends. */
export async function nextNumber(
  context: Context,
  agencyId: string,
  series: string,
  year: number,
): Promise<number> {
  const row = await context.db
    .insertInto('request_numbers')
    .values({ agency_id: agencyId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`request_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
