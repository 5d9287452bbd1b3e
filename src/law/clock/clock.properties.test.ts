import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import * as fc from 'fast-check'
import { calendarOf, isProvisional } from '../calendar/calendar.ts'
import { nationalCalendar, nationalYears } from '../calendar/national.ts'
import { addDays, type PlainDay, plainDay } from '../calendar/plain-day.ts'
import { type Channel, type ClockCase, type ClockEvent, channels, dayOf } from './case.ts'
import { runClock } from './clock.ts'
import { dayMarks } from './day-marks.ts'

/** 2024-01-01 and on, so that every due day still lies in an announced year. */
const start = plainDay('2024-01-01')
const channel = fc.constantFrom<Channel>(...channels)
const receipt = fc.integer({ min: 0, max: 760 }).map((offset) => addDays(start, offset))
const gap = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 45 }))

type Make = (at: (offset: number) => PlainDay) => ClockEvent[]

/** Events that belong together, most of them in a sensible order; the clock sorts out the rest. */
const clarification: fc.Arbitrary<Make> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), gap, gap, fc.boolean())
  .map(([ask, grace, wait, isAnswered]) => (at) => [
    { type: 'clarificationAsked', on: at(ask), until: at(ask + grace) },
    ...(isAnswered
      ? [{ type: 'clarificationAnswered', on: at(ask + Math.min(wait, grace + 1)) } as const]
      : []),
  ])
const consultation: fc.Arbitrary<Make> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.boolean(),
    gap,
    fc.option(fc.integer({ min: 0, max: 10 })),
    fc.option(gap),
    fc.boolean(),
  )
  .map(([id, isThird, send, travel, wait, coMaker]) => (at) => {
    const sentOn = at(send)
    const receivedOn = travel === null ? null : at(send + travel)
    const asked: ClockEvent = isThird
      ? { type: 'thirdPartyAsked', id, sentOn, receivedOn }
      : { type: 'agencyAsked', id, sentOn, receivedOn, coMaker }
    if (wait === null) return [asked]
    const on = at(send + (travel ?? 0) + wait)
    return [
      asked,
      isThird
        ? { type: 'thirdPartyAnswered', id, on, opinion: 'objects' }
        : { type: 'agencyAnswered', id, on },
    ]
  })
const fee: fc.Arbitrary<Make> = fc
  .tuple(gap, fc.option(fc.integer({ min: 0, max: 5 })), fc.option(gap))
  .map(([notice, travel, wait]) => (at) => [
    { type: 'feeNoticed', on: at(notice), receivedOn: travel === null ? null : at(notice + travel) },
    ...(wait === null ? [] : [{ type: 'feePaid', on: at(notice + wait) } as const]),
  ])
const extension: fc.Arbitrary<Make> = fc
  .tuple(gap, fc.integer({ min: 0, max: 21 }))
  .map(([offset, days]) => (at) => [{ type: 'extended', on: at(offset), days }])
const answer: fc.Arbitrary<Make> = fc
  .integer({ min: 0, max: 90 })
  .map((offset) => (at) => [{ type: 'answered', on: at(offset), service: 'post' }])

const events = fc
  .tuple(
    fc.array(clarification, { maxLength: 1 }),
    fc.array(consultation, { maxLength: 3 }),
    fc.array(fee, { maxLength: 1 }),
    fc.array(extension, { maxLength: 1 }),
    fc.array(answer, { maxLength: 1 }),
    fc.array(fc.oneof(clarification, fee, extension, answer), { maxLength: 1 }),
  )
  .map((groups) => groups.flat())

const anyCase: fc.Arbitrary<ClockCase> = fc
  .tuple(channel, receipt, events, fc.integer({ min: 0, max: 130 }))
  .map(([channel, on, makes, offset]) => ({
    received: { channel, on },
    events: makes.flatMap((make) => make((days) => addDays(on, days))),
    today: addDays(on, offset),
  }))

function nthWorkingDay(after: PlainDay, n: number): PlainDay {
  const days: PlainDay[] = []
  for (let day = addDays(after, 1); days.length < n; day = addDays(day, 1))
    if (chineseDays.isWorkday(day)) days.push(day)
  return days[n - 1] as PlainDay
}

/** Readings that exist; a refused case says nothing about days. */
function readingOf(given: ClockCase, calendar = nationalCalendar) {
  return runClock(given, calendar).reading
}

test('a due day is a working day, the latest is never before the earliest, and the last step shows it', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const reading = readingOf(given)
      if (reading === null) return
      const { dueOn, latestDueOn } = reading
      if (dueOn) assert.equal(nationalCalendar.isWorkingDay(dueOn), true)
      if (dueOn && latestDueOn) assert.ok(latestDueOn >= dueOn)
      assert.equal(reading.steps.at(-1)?.dueOn, dueOn)
      const days = reading.steps.map(({ on }) => on)
      assert.deepEqual(days, [...days].sort())
      assert.equal(
        reading.provisional,
        [dueOn, latestDueOn].some((day) => day && isProvisional(nationalCalendar, day)),
      )
    }),
  )
})

