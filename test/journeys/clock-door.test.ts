import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { nationalCalendar } from '../../src/law/calendar/national.ts'
import { channels } from '../../src/law/clock/case.ts'
import { runClock } from '../../src/law/clock/clock.ts'
import { readClockCase } from '../../src/law/clock/read-case.ts'
import { unusualCases, withEvents } from '../builders/unusual-cases.ts'
import { daysAfter, type ToldCase, type ToldEvent, walkCase } from '../builders/walked-clock.ts'
import { root } from '../house/sources.ts'

/** Days near which calendars go wrong: year ends, Spring Festival and its worked weekends, the two golden weeks, 29 February. */
const edges = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
  (year === 2019 ? ['01-01', '01-14'] : ['01-10'])
    .concat(['02-20', '04-20', '09-10'])
    .map((day) => `${year}-${day}`),
)
const received = fc
  .oneof(
    fc.tuple(fc.constantFrom(...edges), fc.integer({ min: 0, max: 14 })),
    fc.tuple(
      fc.constantFrom('2019-12-10', '2021-12-20', '2024-12-15', '2026-11-25'),
      fc.integer({ min: 0, max: 40 }),
    ),
    fc.tuple(fc.constant('2019-01-01'), fc.integer({ min: 0, max: 3150 })),
  )
  .map(([from, offset]) => daysAfter(from, offset))

const short = fc.integer({ min: 0, max: 9 })
const long = fc.integer({ min: 0, max: 50 })
const soon = fc.oneof({ weight: 3, arbitrary: short }, { weight: 2, arbitrary: long })
/** Days of a party that stays silent, answers at once, in time, on the 15th working day or long after. */
const wait = fc.option(fc.oneof(short, fc.integer({ min: 15, max: 32 }), long), { freq: 3 })
type Make = (day: (offset: number) => string) => ToldEvent[]

const clarification: fc.Arbitrary<Make> = fc
  .tuple(fc.oneof(short, long), soon, fc.option(fc.integer({ min: -40, max: 1 }), { freq: 3 }))
  .map(([ask, grace, early]) => (day) => [
    { type: 'clarificationAsked', on: day(ask), until: day(ask + grace) },
    ...(early === null
      ? []
      : [{ type: 'clarificationAnswered', on: day(Math.max(ask, ask + grace + early)) }]),
  ])
const consultation: fc.Arbitrary<Make> = fc
  .tuple(
    fc.constantFrom('甲', '乙', '丙', '丁'),
    fc.constantFrom('thirdParty', 'agency'),
    soon,
    fc.option(short),
    wait,
    fc.boolean(),
  )
  .map(([id, whom, send, travel, waits, coMaker]) => (day) => [
    {
      type: `${whom}Asked`,
      id,
      sentOn: day(send),
      receivedOn: travel === null ? null : day(send + travel),
      ...(whom === 'agency' ? { coMaker } : {}),
    },
    ...(waits === null
      ? []
      : [
          {
            type: `${whom}Answered`,
            id,
            on: day(send + waits),
            ...(whom === 'agency' ? {} : { opinion: 'objects' }),
          },
        ]),
  ])
const fee: fc.Arbitrary<Make> = fc
  .tuple(soon, fc.option(short, { freq: 4 }), fc.option(fc.oneof(short, fc.integer({ min: 20, max: 36 }))))
  .map(([notice, travel, pay]) => (day) => [
    { type: 'feeNoticed', on: day(notice), receivedOn: travel === null ? null : day(notice + travel) },
    ...(pay === null ? [] : [{ type: 'feePaid', on: day(notice + pay) }]),
  ])
const extension: fc.Arbitrary<Make> = fc
  .tuple(fc.oneof(fc.integer({ min: 20, max: 40 }), long), fc.constantFrom(1, 5, 10, 20, 20, 0, 21))
  .map(([on, days]) => (day) => [{ type: 'extended', on: day(on), days }])
const answer: fc.Arbitrary<Make> = fc
  .integer({ min: 0, max: 110 })
  .map((on) => (day) => [{ type: 'answered', on: day(on), service: 'post' }])

const upTo = (made: fc.Arbitrary<Make>, maxLength: number) => fc.array(made, { maxLength })
const story: fc.Arbitrary<ToldCase> = fc
  .record({
    channel: fc.constantFrom(...channels),
    on: received,
    made: fc
      .tuple(
        upTo(clarification, 1),
        fc.oneof(upTo(consultation, 1), upTo(consultation, 4)),
        upTo(fee, 1),
        upTo(extension, 1),
        upTo(answer, 1),
        fc.oneof(
          { weight: 5, arbitrary: fc.constant([]) },
          upTo(fc.oneof(clarification, fee, extension, answer), 1),
        ),
      )
      .map((groups) => groups.flat()),
    after: fc.integer({ min: 0, max: 140 }),
    seed: fc.integer(),
  })
  .map(({ channel, on, made, after, seed }) => {
    const events = made.flatMap((make) => make((offset) => daysAfter(on, offset)))
    // Typed in any order.
    const turned = events.map((event, place) => ({ event, key: (place * 7919 + seed) % 13 }))
    return {
      received: { channel, on },
      events: turned.sort((one, other) => one.key - other.key).map(({ event }) => event),
      today: daysAfter(on, after),
    }
  })

