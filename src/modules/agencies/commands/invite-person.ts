import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { digestOf, newToken } from '../../../platform/sessions/index.ts'
import { agencyRefusals } from '../refusals.ts'
import { findPerson, isMember } from '../store/people.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/** Days in which an invitation must be taken up. */
export const invitationDays = 7

/**
 * Makes a one-time link by which the person sets user name and password: at the beginning, or after forgetting it.
 * Earlier links of the person end. The letter leaves by the outbox; only the link's digest stays in the table.
 * @param publicUrl address that links begin with
 * @returns the link, to be shown only when it was not mailed
 * @throws Forbidden, NotFound, Refused (left, not a member)
 */
export async function invitePerson(
  context: Context,
  input: { readonly agencyId: string; readonly personId: string; readonly publicUrl: string },
): Promise<{ readonly link: string; readonly isMailed: boolean }> {
  demandHere(context, 'agencies.registerPeople', input.agencyId)
  const person = await findPerson(context.db, input.personId)
  if (!person) throw new NotFound()
  const reasons = []
  if (person.leftOn !== null) reasons.push(agencyRefusals['agencies.person.left'])
  if (!(await isMember(context.db, input.agencyId, input.personId)))
    reasons.push(agencyRefusals['agencies.person.notMember'])
  if (reasons.length > 0) throw new Refused(reasons)
  await context.db
    .updateTable('agency_invitations')
    .set({ ends_at: context.now })
    .where('person_id', '=', input.personId)
    .where('used_at', 'is', null)
    .where('ends_at', '>', context.now)
    .execute()
  const token = newToken()
  const invitationId = randomUUID()
  await context.db
    .insertInto('agency_invitations')
    .values({
      agency_id: input.agencyId,
      invitation_id: invitationId,
      person_id: input.personId,
      token_digest: digestOf(token),
      invited_by: actingPerson(context),
      invited_at: context.now,
      ends_at: new Date(context.now.getTime() + invitationDays * 86_400_000),
      used_at: null,
    })
    .execute()
  const link = `${input.publicUrl}/console/invitations/${token}`
  const isMailed = person.emailSealed !== null
  if (person.emailSealed !== null)
    await queueMail(context, {
      to: context.cipher.open(person.emailSealed),
      subject: '公开工作台：启用账号或者重设密码',
      text: letter(person.name, link),
      key: `invitation ${invitationId}`,
    })
  await context.journal({
    verb: 'invite-person',
    subject: { kind: 'person', id: input.personId },
    agencyId: input.agencyId,
    detail: { invitationId, byMail: isMailed },
  })
  return { link, isMailed }
}

function letter(name: string, link: string): string {
  return `${name}：

请打开下面的链接，设置公开工作台的用户名和密码。链接${invitationDays}天内有效，只能用一次。

${link}

如果你没有申请过账号，也没有请人重设密码，请不要打开，并告诉本机关的系统管理员。
`
}
