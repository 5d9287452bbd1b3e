import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../calendar/national.ts'
import { plainDay } from '../calendar/plain-day.ts'
import { type ClockReading, previewEvent, runClock } from './clock.ts'
import { dayMarks } from './day-marks.ts'
import { readClockCase } from './read-case.ts'
import { clockRefusalCodes } from './refusals.ts'

type Loose = Readonly<Record<string, unknown>>

/** Reads and runs a case written as the contract writes it. */
function clock(on: string, events: readonly Loose[], today: string, channel = 'counter') {
  const { given, problem } = readClockCase({ received: { channel, on }, events, today })
  assert.equal(problem, null, problem?.sentence)
  assert.ok(given)
  return runClock(given, nationalCalendar)
}

function reading(on: string, events: readonly Loose[], today: string): ClockReading {
  const result = clock(on, events, today)
  assert.equal(result.refusal, null, result.refusal?.sentence)
  assert.ok(result.reading)
  return result.reading
}

function shows(actual: ClockReading, expected: Partial<ClockReading>): void {
  const picked = Object.fromEntries(
    Object.keys(expected).map((key) => [key, actual[key as keyof ClockReading]]),
  )
  assert.deepEqual(picked, expected)
  assert.deepEqual(Object.keys(actual), [
    'receivedOn',
    'state',
    'dueOn',
    'latestDueOn',
    'applicantDueOn',
    'workingDaysLeft',
    'overdue',
    'provisional',
    'steps',
  ])
}

function refused(on: string, events: readonly Loose[], today: string): string {
  const result = clock(on, events, today)
  assert.ok(result.refusal, 'should be refused')
  assert.match(result.refusal.sentence, /。$/)
  return result.refusal.code
}

const day = plainDay
const received = '2026-01-20'
const asked = (on: string, until: string) => ({ type: 'clarificationAsked', on, until })
const corrected = (on: string) => ({ type: 'clarificationAnswered', on })
const party = (id: string, sentOn: string, receivedOn?: string | null) => ({
  type: 'thirdPartyAsked',
  id,
  sentOn,
  ...(receivedOn === undefined ? {} : { receivedOn }),
})
const opinion = (id: string, on: string) => ({ type: 'thirdPartyAnswered', id, on, opinion: 'objects' })
const agency = (id: string, sentOn: string, receivedOn: string | null, coMaker = true) => ({
  type: 'agencyAsked',
  id,
  sentOn,
  receivedOn,
  coMaker,
})
const agencyOpinion = (id: string, on: string) => ({ type: 'agencyAnswered', id, on })
const extended = (on: string, days = 20) => ({ type: 'extended', on, days })
const fee = (on: string, receivedOn: string | null) => ({ type: 'feeNoticed', on, receivedOn })
const paid = (on: string) => ({ type: 'feePaid', on })
const answered = (on: string) => ({ type: 'answered', on, service: 'post' })

test('a request handed in on 20 January 2026 is due on 24 February, over the Spring Festival', () => {
  shows(reading(received, [], '2026-01-20'), {
    receivedOn: day('2026-01-20'),
    state: 'running',
    dueOn: day('2026-02-24'),
    latestDueOn: day('2026-02-24'),
    applicantDueOn: null,
    workingDaysLeft: 20,
    overdue: false,
    provisional: false,
  })
})

test('the day of receipt rests on its own item of Art 31 for every channel', () => {
  const basis = {
    counter: '条例第三十一条（一）',
    registeredPost: '条例第三十一条（二）',
    ordinaryPost: '条例第三十一条（二）',
    online: '条例第三十一条（三）',
    fax: '条例第三十一条（三）',
    email: '条例第三十一条（三）',
    oral: '条例第二十九条第一款、第三十一条（一）',
  }
  for (const [channel, article] of Object.entries(basis)) {
    const result = clock(received, [], received, channel)
    assert.equal(result.reading?.steps[0]?.basis, article)
    assert.equal(result.reading?.steps[0]?.dueOn, '2026-02-24')
  }
})

