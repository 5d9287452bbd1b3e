import { may, type Context } from '../../../platform/context.ts'
import { Forbidden, NotFound } from '../../../platform/refusals.ts'
import { agencyRefusals } from '../refusals.ts'
import { idsUpward } from './agencies.ts'

const missing = agencyRefusals['agencies.permission.missing']

/**
 * Lets the command go on only when the actor holds the permission in the agency acted for, and that agency is the target.
 * @throws Forbidden
 */
export function demandHere(context: Context, permission: string, agencyId: string): void {
  if (!may(context.actor, permission)) throw new Forbidden([missing])
  if (context.actor.kind === 'person' && context.agencyId !== agencyId) throw new Forbidden([missing])
}

/**
 * The same for acts that reach down the tree: the target is the agency acted for, or stands below it.
 * @throws Forbidden; NotFound when the target does not exist
 */
export async function demandBelow(context: Context, permission: string, agencyId: string): Promise<void> {
  if (!may(context.actor, permission)) throw new Forbidden([missing])
  if (context.actor.kind !== 'person') return
  const path = await idsUpward(context.db, agencyId)
  if (path.length === 0) throw new NotFound()
  if (context.agencyId === null || !path.includes(context.agencyId)) throw new Forbidden([missing])
}

/** The id of the person acting, null for the worker and the shell. */
export function actingPerson(context: Context): string | null {
  return context.actor.kind === 'person' ? context.actor.personId : null
}
