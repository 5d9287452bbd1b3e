import { builtInRoles, type BuiltInRole } from '../../../platform/roles.ts'
import type { Db } from '../../../platform/context.ts'
import type { Room } from '../../../platform/room.ts'
import type { Acting, Directory } from '../../../platform/sessions/index.ts'
import { reachesBelow } from '../rules/duties.ts'
import { permissionsByRole } from '../rules/grants.ts'
import { findAgency, idsDownward, idsUpward } from '../store/agencies.ts'
import { roleWords } from '../words.ts'

interface HeldRole {
  readonly agencyId: string
  readonly role: string
}

/** Roles a person holds in agencies where they work now. */
async function heldRoles(db: Db, personId: string): Promise<readonly HeldRole[]> {
  return db
    .selectFrom('agency_membership_roles as held')
    .innerJoin('agency_memberships as membership', (join) =>
      join
        .onRef('membership.agency_id', '=', 'held.agency_id')
        .onRef('membership.person_id', '=', 'held.person_id'),
    )
    .select(['held.agency_id as agencyId', 'role_code as role'])
    .where('held.person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
}

/** Agencies where a person works now, the first of the tree first. */
async function memberships(db: Db, personId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('agency_memberships')
    .innerJoin('agencies', 'agencies.agency_id', 'agency_memberships.agency_id')
    .innerJoin('agency_people', 'agency_people.person_id', 'agency_memberships.person_id')
    .select('agencies.agency_id as agencyId')
    .where('agency_memberships.person_id', '=', personId)
    .where('until_on', 'is', null)
    .where('left_on', 'is', null)
    .orderBy('from_on')
    .orderBy('sort_order')
    .orderBy('agencies.agency_id')
    .execute()
  return rows.map((row) => row.agencyId)
}

/** Every agency a person may act for: where they work, and below it where a role reaches down. */
export async function agenciesOpenTo(db: Db, personId: string): Promise<readonly string[]> {
  const own = await memberships(db, personId)
  const open = new Set(own)
  for (const { agencyId, role } of await heldRoles(db, personId))
    if (reachesBelow(role)) for (const below of await idsDownward(db, agencyId)) open.add(below)
  return [...open]
}

/** Names of the roles by which a person acts in an agency, those that reach down from above included. */
export async function rolesIn(db: Db, personId: string, agencyId: string): Promise<readonly string[]> {
  const path = await idsUpward(db, agencyId)
  const here = (await heldRoles(db, personId)).filter(
    (held) => held.agencyId === agencyId || (path.includes(held.agencyId) && reachesBelow(held.role)),
  )
  const own = await db
    .selectFrom('agency_roles')
    .select(['role_code', 'name'])
    .where('agency_id', '=', agencyId)
    .execute()
  const ownNames = new Map(own.map((role) => [role.role_code, role.name]))
  return [...new Set(here.map(({ role }) => role))].map(
    (role) => roleWords[role as BuiltInRole] ?? ownNames.get(role) ?? role,
  )
}

/** What the door asks about people, answered from this room's tables and what the rooms grant to roles. */
export function directoryOf(rooms: readonly Room[]): Directory {
  const byRole = permissionsByRole(rooms)
  return {
    async actorIn(db, personId, agencyId) {
      const own = await memberships(db, personId)
      const wanted = agencyId ?? own[0]
      if (wanted === undefined || own.length === 0) return null
      const path = await idsUpward(db, wanted)
      const all = await heldRoles(db, personId)
      const here = all.filter(
        (held) => held.agencyId === wanted || (path.includes(held.agencyId) && reachesBelow(held.role)),
      )
      if (here.length === 0 && !own.includes(wanted)) return null
      const person = await db
        .selectFrom('agency_people')
        .select('name')
        .where('person_id', '=', personId)
        .executeTakeFirst()
      const agency = await findAgency(db, wanted)
      if (!person || !agency) return null
      const permissions = new Set<string>()
      for (const { role } of here)
        for (const permission of byRole[role as BuiltInRole] ?? []) permissions.add(permission)
      const ownRoles = here.filter(({ role }) => role.startsWith('own-')).map(({ role }) => role)
      if (ownRoles.length > 0) {
        const rows = await db
          .selectFrom('agency_role_permissions')
          .select('permission')
          .where('agency_id', '=', wanted)
          .where('role_code', 'in', ownRoles)
          .execute()
        for (const { permission } of rows) permissions.add(permission)
      }
      const first = builtInRoles.find((role) => here.some((held) => held.role === role))
      const acting: Acting = {
        actor: { kind: 'person', personId, name: person.name, permissions },
        agencyId: wanted,
        agencyName: agency.name,
        roleTitle: first ? roleWords[first] : null,
        maySwitch: own.length > 1 || all.some(({ role }) => reachesBelow(role)),
      }
      return acting
    },
    async isAdministrator(db, personId) {
      const row = await db
        .selectFrom('agency_people')
        .select('duty')
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row !== undefined && row.duty !== 'business'
    },
  }
}
