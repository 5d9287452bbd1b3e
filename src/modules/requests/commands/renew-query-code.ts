import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { newToken } from '../../../platform/sessions/index.ts'
import { demandHere } from '../../agencies/index.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { queryCodeDigest, queryCodeFor } from '../store/insert-case.ts'

/**
 * Gives an applicant who has lost the query code a new one, after the desk has checked who it is; the old code opens nothing any more.
 * @param input.identityChecked how the identity was checked, in the clerk's words; it stands in the journal without any name
 * @returns the new code: it is shown once and only its digest is kept
 */
export async function renewQueryCode(
  context: Context,
  input: CaseKey & { readonly identityChecked: string },
): Promise<{ readonly queryCode: string }> {
  demandHere(context, 'requests.register', input.agencyId)
  const how = input.identityChecked.trim()
  if (how === '' || how.length > 200)
    throw new Invalid([{ field: 'identityChecked', sentence: '写明怎样核对的身份，例如“当面核对身份证”' }])
  const found = await openCase(context, input, null)
  const queryCode = queryCodeFor(context, `renewed ${newToken()}`)
  await context.db
    .updateTable('requests')
    .set({ query_code_digest: queryCodeDigest(queryCode), version: found.version + 1 })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  await context.journal({
    verb: 'renew-query-code',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '个人信息保护法第五十一条',
    detail: { how },
  })
  return { queryCode }
}
