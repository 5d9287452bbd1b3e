import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeFile } from '../../src/modules/report-audit/judging.ts'

const folder = join('test', 'reports', 'copies')
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt')))
  test(`${name}: labels that a copy tore over several lines are not held against the agency`, async () => {
    const { findings } = await judgeFile(readFileSync(join(folder, name)), name)
    assert.deepEqual(
      findings.filter((one) => /alteredLabel|missingHeading|missingLabel|missingRow/.test(one.code)),
      [],
    )
  })

test('where hardly one row of a copy holds together, the judge says that it cannot tell', async () => {
  const name = 'browser-pdf-plain.txt'
  const { findings } = await judgeFile(readFileSync(join(folder, name)), name)
  const ragged = findings.find((one) => one.code === 'structure.raggedRow' && one.at[0]?.table === 't3')
  assert.deepEqual([ragged?.verdict, ragged?.severity], ['cannotTell', 'warning'])
})
