import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import { requestRefusals } from '../refusals.ts'
import { paperAccess } from '../rules/applicant-papers.ts'
import { openCase } from '../store/cases.ts'
import { papersOf, servicesOf } from '../store/papers.ts'
import { recordDelivery } from './record-delivery.ts'

/**
 * The applicant fetches a paper that was sent electronically: this is its arrival, and the proof of it stands in the journal
 * (国办公开办函〔2016〕235号). Fetching again changes nothing. The caller knows that it is the applicant's own case.
 * @throws NotFound when the case has no such paper for the applicant
 */
export async function collectPaper(
  context: Context,
  input: { readonly agencyId: string; readonly requestId: string; readonly paperId: string },
): Promise<void> {
  const found = await openCase(context, { agencyId: input.agencyId, requestId: input.requestId }, null)
  const papers = await papersOf(context.db, context.cipher, found.agencyId, found.requestId)
  const paper = papers.find(({ paperId }) => paperId === input.paperId)
  if (!paper) throw new NotFound([requestRefusals['requests.paper.missing']])
  const services = await servicesOf(context.db, found.agencyId, [paper.paperId])
  const access = paperAccess({ ...paper, reader: letterTemplate(paper.letter).reader, services })
  if (access === 'hidden') throw new NotFound([requestRefusals['requests.paper.missing']])
  if (access === 'ready') return
  await recordDelivery(context, {
    agencyId: found.agencyId,
    paperId: paper.paperId,
    deliveredOn: context.today,
    isDownload: true,
  })
  await context.journal({
    verb: 'collect-paper',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '国办公开办函〔2016〕235号',
    detail: { paperId: paper.paperId, letter: paper.letter },
  })
}
