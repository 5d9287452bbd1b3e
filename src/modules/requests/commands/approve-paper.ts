import type { Context } from '../../../platform/context.ts'
import { openCase } from '../store/cases.ts'
import { demandPaper } from '../store/paper-ground.ts'
import { requestOfPaper, type PaperKey } from '../store/papers.ts'
import { sign } from '../store/sign.ts'

/**
 * Signs the step whose turn it is. The drafter never signs, and nobody twice. The last signature makes the paper ready to go out;
 * what has come to stand against it since is refused here again.
 */
export async function approvePaper(
  context: Context,
  input: PaperKey & { readonly opinion: string },
): Promise<{ readonly isReady: boolean }> {
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const found = await openCase(context, { agencyId: input.agencyId, requestId }, null)
  const paper = await sign(context, input, 'approved', input.opinion.trim())
  await demandPaper(context, found, paper)
  const isReady = paper.signed + 1 >= paper.chain.length
  await context.db
    .updateTable('request_papers')
    .set({
      signed: paper.signed + 1,
      state: isReady ? 'approved' : 'inReview',
      version: paper.version + 1,
    })
    .where('agency_id', '=', input.agencyId)
    .where('paper_id', '=', paper.paperId)
    .execute()
  await context.journal({
    verb: 'approve-paper',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: paper.chain[paper.signed] === 'secrecy' ? '条例第十七条' : '条例第四十五条',
    detail: { paperId: paper.paperId, step: paper.chain[paper.signed], isReady },
  })
  return { isReady }
}
