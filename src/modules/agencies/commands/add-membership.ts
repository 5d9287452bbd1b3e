import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { membershipInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { findPerson, putMembership } from '../store/people.ts'
import { demandHere } from '../store/reach.ts'

/**
 * Lets a person who is registered elsewhere work for this agency too; doing it twice only renews the post.
 * @throws Invalid, Forbidden, NotFound, Refused (left)
 */
export async function addMembership(context: Context, input: z.input<typeof membershipInput>): Promise<void> {
  const wanted = checked(membershipInput, input)
  demandHere(context, 'agencies.registerPeople', wanted.agencyId)
  const person = await findPerson(context.db, wanted.personId)
  if (!person) throw new NotFound()
  if (person.leftOn !== null) throw new Refused([agencyRefusals['agencies.person.left']])
  await putMembership(context.db, { ...wanted, fromOn: context.today })
  await context.journal({
    verb: 'add-membership',
    subject: { kind: 'person', id: wanted.personId },
    agencyId: wanted.agencyId,
  })
}
