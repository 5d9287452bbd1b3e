import type { Calendar } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { standingOf, type CaseStanding, type RecordedEvent } from '../rules/case-state.ts'

/**
 * Where the cases that wait for an opinion stand today. While a consultation is open the due day moves with every working day, and the
 * pause ends by itself when the time of the one who was asked is over (条例 Art 32 to 34): the kept columns cannot show that, so lists
 * ask the clock for these few.
 * @returns standing by id of the case
 */
export async function pausedCases(
  db: Db,
  agencyId: string,
  calendar: Calendar,
  today: PlainDay,
): Promise<ReadonlyMap<string, CaseStanding>> {
  const cases = await db
    .selectFrom('requests')
    .select(['request_id as id', 'channel', 'received_on as receivedOn', 'closed_on as closedOn'])
    .where('agency_id', '=', agencyId)
    .where('closed_on', 'is', null)
    .where('kept_state', '=', 'paused')
    .where('kind', '=', 'information')
    .execute()
  if (cases.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_events')
    .select(['request_id as id', 'type', 'on_day as on', 'data'])
    .where('agency_id', '=', agencyId)
    .where(
      'request_id',
      'in',
      cases.map(({ id }) => id),
    )
    .where('revoked_at', 'is', null)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .execute()
  const events = new Map<string, RecordedEvent[]>()
  for (const { id, ...event } of rows) events.set(id, [...(events.get(id) ?? []), event])
  return new Map(
    cases.map((one) => [
      one.id,
      standingOf(
        { ...one, kind: 'information', houseDays: null, events: events.get(one.id) ?? [] },
        calendar,
        today,
      ),
    ]),
  )
}
