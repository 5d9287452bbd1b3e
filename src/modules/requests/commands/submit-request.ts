import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { requestInput, type RequestInput } from '../model.ts'
import { insertCase, type Registered } from '../store/insert-case.ts'
import { putFile, type NewFile } from '../store/files.ts'

/**
 * Takes a request sent off by the applicant on the portal or through the API (条例 Art 29). The day of receipt is open until both
 * sides have confirmed it (Art 31(3)); what is no request for information is received at once. The same submission twice, also at the same moment, is one request.
 * @param files identity papers, power of attorney, enclosures; written only with the request
 * @param platformId the acceptance platform that hands it in, when one does
 * @returns the number and the query code for the receipt
 * @throws Invalid naming every field that is missing or wrong; Refused when the agency is closed
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
  if (!registered.isNew) return registered
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
