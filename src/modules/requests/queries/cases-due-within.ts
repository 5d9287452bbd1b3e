import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { nationalCalendar } from '../../../law/calendar/national.ts'
import type { Db } from '../../../platform/context.ts'

/** An open case whose day is near or over. Nothing about the applicant. */
export interface DueCase {
  readonly agencyId: string
  readonly requestId: string
  readonly number: string
  readonly dueOn: PlainDay
  readonly isOverdue: boolean
}

/**
 * Open cases that are overdue or due within so many working days, the most urgent first.
 * @param agencyIds null for every agency
 */
export async function casesDueWithin(
  db: Db,
  agencyIds: readonly string[] | null,
  today: PlainDay,
  workingDays: number,
  limit = 200,
): Promise<readonly DueCase[]> {
  let query = db
    .selectFrom('requests')
    .select(['agency_id', 'request_id', 'number', 'kept_due_on'])
    .where('closed_on', 'is', null)
    .where('kept_due_on', 'is not', null)
    .where('kept_due_on', '<=', addWorkingDays(nationalCalendar, today, workingDays))
  if (agencyIds !== null) query = query.where('agency_id', 'in', [...agencyIds])
  const rows = await query.orderBy('kept_due_on').orderBy('agency_id').limit(limit).execute()
  return rows.flatMap((row) =>
    row.kept_due_on === null
      ? []
      : [
          {
            agencyId: row.agency_id,
            requestId: row.request_id,
            number: row.number,
            dueOn: row.kept_due_on,
            isOverdue: row.kept_due_on < today,
          },
        ],
  )
}
