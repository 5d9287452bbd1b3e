import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { groundRooms } from '../../../../test/builders/county.ts'
import { testDatabase, type TestDatabase } from '../../../../test/builders/database.ts'
import { migrate, migrationsOf } from '../../../platform/db/migrate.ts'
import { tenantKeyProblems } from '../../../platform/db/tenant-keys.ts'
import { requestMigrations } from './migrations.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase(null)
})
after(() => database.drop())

const lower = migrationsOf(groundRooms)
const shared = [
  'agencies',
  'agency_people',
  'accounts',
  'account_recovery_codes',
  'sessions',
  'sign_in_addresses',
]

async function tables(): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 'request%' order by 1`.execute(database.db)
  return found.rows.map((row) => row.name)
}

test('before the steps there is no table of requests; after them every key begins with the agency', async () => {
  await migrate(database.db, lower)
  assert.deepEqual(await tables(), [])
  await migrate(database.db, [...lower, ...requestMigrations])
  assert.ok((await tables()).length >= 16)
  assert.deepEqual(await tenantKeyProblems(database.db, shared), [])
})

test('the database itself refuses a closed case without outcome and an issued paper without its day', async () => {
  const agencyId = crypto.randomUUID()
  const requestId = crypto.randomUUID()
  await sql`insert into agencies (agency_id, kind, slug, opened_on) values (${agencyId}, 'department', 'one', '2019-01-01')`.execute(
    database.db,
  )
  const insert = (closedOn: string | null) =>
    sql`insert into requests (agency_id, request_id, number, kind, channel, submitted_at, arrived_on, received_on, applicant_kind,
      content, wanted_form, wanted_way, submission_key, query_code_digest, kept_state, closed_on)
      values (${agencyId}, ${requestId}, '2026-0001', 'information', 'counter', now(), '2026-03-02', '2026-03-02', 'natural',
      '某信息', 'paper', 'post', 'key', 'digest', 'running', ${closedOn})`.execute(database.db)
  await assert.rejects(insert('2026-03-10'), /check constraint/)
  await insert(null)
  await assert.rejects(
    sql`insert into request_papers (agency_id, request_id, paper_id, letter, letter_version, blanks_sealed, state, chain, drafted_at)
      values (${agencyId}, ${requestId}, ${crypto.randomUUID()}, 'D28', 1, '', 'issued', '{}', now())`.execute(
      database.db,
    ),
    /check constraint/,
  )
})

test('an open complaint that ran under the 20 working days of requests has no statutory day any more, a request keeps its own', async () => {
  const other = await testDatabase(null)
  try {
    const at = requestMigrations.findIndex(({ id }) => id === 'requests-2026-11-25-other-matters')
    await migrate(other.db, [...lower, ...requestMigrations.slice(0, at)])
    const agencyId = crypto.randomUUID()
    await sql`insert into agencies (agency_id, kind, slug, opened_on) values (${agencyId}, 'department', 'one', '2019-01-01')`.execute(
      other.db,
    )
    const insert = (number: string, kind: string, receivedOn: string | null) =>
      sql`insert into requests (agency_id, request_id, number, kind, channel, submitted_at, arrived_on, received_on, applicant_kind,
        content, wanted_form, wanted_way, submission_key, query_code_digest, kept_state, kept_due_on)
        values (${agencyId}, ${crypto.randomUUID()}, ${number}, ${kind}, 'online', now(), '2026-03-02', ${receivedOn}, 'natural',
        '某事', 'paper', 'post', ${`key ${number}`}, ${`digest ${number}`}, 'running', '2026-03-30')`.execute(
        other.db,
      )
    await insert('2026-0001', 'information', '2026-03-02')
    await insert('2026-0002', 'complaint', null)
    await migrate(other.db, [...lower, ...requestMigrations])
    const rows =
      await sql`select number, received_on as "receivedOn", kept_due_on as "dueOn" from requests order by number`.execute(
        other.db,
      )
    assert.deepEqual(rows.rows, [
      { number: '2026-0001', receivedOn: '2026-03-02', dueOn: '2026-03-30' },
      { number: '2026-0002', receivedOn: '2026-03-02', dueOn: null },
    ])
  } finally {
    await other.drop()
  }
})
