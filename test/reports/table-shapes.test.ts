import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { shapes } from '../builders/table-shapes.ts'
import { hardShapes } from '../builders/table-shapes-hard.ts'
import { newTally, tallyShape } from '../builders/table-recovery.ts'

for (const shape of [...shapes, ...hardShapes]) {
  test(`tables printed as "${shape.name}" come back, and no number is ever wrong`, () => {
    const tally = newTally()
    for (let seed = 1; seed <= 6; seed += 1) tallyShape(shape, seed, tally)
    assert.deepEqual(tally.wrong, [])
    const share = tally.printed === 0 ? 1 : tally.right / tally.printed
    assert.ok(
      share >= shape.atLeast,
      `${(share * 100).toFixed(1)} % came back, at least ${shape.atLeast * 100} % must`,
    )
  })
}

test('whatever the year and the shape, a cell is read as printed or left open', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes, ...hardShapes),
      fc.integer({ min: 1, max: 1_000_000 }),
      (shape, seed) => {
        const tally = newTally()
        tallyShape(shape, seed, tally)
        assert.deepEqual(tally.wrong, [])
      },
    ),
    { numRuns: 120 },
  )
})
