import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { clearFailures } from '../../../platform/sessions/index.ts'
import { agencyRefusals } from '../refusals.ts'
import { isMember } from '../store/people.ts'
import { demandHere } from '../store/reach.ts'

/**
 * Lifts the lock that wrong passwords have put on an account.
 * @throws Forbidden, Refused (not a member)
 */
export async function unlockAccount(
  context: Context,
  input: { readonly agencyId: string; readonly personId: string },
): Promise<void> {
  demandHere(context, 'agencies.grantRoles', input.agencyId)
  if (!(await isMember(context.db, input.agencyId, input.personId)))
    throw new Refused([agencyRefusals['agencies.person.notMember']])
  await clearFailures(context.db, input.personId)
  await context.journal({
    verb: 'unlock-account',
    subject: { kind: 'person', id: input.personId },
    agencyId: input.agencyId,
  })
}
