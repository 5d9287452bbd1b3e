import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPlainText } from '../../src/documents/read/plain-text.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { newTally, tallyAgainst } from '../builders/table-recovery.ts'
import type { FullTables } from '../builders/statutory-tables.ts'

/**
 * One invented report, made into a pdf by an office program and by a browser, and turned back into text by the tools people
 * use. `open` is how many of the 200 cells may stay open; not one may be wrong.
 */
const copies: Readonly<Record<string, number>> = {
  'office-text.txt': 0,
  'office-pdf-layout.txt': 0,
  'office-pdf-raw.txt': 0,
  'office-pdf-plain.txt': 21,
  'browser-pdf-layout.txt': 0,
  'browser-pdf-raw.txt': 0,
  // Columns torn apart and part of table four moved behind the next title: nothing there can be told apart for certain.
  'browser-pdf-plain.txt': 190,
}

const folder = join('test', 'reports', 'copies')
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as FullTables

test('every copy in the folder is expected', () => {
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.txt')),
    Object.keys(copies).toSorted(),
  )
})

for (const [name, open] of Object.entries(copies)) {
  test(`the copy ${name} is read without a wrong number`, () => {
    const report = recoverReport(readPlainText(readFileSync(join(folder, name))), name)
    const tally = newTally()
    tallyAgainst(expected, report.tables, tally)
    assert.deepEqual(tally.wrong, [])
    assert.ok(tally.missed <= open, `${tally.missed} cells stayed open, at most ${open} may`)
    assert.deepEqual([report.agency, report.year], ['云汀市望河区教育局', 2023])
    assert.deepEqual(
      report.sections.map((section) => section.number),
      [1, 2, 3, 4, 5, 6],
    )
  })
}
