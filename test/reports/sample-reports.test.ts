import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPlainText } from '../../src/documents/read/plain-text.ts'
import { tableFourOf, tableThreeOf, tableTwoOf } from '../../src/law/report-form/empty-tables.ts'
import { type RecoveredReport, t3Columns, t3Rows } from '../../src/law/report-form/model.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { sampleReportsFolder } from '../builders/sample-reports.ts'

const folder = sampleReportsFolder()
const absent = 'the real sample reports are not on this machine; nothing was compared'

function sample(name: string): RecoveredReport | null {
  return folder === null ? null : recoverReport(readPlainText(readFileSync(join(folder, name))), name)
}

const codes = (report: RecoveredReport) => new Set(report.observations.map((observation) => observation.code))

test('sample 000: every cell, agency and year, and nothing odd in its tables', (context) => {
  const report = sample('000.txt')
  if (report === null) return context.diagnostic(absent)
  const t3 = tableThreeOf(0)
  Object.assign(t3.newlyReceived, { natural: 4, business: 1, total: 5 })
  Object.assign(t3.granted, { natural: 3, business: 1, total: 4 })
  Object.assign(t3.unableNotHeld, { natural: 1, total: 1 })
  Object.assign(t3.totalHandled, { natural: 4, business: 1, total: 5 })
  const t2 = { ...tableTwoOf(0), licences: 21910, penalties: 93, feesWan: 380.16 }
  assert.deepEqual(report.tables, { t2, t3, t4: tableFourOf(0) })
  assert.deepEqual([report.agency, report.year, report.form], ['聊城市应急管理局', 2023, '2021'])
  assert.deepEqual(report.observations, [])
  const fee = report.cells.find((cell) => cell.row === 'feesWan')
  assert.equal(report.text.slice(fee?.at.start, fee?.at.end), '380.16')
})

test('sample 001: every cell of a tab-delimited copy', (context) => {
  const report = sample('001.txt')
  if (report === null) return context.diagnostic(absent)
  const t2 = { ...tableTwoOf(0), 'normativeDocuments.inForce': 7, licences: 360, penalties: 31 }
  assert.deepEqual(report.tables, { t2, t3: tableThreeOf(0), t4: tableFourOf(0) })
  assert.deepEqual([report.agency, report.year], ['石嘴山市应急管理局', 2023])
  assert.deepEqual(report.observations, [])
})

test('sample 002: one number a row is the total, and the columns stay open', (context) => {
  const report = sample('002.txt')
  if (report === null) return context.diagnostic(absent)
  const t3 = tableThreeOf(null)
  for (const row of t3Rows) t3[row].total = ['newlyReceived', 'granted', 'totalHandled'].includes(row) ? 1 : 0
  assert.deepEqual(report.tables, { t2: tableTwoOf(0), t3, t4: tableFourOf(0) })
  assert.deepEqual([report.agency, report.year], ['清河区应急管理局', 2023])
  assert.ok(codes(report).has('structure.alteredLabel'))
  assert.ok(codes(report).has('structure.missingColumns'))
})

test('sample 003: every cell of a copy with one cell a line', (context) => {
  const report = sample('003.txt')
  if (report === null) return context.diagnostic(absent)
  assert.deepEqual(report.tables, {
    t2: { ...tableTwoOf(0), penalties: 139 },
    t3: tableThreeOf(0),
    t4: tableFourOf(0),
  })
  assert.deepEqual([report.agency, report.year], ['枣庄市台儿庄区应急管理局', 2021])
})

test('sample 004: rows of six values stay open, rows of seven and eight zeros are read, table two is absent', (context) => {
  const report = sample('004.txt')
  if (report === null) return context.diagnostic(absent)
  assert.equal(report.tables.t2, null)
  assert.deepEqual(report.tables.t4, tableFourOf(0))
  const open = t3Rows.indexOf('unableNeedsCreation')
  for (const [index, row] of t3Rows.entries())
    for (const column of t3Columns)
      assert.equal(report.tables.t3?.[row][column], index < open ? null : 0, `${row} ${column}`)
  const doubtful = report.cells.filter((cell) => cell.table === 't3' && cell.doubtful === true)
  assert.deepEqual(
    [...new Set(doubtful.map((cell) => cell.row))],
    ['otherMisc', 'totalHandled', 'carriedOut'],
  )
  assert.deepEqual([report.agency, report.year], ['淄博高新技术产业开发区应急管理中心', 2023])
  for (const code of ['structure.missingTable', 'structure.raggedRow', 'structure.missingHeading'])
    assert.ok(codes(report).has(code), code)
})

test('places of every cell point at its text', (context) => {
  for (const name of ['000.txt', '001.txt', '002.txt', '003.txt', '004.txt']) {
    const report = sample(name)
    if (report === null) return context.diagnostic(absent)
    for (const cell of report.cells)
      assert.equal(report.text.slice(cell.at.start, cell.at.end).trim(), cell.raw, `${name} ${cell.row}`)
  }
})
