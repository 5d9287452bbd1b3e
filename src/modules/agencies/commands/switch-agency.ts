import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { setSessionAgency, type Session } from '../../../platform/sessions/index.ts'
import { agenciesOpenTo } from '../queries/acting-person.ts'
import { agencyRefusals } from '../refusals.ts'

/**
 * Lets the session go on in another agency that is open to the person; the next sign-in begins there.
 * @throws Forbidden when the agency is not open to the person
 */
export async function switchAgency(context: Context, session: Session, agencyId: string): Promise<void> {
  const open = await agenciesOpenTo(context.db, session.personId)
  if (!open.includes(agencyId)) throw new Forbidden([agencyRefusals['agencies.permission.missing']])
  await setSessionAgency(context.db, session, agencyId)
  await context.journal({
    verb: 'switch-agency',
    subject: { kind: 'account', id: session.personId },
    agencyId,
  })
}
