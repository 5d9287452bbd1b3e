import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'

export const ratingInput = z.object({
  score: z.coerce.number('选一项').int('选一项').min(1, '选一项').max(5, '选一项'),
  comment: z.string().trim().max(500, '最多500个字').default(''),
})

/** The applicant says how the case was handled, once, after the reply (条例 Art 46: public evaluation). The words are sealed. */
export async function rateService(
  context: Context,
  input: CaseKey & { readonly rating: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { score, comment } = checked(ratingInput, input.rating)
  const found = await openCase(context, input, null)
  if (found.standing.state !== 'closed') throw new Refused([requestRefusals['requests.rating.notClosed']])
  const written = await context.db
    .insertInto('request_ratings')
    .values({
      agency_id: found.agencyId,
      request_id: found.requestId,
      score,
      comment_sealed: context.cipher.seal(comment),
      rated_at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doNothing())
    .returning('score')
    .executeTakeFirst()
  if (!written) throw new Refused([requestRefusals['requests.rating.given']])
  await context.journal({
    verb: 'rate-service',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第四十六条',
    detail: { score },
  })
}
