import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Duty } from '../model.ts'

/** A person as commands see one. */
export interface PersonRow {
  readonly personId: string
  readonly name: string
  readonly duty: Duty
  readonly emailSealed: string | null
  readonly leftOn: PlainDay | null
}

export async function findPerson(db: Db, personId: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('agency_people')
    .select(['person_id as personId', 'name', 'duty', 'email_sealed as emailSealed', 'left_on as leftOn'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Whether the person works in the agency now. */
export async function isMember(db: Db, agencyId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('agency_memberships')
    .select('person_id')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds or renews a membership. */
export async function putMembership(
  db: Db,
  row: {
    readonly agencyId: string
    readonly personId: string
    readonly post: string
    readonly fromOn: PlainDay
  },
): Promise<void> {
  await db
    .insertInto('agency_memberships')
    .values({
      agency_id: row.agencyId,
      person_id: row.personId,
      post: row.post,
      from_on: row.fromOn,
      until_on: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'person_id']).doUpdateSet({ post: row.post, until_on: null }),
    )
    .execute()
}

/** How many people hold a role anywhere in the installation. */
export async function countHolders(db: Db, role: string): Promise<number> {
  const row = await db
    .selectFrom('agency_membership_roles')
    .innerJoin('agency_people', 'agency_people.person_id', 'agency_membership_roles.person_id')
    .select((select) => select.fn.count<string>('agency_people.person_id').distinct().as('holders'))
    .where('role_code', '=', role)
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.holders)
}

/** Codes of the roles of the agency's own making. */
export async function ownRoleCodes(db: Db, agencyId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('agency_roles')
    .select('role_code')
    .where('agency_id', '=', agencyId)
    .execute()
  return rows.map((row) => row.role_code)
}

/** Lets one taking away of roles happen at a time, so that two cannot each leave the other as the last administrator. */
export async function lockRoles(db: Db): Promise<void> {
  await sql`lock table agency_membership_roles in share row exclusive mode`.execute(db)
}
