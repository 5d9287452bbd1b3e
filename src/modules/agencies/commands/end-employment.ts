import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { closeAccount } from '../../../platform/sessions/index.ts'
import { agencyRefusals } from '../refusals.ts'
import { dutyOfRole } from '../rules/duties.ts'
import { countHolders, findPerson, isMember, lockRoles } from '../store/people.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Lets a person go from an agency: roles end. When it was the last agency, the account closes and the address is forgotten;
 * the name stays for the records that carry it. Doing it twice is harmless.
 * @throws Forbidden, NotFound, Refused (oneself, last administrator)
 */
export async function endEmployment(
  context: Context,
  input: { readonly agencyId: string; readonly personId: string },
): Promise<void> {
  demandHere(context, 'agencies.registerPeople', input.agencyId)
  const person = await findPerson(context.db, input.personId)
  if (!person) throw new NotFound()
  if (!(await isMember(context.db, input.agencyId, input.personId))) return
  if (actingPerson(context) === input.personId)
    throw new Refused([agencyRefusals['agencies.person.notOneself']])
  await lockRoles(context.db)
  const roles = await context.db
    .deleteFrom('agency_membership_roles')
    .where('agency_id', '=', input.agencyId)
    .where('person_id', '=', input.personId)
    .returning('role_code')
    .execute()
  for (const { role_code: role } of roles)
    if (dutyOfRole(role) !== 'business' && (await countHolders(context.db, role)) === 0)
      throw new Refused([agencyRefusals['agencies.role.lastAdministrator']])
  await context.db
    .updateTable('agency_memberships')
    .set({ until_on: context.today })
    .where('agency_id', '=', input.agencyId)
    .where('person_id', '=', input.personId)
    .execute()
  const elsewhere = await context.db
    .selectFrom('agency_memberships')
    .select('agency_id')
    .where('person_id', '=', input.personId)
    .where('until_on', 'is', null)
    .executeTakeFirst()
  if (!elsewhere) {
    await context.db
      .updateTable('agency_people')
      .set({ left_on: context.today, email_sealed: null, email_fingerprint: null })
      .where('person_id', '=', input.personId)
      .execute()
    await closeAccount(context.db, input.personId, context.now)
  }
  await context.journal({
    verb: 'end-employment',
    subject: { kind: 'person', id: input.personId },
    agencyId: input.agencyId,
    detail: { accountClosed: elsewhere === undefined },
  })
}
