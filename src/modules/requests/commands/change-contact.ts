import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { applicantInput, type Applicant } from '../model.ts'
import { openApplicants, replaceContact } from '../store/applicants.ts'
import { openCase, type CaseKey } from '../store/cases.ts'

/** What of an applicant may change after the request was sent; who they are may not. */
export const contactFields = ['contactName', 'phone', 'email', 'address', 'postcode'] as const
export type ContactField = (typeof contactFields)[number]

/** What is left empty stays as it is. */
const contactInput = applicantInput.pick({
  contactName: true,
  phone: true,
  email: true,
  address: true,
  postcode: true,
})

/**
 * Changes where an applicant is reached, after the request was sent: by the applicant with the query code, or by the desk, which says how
 * it knows. The earlier details stay sealed with the case, for the proof of what was served to them; the journal names the fields, never
 * what stands in them. The earlier mailbox is told, so that nobody is cut off unseen.
 * @param input.position which applicant, 0 for the first
 * @param input.why how the desk knows of the change; not asked of the applicant
 * @returns the fields that changed; nothing is written when none did
 * @throws Invalid, NotFound, Stale, Forbidden
 */
export async function changeContact(
  context: Context,
  input: CaseKey & {
    readonly position: number
    readonly contact: Readonly<Record<string, unknown>>
    readonly why?: string
  },
): Promise<readonly ContactField[]> {
  const isApplicant = context.actor.kind === 'public'
  if (!isApplicant) demandHere(context, 'requests.register', input.agencyId)
  const why = (input.why ?? '').trim()
  const given = checked(contactInput, input.contact)
  if (!isApplicant && why === '')
    throw new Invalid([{ field: 'why', sentence: '写怎样知道要改的，例如“来电告知，已核对身份”' }])
  const found = await openCase(context, input, 'attach')
  const applicants = await openApplicants(context.db, context.cipher, found.agencyId, found.requestId)
  const before = applicants[input.position]
  if (before === undefined) throw new Invalid([{ field: 'position', sentence: '选哪一位申请人' }])
  const changed = contactFields.filter((field) => given[field] !== '' && given[field] !== before[field])
  if (changed.length === 0) {
    if (contactFields.every((field) => given[field] === ''))
      throw new Invalid([{ field: 'phone', sentence: '写要改成什么；不改的空着' }])
    return []
  }
  const after: Applicant = {
    ...before,
    ...Object.fromEntries(changed.map((field) => [field, given[field]])),
    // A postcode belongs to its address.
    ...(changed.includes('address') && given.postcode === '' ? { postcode: '' } : {}),
  }
  await replaceContact(context, found, input.position, before, after)
  await context.journal({
    verb: 'change-contact',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '个人信息保护法第四十六条',
    detail: { fields: changed, ...(isApplicant ? {} : { reason: why }) },
  })
  if (changed.includes('email') && before.email !== '')
    await queueMail(context, {
      to: before.email,
      subject: `申请 ${found.number} 的联系邮箱已经修改`,
      text: `申请 ${found.number} 的联系邮箱已经修改，以后的通知不再发到这个邮箱。\n\n不是您本人改的，请尽快与受理机关联系。\n`,
      key: `contact ${found.requestId} ${context.now.toISOString()}`,
    })
  return changed
}
