import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { roleInput } from '../model.ts'
import { reasonsAgainstRevoke } from '../rules/duties.ts'
import { countHolders, lockRoles } from '../store/people.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Takes a role away; taking one that is not held is harmless.
 * @throws Invalid, Forbidden, Refused (oneself, last administrator)
 */
export async function revokeRole(context: Context, input: z.input<typeof roleInput>): Promise<void> {
  const wanted = checked(roleInput, input)
  demandHere(context, 'agencies.grantRoles', wanted.agencyId)
  await lockRoles(context.db)
  const reasons = reasonsAgainstRevoke({
    personId: wanted.personId,
    role: wanted.role,
    holders: await countHolders(context.db, wanted.role),
    revokedBy: actingPerson(context),
  })
  if (reasons.length > 0) throw new Refused(reasons)
  const gone = await context.db
    .deleteFrom('agency_membership_roles')
    .where('agency_id', '=', wanted.agencyId)
    .where('person_id', '=', wanted.personId)
    .where('role_code', '=', wanted.role)
    .executeTakeFirst()
  if (Number(gone.numDeletedRows) === 0) return
  await context.journal({
    verb: 'revoke-role',
    subject: { kind: 'person', id: wanted.personId },
    agencyId: wanted.agencyId,
    detail: { role: wanted.role },
  })
}
