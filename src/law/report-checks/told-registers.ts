import type { T2Cell } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { cellAt } from './told.ts'
import { againstTable, type Counterpart } from './told-table.ts'
import { t2CellName } from './words.ts'

const kinds: readonly (readonly [string, T2Cell, string, 'error' | 'warning'])[] = [
  ['rulesIssued', 'rules.issued', '制定规章', 'error'],
  ['normativeDocumentsIssued', 'normativeDocuments.issued', '制发规范性文件', 'error'],
  ['normativeDocumentsInForce', 'normativeDocuments.inForce', '现行有效规范性文件', 'error'],
  ['licences', 'licences', '行政许可', 'warning'],
  ['penalties', 'penalties', '行政处罚', 'warning'],
]

const pairs: readonly Counterpart[] = kinds.map(([fact, cell, name, severity]) => {
  const rule: Rule = {
    code: `text.${fact}`,
    severity,
    title: `${name}数文表不符`,
    basis: '《政府信息公开条例》第二十条；格式（国办公开办函〔2021〕30号）表二（B06、B07）',
    applies: '只比制发、作出决定的数；“公开……信息多少条”是发布条数，不比。',
    remedy: '请核对文件清单或执法台账，把文字和表二改成同一个数；口径不同的，在文中写明。',
  }
  return {
    fact,
    rule,
    name,
    counted: (report) =>
      report.form === '2019' && !/licences|penalties/.test(cell) ? null : (report.tables.t2?.[cell] ?? null),
    // 「制定2件、修改1件」: amended texts may be counted as issued.
    alsoRight: (report, one) => {
      const amended = /修[改订](?:行政)?(?:规范性文件|规章)?(\d+)[件部]/.exec(
        one.quote.replace(/\s/g, ''),
      )?.[1]
      const issued = report.tables.t2?.[cell] ?? null
      return amended === undefined || issued === null || !fact.endsWith('Issued')
        ? []
        : [issued - Number(amended)]
    },
    at: [cellAt('t2', cell)],
    cells: `表二“${t2CellName(cell)}”`,
  }
})

/** B06, B07: normative documents, rules, licences and penalties as the text counts them against table two. */
export const toldRegisters: Check = {
  rules: pairs.map((pair) => pair.rule),
  run: ({ report }) =>
    pairs
      .flatMap((pair) => againstTable(report, pair))
      .map((one) => (one.severity === 'warning' ? { ...one, verdict: 'doubtful' as const } : one)),
}
