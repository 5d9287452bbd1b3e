import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { countedOnFor } from '../rules/service.ts'
import { openCase } from '../store/cases.ts'
import { openPaper, requestOfPaper, servicesOf, type PaperKey } from '../store/papers.ts'
import { settle } from '../store/settle.ts'

/**
 * The day on which a paper that was posted or sent off reached its reader became known: it starts the third party's or the payer's
 * own period, and makes an electronic reply count. The public actor may say it of its own download.
 */
export async function recordDelivery(
  context: Context,
  input: PaperKey & { readonly deliveredOn: PlainDay; readonly isDownload?: boolean },
): Promise<void> {
  if (context.actor.kind !== 'public') demandHere(context, 'requests.issue', input.agencyId)
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const found = await openCase(context, { agencyId: input.agencyId, requestId }, null)
  const paper = await openPaper(context, input)
  if (paper.state !== 'issued') throw new Refused([requestRefusals['requests.paper.notIssued']])
  const service = (await servicesOf(context.db, input.agencyId, [paper.paperId])).findLast(
    ({ deliveredOn }) => deliveredOn === null,
  )
  if (!service) throw new NotFound([requestRefusals['requests.paper.notIssued']])
  const reasons = []
  if (input.deliveredOn < service.sentOn) reasons.push(requestRefusals['requests.service.beforeIssue'])
  if (input.deliveredOn > context.today) reasons.push(requestRefusals['requests.receipt.future'])
  if (reasons.length > 0) throw new Refused(reasons)
  const countedOn = countedOnFor({ ...service, deliveredOn: input.deliveredOn })
  await context.db
    .updateTable('request_services')
    .set({ delivered_on: input.deliveredOn, counted_on: countedOn })
    .where('agency_id', '=', input.agencyId)
    .where('service_id', '=', service.serviceId)
    .execute()
  await settle(context, found, paper, { way: service.way, countedOn, deliveredOn: input.deliveredOn })
  await context.journal({
    verb: 'record-delivery',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: '国办公开办函〔2016〕235号',
    detail: {
      paperId: paper.paperId,
      deliveredOn: input.deliveredOn,
      isDownload: input.isDownload === true,
    },
  })
}
