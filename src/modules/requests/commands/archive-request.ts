import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { papersOf } from '../store/papers.ts'

/**
 * Puts a closed case into the archive (条例 Art 45): from then on it is kept for the house's years. Nothing may wait for its service any more.
 * @param digest SM3 of the packed file that was handed over
 */
export async function archiveRequest(
  context: Context,
  input: CaseKey & { readonly digest: string },
): Promise<void> {
  demandHere(context, 'requests.archive', input.agencyId)
  const found = await openCase(context, input, 'archive')
  const papers = await papersOf(context.db, context.cipher, found.agencyId, found.requestId)
  if (papers.some(({ state }) => state === 'issued' || state === 'approved' || state === 'inReview'))
    throw new Refused([requestRefusals['requests.archive.notServed']])
  await context.db
    .updateTable('requests')
    .set({ archived_at: context.now, version: found.version + 1 })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  await context.journal({
    verb: 'archive-request',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第四十五条',
    detail: { digest: input.digest },
  })
}
