import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { requestOfPaper, type PaperKey } from '../store/papers.ts'
import { sign } from '../store/sign.ts'

/** Sends a paper back to its drafter with the reason; a new round begins, so that earlier signatures no longer count. */
export async function sendBackPaper(
  context: Context,
  input: PaperKey & { readonly opinion: string },
): Promise<void> {
  if (input.opinion.trim() === '')
    throw new Invalid([{ field: 'opinion', sentence: '写明要改什么，拟稿人才知道怎么改' }])
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const paper = await sign(context, input, 'sentBack', input.opinion.trim())
  await context.db
    .updateTable('request_papers')
    .set({ state: 'draft', signed: 0, round: paper.round + 1, version: paper.version + 1 })
    .where('agency_id', '=', input.agencyId)
    .where('paper_id', '=', paper.paperId)
    .execute()
  await context.journal({
    verb: 'send-back-paper',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: '条例第四十五条',
    detail: { paperId: paper.paperId, step: paper.chain[paper.signed], round: paper.round },
  })
}
