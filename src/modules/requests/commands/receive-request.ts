import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { intakeInput, requestInput, type IntakeInput, type RequestInput } from '../model.ts'
import { reasonsAgainstArrival, receivedOnFor } from '../rules/receipt.ts'
import { insertCase, type Registered } from '../store/insert-case.ts'
import { putFile, type NewFile } from '../store/files.ts'

/**
 * Registers what came in at the counter, by post, fax, e-mail or word of mouth, on behalf of the applicant (条例 Art 29, 31, 45).
 * The day of receipt follows from the channel; nobody types it.
 * @throws Invalid, Refused, Forbidden
 */
export async function receiveRequest(
  context: Context,
  input: RequestInput,
  intake: IntakeInput,
  files: readonly NewFile[] = [],
): Promise<Registered> {
  demandHere(context, 'requests.register', input.agencyId)
  const given = checked(requestInput, input)
  const arrival = checked(intakeInput, intake)
  const reasons = reasonsAgainstArrival(arrival, context.today)
  if (reasons.length > 0) throw new Refused(reasons)
  const receivedOn = receivedOnFor(arrival, given.kind)
  const registered = await insertCase(context, {
    ...given,
    channel: arrival.channel,
    arrivedOn: arrival.arrivedOn,
    receivedOn,
  })
  if (!registered.isNew) return registered
  for (const file of files)
    await putFile(context, { agencyId: given.agencyId, requestId: registered.requestId }, file)
  await context.journal({
    verb: 'receive-request',
    subject: { kind: 'request', id: registered.requestId },
    agencyId: given.agencyId,
    basis: '条例第三十一条、第四十五条',
    detail: {
      number: registered.number,
      channel: arrival.channel,
      arrivedOn: arrival.arrivedOn,
      receivedOn,
      postNumber: arrival.postNumber,
      files: files.length,
    },
  })
  return registered
}
