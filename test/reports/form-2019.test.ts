import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReport } from '../../src/law/report-checks/index.ts'
import { report } from '../builders/report.ts'

const told = (year: number, row: string) =>
  judgeReport(
    report({
      year,
      form: '2019',
      observations: [{ code: 'cell.unit', at: [{ table: 't2', row }], quote: '152.3万元' }],
    }),
  ).find((one) => one.code === 'cell.unit')

test('the sum of purchases in the form of 2019 says its unit in the cell, as its heading has none', () => {
  assert.equal(told(2020, 'procurement.amountWan'), undefined)
})

test('a finding about a report of 2019 or 2020 names the cell in Chinese and rests on the form of that time', () => {
  const finding = told(2020, 'licences.itemsBefore')
  assert.match(finding?.message ?? '', /行政许可上一年项目数量/)
  assert.match(finding?.basis ?? '', /国办公开办函〔2019〕60号/)
  assert.match(told(2023, 'licences.itemsBefore')?.basis ?? '', /国办公开办函〔2021〕30号/)
})
