import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '../../src/documents/read/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { traditionalOf } from '../../src/text/traditional.ts'
import { readability } from '../builders/manners-text.ts'
import {
  compareReading,
  inventReport,
  newOutcome,
  type OfficeReport,
  piecesOf,
} from '../builders/office-report.ts'
import { offices } from '../builders/offices.ts'
import { seedFiles } from '../builders/seed-files.ts'
import { songPdf } from '../builders/song-pdf.ts'
import { newTally, tallyAgainst } from '../builders/table-recovery.ts'
import { chanceOf, inventTables } from '../builders/statutory-tables.ts'

const office = offices[1]
assert.ok(office)
const report: OfficeReport = inventReport(office, 5, 0.8)

async function readsWhole(file: string, bytes: Uint8Array): Promise<void> {
  const outcome = newOutcome()
  compareReading(report, recoverReport(await read(bytes, { name: file }), file), outcome, file)
  assert.deepEqual(outcome.faults, [])
  assert.deepEqual(outcome.tally.wrong, [])
  assert.equal(outcome.tally.missed, 0)
}

/** Bytes of an encoding found by asking its decoder: the platform has no encoder. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail])
  return Uint8Array.from(
    Array.from(text).flatMap((one) =>
      one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : (table.get(one) ?? [0x3f]),
    ),
  )
}

for (const encoding of ['UniGB-UCS2-H', 'GBK-EUC-H'] as const)
  test(`a pdf whose Song type is not in the file (${encoding}), its tables cut by the page's end, gives every cell`, async () => {
    await readsWhole('a.pdf', songPdf(piecesOf(report), encoding))
  })

test('a whole report in UTF-16 of either order gives every cell', async () => {
  const text = readability(piecesOf(report))
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  await readsWhole('a.txt', little)
  await readsWhole('a.txt', Buffer.from(little).swap16())
})

test('a whole report in traditional characters and Big5 gives every figure', async () => {
  const text = Array.from(readability(piecesOf(report)), traditionalOf).join('')
  const tally = newTally()
  tallyAgainst(report.tables, recoverReport(await read(encoded(text, 'big5')), 'a.txt').tables, tally)
  assert.deepEqual(tally.wrong, [])
  assert.equal(tally.missed, 0)
})

test('a sound report gives every cell in each of the formats that are read', async () => {
  const tables = inventTables(chanceOf(1), 0.3, true)
  for (const [format, bytes] of await seedFiles(1)) {
    // An office program saved the old Word file, with figures of its own (files.test.ts); the seed of ofd sets labels over figures, which
    // no reader can part: its reports are those of offices.test.ts, here no figure may be wrong.
    if (format === 'doc') continue
    const tally = newTally()
    tallyAgainst(tables, recoverReport(await read(bytes), `a.${format}`).tables, tally, new Set(), format)
    assert.deepEqual(tally.wrong, [], format)
    if (format !== 'ofd') assert.equal(tally.missed, 0, format)
  }
})

test('a file of WPS is told by its name alone and read as the Word and Excel files it is', async () => {
  for (const [file, name, format] of [
    ['emergency-2022.doc', 'a.wps', 'wps'],
    ['emergency-2022.xls', 'a.et', 'et'],
  ] as const) {
    const bytes = new Uint8Array(readFileSync(join('test', 'reports', 'files', file)))
    const [own, plain] = [await read(bytes, { name }), await read(bytes)]
    assert.equal(own.format, format)
    assert.equal(own.text, plain.text)
    assert.deepEqual(recoverReport(own, name).tables, recoverReport(plain, file).tables)
  }
})
