import type { Db } from '../../../platform/context.ts'

/** The numbers of cases, as the office calls them, by id. */
export async function caseNumbers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)]
  if (known.length === 0) return new Map()
  const rows = await db
    .selectFrom('requests')
    .select(['request_id as id', 'number'])
    .where('request_id', 'in', known)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
