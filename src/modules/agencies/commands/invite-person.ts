import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
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
 * @returns the link, for handing over in person when there is no mail
 * @throws Forbidden, NotFound, Refused (left, not a member)
 */
export async function invitePerson(
  context: Context,
  input: { readonly agencyId: string; readonly personId: string; readonly publicUrl: string },
): Promise<string> {
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
  if (person.emailSealed !== null)
    // The link in the outbox is as good as a password: it goes sealed, and the job opens it when it sends the letter.
    await context.send({
      queue: 'agencies-send-invitation',
      key: invitationId,
      payload: { personId: input.personId, linkSealed: context.cipher.seal(link) },
    })
  await context.journal({
    verb: 'invite-person',
    subject: { kind: 'person', id: input.personId },
    agencyId: input.agencyId,
    detail: { invitationId, byMail: person.emailSealed !== null },
  })
  return link
}