/** What the clock of the law says of a told case, without its steps; null when it refuses. */
function clockSays(told: ToldCase) {
  const { given, problem } = readClockCase(told)
  assert.equal(problem, null)
  assert.ok(given)
  const { reading } = runClock(given, nationalCalendar)
  if (reading === null) return null
  const { steps: _steps, ...figures } = reading
  return figures
}

test('the clock says what a walk day by day over the wall calendar says, allowed or not', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(story, (told) => {
      const walked = walkCase(told)
      const key = walked === null ? 'refused' : walked.state
      seen.set(key, (seen.get(key) ?? 0) + 1)
      if (walked?.provisional) seen.set('provisional', (seen.get('provisional') ?? 0) + 1)
      if (walked?.overdue) seen.set('overdue', (seen.get('overdue') ?? 0) + 1)
      assert.deepEqual(clockSays(told), walked)
    }),
    { numRuns: Number(process.env['GONGKAI_CLOCK_RUNS'] ?? 4000) },
  )
  for (const kind of [
    'refused',
    'running',
    'paused',
    'waitingForApplicant',
    'waitingForFee',
    'lapsed',
    'answered',
    'overdue',
    'provisional',
  ])
    assert.ok((seen.get(kind) ?? 0) > 20, `only ${seen.get(kind) ?? 0} cases ${kind}`)
})

/** `gongkai clock -` with the text on its standard input. */
function askDoor(
  input: string,
  zone = 'Asia/Shanghai',
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'gongkai.mjs'), 'clock', '-'], {
      env: { ...process.env, TZ: zone },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (part) => (out += part))
    child.stderr.setEncoding('utf8').on('data', (part) => (err += part))
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

test('the door says it too, for a whole list at once, in Beijing, New York and on the Chatham Islands', async () => {
  const told = fc.sample(story, { numRuns: 1000, seed: 20261125 })
  const walked = told.map(walkCase)
  const keys = [
    'receivedOn',
    'state',
    'dueOn',
    'latestDueOn',
    'applicantDueOn',
    'workingDaysLeft',
    'overdue',
    'provisional',
    'steps',
  ]
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Chatham']) {
    const { code, out, err } = await askDoor(JSON.stringify(told), zone)
    assert.equal(err, '')
    assert.equal(code, 0)
    const answers = JSON.parse(out) as Record<string, unknown>[]
    assert.equal(answers.length, told.length)
    for (const [place, answer] of answers.entries()) {
      if (walked[place] === null) {
        assert.deepEqual(Object.keys(answer), ['error'], JSON.stringify(told[place]))
        assert.match(String(answer['error']), /^[^\n]+。$/)
        continue
      }
      assert.deepEqual(Object.keys(answer), keys)
      const { steps, ...figures } = answer
      assert.deepEqual(figures, walked[place], JSON.stringify(told[place]))
      for (const step of steps as Record<string, unknown>[])
        assert.deepEqual(Object.keys(step), ['on', 'what', 'basis', 'dueOn'])
    }
  }
})

test('cases of unusual shapes get the answer of the contract, or one sentence', async () => {
  const { code, out } = await askDoor(JSON.stringify(unusualCases.map(([, given]) => given)))
  assert.equal(code, 0)
  const answers = JSON.parse(out) as Record<string, unknown>[]
  for (const [place, [name, , says]] of unusualCases.entries()) {
    const answer = answers[place] ?? {}
    if (typeof says === 'string') {
      assert.ok(String(answer['error']).includes(says), `${name}: ${JSON.stringify(answer)}`)
      assert.match(String(answer['error']), /^[^\n]+。$/, name)
    } else
      for (const [key, value] of Object.entries(says)) assert.deepEqual(answer[key], value, `${name}: ${key}`)
  }
})

test('what is no case ends with 2 and one line, also a fault buried deep in brackets', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const inputs = [
    '',
    '{} {}',
    '{"received":{"channel":"counter","on":"2026-01-20"},"today":NaN}',
    'null',
    '7',
    JSON.stringify(withEvents([{ type: 'extended', on: '2026-02-02', days: 21 }])),
    `{"received":{"channel":${deep},"on":"2026-01-20"},"today":"2026-02-10"}`,
    `{"received":{"channel":"counter","on":"2026-01-20"},"events":[{"type":${deep}}],"today":"2026-02-10"}`,
  ]
  for (const input of inputs) {
    const { code, out, err } = await askDoor(input)
    assert.deepEqual([code, out], [2, ''], input.slice(0, 80))
    assert.match(err, /^[^\n]+。\n$/)
  }
})