test('on the due day nothing is left, on the rest days after it the case is overdue by none, then by one', () => {
  // Received on 2026-01-30, a Friday: due on Friday 2026-03-06.
  const left = (today: string) => {
    const { workingDaysLeft, overdue, dueOn } = reading('2026-01-30', [], today)
    return [dueOn, workingDaysLeft, overdue]
  }
  assert.deepEqual(left('2026-03-05'), ['2026-03-05', 0, false])
  assert.deepEqual(left('2026-03-06'), ['2026-03-05', -1, true])
  const friday = (today: string) => {
    const { workingDaysLeft, overdue } = reading('2026-02-02', [], today)
    return [workingDaysLeft, overdue]
  }
  assert.equal(reading('2026-02-02', [], '2026-02-02').dueOn, '2026-03-06')
  assert.deepEqual(friday('2026-03-06'), [0, false])
  assert.deepEqual(friday('2026-03-07'), [0, true])
  assert.ok(Object.is(friday('2026-03-08')[0], 0), 'not minus zero')
  assert.deepEqual(friday('2026-03-09'), [-1, true])
})

test('the whole story of the contract: correction, two consultations, extension, fee and payment', () => {
  const events = [
    asked('2026-01-26', '2026-02-12'),
    corrected('2026-02-03'),
    party('a', '2026-02-05', '2026-02-09'),
    opinion('a', '2026-02-24'),
    agency('b', '2026-02-05', '2026-02-06'),
    agencyOpinion('b', '2026-02-10'),
    extended('2026-03-02'),
    fee('2026-03-03', '2026-03-04'),
    paid('2026-03-10'),
    answered('2026-03-20'),
  ]
  shows(reading(received, events, '2026-03-12'), {
    state: 'running',
    dueOn: day('2026-04-08'),
    latestDueOn: day('2026-04-08'),
    workingDaysLeft: 18,
    overdue: false,
  })
  // 2026-02-06 to 02-24 holds eight working days, taken out once although two letters were under way.
  assert.equal(reading(received, events, '2026-02-24').dueOn, '2026-03-19')
  shows(reading(received, events, '2026-03-05'), {
    state: 'waitingForFee',
    dueOn: null,
    latestDueOn: null,
    applicantDueOn: day('2026-04-01'),
    workingDaysLeft: null,
  })
  shows(reading(received, events, '2026-03-25'), {
    state: 'answered',
    dueOn: day('2026-04-08'),
    latestDueOn: day('2026-04-08'),
    applicantDueOn: null,
    workingDaysLeft: null,
    overdue: false,
  })
})

test('the last step shows the due day that is reported', () => {
  const events = [party('a', '2026-02-05', '2026-02-09'), extended('2026-02-11', 10)]
  for (const today of ['2026-02-05', '2026-02-12', '2026-02-24', '2026-03-10', '2026-04-30']) {
    const told = reading(received, events, today)
    assert.equal(told.steps.at(-1)?.dueOn, told.dueOn, today)
    for (const step of told.steps) assert.match(step.what, /。$/)
  }
})

test('while a consultation is open the due day moves with every working day, up to the fifteenth', () => {
  const events = [party('a', '2026-02-05', '2026-02-09')]
  const at = (today: string) => {
    const { state, dueOn, latestDueOn } = reading(received, events, today)
    return [state, dueOn, latestDueOn]
  }
  // The fifteenth working day after 02-09 is 03-06; 02-06 to 03-06 holds sixteen working days.
  assert.deepEqual(at('2026-02-05'), ['paused', '2026-02-24', null], 'on its way')
  assert.deepEqual(at('2026-02-06'), ['paused', '2026-02-25', null])
  assert.deepEqual(at('2026-02-08'), ['paused', '2026-02-25', null], 'a Sunday takes nothing out')
  assert.deepEqual(at('2026-02-09'), ['paused', '2026-02-26', '2026-03-18'])
  assert.deepEqual(at('2026-03-06'), ['paused', '2026-03-18', '2026-03-18'])
  assert.deepEqual(at('2026-03-07'), ['running', '2026-03-18', '2026-03-18'])
  assert.deepEqual(at('2026-03-18'), ['running', '2026-03-18', '2026-03-18'])
})

