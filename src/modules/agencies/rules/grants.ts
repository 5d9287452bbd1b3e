import { administratorRoles, builtInRoles, type BuiltInRole } from '../../../platform/roles.ts'
import type { Room } from '../../../platform/room.ts'

type Granting = Pick<Room, 'permissions' | 'grants'>

/** The permissions that each built-in role holds, gathered from what the rooms say about their own. */
export function permissionsByRole(
  rooms: readonly Granting[],
): Readonly<Record<BuiltInRole, ReadonlySet<string>>> {
  const held = Object.fromEntries(builtInRoles.map((role) => [role, new Set<string>()])) as Record<
    BuiltInRole,
    Set<string>
  >
  for (const room of rooms)
    for (const [permission, roles] of Object.entries(room.grants ?? {}))
      for (const role of roles) held[role].add(permission)
  return held
}

/** Permissions of the administrators: no role of an agency's own making may carry them. */
export function administratorPermissions(rooms: readonly Granting[]): ReadonlySet<string> {
  const held = permissionsByRole(rooms)
  return new Set(administratorRoles.flatMap((role) => [...held[role]]))
}

/** Every permission with its Chinese name, in the rooms' order. */
export function permissionNames(rooms: readonly Granting[]): ReadonlyMap<string, string> {
  return new Map(rooms.flatMap((room) => Object.entries(room.permissions ?? {})))
}
