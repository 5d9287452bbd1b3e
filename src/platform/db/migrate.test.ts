import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/builders/database.ts'
import { platformMigrations } from './platform-migrations.ts'
import { CannotOpenDatabase } from './cannot-open.ts'
import { digestOf, migrate, migrationsOf } from './migrate.ts'
import { tenantKeyProblems } from './tenant-keys.ts'

const empty = await testDatabase(null)
after(() => empty.drop())

const first = { id: 'a-2026-01-01-one', sql: 'create table a_one (agency_id text primary key, n int)' }
const second = { id: 'a-2026-02-01-two', sql: "insert into a_one values ('x', 1)" }

test('steps are taken in the order of the rooms, and in a room by day', () => {
  const rooms = [{ migrations: [second, first] }, {}, { migrations: [{ id: '0', sql: '' }] }]
  assert.deepEqual(
    migrationsOf(rooms).map((m) => m.id),
    [first.id, second.id, '0'],
  )
})

test('each step is taken once, also when two programs start together', async () => {
  const both = await Promise.all([migrate(empty.db, [first, second]), migrate(empty.db, [first, second])])
  assert.deepEqual(both.map((taken) => taken.length).sort(), [0, 2])
  assert.deepEqual(await migrate(empty.db, [first, second]), [])
  const { rows } = await sql<{ n: number }>`select n from a_one`.execute(empty.db)
  assert.deepEqual(rows, [{ n: 1 }])
})

test('a step that fails half-way leaves nothing behind and says which it was', async () => {
  const broken = { id: 'a-2026-03-01-three', sql: 'create table a_three (); insert into nowhere values (1)' }
  await assert.rejects(migrate(empty.db, [first, second, broken]), (error: Error) => {
    assert.ok(error instanceof CannotOpenDatabase)
    assert.match(error.message, /a-2026-03-01-three 没有成功/)
    return true
  })
  const { rows } = await sql<{ found: string | null }>`select to_regclass('a_three')::text as found`.execute(
    empty.db,
  )
  assert.equal(rows[0]?.found, null)
})

test('a database of a newer program is refused, and so is a step changed after it was taken', async () => {
  await assert.rejects(migrate(empty.db, [first]), /更新的程序升级过（a-2026-02-01-two）/)
  await assert.rejects(
    migrate(empty.db, [first, { ...second, sql: 'select 2' }]),
    /后来被改动（a-2026-02-01-two）/,
  )
  assert.deepEqual(await migrate(empty.db, [first, { ...second, sql: `${second.sql}  \n` }]), [])
})

test('a step that was published in two wordings brings tables of the earlier one to today’s, once', async () => {
  const own = await testDatabase(null)
  try {
    const early = { id: 'a-2026-01-01-one', sql: 'create table a_one (n int unique)' }
    await migrate(own.db, [early])
    const today = {
      id: early.id,
      sql: 'create table a_one (n int)',
      onceWas: [{ digest: digestOf(early), mend: 'alter table a_one drop constraint a_one_n_key' }],
    }
    assert.deepEqual(await migrate(own.db, [today]), [today.id])
    await sql`insert into a_one values (1), (1)`.execute(own.db)
    assert.deepEqual(await migrate(own.db, [today]), [])
  } finally {
    await own.drop()
  }
})

test('every key of the platform’s own tables leads with the agency; one that does not is named', async () => {
  const own = await testDatabase()
  try {
    assert.deepEqual(await tenantKeyProblems(own.db), [])
    await migrate(own.db, [
      ...platformMigrations,
      {
        id: 'z',
        sql: 'create table z_case (id int primary key, agency_id text); create table z_loose (n int)',
      },
    ])
    assert.deepEqual(await tenantKeyProblems(own.db), [
      'z_loose: no primary key',
      'z_case: key z_case_pkey leads with id; the agency comes first',
    ])
  } finally {
    await own.drop()
  }
})
