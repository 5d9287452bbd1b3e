import { writeText } from '../../../documents/write/text.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase } from '../store/cases.ts'
import { letterPreview } from '../store/letter-preview.ts'
import { demandPaper } from '../store/paper-ground.ts'
import { openPaper, requestOfPaper, type PaperKey } from '../store/papers.ts'
import { keepRound } from '../store/rounds.ts'

/**
 * Hands a draft to the first of its signers. It must be whole: no blank open, every piece of evidence for its ground there, nothing
 * in the case or the clock against it.
 * @throws Invalid naming every open blank; Refused with every reason
 */
export async function submitPaper(context: Context, input: PaperKey): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const found = await openCase(context, { agencyId: input.agencyId, requestId }, null)
  const paper = await openPaper(context, input)
  if (paper.state !== 'draft') throw new Refused([requestRefusals['requests.paper.notDraft']])
  await demandPaper(context, found, paper)
  const { document, missing } = await letterPreview(context, found, paper, context.today)
  if (missing.length > 0) throw new Invalid(missing)
  if (document !== null)
    await keepRound(context, { ...input, round: paper.round }, writeText(document).split('\n'))
  await context.db
    .updateTable('request_papers')
    .set({
      state: paper.chain.length === 0 ? 'approved' : 'inReview',
      signed: 0,
      version: paper.version + 1,
    })
    .where('agency_id', '=', input.agencyId)
    .where('paper_id', '=', paper.paperId)
    .execute()
  await context.journal({
    verb: 'submit-paper',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: '条例第四十五条',
    detail: { paperId: paper.paperId, letter: paper.letter, round: paper.round },
  })
}
