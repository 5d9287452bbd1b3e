import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import type { Room } from '../../../platform/room.ts'
import { ownRoleInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { administratorPermissions, permissionNames } from '../rules/grants.ts'
import { demandHere } from '../store/reach.ts'

/**
 * Makes a role of the agency's own, for business only.
 * @param rooms the installation's rooms, which say what permissions there are
 * @returns the role's code
 * @throws Invalid, Forbidden, Refused (an administrator's permission, or one that does not exist)
 */
export async function createRole(
  context: Context,
  rooms: readonly Room[],
  input: z.input<typeof ownRoleInput>,
): Promise<string> {
  const wanted = checked(ownRoleInput, input)
  demandHere(context, 'agencies.grantRoles', wanted.agencyId)
  const known = permissionNames(rooms)
  const reserved = administratorPermissions(rooms)
  if (wanted.permissions.some((permission) => reserved.has(permission)))
    throw new Refused([agencyRefusals['agencies.role.adminPermission']])
  if (wanted.permissions.some((permission) => !known.has(permission)))
    throw new Refused([agencyRefusals['agencies.role.unknownPermission']])
  const same = await context.db
    .selectFrom('agency_roles')
    .select('role_code')
    .where('agency_id', '=', wanted.agencyId)
    .where('name', '=', wanted.name)
    .executeTakeFirst()
  if (same)
    throw new Invalid([{ field: 'name', sentence: agencyRefusals['agencies.role.nameTaken'].sentence }])
  const role = `own-${randomBytes(6).toString('hex')}`
  await context.db
    .insertInto('agency_roles')
    .values({ agency_id: wanted.agencyId, role_code: role, name: wanted.name })
    .execute()
  await context.db
    .insertInto('agency_role_permissions')
    .values(
      [...new Set(wanted.permissions)].map((permission) => ({
        agency_id: wanted.agencyId,
        role_code: role,
        permission,
      })),
    )
    .execute()
  await context.journal({
    verb: 'create-role',
    subject: { kind: 'role', id: role },
    agencyId: wanted.agencyId,
    detail: { permissions: wanted.permissions },
  })
  return role
}