test('an opinion that comes after the fifteenth working day pauses no longer', () => {
  const events = [party('a', '2026-02-05', '2026-02-09'), opinion('a', '2026-03-11')]
  assert.equal(reading(received, events, '2026-03-12').dueOn, '2026-03-18')
})

test('a letter whose receipt is unknown pauses without a last day, left out, null or later than today alike', () => {
  for (const receivedOn of [undefined, null, '2026-03-30']) {
    const told = reading(received, [party('a', '2026-02-05', receivedOn)], '2026-03-20')
    shows(told, { state: 'paused', latestDueOn: null, dueOn: day('2026-04-01') })
  }
})

test('one letter with and one without known receipt: the earliest due day is known, the latest is not', () => {
  const events = [party('a', '2026-02-05', '2026-02-06'), agency('a', '2026-02-06', null)]
  shows(reading(received, events, '2026-02-10'), {
    state: 'paused',
    dueOn: day('2026-02-27'),
    latestDueOn: null,
  })
})

test('the same id may stand for a third party and for an agency, but not for two letters of one kind', () => {
  assert.equal(
    refused(received, [party('a', '2026-02-05'), party('a', '2026-02-06')], '2026-02-10'),
    'clock.consultation.duplicateId',
  )
  assert.equal(
    refused(received, [party('a', '2026-02-05'), agencyOpinion('a', '2026-02-06')], '2026-02-10'),
    'clock.consultation.notAsked',
  )
})

test('a consultation on the due day or later takes nothing out but leaves the case paused, even overdue', () => {
  for (const sentOn of ['2026-02-24', '2026-02-26'])
    shows(reading(received, [party('a', sentOn, sentOn)], '2026-02-27'), {
      state: 'paused',
      dueOn: day('2026-02-24'),
      latestDueOn: day('2026-02-24'),
      overdue: true,
      workingDaysLeft: -3,
    })
})

test('a correction restarts the full period, drops the extension, and keeps the pause that is still running', () => {
  const events = [
    extended('2026-01-22'),
    asked('2026-01-26', '2026-02-28'),
    party('a', '2026-01-27', '2026-02-04'),
    corrected('2026-02-05'),
    opinion('a', '2026-02-10'),
  ]
  // 20 working days from 02-05, less 02-06, 02-09 and 02-10.
  shows(reading(received, events, '2026-02-11'), { state: 'running', dueOn: day('2026-03-16') })
  assert.equal(refused(received, [...events, extended('2026-02-12')], '2026-02-12'), 'clock.extension.second')
})

test('waiting for a correction: no due day, the written last day, and through that day in time', () => {
  const events = [asked('2026-01-26', '2026-02-15')]
  shows(reading(received, events, '2026-02-15'), {
    state: 'waitingForApplicant',
    dueOn: null,
    latestDueOn: null,
    applicantDueOn: day('2026-02-15'),
    workingDaysLeft: null,
    overdue: false,
  })
  shows(reading(received, events, '2026-02-16'), {
    state: 'lapsed',
    dueOn: null,
    latestDueOn: null,
    applicantDueOn: day('2026-02-15'),
    workingDaysLeft: null,
    overdue: false,
  })
  shows(reading(received, [...events, corrected('2026-02-15')], '2026-02-15'), { state: 'running' })
  assert.equal(
    refused(received, [...events, corrected('2026-02-16')], '2026-02-16'),
    'clock.clarification.late',
  )
})

test('a correction asked later than the seventh working day counts and restarts, and the breach is named', () => {
  const inTime = reading(received, [asked('2026-01-29', '2026-02-12')], '2026-01-30')
  assert.equal(
    inTime.steps.some(({ what }) => what.includes('瑕疵')),
    false,
  )
  const late = reading(received, [asked('2026-01-30', '2026-02-12'), corrected('2026-02-04')], '2026-02-05')
  assert.equal(
    late.steps.some(({ what }) => what.includes('瑕疵')),
    true,
  )
  assert.equal(late.dueOn, '2026-03-10')
})

