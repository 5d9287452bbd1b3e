import { test } from 'node:test'
import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { writeDocx } from '../../../documents/write/docx.ts'
import { writeHtml } from '../../../documents/write/html.ts'
import type { OfficialDocument, WrittenTable } from '../../../documents/write/model.ts'
import { writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { t3Form } from '../../../law/report-form/form-2021.ts'
import {
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
  type TableFour,
  type TableThree,
  type TableTwo,
} from '../../../law/report-form/model.ts'
import { tableFour, tableThree, tableTwo } from './statutory-tables.ts'

/** A figure of its own in every cell, so that a lost or moved one is seen. Figures that cannot exist. */
let next = 90_000
const ownFigure = (): number => (next += 7)
const two = Object.fromEntries(t2Cells.map((id) => [id, ownFigure()])) as TableTwo
const three = Object.fromEntries(
  t3Rows.map((row) => [row, Object.fromEntries(t3Columns.map((column) => [column, ownFigure()]))]),
) as TableThree
const four = Object.fromEntries(
  t4Blocks.map((block) => [block, Object.fromEntries(t4Columns.map((column) => [column, ownFigure()]))]),
) as TableFour
const figures = [
  ...Object.values(two),
  ...Object.values(three).flatMap((row) => Object.values(row)),
  ...Object.values(four).flatMap((row) => Object.values(row)),
].map(String)
const tables = [tableTwo(two), tableThree(three), tableFour(four)]
const report: OfficialDocument = {
  layout: 'plain',
  letterhead: '云汀市应急管理局',
  title: ['云汀市应急管理局', '2025年政府信息公开工作年度报告'],
  body: tables,
  signature: { agencies: ['云汀市应急管理局'], on: '2026-01-20' },
}

/** Lays the cells out on the grid; fails when two overlap or a place stays empty. */
function assertFull(table: WrittenTable): void {
  const columns = table.widths.length
  const taken = table.rows.map(() => Array.from({ length: columns }, () => false))
  table.rows.forEach((row, rowIndex) => {
    for (const one of row) {
      const column = taken[rowIndex]?.indexOf(false) ?? -1
      assert.notEqual(column, -1, `${table.caption}: row ${rowIndex} is too long`)
      for (let down = 0; down < (one.rowspan ?? 1); down += 1) {
        for (let right = 0; right < (one.colspan ?? 1); right += 1) {
          assert.equal(
            taken[rowIndex + down]?.[column + right],
            false,
            `${table.caption}: row ${rowIndex} overlaps`,
          )
          const line = taken[rowIndex + down]
          if (line) line[column + right] = true
        }
      }
    }
  })
  assert.ok(taken.flat().every(Boolean), `${table.caption}: a place stays empty`)
}

test('the three statutory tables have 10, 175 and 15 figures and no hole in their grids', () => {
  assert.equal(figures.length, 200)
  for (const table of tables) assertFull(table)
})

test('an unknown figure is left blank, never printed as 0', () => {
  const blank = tableTwo({ ...two, licences: null })
  assert.ok(blank.rows.some((row) => row[1]?.content[0] === ''))
  assert.ok(!blank.rows.flat().some((one) => one.content[0] === '0'))
})

test('every figure of the three tables can be read back from PDF, Word file and HTML', async () => {
  const pdf = await getDocument({ data: new Uint8Array(await writePdf(report)), verbosity: 0 }).promise
  const items: string[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const content = await (await pdf.getPage(page)).getTextContent()
    for (const item of content.items) if ('str' in item) items.push(item.str.trim())
  }
  const docx = strFromU8(unzipSync(await writeDocx(report))['word/document.xml'] ?? new Uint8Array())
  const docxTexts = [...docx.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1])
  const html = [...writeHtml(report).matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>/g)].map((match) => match[1])
  for (const [form, found] of Object.entries({ pdf: items, docx: docxTexts, html })) {
    assert.deepEqual(
      found.filter((text) => text !== undefined && /^9\d{4}$/.test(text)),
      figures,
      form,
    )
  }
  await pdf.loadingTask.destroy()
})

test('every row label of table three is printed to the letter', () => {
  const labels = tableThree(three)
    .rows.flat()
    .map((one) => one.content.join(''))
  for (const form of t3Form) assert.ok(labels.includes(`${form.number}${form.label}`))
})
