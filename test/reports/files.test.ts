import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '../../src/documents/read/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import type { FullTables } from '../builders/statutory-tables.ts'
import { newTally, tallyAgainst } from '../builders/table-recovery.ts'

/** Files that an office program saved, with how many of their cells may stay open. `tax-2023.txt` is a pdf torn by `pdftotext`. */
const open: Readonly<Record<string, number>> = {
  'emergency-2022.doc': 0,
  'emergency-2022.docx': 0,
  'emergency-2022.xls': 0,
  'tax-2023.txt': 105,
}
const folder = join('test', 'reports', 'files')

test('every file of the folder is expected', () => {
  assert.deepEqual(
    readdirSync(folder).filter((name) => !name.endsWith('.json')),
    Object.keys(open).toSorted(),
  )
})

for (const [name, most] of Object.entries(open))
  test(`${name}, as an office program saved it, is read without a wrong number`, async () => {
    const truth = JSON.parse(
      readFileSync(join(folder, `${name.slice(0, name.lastIndexOf('.'))}.json`), 'utf8'),
    ) as { agency: string; year: number; tables: FullTables }
    const tree = await read(readFileSync(join(folder, name)), { name })
    const report = recoverReport(tree, name)
    const tally = newTally()
    tallyAgainst(truth.tables, report.tables, tally)
    assert.deepEqual(tally.wrong, [])
    assert.ok(tally.missed <= most, `${tally.missed} cells stayed open, at most ${most} may`)
    assert.deepEqual([report.agency, report.year], [truth.agency, truth.year])
    assert.equal(report.sections.length, 6)
  })

test('the sentence after the last table of a doc file is text, not a heading of the table', async () => {
  const tree = await read(readFileSync(join(folder, 'emergency-2022.doc')), { name: 'a.doc' })
  const report = recoverReport(tree, 'a.doc')
  assert.ok(report.paragraphs.some((one) => one.section === 5 && one.text.startsWith('问题：')))
})
