import type { Db } from '../../../platform/context.ts'
import { remediesOf, type Remedy } from '../store/remedies.ts'

/** The register of reconsiderations and suits of an agency with the numbers of the cases they are about, the newest first. */
export async function remedyRegister(
  db: Db,
  agencyId: string,
): Promise<readonly (Remedy & { readonly requestNumber: string | null })[]> {
  const remedies = await remediesOf(db, agencyId)
  const ids = remedies.flatMap(({ requestId }) => requestId ?? [])
  const numbers =
    ids.length === 0
      ? []
      : await db
          .selectFrom('requests')
          .select(['request_id', 'number'])
          .where('agency_id', '=', agencyId)
          .where('request_id', 'in', ids)
          .execute()
  const byId = new Map(numbers.map((row) => [row.request_id, row.number]))
  return remedies.map((remedy) => ({
    ...remedy,
    requestNumber: remedy.requestId === null ? null : (byId.get(remedy.requestId) ?? null),
  }))
}
