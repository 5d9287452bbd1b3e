import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { builtInRoles } from '../../../platform/roles.ts'
import { roleInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { dutyOfRole, reasonsAgainstGrant } from '../rules/duties.ts'
import { findPerson, isMember, ownRoleCodes } from '../store/people.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Gives a person a role in an agency; giving it twice is harmless.
 * @throws Invalid, Forbidden, NotFound, Refused (separation of duties, unknown role, left)
 */
export async function grantRole(context: Context, input: z.input<typeof roleInput>): Promise<void> {
  const wanted = checked(roleInput, input)
  demandHere(context, 'agencies.grantRoles', wanted.agencyId)
  const person = await findPerson(context.db, wanted.personId)
  if (!person) throw new NotFound()
  const knownRoles = new Set<string>([...builtInRoles, ...(await ownRoleCodes(context.db, wanted.agencyId))])
  const reasons = [
    ...reasonsAgainstGrant({
      personId: wanted.personId,
      duty: person.duty,
      hasLeft: person.leftOn !== null,
      role: wanted.role,
      knownRoles,
      grantedBy: actingPerson(context),
    }),
    ...((await isMember(context.db, wanted.agencyId, wanted.personId))
      ? []
      : [agencyRefusals['agencies.person.notMember']]),
  ]
  if (reasons.length > 0) throw new Refused(reasons)
  const granted = await context.db
    .insertInto('agency_membership_roles')
    .values({
      agency_id: wanted.agencyId,
      person_id: wanted.personId,
      role_code: wanted.role,
      duty: dutyOfRole(wanted.role),
      granted_by: actingPerson(context),
      granted_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(granted.numInsertedOrUpdatedRows) === 0) return
  await context.journal({
    verb: 'grant-role',
    subject: { kind: 'person', id: wanted.personId },
    agencyId: wanted.agencyId,
    detail: { role: wanted.role },
  })
}
