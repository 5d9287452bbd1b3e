import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openPaper, type PaperKey } from '../store/papers.ts'

/** Lays a paper aside that has not gone out. It stays in the file as discarded. */
export async function discardPaper(context: Context, input: PaperKey): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const paper = await openPaper(context, input)
  if (paper.state === 'issued' || paper.state === 'served' || paper.state === 'discarded')
    throw new Refused([requestRefusals['requests.paper.notDraft']])
  await context.db
    .updateTable('request_papers')
    .set({ state: 'discarded', version: paper.version + 1 })
    .where('agency_id', '=', input.agencyId)
    .where('paper_id', '=', paper.paperId)
    .execute()
  await context.journal({
    verb: 'discard-paper',
    subject: { kind: 'request', id: paper.requestId },
    agencyId: input.agencyId,
    detail: { paperId: paper.paperId, letter: paper.letter },
  })
}
