import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openInstallation } from '../../src/apps/server.ts'
import { plainDay } from '../../src/law/calendar/plain-day.ts'
import { createAgency } from '../../src/modules/agencies/index.ts'
import { submissionKeyOf } from '../../src/modules/requests/commands/submit-draft.ts'
import { queryCodeDigest } from '../../src/modules/requests/store/insert-case.ts'
import { readConfig } from '../../src/platform/config.ts'
import { begin, fillIn, numberAndCode } from '../builders/application.ts'
import { quietLog } from '../builders/log.ts'
import { killServer } from '../builders/server-processes.ts'
import { type ServerProgram, serverProgram } from '../builders/server-program.ts'
import { Unheard, webVisitor } from '../builders/web-visitor.ts'

const slug = 'crash-agency'
const kills = Number(process.env['GONGKAI_KILLS'] ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'gongkai-crash-http-'))
const config = readConfig({ GONGKAI_DATA: folder, GONGKAI_DEMO: 'off' })
let program: ServerProgram

before(async () => {
  const installation = await openInstallation(config, quietLog, { sole: true })
  await installation.services.command({ kind: 'operator', name: 'crash' }, null, (context) =>
    createAgency(context, {
      kind: 'government',
      parentId: null,
      name: '某市人民政府（示例）',
      shortName: '某市',
      slug,
      regionCode: null,
      creditCode: null,
      openedOn: plainDay('2000-01-01'),
    }),
  )
  await installation.close()
  program = await serverProgram(folder, { GONGKAI_TRUST_PROXY: 'on', GONGKAI_RATE_PER_MINUTE: '100000' })
})
after(async () => {
  await program.kill()
  killServer(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** Everybody comes from an address of their own, as in a city. */
let people = 0
const newAddress = () => {
  people += 1
  return `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}`
}

const draftOf = (at: string): string => at.split('/').at(-1) ?? ''

/** What was shown on a receipt, by the application. */
const shown = new Map<string, { readonly number: string; readonly code: string; readonly wish: string }>()

test(`killed ${kills} times while people send their forms, no application whose number was shown is lost, and a form sent again after the restart is the same case`, {
  timeout: 480_000,
}, async (t) => {
  const seed = Number(process.env['GONGKAI_SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`GONGKAI_SEED=${seed}`)
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x7fff_ffff
  }
  const work = { isOver: false }
  let unheard = 0
  let sentAgain = 0
  /** Resolves when the program listens again. */
  let up: Promise<void> = program.start()
  let onSending: () => void = () => undefined

  /** Does it until it is heard: a person who gets no answer waits, and presses the button again. */
  async function untilHeard<T>(act: () => Promise<T>, isUp: (answer: T) => boolean): Promise<T> {
    for (;;) {
      await up
      try {
        const answer = await act()
        if (isUp(answer)) return answer
        // The database was killed beneath: the page says to try again in a moment.
        await pause(100)
      } catch (error) {
        if (!(error instanceof Unheard)) throw error
        unheard += 1
        await pause(20)
      }
    }
  }

  async function lane(name: string): Promise<void> {
    for (let index = 0; !work.isOver; index += 1) {
      const person = webVisitor(program.origin, newAddress())
      const wish = `关于 ${name}-${index} 的安全生产检查记录`
      let at: string
      try {
        await up
        at = await begin(person, slug)
        await fillIn(person, at, { content: wish })
      } catch {
        // Given up before it was sent: nothing was promised. Broken answers are told apart below, where they count.
        await pause(50)
        continue
      }
      let tries = 0
      const sent = await untilHeard(
        () => {
          tries += 1
          onSending()
          return person.post(`${at}/submit`, {})
        },
        ({ statusCode }) => statusCode !== 503,
      )
      assert.equal(sent.statusCode, 303, sent.body)
      if (tries > 1) sentAgain += 1
      const receipt = await untilHeard(
        async () => {
          const answer = await person.get(`${at}/receipt`)
          return answer.statusCode === 503 ? null : numberAndCode(person, `${at}/receipt`).catch(() => null)
        },
        (answer) => answer !== null,
      )
      assert.ok(receipt?.number && receipt.code)
      shown.set(draftOf(at), { ...receipt, wish })
    }
  }

  const lanes = ['甲', '乙', '丙'].map(lane)
  const broken = Promise.all(lanes)
  let killed = 0
  for (let round = 1; round <= kills; round += 1) {
    await up
    // Somebody presses the button; the blow falls while that is under way, now and then on the database as well.
    await Promise.race([new Promise<void>((resolve) => (onSending = resolve)), broken])
    onSending = () => undefined
    await pause(random() * 40)
    if (random() < 0.3) killServer(folder)
    await program.kill()
    killed += 1
    up = program.start()
    await up
  }
  work.isOver = true
  await broken
  t.diagnostic(`${shown.size} receipts, ${killed} kills, ${unheard} answers unheard, ${sentAgain} sent again`)
  assert.ok(shown.size >= kills, `only ${shown.size} receipts were shown`)
  assert.ok(sentAgain > 0, 'no kill fell while a form was being sent')
})

test('two clicks at the same instant over two sockets make one case, and both see the same receipt', {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < 10; round += 1) {
    const person = webVisitor(program.origin, newAddress())
    const at = await begin(person, slug)
    const wish = `同时按了两次 ${round}`
    await fillIn(person, at, { content: wish })
    const again = webVisitor(program.origin, newAddress(), person.jar())
    const answers = await Promise.all([person.post(`${at}/submit`, {}), again.post(`${at}/submit`, {})])
    assert.deepEqual(
      answers.map(({ statusCode, headers }) => [statusCode, headers.location]),
      [
        [303, `${at}/receipt`],
        [303, `${at}/receipt`],
      ],
    )
    const receipts = await Promise.all([
      numberAndCode(person, `${at}/receipt`),
      numberAndCode(again, `${at}/receipt`),
    ])
    assert.deepEqual(receipts[0], receipts[1])
    shown.set(draftOf(at), { ...(receipts[0] as { number: string; code: string }), wish })
  }
})

test('every receipt that was shown has its one case, under its number, its code and its words, and numbers run without a gap', {
  timeout: 120_000,
}, async () => {
  await program.kill()
  const installation = await openInstallation(config, quietLog, { sole: true })
  try {
    const { db } = installation.services
    const rows = await db
      .selectFrom('requests')
      .select(['number', 'content', 'submission_key as key', 'query_code_digest as code'])
      .orderBy('number')
      .execute()
    const byKey = new Map<string, typeof rows>()
    for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row])
    for (const [draftId, { number, code, wish }] of shown)
      assert.deepEqual(
        byKey.get(submissionKeyOf(draftId)),
        [{ number, content: wish, key: submissionKeyOf(draftId), code: queryCodeDigest(code) }],
        number,
      )
    // Every application that was sent was followed to its receipt, so there is no case besides.
    assert.equal(rows.length, shown.size)
    assert.deepEqual(
      rows.map(({ number }) => Number(number.slice(5))),
      rows.map((_, index) => index + 1),
    )
  } finally {
    await installation.close()
  }
})