test('the order in which events were typed does not matter', () => {
  fc.assert(
    fc.property(
      anyCase.chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.shuffledSubarray([...given.events], { minLength: given.events.length }),
        ),
      ),
      ([given, shuffled]) => {
        assert.deepEqual(
          runClock({ ...given, events: shuffled }, nationalCalendar),
          runClock(given, nationalCalendar),
        )
      },
    ),
  )
})

test('a case told only to a day reads as the whole case read on that day', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 130 }), (given, offset) => {
      const day = addDays(given.received.on, offset)
      const prefix = given.events.filter((event) => dayOf(event) <= day)
      assert.deepEqual(
        runClock({ ...given, events: prefix, today: day }, nationalCalendar),
        runClock({ ...given, today: day }, nationalCalendar),
      )
    }),
  )
})

test('another consultation never brings the due day nearer', () => {
  fc.assert(
    fc.property(anyCase, consultation, (given, make) => {
      const more = make((days) => addDays(given.received.on, days)).map((event) =>
        'id' in event ? { ...event, id: 'another' } : event,
      )
      const before = readingOf(given)
      const after = readingOf({ ...given, events: [...given.events, ...more] })
      if (before?.dueOn && after?.dueOn) assert.ok(after.dueOn >= before.dueOn)
    }),
    { numRuns: 2000 },
  )
})

test('a restart never brings the due day nearer than the full period from receipt', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const reading = readingOf(given)
      const plain = readingOf({ ...given, events: [] })
      if (reading?.dueOn && plain?.dueOn) assert.ok(reading.dueOn >= plain.dueOn)
    }),
  )
})

test('an extension adds at most its days, and never brings the due day nearer', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const without = readingOf({ ...given, events: given.events.filter(({ type }) => type !== 'extended') })
      const extended = readingOf(given)
      // An extension after today has not happened yet.
      const days = given.events.reduce(
        (sum, event) => (event.type === 'extended' && event.on <= given.today ? sum + event.days : sum),
        0,
      )
      if (!without?.dueOn || !extended?.dueOn) return
      assert.ok(extended.dueOn >= without.dueOn)
      if (!given.events.some(({ type }) => type.endsWith('Asked')))
        assert.ok(extended.dueOn <= nthWorkingDay(without.dueOn, days || 1))
    }),
    { numRuns: 2000 },
  )
})

test('one more holiday never brings the due day nearer', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 90 }), (given, offset) => {
      const off = addDays(given.received.on, offset)
      const calendar = calendarOf(nationalYears, [{ name: '停工', basis: '公告', off: [off], work: [] }])
      const before = readingOf(given)
      const after = readingOf(given, calendar)
      if (before?.dueOn && after?.dueOn) assert.ok(after.dueOn >= before.dueOn)
    }),
  )
})

test('after the answer the figures no longer move with the days', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const reading = readingOf(given)
      if (reading?.state !== 'answered') return
      const answer = given.events.find(({ type }) => type === 'answered')
      assert.ok(answer)
      const then = readingOf({ ...given, today: dayOf(answer) })
      const { steps: _now, ...figures } = reading
      const { steps: _then, ...figuresThen } = then ?? reading
      assert.deepEqual(figures, figuresThen)
    }),
  )
})

test('the day ruler counts from one to the full period without a gap and ends on the due day', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const reading = readingOf(given)
      const marks = dayMarks(given, nationalCalendar)
      assert.equal(marks === null, reading === null)
      if (!marks || !reading?.dueOn) return
      const last = Math.max(...marks.map(({ period }) => period))
      const counts = marks
        .filter(({ period, count }) => period === last && count !== null)
        .map(({ count }) => count)
      assert.deepEqual(
        counts,
        counts.map((_, place) => place + 1),
      )
      if (reading.state !== 'answered') {
        assert.ok(counts.length >= 20)
        assert.equal(marks.filter(({ count }) => count !== null).at(-1)?.day, reading.dueOn)
      }
    }),
  )
})

test('the clock reads the same in Beijing, New York and on the Chatham Islands', () => {
  const script = `
    const { runClock } = await import(${JSON.stringify(new URL('./clock.js', import.meta.url).href)})
    const { nationalCalendar } = await import(${JSON.stringify(new URL('../calendar/national.js', import.meta.url).href)})
    const { beijingDay } = await import(${JSON.stringify(new URL('../calendar/plain-day.js', import.meta.url).href)})
    const cases = JSON.parse(process.argv[1])
    console.log(JSON.stringify([beijingDay(new Date('2026-03-08T07:30:00Z')), ...cases.map((one) => {
      const { reading, refusal } = runClock(one, nationalCalendar)
      return reading ?? refusal
    })]))`
  const cases = JSON.stringify(fc.sample(anyCase, { numRuns: 100, seed: 20260308 }))
  const told = ['Asia/Shanghai', 'America/New_York', 'Pacific/Chatham'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script, cases], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  )
  assert.equal(told[1], told[0])
  assert.equal(told[2], told[0])
  assert.ok(told[0]?.includes('2026-03-08'))
})