test('after the due day no correction, no fee notice and no extension; on the due day all three', () => {
  assert.equal(
    refused(received, [asked('2026-02-25', '2026-03-10')], '2026-03-01'),
    'clock.clarification.afterDue',
  )
  assert.equal(refused(received, [fee('2026-02-25', '2026-02-26')], '2026-03-01'), 'clock.fee.afterDue')
  assert.equal(refused(received, [extended('2026-02-25')], '2026-03-01'), 'clock.extension.afterDue')
  assert.equal(reading(received, [extended('2026-02-24')], '2026-02-24').dueOn, '2026-03-23')
  assert.equal(reading(received, [fee('2026-02-24', null)], '2026-02-25').state, 'waitingForFee')
  assert.equal(
    reading(received, [asked('2026-02-24', '2026-03-10')], '2026-02-25').state,
    'waitingForApplicant',
  )
  // The Saturday after a Friday due day is after it, although no working day has passed.
  assert.equal(refused('2026-02-02', [extended('2026-03-07')], '2026-03-07'), 'clock.extension.afterDue')
})

test('an extension is one, of one to twenty days, not while waiting, but well while consulting', () => {
  assert.equal(refused(received, [extended('2026-02-02', 21)], '2026-02-03'), 'clock.extension.tooLong')
  assert.equal(refused(received, [extended('2026-02-02', 0)], '2026-02-03'), 'clock.extension.tooLong')
  assert.equal(
    refused(received, [extended('2026-02-02', 5), extended('2026-02-03', 5)], '2026-02-03'),
    'clock.extension.second',
  )
  assert.equal(
    refused(received, [asked('2026-01-26', '2026-02-12'), extended('2026-01-27')], '2026-02-03'),
    'clock.extension.whileWaiting',
  )
  assert.equal(
    refused(received, [fee('2026-01-26', '2026-01-27'), extended('2026-01-27')], '2026-02-03'),
    'clock.extension.whileWaiting',
  )
  shows(
    reading(received, [party('a', '2026-02-05', '2026-02-06'), extended('2026-02-06', 1)], '2026-02-06'),
    {
      state: 'paused',
      dueOn: day('2026-02-26'),
    },
  )
})

test('a fee is noticed once, paid in twenty working days from the day after receipt, or given up', () => {
  const events = [fee('2026-02-02', '2026-02-06')]
  shows(reading(received, events, '2026-03-12'), {
    state: 'waitingForFee',
    applicantDueOn: day('2026-03-12'),
  })
  shows(reading(received, events, '2026-03-13'), { state: 'lapsed', applicantDueOn: day('2026-03-12') })
  shows(reading(received, [...events, paid('2026-03-12')], '2026-03-13'), {
    state: 'running',
    dueOn: day('2026-04-10'),
  })
  assert.equal(refused(received, [...events, paid('2026-03-13')], '2026-03-13'), 'clock.fee.late')
  assert.equal(
    refused(received, [...events, paid('2026-02-10'), paid('2026-02-11')], '2026-03-13'),
    'clock.fee.paidTwice',
  )
  assert.equal(refused(received, [...events, fee('2026-02-10', null)], '2026-03-13'), 'clock.fee.second')
  assert.equal(refused(received, [paid('2026-02-10')], '2026-03-13'), 'clock.fee.notNoticed')
  shows(reading(received, [fee('2026-02-02', null)], '2026-06-30'), {
    state: 'waitingForFee',
    applicantDueOn: null,
  })
})

