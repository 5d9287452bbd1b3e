import { randomUUID } from 'node:crypto'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { createAccount } from '../../../platform/sessions/index.ts'
import { personInput, type PersonInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { findAgency } from '../store/agencies.ts'
import { putMembership } from '../store/people.ts'
import { demandHere } from '../store/reach.ts'

/**
 * Registers a person in an agency, with an account that nobody can sign in to yet. Roles come from the security administrator.
 * One address, one person: so that nobody is registered twice to hold two duties.
 * @returns the person's id
 * @throws Invalid, Forbidden, NotFound
 */
export async function registerPerson(context: Context, input: PersonInput): Promise<string> {
  const wanted = checked(personInput, input)
  demandHere(context, 'agencies.registerPeople', wanted.agencyId)
  if (!(await findAgency(context.db, wanted.agencyId))) throw new NotFound()
  const email = wanted.email?.toLowerCase() ?? null
  const fingerprint = email === null ? null : context.cipher.fingerprint(email)
  if (fingerprint !== null) {
    const other = await context.db
      .selectFrom('agency_people')
      .select('person_id')
      .where('email_fingerprint', '=', fingerprint)
      .executeTakeFirst()
    if (other)
      throw new Invalid([{ field: 'email', sentence: agencyRefusals['agencies.person.emailTaken'].sentence }])
  }
  const personId = randomUUID()
  await createAccount(context.db, personId, context.now)
  await context.db
    .insertInto('agency_people')
    .values({
      person_id: personId,
      name: wanted.name,
      duty: wanted.duty,
      email_sealed: email === null ? null : context.cipher.seal(email),
      email_fingerprint: fingerprint,
      left_on: null,
      created_at: context.now,
    })
    .execute()
  await putMembership(context.db, {
    agencyId: wanted.agencyId,
    personId,
    post: wanted.post,
    fromOn: context.today,
  })
  await context.journal({
    verb: 'register-person',
    subject: { kind: 'person', id: personId },
    agencyId: wanted.agencyId,
    detail: { duty: wanted.duty },
  })
  return personId
}
