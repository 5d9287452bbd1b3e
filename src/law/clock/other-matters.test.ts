import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../calendar/national.ts'
import { plainDay } from '../calendar/plain-day.ts'
import { matterTimes, otherMatters, readMatterClock } from './other-matters.ts'

test('a correction of records, a proposal and a complaint have no day of the statute, and it is said on which article', () => {
  for (const matter of otherMatters) {
    const { dueOn, isProvisional, steps } = readMatterClock(
      matter,
      plainDay('2026-01-20'),
      null,
      nationalCalendar,
    )
    assert.deepEqual([dueOn, isProvisional, steps.length], [null, false, 1])
    assert.equal(steps[0]?.basis, matterTimes[matter].basis)
    assert.match(steps[0]?.what ?? '', /不适用20个工作日.*条例没有规定/)
  }
})

test('where the agency has set itself a limit, its working days count from the day after receipt', () => {
  const read = (on: string, days: number) =>
    readMatterClock('complaint', plainDay(on), days, nationalCalendar)
  assert.equal(read('2026-01-20', 15).dueOn, '2026-02-10')
  // Saturday 2026-02-14 is worked, and the receipt day is not counted.
  assert.equal(read('2026-02-14', 1).dueOn, '2026-02-24')
  assert.deepEqual([read('2026-12-20', 15).dueOn, read('2026-12-20', 15).isProvisional], ['2027-01-11', true])
  assert.equal(read('2026-01-20', 15).steps.at(-1)?.basis, '本机关规定')
})
