import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testServices, type TestServices } from '../../../test/builders/database.ts'
import type { Actor } from '../context.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { Unavailable } from '../refusals.ts'
import type { Room } from '../room.ts'
import { startWorker, type Worker } from './start-worker.ts'

const clerk: Actor = { kind: 'person', personId: 'p1', name: '测试员甲', permissions: new Set() }
const fast = { outboxEveryMs: 20, quietEveryMs: 50, retryAfterMs: 1_000 }

/** What reached the room, and promises for those who wait for it. */
const arrived: { what: string; agencyId: string | null; actor: string }[] = []
const waiting: { what: string; count: number; open: () => void }[] = []
let failures = 2
let slow: { begun: () => void; go: Promise<void> } | null = null

function arrive(what: string, agencyId: string | null, actor: Actor): void {
  arrived.push({ what, agencyId, actor: actor.kind === 'system' ? actor.name : actor.kind })
  for (const one of waiting) if (arrived.filter((a) => a.what === one.what).length >= one.count) one.open()
}

/** Resolves when it has arrived that often; the test's own time limit ends a wait that never does. */
function arrival(what: string, count = 1): Promise<void> {
  if (arrived.filter((a) => a.what === what).length >= count) return Promise.resolve()
  return new Promise((open) => waiting.push({ what, count, open }))
}

const room: Room = {
  name: 'notes',
  migrations: [
    {
      id: 'notes-2026-01-01-done',
      sql: 'create table notes_done (agency_id text, what text, times int, primary key (agency_id, what))',
    },
  ],
  jobs: [
    {
      queue: 'print',
      parallel: 3,
      async run({ db, agencyId, actor }, { what }) {
        await sql`insert into notes_done values (${agencyId ?? '-'}, ${what}, 1)
          on conflict (agency_id, what) do update set times = notes_done.times + 1`.execute(db)
        arrive(String(what), agencyId, actor)
      },
    },
    {
      queue: 'flaky',
      async run({ db, actor, agencyId }) {
        await sql`insert into notes_done values ('a', 'flaky', 1)`.execute(db)
        if (failures > 0) {
          failures -= 1
          throw new Unavailable([{ code: 'notes.printer.offline', sentence: '打印机没有开。' }])
        }
        arrive('flaky', agencyId, actor)
      },
    },
    {
      queue: 'slow',
      async run({ actor, agencyId }) {
        slow?.begun()
        await slow?.go
        arrive('slow', agencyId, actor)
      },
    },
    {
      queue: 'sweep',
      schedule: '15 2 * * *',
      async run({ actor, agencyId }) {
        arrive('sweep', agencyId, actor)
      },
    },
  ],
  onJournal: {
    'close-note': async ({ actor }, entry) => arrive(`closed ${entry.subject.id}`, entry.agencyId, actor),
  },
}

let services: TestServices
let worker: Worker
before(async () => {
  services = await testServices([room])
  worker = await startWorker(services, [room], fast)
})
after(async () => {
  await worker.stop()
  await services.drop()
})

const print = (what: string, agencyId: string | null = 'a') =>
  services.command(clerk, agencyId, (context) =>
    context.send({ queue: 'print', key: what, payload: { what } }),
  )

test('what a command sends is done after it has committed, for the same agency', {
  timeout: 20_000,
}, async () => {
  await print('letter 1')
  await print('letter 2', null)
  await Promise.all([arrival('letter 1'), arrival('letter 2')])
  assert.deepEqual(
    arrived.filter((a) => a.what.startsWith('letter')).sort((a, b) => (a.what < b.what ? -1 : 1)),
    [
      { what: 'letter 1', agencyId: 'a', actor: 'print' },
      { what: 'letter 2', agencyId: null, actor: 'print' },
    ],
  )
})

test('a job that fails leaves nothing behind, is tried again and then done once', {
  timeout: 30_000,
}, async () => {
  await services.command(clerk, 'a', (context) => context.send({ queue: 'flaky', key: '1', payload: {} }))
  await arrival('flaky')
  const { rows } = await sql<{ times: number }>`select times from notes_done where what = 'flaky'`.execute(
    services.db,
  )
  assert.ok(rows.length <= 1)
  const told = services.lines.filter((line) => line.message === 'a job failed and will be tried again')
  assert.deepEqual(
    told.map((line) => [line.fields['tried'], line.fields['reason']]),
    [
      [1, 'notes.printer.offline'],
      [2, 'notes.printer.offline'],
    ],
  )
})

