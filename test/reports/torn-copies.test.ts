import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeFile } from '../../src/modules/report-audit/judging.ts'

const folder = join('test', 'reports', 'copies')
/** Columns torn apart so far that nothing of the labels can be told. */
const hopeless = 'browser-pdf-plain.txt'

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt') && file !== hopeless))
  test(`${name}: labels that a copy tore over several lines are not held against the agency`, async () => {
    const { findings } = await judgeFile(readFileSync(join(folder, name)), name)
    assert.deepEqual(
      findings.filter((one) => /alteredLabel|missingHeading|missingLabel/.test(one.code)),
      [],
    )
  })
