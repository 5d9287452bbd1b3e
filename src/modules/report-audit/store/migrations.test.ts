import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { groundRooms } from '../../../../test/builders/county.ts'
import { testDatabase, type TestDatabase } from '../../../../test/builders/database.ts'
import { migrate, migrationsOf } from '../../../platform/db/migrate.ts'
import { tenantKeyProblems } from '../../../platform/db/tenant-keys.ts'
import { migrations } from './migrations.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase(null)
})
after(() => database.drop())

const lower = migrationsOf(groundRooms)

async function columns(table: string): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_name = ${table}`.execute(
    database.db,
  )
  return found.rows.map(({ name }) => name)
}

test('the first step makes checks that know no batch; the second keeps every check in its batch, with its bytes beside it', async () => {
  await migrate(database.db, [...lower, migrations[0]!])
  assert.ok((await columns('audit_checks')).includes('submitted_by'))
  assert.deepEqual(await columns('audit_batches'), [])
  await migrate(database.db, [...lower, ...migrations])
  assert.ok((await columns('audit_checks')).includes('batch_id'))
  assert.ok((await columns('audit_batches')).includes('token_digest'))
  const agencies = [
    'agencies',
    'agency_people',
    'accounts',
    'account_recovery_codes',
    'sessions',
    'sign_in_addresses',
  ]
  assert.deepEqual(await tenantKeyProblems(database.db, agencies), [])
})

test('throwing a batch away takes its checks and their bytes along in the same step', async () => {
  const id = '00000000-0000-0000-0000-000000000000'
  await sql`insert into audit_batches (agency_id, batch_id, door, content_digest, submitted_by, submitted_at, expires_at)
    values (${id}, ${id}, 'page', 'x', 'y', now(), now())`.execute(database.db)
  await sql`insert into audit_checks (agency_id, batch_id, number, file_name, size, digest, state)
    values (${id}, ${id}, 1, 'a.txt', 1, 'x', 'waiting')`.execute(database.db)
  await sql`insert into audit_check_files values (${id}, ${id}, 1, 'x')`.execute(database.db)
  await sql`delete from audit_batches`.execute(database.db)
  for (const table of ['audit_checks', 'audit_check_files']) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      database.db,
    )
    assert.equal(rows[0]?.n, 0, table)
  }
})
