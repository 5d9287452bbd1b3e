import type { Db } from '../../../platform/context.ts'
import { queryCodeDigest } from '../store/insert-case.ts'

/**
 * The case with this number and query code, whichever agency it belongs to. Number and code must both be right; the answer for a wrong
 * number, a wrong code and nothing at all is the same, and found by the same question.
 */
export async function caseByCode(
  db: Db,
  number: string,
  code: string,
): Promise<{ readonly agencyId: string; readonly requestId: string } | undefined> {
  const wanted = number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[–—－]/g, '-')
  const rows = await db
    .selectFrom('requests')
    .select(['agency_id as agencyId', 'request_id as requestId', 'number'])
    .where('query_code_digest', '=', queryCodeDigest(code))
    .limit(5)
    .execute()
  const found = rows.find((row) => row.number === wanted)
  return found && { agencyId: found.agencyId, requestId: found.requestId }
}
