import type { Reason } from '../../../law/reason.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Agency, AgencyKind } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'

/** Under which kinds an agency of a kind may stand; `none` is the top of the tree. */
const parentsOf: Readonly<Record<AgencyKind, readonly (AgencyKind | 'none')[]>> = {
  government: ['none', 'government'],
  district: ['none', 'government', 'zone'],
  zone: ['none', 'government', 'district'],
  town: ['none', 'district', 'zone', 'government'],
  department: ['none', 'government', 'district', 'zone', 'town'],
  institution: ['none', 'government', 'district', 'zone', 'town', 'department'],
}

type Placed = Pick<Agency, 'agencyId' | 'kind' | 'closedOn'>

/**
 * Why an agency of a kind may not stand under a parent; empty when it may.
 * @param path the parent and all above it, nearest first; empty for the top of the tree
 * @param self the agency itself when it moves, null when it is new
 */
export function reasonsAgainstParent(
  kind: AgencyKind,
  path: readonly Placed[],
  self: string | null,
): readonly Reason[] {
  const parent = path[0]
  const reasons: Reason[] = []
  if (!parentsOf[kind].includes(parent?.kind ?? 'none'))
    reasons.push(agencyRefusals['agencies.tree.wrongParent'])
  if (parent?.closedOn != null) reasons.push(agencyRefusals['agencies.tree.closedParent'])
  if (self !== null && path.some((above) => above.agencyId === self))
    reasons.push(agencyRefusals['agencies.tree.circle'])
  return reasons
}

/** Why an agency may not be renamed from a day on. */
export function reasonsAgainstRename(
  agency: { readonly name: string; readonly shortName: string; readonly closedOn: PlainDay | null },
  lastNamedOn: PlainDay,
  input: { readonly name: string; readonly shortName: string; readonly fromOn: PlainDay },
): readonly Reason[] {
  const reasons: Reason[] = []
  if (agency.closedOn !== null) reasons.push(agencyRefusals['agencies.tree.closed'])
  if (agency.name === input.name && agency.shortName === input.shortName)
    reasons.push(agencyRefusals['agencies.tree.sameName'])
  if (input.fromOn <= lastNamedOn) reasons.push(agencyRefusals['agencies.tree.dayTooEarly'])
  return reasons
}

/** Why an agency may not be closed on a day. */
export function reasonsAgainstClosing(
  agency: Pick<Agency, 'agencyId' | 'closedOn' | 'openedOn'>,
  below: readonly Placed[],
  successors: readonly Placed[],
  closedOn: PlainDay,
): readonly Reason[] {
  const reasons: Reason[] = []
  if (agency.closedOn !== null) reasons.push(agencyRefusals['agencies.tree.closed'])
  if (closedOn < agency.openedOn) reasons.push(agencyRefusals['agencies.tree.dayTooEarly'])
  if (below.some((child) => child.closedOn === null)) reasons.push(agencyRefusals['agencies.tree.openBelow'])
  if (successors.some((successor) => successor.closedOn !== null || successor.agencyId === agency.agencyId))
    reasons.push(agencyRefusals['agencies.tree.closedParent'])
  return reasons
}
