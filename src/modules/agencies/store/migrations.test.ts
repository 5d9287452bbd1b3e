import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../../../test/builders/database.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { tenantKeyProblems } from '../../../platform/db/tenant-keys.ts'
import { administratorRoles, builtInRoles } from '../../../platform/roles.ts'
import { sessionRoom } from '../../../platform/sessions/index.ts'
import { duties } from '../model.ts'
import { dutyOfRole } from '../rules/duties.ts'
import { agencyMigrations } from './migrations.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase(null)
})
after(() => database.drop())

async function tables(): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
    database.db,
  )
  return found.rows.map((row) => row.name)
}

test('before the steps there is no agency table; after them all fifteen are there, keyed by agency', async () => {
  await migrate(database.db, sessionRoom.migrations ?? [])
  assert.deepEqual(
    (await tables()).filter((name) => name.startsWith('agenc')),
    [],
  )
  await migrate(database.db, [...(sessionRoom.migrations ?? []), ...agencyMigrations])
  assert.equal((await tables()).filter((name) => name.startsWith('agenc')).length, 15)
  // The agencies themselves and what belongs to people, who may work for several agencies, are shared.
  const shared = [
    'agencies',
    'agency_people',
    'accounts',
    'account_recovery_codes',
    'sessions',
    'sign_in_addresses',
  ]
  assert.deepEqual(await tenantKeyProblems(database.db, shared), [])
})

test('the database itself refuses a second administration, business for an administrator, and a role under a false duty', async () => {
  const agencyId = randomUUID()
  await sql`insert into agencies (agency_id, kind, slug, opened_on) values (${agencyId}, 'government', 'top', '2000-01-01')`.execute(
    database.db,
  )
  for (const duty of duties) {
    const personId = randomUUID()
    await sql`insert into accounts (account_id, created_at) values (${personId}, now())`.execute(database.db)
    await sql`insert into agency_people (person_id, name, duty, created_at) values (${personId}, '某人（示例）', ${duty}, now())`.execute(
      database.db,
    )
    await sql`insert into agency_memberships (agency_id, person_id, post, from_on) values (${agencyId}, ${personId}, '岗位', '2020-01-01')`.execute(
      database.db,
    )
    for (const role of builtInRoles)
      for (const claimed of duties) {
        const grant =
          sql`insert into agency_membership_roles (agency_id, person_id, role_code, duty, granted_at)
          values (${agencyId}, ${personId}, ${role}, ${claimed}, now()) on conflict do nothing`.execute(
            database.db,
          )
        if (dutyOfRole(role) === duty && claimed === duty) await grant
        else
          await assert.rejects(grant, /one_duty_a_person|role_fits_duty/, `${role} as ${claimed} to ${duty}`)
      }
    await assert.rejects(
      sql`update agency_people set duty = ${duty === 'audit' ? 'system' : 'audit'} where person_id = ${personId}`.execute(
        database.db,
      ),
      /one_duty_a_person/,
    )
  }
  const held = await sql<{ n: number }>`select count(*)::int as n from agency_membership_roles`.execute(
    database.db,
  )
  assert.equal(held.rows[0]?.n, builtInRoles.length)
  assert.equal(administratorRoles.length, 3)
})
