import type { RecoveredReport, T3Column, T3Row } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { cellAt, sumOf } from './told.ts'
import { againstTable, type Counterpart } from './told-table.ts'

const remedy = '请核对依申请公开台账，把文字和表三改成同一个数。'
const basis = '《政府信息公开条例》第五十条；格式（国办公开办函〔2021〕30号）：文字与表格一致（B01、B02）'
const applies = '只比同一年、同一范围的确数；全区、全市的数不与本机关的表比，概数只看是否接近。'
const rule = (code: string, title: string): Rule => ({
  code,
  severity: 'error',
  title,
  basis,
  applies,
  remedy,
})

const cell = (report: RecoveredReport, row: T3Row, column: T3Column = 'total') =>
  report.tables.t3?.[row][column] ?? null
const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
const legalColumns = ['business', 'research', 'welfare', 'legalService', 'otherOrg'] as const
const legal = (report: RecoveredReport, row: T3Row) =>
  sumOf(legalColumns.map((column) => cell(report, row, column)))

const pairs: readonly Counterpart[] = [
  {
    fact: 'requestsReceived',
    rule: rule('text.requestsReceived', '收到申请数文表不符'),
    name: '收到申请',
    counted: (report) => cell(report, 'newlyReceived'),
    // 受理、办理 and 「含上年结转」 count what was carried in as well.
    alsoRight: (report, one) =>
      Number(one.value) > 0 &&
      (/受理|办理|处理|登记/.test(one.verb ?? '') || /含.{0,10}结转|共有/.test(one.quote))
        ? [
            plus(cell(report, 'newlyReceived'), cell(report, 'carriedIn')),
            ...(/办理|处理/.test(one.verb ?? '') ? [cell(report, 'totalHandled')] : []),
          ]
        : [],
    at: [cellAt('t3', 'newlyReceived', 'total')],
    cells: '表三“本年新收”总计',
  },
  {
    fact: 'requestsCarriedIn',
    rule: rule('text.requestsCarriedIn', '上年结转数文表不符'),
    name: '上年结转',
    counted: (report) => cell(report, 'carriedIn'),
    at: [cellAt('t3', 'carriedIn', 'total')],
    cells: '表三“上年结转”总计',
  },
  {
    fact: 'requestsHandled',
    rule: rule('text.requestsHandled', '办结数文表不符'),
    name: '办结（答复）',
    counted: (report) => cell(report, 'totalHandled'),
    alsoRight: (report, one) =>
      !/^(?:办理|处理)$/.test(one.verb ?? '')
        ? []
        : [cell(report, 'newlyReceived'), plus(cell(report, 'newlyReceived'), cell(report, 'carriedIn'))],
    at: [cellAt('t3', 'totalHandled', 'total')],
    cells: '表三“（七）总计”',
  },
  {
    fact: 'requestsCarriedOut',
    rule: rule('text.requestsCarriedOut', '结转下年数文表不符'),
    name: '结转下年',
    counted: (report) => cell(report, 'carriedOut'),
    at: [cellAt('t3', 'carriedOut', 'total')],
    cells: '表三“结转下年度继续办理”总计',
  },
  {
    fact: 'receivedNatural',
    rule: rule('text.receivedNatural', '自然人申请数文表不符'),
    name: '自然人申请',
    counted: (report) => cell(report, 'newlyReceived', 'natural'),
    alsoRight: (report) => [
      plus(cell(report, 'newlyReceived', 'natural'), cell(report, 'carriedIn', 'natural')),
      cell(report, 'totalHandled', 'natural'),
    ],
    at: [cellAt('t3', 'newlyReceived', 'natural')],
    cells: '表三“本年新收”自然人栏',
  },
  {
    fact: 'receivedLegal',
    rule: rule('text.receivedLegal', '法人或其他组织申请数文表不符'),
    name: '法人或其他组织申请',
    counted: (report) => legal(report, 'newlyReceived'),
    alsoRight: (report) => [
      plus(legal(report, 'newlyReceived'), legal(report, 'carriedIn')),
      legal(report, 'totalHandled'),
      cell(report, 'newlyReceived', 'business'),
    ],
    at: [cellAt('t3', 'newlyReceived')],
    cells: '表三“本年新收”法人或其他组织各栏之和',
  },
]

/** B01, B02: requests as the text counts them against table three. */
export const toldRequests: Check = {
  rules: pairs.map((pair) => pair.rule),
  run: ({ report }) => pairs.flatMap((pair) => againstTable(report, pair)),
}
