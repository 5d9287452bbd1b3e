import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { overdueDistance, reminderDue, rolesAt } from './reminders.ts'

test('reminders go out at the house’s distances, each once, higher up the nearer the day', () => {
  const house = [7, 3, 1]
  const told: [number, number | null][] = [
    [10, null],
    [7, 7],
    [5, null],
    [3, 3],
    [2, null],
    [1, 1],
    [0, null],
    [-1, overdueDistance],
    [-4, null],
  ]
  let sent: number[] = []
  for (const [daysLeft, distance] of told) {
    const due = reminderDue(daysLeft, house, sent)
    assert.equal(due?.distance ?? null, distance, `${daysLeft} days left`)
    sent = [...sent, ...(due?.settles ?? [])]
  }
  assert.deepEqual(rolesAt(7, house), ['handler'])
  assert.deepEqual(rolesAt(3, house), ['handler', 'officeHead'])
  assert.deepEqual(rolesAt(1, house), ['handler', 'officeHead', 'head'])
  assert.deepEqual(rolesAt(overdueDistance, house), ['handler', 'officeHead', 'head'])
})

test('after a missed week one reminder goes out, the most urgent, and the others count as told', () => {
  assert.deepEqual(reminderDue(1, [7, 3, 1], []), { distance: 1, settles: [7, 3, 1] })
})

test('a sweep that runs again the same day tells nothing, whatever the distances', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -30, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
      (daysLeft, distances) => {
        const first = reminderDue(daysLeft, distances, [])
        assert.equal(reminderDue(daysLeft, distances, first?.settles ?? []), null)
      },
    ),
  )
})
