import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/documents/read/index.ts'
import { UnreadableDocument } from '../../src/documents/tree.ts'
import { writeDocx } from '../../src/documents/write/docx.ts'
import { writeHtml } from '../../src/documents/write/html.ts'
import type { OfficialDocument } from '../../src/documents/write/model.ts'
import { writePdf } from '../../src/documents/write/pdf/write-pdf.ts'
import {
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
  type TableFour,
  type TableThree,
  type TableTwo,
} from '../../src/law/report-form/model.ts'
import { tableFour, tableThree, tableTwo } from '../../src/modules/annual-reports/write/statutory-tables.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'

/** A figure of its own in every cell, so that a lost or moved one is seen. Figures that cannot exist. */
let next = 1000
const ownFigure = (): number => (next += 7)
const t2 = Object.fromEntries(t2Cells.map((id) => [id, ownFigure()])) as TableTwo
const t3 = Object.fromEntries(
  t3Rows.map((row) => [row, Object.fromEntries(t3Columns.map((column) => [column, ownFigure()]))]),
) as TableThree
const t4 = Object.fromEntries(
  t4Blocks.map((block) => [block, Object.fromEntries(t4Columns.map((column) => [column, ownFigure()]))]),
) as TableFour
const report: OfficialDocument = {
  layout: 'plain',
  letterhead: '云汀市应急管理局',
  title: ['云汀市应急管理局', '2025年政府信息公开工作年度报告'],
  body: [tableTwo(t2), tableThree(t3), tableFour(t4)],
  signature: { agencies: ['云汀市应急管理局'], on: '2026-01-20' },
}

const writers: readonly (readonly [string, (document: OfficialDocument) => Promise<Uint8Array>])[] = [
  ['docx', async (document) => writeDocx(document)],
  ['html', async (document) => new TextEncoder().encode(writeHtml(document))],
  ['pdf', (document) => writePdf(document)],
]

for (const [format, write] of writers) {
  test(`a report that we write as ${format} is read back with all 200 cells in their places`, async () => {
    const tree = await read(await write(report))
    assert.equal(tree.format, format)
    const { tables, year, agency } = recoverReport(tree, `report.${format}`)
    assert.deepEqual(tables, { t2, t3, t4 })
    assert.equal(year, 2025)
    assert.equal(agency, '云汀市应急管理局')
  })
}

test('what is no document gets one sentence that says what to do', async () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['nothing at all', new Uint8Array()],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9])],
    ['a broken pdf', new TextEncoder().encode('%PDF-1.7\nnothing follows')],
    ['a broken Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
    ['a program', Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)],
  ]
  for (const [what, bytes] of cases)
    await assert.rejects(read(bytes), (error) => {
      assert.ok(error instanceof UnreadableDocument, `${what}: ${String(error)}`)
      assert.match(error.message, /\p{Script=Han}.*。$/u, what)
      return true
    })
})
