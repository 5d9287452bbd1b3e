import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import type { CountedDay } from '../../../platform/room.ts'
import { caseAt } from '../pages/console/addresses.ts'
import { findCase } from '../store/cases.ts'

/**
 * The days of open cases that were counted by the calendar (条例 Art 33; 信息处理费管理办法 Art 6): the last day for the reply, or for the
 * applicant's payment. A correction's day is written in its letter and not counted.
 */
export async function countedDays(
  context: Context,
  agencyIds: readonly string[],
  since: PlainDay,
  most: number,
): Promise<readonly CountedDay[]> {
  if (agencyIds.length === 0) return []
  const latest = sql<PlainDay | null>`greatest(kept_due_on, kept_latest_due_on, kept_applicant_due_on)`
  const rows = await context.db
    .selectFrom('requests')
    .select(['agency_id as agencyId', 'request_id as requestId'])
    .where('agency_id', 'in', [...agencyIds])
    .where('closed_on', 'is', null)
    // While a consultation is open the kept day is not kept up; it is looked at in any case.
    .where((row) => row.or([sql<boolean>`${latest} >= ${since}`, row('kept_state', '=', 'paused')]))
    .orderBy(latest)
    .orderBy('number')
    .limit(most)
    .execute()
  const days: CountedDay[] = []
  for (const { agencyId, requestId } of rows) {
    const found = await findCase(context.db, agencyId, requestId, context.today)
    if (!found || found.receivedOn === null) continue
    const { standing } = found
    const dueOn = standing.dueOn ?? (standing.state === 'waitingForFee' ? standing.applicantDueOn : null)
    if (dueOn === null) continue
    const told = await context.db
      .selectFrom('request_papers')
      .select('told_due_on as toldOn')
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .where('told_due_on', 'is not', null)
      .where('state', '!=', 'discarded')
      .orderBy('issued_on', 'desc')
      .limit(1)
      .executeTakeFirst()
    days.push({
      id: `${agencyId} ${requestId}`,
      title: `申请${found.number}${standing.dueOn === null ? '，等缴费' : ''}`,
      agencyId,
      href: caseAt(requestId),
      from: found.receivedOn,
      dueOn,
      toldOn: told?.toldOn ?? null,
    })
  }
  return days
}