test('a room hears of the journal verbs it subscribes to, and of no others', {
  timeout: 20_000,
}, async () => {
  await services.command(clerk, 'b', async (context) => {
    await context.journal({ verb: 'open-note', subject: { kind: 'note', id: 'n1' }, agencyId: 'b' })
    await context.journal({ verb: 'close-note', subject: { kind: 'note', id: 'n1' }, agencyId: 'b' })
    await context.journal({ verb: 'close-note', subject: { kind: 'note', id: 'n2' }, agencyId: null })
  })
  await Promise.all([arrival('closed n1'), arrival('closed n2')])
  assert.deepEqual(
    arrived
      .filter((a) => a.what.startsWith('closed'))
      .map((a) => [a.what, a.agencyId])
      .sort(),
    [
      ['closed n1', 'b'],
      ['closed n2', null],
    ],
  )
})

test('sweeps run once a day when a worker starts, besides their hour in Beijing', {
  timeout: 20_000,
}, async () => {
  await arrival('sweep')
  const second = await startWorker(services, [room], fast)
  await print('after second start')
  await arrival('after second start')
  await second.stop()
  assert.equal(arrived.filter((a) => a.what === 'sweep').length, 1)
  const { rows } = await sql<{ name: string; cron: string; timezone: string }>`
    select name, cron, timezone from jobs.schedule where name = 'sweep'`.execute(services.db)
  assert.deepEqual(rows, [{ name: 'sweep', cron: '15 2 * * *', timezone: 'Asia/Shanghai' }])
})

test('several workers share the work and do each thing once', { timeout: 30_000 }, async () => {
  const others = await Promise.all([1, 2].map(() => startWorker(services, [room], fast)))
  await services.command(clerk, 'a', async (context) => {
    for (let i = 0; i < 300; i += 1)
      await context.send({ queue: 'print', key: `shared ${i}`, payload: { what: `shared ${i}` } })
  })
  await Promise.all(Array.from({ length: 300 }, (_, i) => arrival(`shared ${i}`)))
  for (const other of others) await other.stop()
  const { rows } = await sql<{ all: number; most: number }>`select count(*) as "all", max(times) as most
    from notes_done where what like 'shared %'`.execute(services.db)
  assert.deepEqual(rows, [{ all: 300, most: 1 }])
})

test('a worker that is stopped finishes what it has begun', { timeout: 20_000 }, async () => {
  let go: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    slow = { begun: resolve, go: new Promise((open) => (go = open)) }
  })
  await services.command(clerk, 'a', (context) => context.send({ queue: 'slow', key: '1', payload: {} }))
  await begun
  const stopped = worker.stop()
  assert.equal(
    arrived.some((a) => a.what === 'slow'),
    false,
  )
  go()
  await stopped
  assert.equal(
    arrived.some((a) => a.what === 'slow'),
    true,
  )
  await print('while nobody works')
  slow = null
  worker = await startWorker(services, [room], fast)
  await arrival('while nobody works')
})

test('a letter waits sealed in the outbox and leaves as one file, with its enclosure', {
  timeout: 20_000,
}, async () => {
  const mail = {
    to: 'someone@example.org',
    subject: '补正告知书',
    text: '请补正。',
    key: 'notice 1',
    attachments: [{ filename: '告知书.txt', bytes: Buffer.from('全文'), type: 'text/plain' }],
  }
  await services.command(clerk, 'a', (context) => queueMail(context, mail))
  const row = await services.db
    .selectFrom('outbox')
    .select('payload')
    .where('key', '=', 'notice 1')
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(row.payload), /someone|补正/)
  const folder = join(services.config.dataFolder, 'outbox')
  const { promise, resolve } = withResolver()
  const look = setInterval(() => {
    readdir(folder).then(
      (names) => names.some((name) => name.endsWith('.eml')) && resolve(),
      () => undefined,
    )
  }, 20)
  await promise
  clearInterval(look)
  const [name = ''] = await readdir(folder)
  const text = (await readFile(join(folder, name))).toString()
  assert.match(text, /^To: someone@example.org$/m)
  assert.match(text, new RegExp(Buffer.from('全文').toString('base64')))
})

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
