import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testServices, type TestServices } from '../../test/builders/database.ts'
import type { Actor, Db } from './context.ts'
import { verifyJournal } from './journal/verify-journal.ts'
import { Refused } from './refusals.ts'

const clerk: Actor = { kind: 'person', personId: 'p1', name: '测试员甲', permissions: new Set() }
const subject = { kind: 'request', id: 'r1' }
let services: TestServices

before(async () => {
  services = await testServices([
    {
      name: 'notes',
      migrations: [
        {
          id: 'notes-2026-01-01-notes',
          sql: 'create table notes (agency_id text, id int, text text, primary key (agency_id, id))',
        },
      ],
      onJournal: { 'write-note': async () => undefined },
    },
  ])
})
after(() => services.drop())

const note = (id: number, text = 'x') =>
  sql`insert into notes (agency_id, id, text) values ('a', ${id}, ${text})`

test('a command’s rows, journal and messages appear together', async () => {
  const result = await services.command(clerk, 'a', async (context) => {
    await note(1).execute(context.db)
    await context.journal({ verb: 'write-note', subject, agencyId: 'a', basis: '条例第三十条' })
    await context.send({ queue: 'print', key: 'note 1', payload: { id: 1 } })
    assert.equal(context.today, '2026-03-12')
    return 'done'
  })
  assert.equal(result, 'done')
  const entry = await services.db.selectFrom('journal').selectAll().executeTakeFirstOrThrow()
  assert.equal(entry.actor, 'p1')
  assert.equal(entry.number, 1)
  assert.equal(entry.at.toISOString(), '2026-03-12T04:00:00.000Z')
  const messages = await services.db
    .selectFrom('outbox')
    .select(['queue', 'key', 'payload'])
    .orderBy('queue')
    .execute()
  assert.deepEqual(messages, [
    { queue: 'platform.journal', key: 'a 1 notes', payload: { room: 'notes', agencyId: 'a', number: 1 } },
    { queue: 'print', key: 'note 1', payload: { id: 1 } },
  ])
})

test('a refused command leaves no row, no journal and no message', async () => {
  const before = await counts()
  await assert.rejects(
    services.command(clerk, 'a', async (context) => {
      await note(2).execute(context.db)
      await context.journal({ verb: 'write-note', subject, agencyId: 'a' })
      await context.send({ queue: 'print', key: 'note 2', payload: {} })
      throw new Refused([{ code: 'notes.note.late', sentence: '太晚了。' }])
    }),
    Refused,
  )
  assert.deepEqual(await counts(), before)
})

test('the same message twice is stored once, within a command and across commands', async () => {
  for (let i = 0; i < 2; i += 1)
    await services.command(clerk, 'a', async (context) => {
      await context.send({ queue: 'remind', key: 'r1 2026-03-20', payload: { i } })
      await context.send({ queue: 'remind', key: 'r1 2026-03-20', payload: { i } })
    })
  const rows = await services.db
    .selectFrom('outbox')
    .select('payload')
    .where('queue', '=', 'remind')
    .execute()
  assert.deepEqual(rows, [{ payload: { i: 0 } }])
})

test('two commands that block each other are both carried out', async () => {
  await services.command(clerk, 'a', async ({ db }) => {
    await note(10).execute(db)
    await note(11).execute(db)
  })
  const meet = meetingOfTwo()
  let attempts = 0
  const touch = (first: number, second: number) =>
    services.command(clerk, 'a', async ({ db }) => {
      attempts += 1
      await sql`update notes set text = text || ${first} where agency_id = 'a' and id = ${first}`.execute(db)
      await meet()
      await sql`update notes set text = text || ${first} where agency_id = 'a' and id = ${second}`.execute(db)
    })
  await Promise.all([touch(10, 11), touch(11, 10)])
  assert.ok(attempts > 2, 'one of them had to begin again')
  const { rows } = await sql<{
    text: string
  }>`select text from notes where id in (10, 11) order by id`.execute(services.db)
  assert.deepEqual(
    rows.map((row) => [...row.text].sort().join('')),
    ['0111x', '0111x'],
  )
})

test('after the command is over, nothing more can be put into its journal', async () => {
  const context = await services.command(clerk, 'a', async (inside) => inside)
  await assert.rejects(context.journal({ verb: 'write-note', subject, agencyId: 'a' }), /the command is over/)
  await assert.rejects(context.send({ queue: 'print', key: 'k', payload: {} }), /the command is over/)
})

test('many commands of several agencies at once leave every chain whole', async () => {
  const agencies = ['b', 'c', null]
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      services.command({ kind: 'system', name: 'sweep' }, agencies[index % 3] ?? null, async (context) => {
        // Two chains in either order: this is where careless locking would block for ever.
        const pair = index % 2 === 0 ? agencies : agencies.toReversed()
        for (const agencyId of pair)
          await context.journal({ verb: 'sweep', subject, agencyId, detail: { index } })
      }),
    ),
  )
  const verdict = await verifyJournal(services.db)
  assert.deepEqual(verdict.breaks, [])
  assert.deepEqual(
    verdict.chains.map((chain) => [chain.agencyId, chain.number]),
    [
      ['-', 60],
      ['a', 1],
      ['b', 60],
      ['c', 60],
    ],
  )
})

async function counts(): Promise<unknown> {
  const { rows } =
    await sql`select (select count(*) from notes) as notes, (select count(*) from journal) as journal,
    (select count(*) from outbox) as outbox`.execute(services.db)
  return rows[0]
}

/** A place where the first to come waits for the second; whoever comes later finds it open. */
function meetingOfTwo(): () => Promise<void> {
  let come = 0
  let open: () => void = () => undefined
  const both = new Promise<void>((resolve) => (open = resolve))
  return () => {
    come += 1
    if (come >= 2) open()
    return both
  }
}

test('rules that ask several things at once inside a command are answered in turn, and the library has nothing to complain of', async () => {
  const warnings: Error[] = []
  const hear = (warning: Error) => void warnings.push(warning)
  process.on('warning', hear)
  try {
    for (let round = 0; round < 20; round += 1) {
      const ask = async (db: Db, n: number): Promise<number | undefined> => {
        const { rows } = await sql<{ n: number }>`select ${n}::int as n`.execute(db)
        return rows[0]?.n
      }
      const answers: readonly (number | undefined)[] = await services.command(clerk, 'a', ({ db }) =>
        Promise.all([1, 2, 3, 4, 5].map((n) => ask(db, n))),
      )
      assert.deepEqual(answers, [1, 2, 3, 4, 5])
    }
    // A question that fails fails its command, and the connection goes on to serve the next.
    await assert.rejects(
      services.command(clerk, 'a', (context) =>
        Promise.all([sql`select 1 / 0`.execute(context.db), sql`select 1`.execute(context.db)]),
      ),
      /division by zero/,
    )
    await services.command(clerk, 'a', (context) => sql`select 1`.execute(context.db))
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off('warning', hear)
  }
  assert.deepEqual(warnings.map(String), [])
})
