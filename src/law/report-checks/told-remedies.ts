import type { Finding, RecoveredReport, T4Block, T4Column } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { cellAt, sumOf } from './told.ts'
import { againstTable, type Counterpart } from './told-table.ts'

const rule = (code: string, title: string): Rule => ({
  code,
  severity: 'error',
  title,
  basis: '格式（国办公开办函〔2021〕30号）表四（B03）',
  applies: '只比因政府信息公开引起的复议、诉讼；其他行政案件不比。',
  remedy: '请核对复议、诉讼台账，把文字和表四改成同一个数。',
})

const suits = ['litigationDirect', 'litigationAfterReconsideration'] as const
const of = (report: RecoveredReport, blocks: readonly T4Block[], column: T4Column = 'total') =>
  sumOf(blocks.map((block) => report.tables.t4?.[block][column] ?? null))

const kinds: readonly (readonly [string, string, readonly T4Block[]])[] = [
  ['reconsideration', '行政复议', ['reconsideration']],
  ['litigation', '行政诉讼', suits],
  ['reconsiderationAndLitigation', '行政复议和行政诉讼', ['reconsideration', ...suits]],
]
const parts: readonly (readonly [T4Column, string])[] = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
]

const pairs: Counterpart[] = []
for (const [fact, name, blocks] of kinds) {
  const own = rule(`text.${fact}`, `${name}件数文表不符`)
  pairs.push({
    fact,
    rule: own,
    name,
    counted: (report) => of(report, blocks),
    at: blocks.map((block) => cellAt('t4', block, 'total')),
    cells: `表四${name}总计`,
  })
  for (const [column, label] of parts)
    pairs.push({
      fact: `${fact}.${column}`,
      rule: own,
      name: `${name}${label}`,
      counted: (report) => of(report, blocks, column),
      at: blocks.map((block) => cellAt('t4', block, column)),
      cells: `表四${name}“${label}”`,
    })
}
for (const [fact, block, name] of [
  ['litigation.direct', 'litigationDirect', '未经复议直接起诉'],
  ['litigation.afterReconsideration', 'litigationAfterReconsideration', '复议后起诉'],
] as const)
  pairs.push({
    fact,
    rule: pairs.find((pair) => pair.fact === 'litigation')?.rule ?? rule('text.litigation', ''),
    name,
    counted: (report) => of(report, [block]),
    at: [cellAt('t4', block, 'total')],
    cells: `表四“${name}”总计`,
  })

/** B03: reconsideration and litigation as the text counts them against table four. */
export const toldRemedies: Check = {
  rules: [...new Set(pairs.map((pair) => pair.rule))],
  run({ report }) {
    const findings = pairs.flatMap((pair) => againstTable(report, pair))
    // 「未发生复议、诉讼」 is three facts in one sentence: what the single ones say need not be said again together.
    const single = findings.filter((one) => !one.code.endsWith('AndLitigation'))
    const told = (one: Finding) => single.some((other) => other.quote === one.quote)
    // 「复议5件，…；诉讼2件，1件维持」: a part said after two single totals belongs to one of them, not to their sum.
    const singly = (one: Finding) =>
      report.narrative.some((fact) => fact.quote === one.quote && fact.fact === 'reconsideration') &&
      report.narrative.some((fact) => fact.quote === one.quote && fact.fact === 'litigation')
    return findings.filter((one) => !one.code.endsWith('AndLitigation') || !(told(one) || singly(one)))
  },
}
