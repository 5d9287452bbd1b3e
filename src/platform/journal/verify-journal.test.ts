import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { testServices, type TestServices } from '../../../test/builders/database.ts'
import { asAdministrator } from '../../../test/builders/test-server.ts'
import { canonical, plainDetail } from './entry.ts'
import { verifyJournal, type ChainEnd } from './verify-journal.ts'

let services: TestServices
let ends: readonly ChainEnd[] = []
before(async () => {
  services = await testServices()
  for (let index = 1; index <= 8; index += 1) await write('a', index)
  await write('b', 1)
  ends = (await verifyJournal(services.db)).chains
})
after(() => services.drop())

const write = (agencyId: string, index: number, detail: Record<string, unknown> = { index }) =>
  services.command({ kind: 'system', name: 'test' }, agencyId, (context) =>
    context.journal({ verb: 'test', subject: { kind: 'thing', id: String(index) }, agencyId, detail }),
  )

/** What somebody does who owns the database and switches the guards off; undone afterwards. */
async function tampered(statement: string, look: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: withDatabase(asAdministrator(services.database.url)) })
  await client.connect()
  try {
    await client.query(
      'create table kept_journal as table journal; create table kept_heads as table journal_heads',
    )
    await client.query(`set session_replication_role = replica; ${statement}`)
    await look()
    await client.query(`delete from journal; insert into journal select * from kept_journal;
      delete from journal_heads; insert into journal_heads select * from kept_heads;
      drop table kept_journal, kept_heads`)
  } finally {
    await client.end()
  }
}
const withDatabase = (url: string) =>
  url.replace('/postgres?', `/${/\/(test_[0-9a-f]+)/.exec(services.database.url)?.[1]}?`)

test('an untouched journal is whole, link by link', async () => {
  const verdict = await verifyJournal(services.db, ends)
  assert.equal(verdict.links, 9)
  assert.deepEqual(verdict.breaks, [])
})

test('nobody changes, removes or empties the journal through the application’s own account', async () => {
  for (const statement of [
    `update journal set verb = 'other'`,
    'delete from journal',
    'truncate journal',
    'delete from journal_heads',
    'update journal_heads set number = 1',
  ])
    await assert.rejects(sql.raw(statement).execute(services.db), /append-only|only moves on/)
})

const deeds: readonly [what: string, statement: string, number: number, shows: string][] = [
  [
    'a word in the detail',
    `update journal set detail = '{"index": 99}' where agency_id = 'a' and number = 3`,
    3,
    'altered',
  ],
  [
    'the day',
    `update journal set at = at - interval '1 day' where agency_id = 'a' and number = 4`,
    4,
    'altered',
  ],
  ['who did it', `update journal set actor = 'other' where agency_id = 'a' and number = 8`, 8, 'altered'],
  ['a line taken out', `delete from journal where agency_id = 'a' and number = 5`, 5, 'missing'],
  ['the first line taken out', `delete from journal where agency_id = 'a' and number = 1`, 1, 'missing'],
  ['the last line taken out', `delete from journal where agency_id = 'a' and number = 8`, 7, 'cutOff'],
  [
    'a line moved to another agency',
    `update journal set agency_id = 'b', number = 2 where agency_id = 'a' and number = 8`,
    2,
    'altered',
  ],
]
for (const [what, statement, number, shows] of deeds)
  test(`tampering is found at its place: ${what}`, () =>
    tampered(statement, async () => {
      const { breaks } = await verifyJournal(services.db)
      assert.ok(
        breaks.some((found) => found.number === number && found.what === shows),
        JSON.stringify(breaks),
      )
    }))

test('an end cut off together with its mark is found by an end kept outside', () =>
  tampered(
    `delete from journal where agency_id = 'a' and number > 6;
     update journal_heads set number = 6, hash = (select hash from journal where agency_id = 'a' and number = 6) where agency_id = 'a'`,
    async () => {
      assert.deepEqual((await verifyJournal(services.db)).breaks, [])
      assert.deepEqual((await verifyJournal(services.db, ends)).breaks, [
        { agencyId: 'a', number: 6, what: 'cutOff' },
      ])
    },
  ))

test('a whole chain that vanished is found by its kept end', () =>
  tampered(
    `delete from journal where agency_id = 'b'; delete from journal_heads where agency_id = 'b'`,
    async () => {
      assert.deepEqual((await verifyJournal(services.db, ends)).breaks, [
        { agencyId: 'b', number: 0, what: 'cutOff' },
      ])
    },
  ))

test('whatever detail a command writes, the chain stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }), fc.jsonValue({ stringUnit: 'binary' })),
      (detail) => write('c', 1, detail),
    ),
    { numRuns: 60 },
  )
  assert.deepEqual((await verifyJournal(services.db)).breaks, [])
})

test('a character that the database cannot hold is marked, and what only looks like one is kept', () => {
  assert.deepEqual(plainDetail({ a: 'x\0y\ud800z', '\0': 1 }), { a: 'x\ufffdy\ufffdz', '\ufffd': 1 })
  assert.deepEqual(plainDetail({ a: '\\u0000 𠮷', b: undefined }), { a: '\\u0000 𠮷' })
})

test('the order of keys does not change what is hashed; any value does', () => {
  assert.equal(canonical({ b: 1, a: [{ d: 1, c: null }] }), canonical({ a: [{ c: null, d: 1 }], b: 1 }))
  assert.notEqual(canonical({ a: '1' }), canonical({ a: 1 }))
  assert.notEqual(canonical([1, 2]), canonical([12]))
})
