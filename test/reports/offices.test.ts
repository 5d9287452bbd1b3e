import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manners } from '../builders/manners.ts'
import { newOutcome } from '../builders/office-report.ts'
import { tallyManner } from '../builders/tally-manner.ts'

for (const manner of manners)
  test(`reports of twelve offices, ${manner.name}: no number is wrong, and agency, year and facts are theirs`, async () => {
    const outcome = newOutcome()
    for (const seed of [1, 2]) await tallyManner(manner, seed, outcome)
    const { tally, faults } = outcome
    assert.deepEqual(tally.wrong, [])
    assert.ok(faults.length <= (manner.faults ?? 0), faults.join('\n'))
    const share = tally.printed === 0 ? 1 : tally.right / tally.printed
    assert.ok(
      share >= manner.atLeast,
      `${(share * 100).toFixed(1)} % came back, at least ${manner.atLeast * 100} % must`,
    )
  })
