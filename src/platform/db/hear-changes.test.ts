import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { testServices } from '../../../test/builders/database.ts'
import { hearChanges } from './hear-changes.ts'

const services = await testServices()
after(() => services.drop())

/** What is told, and a wait for the next. */
function listener() {
  let wake: () => void = () => undefined
  let next = new Promise<void>((resolve) => (wake = resolve))
  return {
    told() {
      wake()
      next = new Promise<void>((resolve) => (wake = resolve))
    },
    next: () => next,
  }
}

const change = () =>
  services.command({ kind: 'operator', name: 'shell' }, null, async (context) => {
    await context.journal({ verb: 'x', subject: { kind: 'thing', id: '1' }, agencyId: null })
  })

test('a server hears of every command of every process, also after its connection broke', async (t) => {
  const heard = listener()
  const began = heard.next()
  const ear = hearChanges(services.database.url, heard.told)
  t.after(() => ear.stop())
  await began
  const first = heard.next()
  await change()
  await first
  const lost = heard.next()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where query like 'listen %' and datname = current_database()`.execute(services.db)
  await lost
  await heard.next()
  const second = heard.next()
  await change()
  await second
})

test('a command that is rolled back is not told of', async (t) => {
  let count = 0
  const heard = listener()
  const began = heard.next()
  const ear = hearChanges(services.database.url, () => {
    count += 1
    heard.told()
  })
  t.after(() => ear.stop())
  await began
  const before = count
  await assert.rejects(
    services.command({ kind: 'operator', name: 'shell' }, null, async (context) => {
      await context.journal({ verb: 'x', subject: { kind: 'thing', id: '1' }, agencyId: null })
      throw new Error('no')
    }),
  )
  const next = heard.next()
  await change()
  await next
  assert.equal(count, before + 1)
})

test('a server that stops at any moment of connecting does stop', { timeout: 60_000 }, async () => {
  for (let turns = 0; turns < 60; turns += 1) {
    const ear = hearChanges(services.database.url, () => undefined)
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    await ear.stop()
  }
})
