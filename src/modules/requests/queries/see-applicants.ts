import { may, type Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import type { Applicant } from '../model.ts'
import { earlierContacts, openApplicants, type EarlierContact } from '../store/applicants.ts'

/**
 * Who applied, in clear, for a person who may see it (个人信息保护法 Art 6, 51): every look stands in the journal with its purpose.
 * Earlier contact details come along: they show where was served what was served then.
 * @throws Forbidden
 */
export async function seeApplicants(
  context: Context,
  key: { readonly agencyId: string; readonly requestId: string; readonly why: string },
): Promise<{ readonly applicants: readonly Applicant[]; readonly earlier: readonly EarlierContact[] }> {
  if (!may(context.actor, 'requests.seeApplicant') || context.agencyId !== key.agencyId)
    throw new Forbidden([requestRefusals['requests.permission.missing']])
  const [applicants, earlier] = await Promise.all([
    openApplicants(context.db, context.cipher, key.agencyId, key.requestId),
    earlierContacts(context.db, context.cipher, key.agencyId, key.requestId),
  ])
  await context.journal({
    verb: 'see-applicant',
    subject: { kind: 'request', id: key.requestId },
    agencyId: key.agencyId,
    basis: '个人信息保护法第五十一条',
    detail: { why: key.why },
  })
  return { applicants, earlier }
}
