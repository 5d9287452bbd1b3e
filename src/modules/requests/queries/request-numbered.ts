import type { Db } from '../../../platform/context.ts'

/** The case of an agency with this number, however it was typed; undefined when there is none. */
export async function requestNumbered(db: Db, agencyId: string, number: string): Promise<string | undefined> {
  const typed = number.normalize('NFKC').trim()
  const row = await db
    .selectFrom('requests')
    .select('request_id')
    .where('agency_id', '=', agencyId)
    .where('number', '=', typed)
    .executeTakeFirst()
  return row?.request_id
}
