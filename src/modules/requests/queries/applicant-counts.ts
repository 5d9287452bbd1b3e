import { plainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import type { ApplicantCounts } from '../rules/paper-facts.ts'

/**
 * How many requests this case's applicants made, found by the sealed identity alone (信息处理费管理办法 Art 4: the same applicant, one
 * calendar month, the day of receipt decides). Requests of all of the case's applicants together count once each.
 */
export async function applicantCounts(db: Db, agencyId: string, requestId: string): Promise<ApplicantCounts> {
  const own = await db
    .selectFrom('requests')
    .select(['received_on', 'number'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  const receivedOn = own?.received_on ?? null
  const yearFrom = `${(receivedOn ?? '1970-01-01').slice(0, 4)}-01-01`
  if (receivedOn === null || own === undefined) return { placeInMonth: null, inMonth: 0, yearFrom, inYear: 0 }
  const rows = await db
    .selectFrom('requests as request')
    .select(['request.received_on as receivedOn', 'request.number as number'])
    .where('request.agency_id', '=', agencyId)
    .where('request.kind', '=', 'information')
    .where('request.received_on', '>=', plainDay(yearFrom))
    .where('request.received_on', '<=', plainDay(`${yearFrom.slice(0, 4)}-12-31`))
    .where((row) =>
      row.exists(
        row
          .selectFrom('request_applicants as theirs')
          .innerJoin('request_applicants as own', (join) =>
            join
              .onRef('own.agency_id', '=', 'theirs.agency_id')
              .onRef('own.identity_fingerprint', '=', 'theirs.identity_fingerprint'),
          )
          .select('theirs.request_id')
          .whereRef('theirs.agency_id', '=', 'request.agency_id')
          .whereRef('theirs.request_id', '=', 'request.request_id')
          .where('own.request_id', '=', requestId),
      ),
    )
    .orderBy('request.received_on')
    .orderBy('request.number')
    .execute()
  const month = rows.filter((row) => row.receivedOn?.slice(0, 7) === receivedOn.slice(0, 7))
  const place = month.findIndex(({ number }) => number === own.number)
  return {
    placeInMonth: place < 0 ? null : place + 1,
    inMonth: month.length,
    yearFrom,
    inYear: rows.length,
  }
}
