import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableFourOf, tableThreeOf, tableTwoOf } from '../../../law/report-form/empty-tables.ts'
import { renderPart } from '../../../platform/html/index.ts'
import { numberFindings } from './numbered-findings.ts'
import { ReportTable, type TablesOf } from './report-tables.tsx'

const idle: TablesOf = {
  form: '2021',
  tables: { t2: tableTwoOf(0), t3: tableThreeOf(0), t4: tableFourOf(0) },
  cells: [],
}

/** The figure cells of a drawn table, as class and text. */
function cellsOf(markup: string): string[] {
  return [...markup.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].map(([, attributes, inside]) => {
    const style = /class="([^"]*)"/.exec(attributes ?? '')?.[1] ?? ''
    return `${style}|${(inside ?? '').replace(/<[^>]*>/g, '')}`
  })
}

test('zero, blank, slash and what the document does not hold look different', () => {
  const t3 = tableThreeOf(0)
  t3.granted.natural = null
  t3.granted.business = null
  t3.granted.research = null
  t3.granted.welfare = 8
  const report: TablesOf = {
    ...idle,
    tables: { ...idle.tables, t3 },
    cells: [
      { table: 't3', row: 'granted', column: 'natural', raw: '', at: {} },
      { table: 't3', row: 'granted', column: 'business', raw: '/', at: {} },
    ],
  }
  const cells = cellsOf(renderPart(<ReportTable report={report} table="t3" />))
  assert.deepEqual(cells.slice(14, 19), ['is-blank|空', '|/', 'is-missing|文中没有', '|8', 'is-zero|0'])
})

test('an idle year shows 10, 175 and 15 quiet zeros', () => {
  for (const [table, count] of [
    ['t2', 10],
    ['t3', 175],
    ['t4', 15],
  ] as const) {
    const cells = cellsOf(renderPart(<ReportTable report={idle} table={table} />))
    assert.deepEqual(
      cells,
      Array.from({ length: count }, () => 'is-zero|0'),
    )
  }
})

test('a wrong cell leads to its finding and back', () => {
  const findings = numberFindings([
    {
      code: 'sum.column',
      severity: 'error',
      verdict: 'fails',
      message: '总计不等于各项之和。',
      at: [{ table: 't3', row: 'totalHandled', column: 'total' }],
      basis: '国办公开办函〔2021〕30号',
    },
  ])
  const markup = renderPart(<ReportTable report={idle} table="t3" findings={findings} />)
  assert.match(
    markup,
    /<td class="is-wrong" id="c-t3-totalHandled-total">0<sup><a href="#f1" aria-label="见发现1">1<\/a>/,
  )
})

test('a report without table two says so and draws no table', () => {
  const report: TablesOf = { ...idle, tables: { ...idle.tables, t2: null } }
  const markup = renderPart(<ReportTable report={report} table="t2" />)
  assert.match(markup, /这份报告里没有表二/)
  assert.doesNotMatch(markup, /<table/)
})

test('a report in the form of 2019 keeps its single row of other handling', () => {
  const natural = { natural: 1, business: 0, research: 0, welfare: 0, legalService: 0, otherOrg: 0, total: 1 }
  const report: TablesOf = { ...idle, form: '2019', former: { t2: null, otherHandled: natural } }
  const markup = renderPart(<ReportTable report={report} table="t3" />)
  assert.match(markup, /（六）其他处理<\/th><td>1<\/td>/)
  assert.equal(cellsOf(markup).length, 161)
})
