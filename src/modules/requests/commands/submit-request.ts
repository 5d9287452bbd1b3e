import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { requestInput, type RequestInput } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { eventsOf } from '../store/cases.ts'
import { insertCase, type Registered } from '../store/insert-case.ts'
import { putFile, type NewFile } from '../store/files.ts'

/**
 * Takes a request sent off by the applicant on the portal or through the API (条例 Art 29). The day of receipt is open until both
 * sides have confirmed it (Art 31(3)); what is no request for information is received at once. The same submission twice, also at the same moment, is one request.
 * @param files identity papers, power of attorney, enclosures; written only with the request
 * @param platformId the acceptance platform that hands it in, when one does
 * @returns the number and the query code for the receipt
 * @throws Invalid naming every field that is missing or wrong; Refused when the agency is closed, or when the key of an earlier
 * submission comes with another request: answering with the earlier one would lose this one
 */
export async function submitRequest(
  context: Context,
  input: RequestInput,
  files: readonly NewFile[] = [],
  platformId: string | null = null,
): Promise<Registered> {
  const given = checked(requestInput, input)
  const registered = await insertCase(context, {
    ...given,
    channel: 'online',
    arrivedOn: context.today,
    receivedOn: given.kind === 'information' ? null : context.today,
    platformId,
  })
  if (!registered.isNew) {
    await demandSame(context, given, registered.requestId)
    return registered
  }
  for (const file of files)
    await putFile(context, { agencyId: given.agencyId, requestId: registered.requestId }, file)
  await context.journal({
    verb: 'submit-request',
    subject: { kind: 'request', id: registered.requestId },
    agencyId: given.agencyId,
    basis: '条例第二十九条',
    detail: { number: registered.number, kind: given.kind, files: files.length },
  })
  return registered
}

/** Until a clarification is answered or the case is split the wording is the one handed in; afterwards nothing can be compared. */
async function demandSame(
  context: Context,
  given: { readonly agencyId: string; readonly content: string },
  requestId: string,
): Promise<void> {
  const { agencyId } = given
  const earlier = await context.db
    .selectFrom('requests')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  if (earlier.content === given.content) return
  const split = await context.db
    .selectFrom('requests')
    .select('request_id')
    .where('agency_id', '=', agencyId)
    .where('split_from', '=', requestId)
    .executeTakeFirst()
  const events = await eventsOf(context.db, agencyId, requestId)
  if (!split && !events.some(({ type }) => type === 'clarificationAnswered'))
    throw new Refused([requestRefusals['requests.submission.keyUsed']])
}
