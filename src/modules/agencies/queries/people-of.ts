import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import type { Duty } from '../model.ts'

/** A person of an agency as staff see one. */
export interface StaffPerson {
  readonly personId: string
  readonly name: string
  readonly post: string
  readonly duty: Duty
  readonly roles: readonly string[]
  readonly loginName: string | null
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly lockedUntil: Date | null
  readonly fromOn: PlainDay
  readonly untilOn: PlainDay | null
}

/** The people of an agency, those who have left last. */
export async function peopleOf(db: Db, agencyId: string): Promise<readonly StaffPerson[]> {
  const people = await db
    .selectFrom('agency_memberships as membership')
    .innerJoin('agency_people as person', 'person.person_id', 'membership.person_id')
    .innerJoin('accounts', 'accounts.account_id', 'person.person_id')
    .select([
      'person.person_id as personId',
      'person.name',
      'post',
      'duty',
      'login_name as loginName',
      'password_hash',
      'totp_confirmed_at',
      'locked_until as lockedUntil',
      'from_on as fromOn',
      'until_on as untilOn',
    ])
    .where('membership.agency_id', '=', agencyId)
    .orderBy('until_on', (order) => order.desc().nullsFirst())
    .orderBy('person.created_at')
    .orderBy('person.name')
    .execute()
  const roles = await db
    .selectFrom('agency_membership_roles')
    .select(['person_id', 'role_code'])
    .where('agency_id', '=', agencyId)
    .orderBy('granted_at')
    .execute()
  return people.map(({ password_hash: hash, totp_confirmed_at: confirmed, ...person }) => ({
    ...person,
    hasPassword: hash !== null,
    hasSecondFactor: confirmed !== null,
    roles: roles.filter((role) => role.person_id === person.personId).map((role) => role.role_code),
  }))
}

/** One person of an agency; undefined when they never worked there. */
export async function personIn(db: Db, agencyId: string, personId: string): Promise<StaffPerson | undefined> {
  return (await peopleOf(db, agencyId)).find((person) => person.personId === personId)
}

/** Names by id, for pages that show who did something. An id that is not known is left out. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_people')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** Ids of people whose name holds the words, at most a hundred. */
export async function peopleCalled(db: Db, words: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('agency_people')
    .select('person_id')
    .where('name', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
    .limit(100)
    .execute()
  return rows.map((row) => row.person_id)
}

/** People of an agency who hold a role now, for whom a case may be given to. */
export async function holdersOf(
  db: Db,
  agencyId: string,
  role: string,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  return db
    .selectFrom('agency_membership_roles as held')
    .innerJoin('agency_people as person', 'person.person_id', 'held.person_id')
    .innerJoin('agency_memberships as membership', (join) =>
      join
        .onRef('membership.agency_id', '=', 'held.agency_id')
        .onRef('membership.person_id', '=', 'held.person_id'),
    )
    .select(['person.person_id as personId', 'person.name'])
    .where('held.agency_id', '=', agencyId)
    .where('role_code', '=', role)
    .where('until_on', 'is', null)
    .orderBy('person.name')
    .execute()
}

/** The address for letters to a person; null when none is known. */
export async function emailOf(db: Db, cipher: FieldCipher, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('agency_people')
    .select('email_sealed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.email_sealed ? cipher.open(row.email_sealed) : null
}

/** Roles of an agency's own making, with what they may do. */
export async function ownRolesOf(
  db: Db,
  agencyId: string,
): Promise<
  readonly { readonly role: string; readonly name: string; readonly permissions: readonly string[] }[]
> {
  const roles = await db
    .selectFrom('agency_roles')
    .select(['role_code', 'name'])
    .where('agency_id', '=', agencyId)
    .orderBy('name')
    .execute()
  const permissions = await db
    .selectFrom('agency_role_permissions')
    .select(['role_code', 'permission'])
    .where('agency_id', '=', agencyId)
    .execute()
  return roles.map(({ role_code: role, name }) => ({
    role,
    name,
    permissions: permissions.filter((row) => row.role_code === role).map((row) => row.permission),
  }))
}
