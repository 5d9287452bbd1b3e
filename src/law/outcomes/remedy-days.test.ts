import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nationalCalendar } from '../calendar/national.ts'
import { addDays, daysBetween, plainDay } from '../calendar/plain-day.ts'
import { remedyDays } from './remedy-days.ts'

test('the last day is counted from the day after receipt and never falls on a day of rest', () => {
  const cases = [
    [
      'free',
      '2026-03-03',
      '2026-05-06',
      '2026-09-03',
      '60 days end in the May holiday: the first working day after',
    ],
    [
      'free',
      '2025-08-31',
      '2025-10-30',
      '2026-02-28',
      'six months after 31 August is the last day of February, a working Saturday',
    ],
    ['reviewFirst', '2026-01-05', '2026-03-06', null, 'no suit before the review'],
    ['byParts', '2026-01-05', '2026-03-06', '2026-07-06', 'Sunday 5 July moves to Monday'],
    ['none', '2026-01-05', null, null, 'nothing was decided'],
  ] as const
  for (const [remedy, on, reviewUntil, suitUntil, why] of cases)
    assert.deepEqual(remedyDays(remedy, plainDay(on), nationalCalendar), { reviewUntil, suitUntil }, why)
})

test('whoever gets the reply later may contest it at least as long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 40 }), (start, later) => {
      const on = addDays(plainDay('2021-01-01'), start)
      const one = remedyDays('free', on, nationalCalendar)
      const other = remedyDays('free', addDays(on, later), nationalCalendar)
      assert.ok((one.reviewUntil ?? '') <= (other.reviewUntil ?? ''))
      assert.ok((one.suitUntil ?? '') <= (other.suitUntil ?? ''))
      assert.ok(one.reviewUntil !== null && daysBetween(on, one.reviewUntil) >= 60)
    }),
  )
})
