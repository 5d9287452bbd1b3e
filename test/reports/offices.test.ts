import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/documents/read/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { manners } from '../builders/manners.ts'
import { compareReading, inventReport, newOutcome } from '../builders/office-report.ts'
import { offices } from '../builders/offices.ts'
import { chanceOf } from '../builders/statutory-tables.ts'
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

test('the label of the second row lost: 其他 and 总计 of the heading are not taken for rows, and no number moves', async () => {
  const office = offices[4]
  const manner = manners.find((one) => one.name === 'readability')
  assert.ok(office && manner)
  for (const label of ['二、上年结转政府信息公开申请数量', '（一）予以公开', '2.重复申请']) {
    const report = inventReport(office, 48, 0.8)
    const printed = new TextDecoder().decode(manner.bytes(report, chanceOf(48)))
    const lines = printed.split('\n').filter((line) => line.trim() !== label)
    const outcome = newOutcome()
    const tree = await read(new TextEncoder().encode(lines.join('\n')))
    compareReading(report, recoverReport(tree, 'a.txt'), outcome, label)
    assert.deepEqual(outcome.tally.wrong, [])
  }
})
