import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import { applicationProblems, requestInputOf } from '../rules/application.ts'
import { closeDraft, draftFilesOf, findDraft } from '../store/drafts.ts'
import { submitRequest } from './submit-request.ts'

/**
 * Sends an application of the portal off with everything that was uploaded (条例 Art 29). A second click, also at the same moment,
 * waits for the first and finds the case it made.
 * @param browser the secret of the browser whose application it is
 * @returns the case's id
 * @throws NotFound (another browser's, over), Invalid with everything that is missing, Refused
 */
export async function submitDraft(
  context: Context,
  input: { readonly draftId: string; readonly browser: string },
): Promise<string> {
  const draft = await findDraft(context, input.draftId, input.browser, true)
  if (!draft) throw new NotFound([requestRefusals['requests.draft.gone']])
  if (draft.requestId !== null) return draft.requestId
  const problems = applicationProblems(draft.content, await draftFilesOf(context, draft))
  if (problems.length > 0) throw new Invalid(problems)
  const { requestId } = await submitRequest(
    context,
    requestInputOf(draft.agencyId, draft.content, submissionKeyOf(draft.draftId)),
  )
  const files = await closeDraft(context, draft, requestId)
  await context.journal({
    verb: 'submit-draft',
    subject: { kind: 'request', id: requestId },
    agencyId: draft.agencyId,
    basis: '条例第二十九条',
    detail: { files },
  })
  return requestId
}

/** The key that makes a draft one case, and from which its query code follows. */
export function submissionKeyOf(draftId: string): string {
  return `portal ${draftId}`
}