test('a correction and a fee may both be open: the correction is shown first, and each restarts', () => {
  const events = [fee('2026-01-23', '2026-01-23'), asked('2026-01-26', '2026-02-12')]
  shows(reading(received, events, '2026-01-27'), {
    state: 'waitingForApplicant',
    applicantDueOn: day('2026-02-12'),
  })
  shows(reading(received, [...events, corrected('2026-02-02')], '2026-02-03'), {
    state: 'waitingForFee',
    dueOn: null,
    applicantDueOn: day('2026-02-27'),
  })
  shows(reading(received, [...events, corrected('2026-02-02'), paid('2026-02-06')], '2026-02-06'), {
    state: 'running',
    dueOn: day('2026-03-12'),
  })
})

test('an answered case stays as it stood on the day of the answer, late or in time', () => {
  shows(reading(received, [answered('2026-02-24')], '2026-06-01'), {
    state: 'answered',
    dueOn: day('2026-02-24'),
    overdue: false,
    workingDaysLeft: null,
  })
  shows(reading(received, [answered('2026-02-25')], '2026-06-01'), { state: 'answered', overdue: true })
  const open = [party('a', '2026-02-05', '2026-02-09'), answered('2026-02-25')]
  const onTheDay = reading(received, open, '2026-02-25')
  shows(reading(received, [...open, opinion('a', '2026-03-02')], '2026-06-01'), {
    state: 'answered',
    dueOn: onTheDay.dueOn,
    latestDueOn: onTheDay.latestDueOn,
    overdue: false,
  })
  // Receipt unknown: taken out up to the answer.
  shows(reading(received, [party('a', '2026-02-05', null), answered('2026-04-30')], '2026-06-01'), {
    dueOn: reading(received, [party('a', '2026-02-05', null)], '2026-04-30').dueOn,
    overdue: false,
  })
})

test('after the answer nothing more can be done, after a lapse only the applicant be told', () => {
  const done = [answered('2026-02-10')]
  for (const event of [
    extended('2026-02-11'),
    asked('2026-02-11', '2026-02-28'),
    fee('2026-02-11', null),
    party('a', '2026-02-11'),
  ])
    assert.equal(refused(received, [...done, event], '2026-03-01'), 'clock.case.ended')
  assert.equal(refused(received, [...done, answered('2026-02-11')], '2026-03-01'), 'clock.answer.second')
  const gone = [asked('2026-01-26', '2026-02-05')]
  for (const event of [extended('2026-02-11'), fee('2026-02-11', null), party('a', '2026-02-11')])
    assert.equal(refused(received, [...gone, event], '2026-03-01'), 'clock.case.lapsed')
  shows(reading(received, [...gone, answered('2026-02-11')], '2026-03-01'), {
    state: 'answered',
    dueOn: null,
    overdue: false,
    applicantDueOn: null,
  })
})

test('what cannot have happened is refused, with the code of its reason', () => {
  const cases: readonly (readonly [readonly Loose[], string])[] = [
    [[extended('2026-01-19')], 'clock.event.beforeReceipt'],
    [[asked('2026-01-26', '2026-01-25')], 'clock.clarification.untilBeforeAsked'],
    [[corrected('2026-01-26')], 'clock.clarification.notAsked'],
    [
      [asked('2026-01-21', '2026-01-25'), corrected('2026-01-22'), corrected('2026-01-23')],
      'clock.clarification.answeredTwice',
    ],
    [
      [asked('2026-01-21', '2026-01-25'), corrected('2026-01-22'), asked('2026-01-23', '2026-02-01')],
      'clock.clarification.second',
    ],
    [[party('a', '2026-01-26', '2026-01-25')], 'clock.consultation.receivedBeforeSent'],
    [[opinion('a', '2026-01-26')], 'clock.consultation.notAsked'],
    [[opinion('a', '2026-01-26'), party('a', '2026-01-27')], 'clock.consultation.answeredBeforeAsked'],
    [
      [party('a', '2026-01-25'), opinion('a', '2026-01-26'), opinion('a', '2026-01-27')],
      'clock.consultation.answeredTwice',
    ],
    [[fee('2026-01-26', '2026-01-25')], 'clock.fee.receivedBeforeNoticed'],
  ]
  for (const [events, code] of cases) assert.equal(refused(received, events, '2026-02-10'), code)
  assert.equal(refused(received, [], '2026-01-19'), 'clock.today.beforeReceipt')
})

