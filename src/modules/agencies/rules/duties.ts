import type { Reason } from '../../../law/reason.ts'
import { isAdministratorRole } from '../../../platform/roles.ts'
import type { Duty } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'

const dutyOfAdministrator: Readonly<Record<string, Duty>> = {
  systemAdministrator: 'system',
  securityAdministrator: 'security',
  auditAdministrator: 'audit',
}

/** The duty a role belongs to; every role that is not an administrator's is business. */
export function dutyOfRole(role: string): Duty {
  return dutyOfAdministrator[role] ?? 'business'
}

/** Whether a role reaches the agencies below the one it was granted in: administrators and the supervising office. */
export function reachesBelow(role: string): boolean {
  return isAdministratorRole(role) || role === 'supervisor'
}

/**
 * Why a role may not be granted. Three-way separation (三员分立, GB/T 22239-2019): nobody holds two of the three
 * administrations, none of them does business, and nobody grants to themselves. The database holds the first two as well.
 */
export function reasonsAgainstGrant(input: {
  readonly personId: string
  readonly duty: Duty
  readonly hasLeft: boolean
  readonly role: string
  /** Built-in roles and the agency's own. */
  readonly knownRoles: ReadonlySet<string>
  readonly grantedBy: string | null
}): readonly Reason[] {
  const reasons: Reason[] = []
  if (!input.knownRoles.has(input.role)) reasons.push(agencyRefusals['agencies.role.unknown'])
  if (input.hasLeft) reasons.push(agencyRefusals['agencies.person.left'])
  const wanted = dutyOfRole(input.role)
  if (wanted !== input.duty)
    reasons.push(
      wanted === 'business' || input.duty === 'business'
        ? agencyRefusals['agencies.role.administratorNoBusiness']
        : agencyRefusals['agencies.role.notAdministrators'],
    )
  if (input.grantedBy === input.personId) reasons.push(agencyRefusals['agencies.role.notToOneself'])
  return reasons
}

/**
 * Why a role may not be taken away.
 * @param holders how many people of the installation who have not left hold the role
 */
export function reasonsAgainstRevoke(input: {
  readonly personId: string
  readonly role: string
  readonly holders: number
  readonly revokedBy: string | null
}): readonly Reason[] {
  const reasons: Reason[] = []
  if (input.revokedBy === input.personId) reasons.push(agencyRefusals['agencies.role.notToOneself'])
  if (isAdministratorRole(input.role) && input.holders <= 1)
    reasons.push(agencyRefusals['agencies.role.lastAdministrator'])
  return reasons
}
