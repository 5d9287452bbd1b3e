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

/* ---- A second count, made differently: no state is carried along, every question is asked of the bare list. ---- */

const order = [
  ['clarificationAsked'],
  ['clarificationAnswered'],
  ['thirdPartyAsked', 'agencyAsked'],
  ['thirdPartyAnswered', 'agencyAnswered'],
  ['feeNoticed'],
  ['feePaid'],
  ['extended'],
  ['answered'],
]
const isWorked = (day: PlainDay): boolean => chineseDays.isWorkday(day)

function nthWorkingDay(
  after: PlainDay,
  n: number,
  isOut: (day: PlainDay) => boolean = () => false,
): PlainDay {
  const days: PlainDay[] = []
  for (let day = addDays(after, 1); days.length < n; day = addDays(day, 1))
    if (isWorked(day) && !isOut(day)) days.push(day)
  return days[n - 1] as PlainDay
}

type Kind<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>
function all<T extends ClockEvent['type']>(past: readonly ClockEvent[], ...types: T[]): Kind<T>[] {
  return past.filter((event): event is Kind<T> => (types as string[]).includes(event.type))
}

/** What the law asks of a list of events, as it stands at the end of a day. */
function standing(received: PlainDay, past: readonly ClockEvent[], day: PlainDay, known: PlainDay) {
  const asks = all(past, 'clarificationAsked')
  const fees = all(past, 'feeNoticed')
  const openAsk = all(past, 'clarificationAnswered').length === 0 ? asks[0] : undefined
  const openFee = all(past, 'feePaid').length === 0 ? fees[0] : undefined
  const noticed = openFee?.receivedOn
  const payBy = noticed && noticed <= known ? nthWorkingDay(noticed, 20) : null
  const missed = [openAsk?.until, openFee ? payBy : null].filter((last) => last && last < day).sort()[0]

  const lastReset = past.findLastIndex(
    (event) => event.type === 'clarificationAnswered' || event.type === 'feePaid',
  )
  const reset = past[lastReset]
  const from = reset ? dayOf(reset) : received
  const more = all(past.slice(lastReset + 1), 'extended')[0]?.days ?? 0
  const letters = all(past, 'thirdPartyAsked', 'agencyAsked').map((letter) => {
    const answers = all(past, letter.type === 'thirdPartyAsked' ? 'thirdPartyAnswered' : 'agencyAnswered')
    const answeredOn = answers.find(({ id }) => id === letter.id)?.on ?? null
    const got = letter.receivedOn && letter.receivedOn <= known ? letter.receivedOn : null
    return { sentOn: letter.sentOn, answeredOn, limit: got ? nthWorkingDay(got, 15) : null }
  })
  const dueIf = (missing: (letter: (typeof letters)[number]) => PlainDay) =>
    nthWorkingDay(from, 20 + more, (out) =>
      letters.some(({ sentOn, answeredOn, limit }, place) => {
        const end = answeredOn ?? missing(letters[place] as (typeof letters)[number])
        return sentOn < out && out <= end && (limit === null || out <= limit)
      }),
    )
  const open = letters.filter(
    ({ answeredOn, limit }) => answeredOn === null && (limit === null || day <= limit),
  )
  const isStopped = Boolean(openAsk ?? openFee ?? missed)
  return {
    openAsk,
    openFee,
    payBy,
    missed: missed ?? null,
    isPaused: open.length > 0,
    due: isStopped ? null : dueIf(() => day),
    latest:
      isStopped || open.some(({ limit }) => limit === null) ? null : dueIf((letter) => letter.limit ?? day),
  }
}

function isForbidden(
  received: PlainDay,
  past: readonly ClockEvent[],
  event: ClockEvent,
  known: PlainDay,
): boolean {
  const on = dayOf(event)
  if (on < received) return true
  const { openAsk, openFee, missed, due } = standing(received, past, on, known)
  const ended = past.some(({ type }) => type === 'answered')
  const isLate = due !== null && on > due
  const has = (type: ClockEvent['type']) => past.some((one) => one.type === type)
  switch (event.type) {
    case 'thirdPartyAnswered':
    case 'agencyAnswered': {
      const asked = event.type === 'thirdPartyAnswered' ? 'thirdPartyAsked' : 'agencyAsked'
      return (
        !all(past, asked).some(({ id }) => id === event.id) ||
        all(past, event.type).some(({ id }) => id === event.id)
      )
    }
    case 'answered':
      return ended
    case 'clarificationAsked':
      return ended || missed !== null || has(event.type) || event.until < on || isLate
    case 'clarificationAnswered':
      return ended || missed !== null || !openAsk
    case 'feeNoticed':
      return ended || missed !== null || has(event.type) || isLate || (event.receivedOn ?? on) < on
    case 'feePaid':
      return ended || missed !== null || !openFee
    case 'thirdPartyAsked':
    case 'agencyAsked':
      return (
        ended ||
        missed !== null ||
        (event.receivedOn ?? on) < on ||
        all(past, event.type).some(({ id }) => id === event.id)
      )
    case 'extended':
      return (
        ended ||
        missed !== null ||
        has('extended') ||
        openAsk !== undefined ||
        openFee !== undefined ||
        isLate ||
        event.days < 1 ||
        event.days > 20
      )
  }
}

/** The contract's figures by the second count, or null when the case is not allowed. */
function secondCount({ received: { on: received }, events, today }: ClockCase) {
  const rank = (event: ClockEvent) => order.findIndex((types) => types.includes(event.type))
  const past = events
    .filter((event) => dayOf(event) <= today)
    .toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)) || rank(one) - rank(other))
  const answer = past.find(({ type }) => type === 'answered')
  const asOf = answer ? dayOf(answer) : today
  for (const [place, event] of past.entries())
    if (isForbidden(received, past.slice(0, place), event, asOf)) return null

  // Opinions after the answer have no effect; neither do those after a lapse, which has no due day anyway.
  const counted = past.filter((event) => dayOf(event) <= asOf)
  const { openAsk, openFee, payBy, missed, isPaused, due, latest } = standing(received, counted, asOf, asOf)
  const between = (from: PlainDay, to: PlainDay) => {
    let count = 0
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorked(day)) count += 1
    return count
  }
  const state = answer
    ? 'answered'
    : missed
      ? 'lapsed'
      : openAsk
        ? 'waitingForApplicant'
        : openFee
          ? 'waitingForFee'
          : isPaused
            ? 'paused'
            : 'running'
  return {
    receivedOn: received,
    state,
    dueOn: due,
    latestDueOn: latest,
    applicantDueOn: answer ? null : (missed ?? openAsk?.until ?? (openFee ? payBy : null)),
    workingDaysLeft:
      answer || due === null ? null : due >= today ? between(today, due) : 0 - between(due, today),
    overdue: due !== null && asOf > due,
  }
}

const runs = { numRuns: 6000 }

test('the clock and a second count made differently agree on thousands of cases, allowed or not', () => {
  let allowed = 0
  const states = new Set<string>()
  fc.assert(
    fc.property(anyCase, (given) => {
      const { reading } = runClock(given, nationalCalendar)
      const expected = secondCount(given)
      if (reading === null) return assert.equal(expected, null)
      allowed += 1
      states.add(reading.state)
      const { steps: _steps, provisional: _provisional, ...figures } = reading
      return assert.deepEqual(figures, expected)
    }),
    runs,
  )
  assert.ok(allowed > 2000, `only ${allowed} allowed cases`)
  assert.equal(states.size, 6)
})

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
