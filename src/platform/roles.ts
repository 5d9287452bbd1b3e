/**
 * The built-in roles of a disclosure office: the shared words by which rooms say who holds their permissions.
 * What a role may do is not written here: each room grants its own permissions in `Room.grants`.
 */
export const businessRoles = [
  'officer',
  'liaison',
  'firstReviewer',
  'secondReviewer',
  'finalReviewer',
  'secrecyReviewer',
  'legalReviewer',
  'disclosureOfficeHead',
  'head',
  'supervisor',
] as const

/** The three separated administrators (GB/T 22239-2019): nobody holds two of them and none does business. */
export const administratorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const

export const builtInRoles = [...businessRoles, ...administratorRoles] as const

export type AdministratorRole = (typeof administratorRoles)[number]
export type BuiltInRole = (typeof builtInRoles)[number]

/** Whether a role code is one of the three administrators. */
export function isAdministratorRole(role: string): role is AdministratorRole {
  return (administratorRoles as readonly string[]).includes(role)
}
