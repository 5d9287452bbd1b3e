import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import type { ServiceWay } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { isReply } from '../rules/papers.ts'
import { countedOnFor, reasonsAgainstService } from '../rules/service.ts'
import { openCase } from '../store/cases.ts'
import { putFile, type NewFile } from '../store/files.ts'
import { openPaper, requestOfPaper, type PaperKey } from '../store/papers.ts'
import { settle } from '../store/settle.ts'

/**
 * Writes down how and when a paper was handed over, posted or sent off (国办公开办函〔2016〕235号). The service of a reply closes the
 * case on the day that counts; by post that is the day of posting. An electronic service counts when it arrives: see recordDelivery.
 */
export async function servePaper(
  context: Context,
  input: PaperKey & {
    readonly way: ServiceWay
    readonly sentOn: PlainDay
    readonly deliveredOn: PlainDay | null
    readonly proofNumber: string
    readonly note: string
  },
  proof: NewFile | null = null,
): Promise<void> {
  demandHere(context, 'requests.issue', input.agencyId)
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const found = await openCase(context, { agencyId: input.agencyId, requestId }, null)
  const paper = await openPaper(context, input)
  if (paper.state === 'served') throw new Refused([requestRefusals['requests.paper.alreadyServed']])
  if (paper.state !== 'issued' || paper.issuedOn === null)
    throw new Refused([requestRefusals['requests.paper.notIssued']])
  const reasons = reasonsAgainstService(
    input,
    paper.issuedOn,
    context.today,
    found.wantedWay,
    isReply(paper.letter),
  )
  if (reasons.length > 0) throw new Refused(reasons)
  const countedOn = countedOnFor(input)
  const proofFile =
    proof === null ? null : await putFile(context, found, { ...proof, paperId: paper.paperId })
  await context.db
    .insertInto('request_services')
    .values({
      agency_id: input.agencyId,
      paper_id: paper.paperId,
      service_id: crypto.randomUUID(),
      way: input.way,
      sent_on: input.sentOn,
      counted_on: countedOn,
      delivered_on: input.deliveredOn,
      proof_number: input.proofNumber.trim(),
      proof_file: proofFile,
      note: input.note.trim(),
      recorded_by: actingPerson(context),
      recorded_at: context.now,
    })
    .execute()
  await settle(context, found, paper, { way: input.way, countedOn, deliveredOn: input.deliveredOn })
  await context.journal({
    verb: 'serve-paper',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: '国办公开办函〔2016〕235号',
    detail: {
      paperId: paper.paperId,
      letter: paper.letter,
      way: input.way,
      sentOn: input.sentOn,
      countedOn,
      deliveredOn: input.deliveredOn,
    },
  })
}
