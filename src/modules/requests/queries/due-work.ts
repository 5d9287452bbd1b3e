import { sql } from 'kysely'
import { addDays, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { monthsAfter } from '../rules/retention.ts'
import { settingsOf } from '../store/settings.ts'

export interface CaseOf {
  readonly agencyId: string
  readonly requestId: string
}

/** How many cases are asked for at a time. */
const batch = 500

/**
 * Open cases whose kept days may have moved: in the given agencies all of them, else those in which a night makes a difference (a
 * pause lasts, the applicant's time runs out). By agency and case, so that a sweep that was cut short begins where it likes.
 */
export async function* casesToRefresh(
  db: Db,
  agencyIds: readonly string[] | null,
  today: PlainDay,
): AsyncGenerator<CaseOf> {
  yield* walk((after) => {
    let query = db
      .selectFrom('requests')
      .select(['agency_id', 'request_id'])
      .where('closed_on', 'is', null)
      .where(sql<boolean>`(agency_id, request_id) > (${after.agencyId}::uuid, ${after.requestId}::uuid)`)
    query =
      agencyIds === null
        ? query.where((row) =>
            row.or([
              row('kept_state', '=', 'paused'),
              row.and([
                row('kept_state', 'in', ['waitingForApplicant', 'waitingForFee']),
                row('kept_applicant_due_on', '<', today),
              ]),
              row('kept_is_provisional', '=', true),
            ]),
          )
        : query.where('agency_id', 'in', agencyIds.length === 0 ? [after.agencyId] : [...agencyIds])
    return query.orderBy('agency_id').orderBy('request_id').limit(batch).execute()
  })
}

/** Working days ahead at which the longest reminder can lie. */
const farthest = 60

/** Open cases with a due day near enough for a reminder, or past it. */
export async function* casesToRemind(db: Db, today: PlainDay): AsyncGenerator<CaseOf> {
  yield* walk((after) =>
    db
      .selectFrom('requests')
      .select(['agency_id', 'request_id'])
      .where('closed_on', 'is', null)
      .where('kept_due_on', '<=', addDays(today, farthest))
      .where(sql<boolean>`(agency_id, request_id) > (${after.agencyId}::uuid, ${after.requestId}::uuid)`)
      .orderBy('agency_id')
      .orderBy('request_id')
      .limit(batch)
      .execute(),
  )
}

/** Closed cases whose identity papers have been kept long enough by their agency's own rule. */
export async function* casesToErase(db: Db, today: PlainDay): AsyncGenerator<CaseOf> {
  const agencies = await db.selectFrom('requests').select('agency_id').distinct().execute()
  for (const { agency_id: agencyId } of agencies) {
    const { identityMonths } = await settingsOf(db, agencyId)
    for (;;) {
      const rows = await db
        .selectFrom('requests')
        .select(['request_id', 'closed_on'])
        .where('agency_id', '=', agencyId)
        .where('closed_on', 'is not', null)
        .where('closed_on', '<=', addDays(today, -identityMonths * 28))
        .where('identity_erased_at', 'is', null)
        .limit(batch)
        .execute()
      const due = rows.filter(
        ({ closed_on: closedOn }) => closedOn !== null && monthsAfter(closedOn, identityMonths) <= today,
      )
      for (const { request_id: requestId } of due) yield { agencyId, requestId }
      // What could not be erased now is tried at the next sweep, not again and again in this one.
      if (due.length < batch) break
    }
  }
}

async function* walk(
  next: (after: CaseOf) => Promise<readonly { agency_id: string; request_id: string }[]>,
): AsyncGenerator<CaseOf> {
  const nil = '00000000-0000-0000-0000-000000000000'
  let after: CaseOf = { agencyId: nil, requestId: nil }
  for (;;) {
    const rows = await next(after)
    for (const row of rows) {
      after = { agencyId: row.agency_id, requestId: row.request_id }
      yield after
    }
    if (rows.length < batch) return
  }
}
