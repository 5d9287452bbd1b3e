import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { endSessions, forgetSecondFactor } from '../../../platform/sessions/index.ts'
import { agencyRefusals } from '../refusals.ts'
import { isMember } from '../store/people.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Unbinds the authenticator of someone who has lost the telephone and the recovery codes; all sessions end.
 * @throws Forbidden, Refused (not a member, oneself)
 */
export async function resetSecondFactor(
  context: Context,
  input: { readonly agencyId: string; readonly personId: string },
): Promise<void> {
  demandHere(context, 'agencies.grantRoles', input.agencyId)
  if (actingPerson(context) === input.personId)
    throw new Refused([agencyRefusals['agencies.role.notToOneself']])
  if (!(await isMember(context.db, input.agencyId, input.personId)))
    throw new Refused([agencyRefusals['agencies.person.notMember']])
  await forgetSecondFactor(context.db, input.personId)
  await endSessions(context.db, input.personId)
  await context.journal({
    verb: 'reset-second-factor',
    subject: { kind: 'person', id: input.personId },
    agencyId: input.agencyId,
  })
}
