import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'

/**
 * Writes down the day on which both sides confirmed an online, fax, e-mail or ordinary-post request (条例 Art 31(2), (3)): the
 * clock starts from the next day.
 * @throws Refused when it is confirmed already, or the day lies before the arrival or in the future
 */
export async function confirmReceipt(
  context: Context,
  input: CaseKey & { readonly confirmedOn: PlainDay },
): Promise<void> {
  demandHere(context, 'requests.register', input.agencyId)
  const found = await openCase(context, input, 'confirmReceipt')
  const reasons = []
  if (input.confirmedOn < found.arrivedOn) reasons.push(requestRefusals['requests.receipt.beforeArrival'])
  if (input.confirmedOn > context.today) reasons.push(requestRefusals['requests.receipt.future'])
  if (reasons.length > 0) throw new Refused(reasons)
  await recordEvents(context, found, [], { received_on: input.confirmedOn })
  await context.journal({
    verb: 'confirm-receipt',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十一条',
    detail: { arrivedOn: found.arrivedOn, receivedOn: input.confirmedOn },
  })
}
