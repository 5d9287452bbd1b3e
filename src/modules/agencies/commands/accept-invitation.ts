import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import {
  digestOf,
  endSessions,
  passwordProblems,
  setLoginName,
  setPasswordHash,
} from '../../../platform/sessions/index.ts'
import { acceptInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { openInvitation } from '../queries/open-invitation.ts'
import { findPerson } from '../store/people.ts'

/**
 * Takes up an invitation: user name and password are set, the link is spent, all sessions of the person end.
 * @param passwordHash hash of the password in the input, made outside the transaction because it is slow
 * @throws Invalid (fields), Refused (link used or over)
 */
export async function acceptInvitation(
  context: Context,
  input: z.input<typeof acceptInput>,
  passwordHash: string,
): Promise<void> {
  const wanted = checkAcceptance(input)
  const invitation = await openInvitation(context.db, wanted.token, context.now)
  const person = invitation && (await findPerson(context.db, invitation.personId))
  if (!invitation || !person) throw new Refused([agencyRefusals['agencies.invitation.over']])
  const spent = await context.db
    .updateTable('agency_invitations')
    .set({ used_at: context.now })
    .where('token_digest', '=', digestOf(wanted.token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (Number(spent.numUpdatedRows) !== 1) throw new Refused([agencyRefusals['agencies.invitation.over']])
  if (!(await setLoginName(context.db, invitation.personId, wanted.loginName)))
    throw new Invalid([{ field: 'loginName', sentence: '这个用户名已经有人用，请换一个。' }])
  await setPasswordHash(context.db, invitation.personId, passwordHash, context.now, false)
  await endSessions(context.db, invitation.personId)
  await context.journal({
    verb: 'accept-invitation',
    subject: { kind: 'person', id: invitation.personId },
    agencyId: invitation.agencyId,
  })
}

/** All that can be said of the form without the database; throws Invalid naming every field. */
export function checkAcceptance(input: z.input<typeof acceptInput>): z.output<typeof acceptInput> {
  const wanted = checked(acceptInput, input)
  const fields = []
  const problems = passwordProblems(wanted.password, wanted.loginName)
  if (problems.length > 0) fields.push({ field: 'password', sentence: `${problems.join('；')}。` })
  if (wanted.password !== wanted.again)
    fields.push({ field: 'again', sentence: '两次输入的密码不一样，请再输一遍。' })
  if (fields.length > 0) throw new Invalid(fields)
  return wanted
}
