import type { Context } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import { reasonsAgainstSigning, stepNow } from '../rules/signing.ts'
import { openPaper, signaturesOf, type Paper, type PaperKey } from './papers.ts'

/**
 * Locks a paper for a signature of the acting person and writes it down.
 * @throws Forbidden for anyone but a person; Refused with every reason against signing
 */
export async function sign(
  context: Context,
  key: PaperKey,
  verdict: 'approved' | 'sentBack',
  opinion: string,
): Promise<Paper> {
  const paper = await openPaper(context, key)
  const { actor } = context
  if (actor.kind !== 'person' || context.agencyId !== key.agencyId)
    throw new Forbidden([requestRefusals['requests.permission.missing']])
  const signers = (await signaturesOf(context.db, key.agencyId, [paper.paperId]))
    .filter(({ round, verdict: given }) => round === paper.round && given === 'approved')
    .map(({ personId }) => personId)
  const reasons = reasonsAgainstSigning({ ...paper, signers }, actor.personId, actor.permissions)
  if (reasons.length > 0) throw new Refused(reasons)
  const step = stepNow(paper)
  if (step === null) throw new Refused([requestRefusals['requests.paper.notInReview']])
  await context.db
    .insertInto('request_signatures')
    .values({
      agency_id: key.agencyId,
      paper_id: paper.paperId,
      round: paper.round,
      step: paper.signed,
      role: step,
      person_id: actor.personId,
      verdict,
      opinion,
      signed_at: context.now,
    })
    .execute()
  return paper
}
