import { may, type Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { agencyTree, type AgencyBranch } from '../../agencies/index.ts'
import { auditRefusals } from '../refusals.ts'

/** An agency within reach, with how deep it stands below the one acted for. */
export interface WithinReach {
  readonly agencyId: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly depth: number
  readonly isOpen: boolean
}

/** The agency acted for and all below it, in the order of the tree. */
export async function withinReach(
  { db }: Pick<Context, 'db'>,
  agencyId: string,
): Promise<readonly WithinReach[]> {
  const flat = (branches: readonly AgencyBranch[], depth: number): WithinReach[] =>
    branches.flatMap((branch) => [
      {
        agencyId: branch.agencyId,
        slug: branch.slug,
        name: branch.name,
        shortName: branch.shortName,
        depth,
        isOpen: branch.closedOn === null,
      },
      ...flat(branch.below, depth + 1),
    ])
  return flat(await agencyTree(db, agencyId), 0)
}

/**
 * Lets the command go on only when the actor holds the permission and the agency spoken of is the one acted for or stands below it.
 * @returns the agency acted for
 * @throws Forbidden
 */
export async function demandReach(context: Context, permission: string, agencyId: string): Promise<string> {
  const { actor, agencyId: own } = context
  const missing = new Forbidden([auditRefusals['report-audit.permission.missing']])
  if (!may(actor, permission) || own === null) throw missing
  if (actor.kind !== 'person' || own === agencyId) return own
  const reach = await withinReach(context, own)
  if (!reach.some((one) => one.agencyId === agencyId)) throw missing
  return own
}

/** The id of the person acting. @throws Forbidden when it is no person */
export function deciding(context: Context): string {
  if (context.actor.kind !== 'person') throw new Forbidden([auditRefusals['report-audit.permission.missing']])
  return context.actor.personId
}
