import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { tableFourOf, tableThreeOf, tableTwoOf } from './empty-tables.ts'
import { formerT3Form } from './form-2019.ts'
import { t2Form, t3ColumnForm, t3Form, t3ResultRows } from './form-2021.ts'
import { type ReportTables, t2Cells, t3Columns, t3Rows } from './model.ts'
import { checkTies } from './ties.ts'

test('the form of 2021 has ten cells in table two and 25 rows in table three, in the order of print', () => {
  assert.deepEqual(
    t2Form.flatMap((row) => row.cells.map((cell) => cell.cell)),
    t2Cells,
  )
  assert.deepEqual(
    t3Form.map((form) => form.row),
    t3Rows,
  )
  assert.deepEqual(
    t3ColumnForm.map((form) => form.column),
    t3Columns,
  )
  assert.equal(t3ResultRows.length, 21)
})

test('the form of 2019 has 23 rows in table three, one of them for all other handling', () => {
  assert.equal(formerT3Form.length, 23)
  assert.deepEqual(
    formerT3Form.slice(20).map((form) => form.label),
    ['其他处理', '总计', '结转下年度继续办理'],
  )
})

test('an idle year with zero everywhere breaks no tie', () => {
  const results = checkTies({ t2: tableTwoOf(0), t3: tableThreeOf(0), t4: tableFourOf(0) })
  assert.equal(results.length, 25 + 7 + 7 + 3)
  assert.ok(results.every((result) => result.holds === true))
})

test('nothing is said about a tie when one of its cells is not in the document', () => {
  const tables: ReportTables = { t2: null, t3: tableThreeOf(0), t4: null }
  if (tables.t3) tables.t3.granted.business = null
  const silent = checkTies(tables).filter((result) => result.holds === null)
  assert.deepEqual(
    silent.map((result) => [result.tie, result.target.row, result.target.column]),
    [
      ['I1', 'granted', 'total'],
      ['I3', 'totalHandled', 'business'],
    ],
  )
})

test('a negative count, half a request and a negative fee break I5; a fee with decimals does not', () => {
  const t2 = { ...tableTwoOf(0), feesWan: 380.16, licences: -1 }
  const t3 = tableThreeOf(0)
  t3.granted.natural = 0.5
  const broken = checkTies({ t2, t3, t4: null }).filter((result) => result.tie === 'I5')
  assert.deepEqual(
    broken.map((result) => result.found),
    [-1, 0.5],
  )
  assert.equal(checkTies({ t2: { ...t2, licences: 0, feesWan: -2 }, t3: null, t4: null }).length, 1)
})

test('spoiling one cell breaks exactly the ties that run through it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...t3Rows),
      fc.constantFrom(...t3Columns),
      fc.integer({ min: 1, max: 99 }),
      (row, column, by) => {
        const t3 = tableThreeOf(0)
        t3[row][column] = by
        const broken = checkTies({ t2: null, t3, t4: null }).filter((result) => result.holds === false)
        const expected = ['I1']
        if (['newlyReceived', 'carriedIn', 'totalHandled', 'carriedOut'].includes(row)) expected.push('I2')
        if (t3ResultRows.includes(row) || row === 'totalHandled') expected.push('I3')
        assert.deepEqual(
          broken.map((result) => result.tie),
          expected,
        )
      },
    ),
  )
})