test('every reason for saying no has its own Chinese sentence', () => {
  assert.equal(new Set(clockRefusalCodes).size, clockRefusalCodes.length)
  assert.ok(clockRefusalCodes.length > 20)
})

test('events after today have not happened, allowed or not', () => {
  const later = [extended('2026-02-25'), extended('2026-02-26', 99), opinion('x', '2026-03-01')]
  shows(reading(received, later, '2026-02-24'), { state: 'running', dueOn: day('2026-02-24') })
})

test('events of one day count in the order of the law, however they were typed', () => {
  const sameDay = [
    answered('2026-02-03'),
    extended('2026-02-03', 5),
    paid('2026-02-03'),
    fee('2026-02-03', '2026-02-03'),
    opinion('a', '2026-02-03'),
    party('a', '2026-02-03', '2026-02-03'),
    corrected('2026-02-03'),
    asked('2026-02-03', '2026-02-03'),
  ]
  const told = reading(received, sameDay, '2026-02-03')
  shows(told, { state: 'answered', dueOn: day('2026-03-16') })
  assert.deepEqual(reading(received, [...sameDay].reverse(), '2026-02-03'), told)
})

test('a due day in a year without a notice is provisional, a written correction day there is not', () => {
  shows(reading('2026-12-10', [], '2026-12-11'), { dueOn: day('2027-01-08'), provisional: true })
  shows(reading('2026-12-01', [], '2026-12-11'), { dueOn: day('2026-12-29'), provisional: false })
  shows(reading('2026-12-01', [], '2027-01-05'), { overdue: true, provisional: true })
  shows(reading('2026-12-01', [asked('2026-12-03', '2027-01-15')], '2027-01-05'), {
    state: 'waitingForApplicant',
    provisional: false,
  })
  shows(reading('2026-12-01', [fee('2026-12-08', '2026-12-10')], '2026-12-11'), {
    applicantDueOn: day('2027-01-08'),
    provisional: true,
  })
})

test('a preview adds the event and changes nothing else', () => {
  const { given } = readClockCase({ received: { channel: 'online', on: received }, today: '2026-02-02' })
  assert.ok(given)
  const preview = previewEvent(given, { type: 'extended', on: day('2026-02-02'), days: 20 }, nationalCalendar)
  assert.equal(preview.reading?.dueOn, '2026-03-23')
  const late = previewEvent(given, { type: 'extended', on: day('2026-03-02'), days: 20 }, nationalCalendar)
  assert.equal(late.refusal?.code, 'clock.extension.afterDue')
})

test('the day ruler counts to twenty on the due day and shows rest, pause, waiting and restart', () => {
  const { given } = readClockCase({
    received: { channel: 'counter', on: received },
    events: [
      asked('2026-01-26', '2026-02-12'),
      corrected('2026-02-03'),
      party('a', '2026-02-05', '2026-02-09'),
      opinion('a', '2026-02-10'),
    ],
    today: '2026-02-11',
  })
  assert.ok(given)
  const marks = dayMarks(given, nationalCalendar)
  assert.ok(marks)
  const kind = (on: string) => marks.find((mark) => mark.day === on)?.kind
  assert.equal(kind('2026-01-20'), 'start')
  assert.equal(kind('2026-01-24'), 'rest')
  assert.equal(kind('2026-01-26'), 'working')
  assert.equal(kind('2026-01-27'), 'waiting')
  assert.equal(kind('2026-02-03'), 'start')
  assert.equal(kind('2026-02-05'), 'working')
  assert.equal(kind('2026-02-06'), 'paused')
  assert.equal(kind('2026-02-10'), 'paused')
  assert.equal(kind('2026-02-14'), 'working')
  const due = marks.at(-1)
  assert.deepEqual([due?.day, due?.count, due?.isDue, due?.period], ['2026-03-12', 20, true, 1])
  assert.equal(marks.filter(({ isToday }) => isToday).length, 1)
})
