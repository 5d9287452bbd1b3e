import { t3Form } from '../report-form/form-2021.ts'
import type { RecoveredReport, T3Row } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { cellAt, sumOf } from './told.ts'
import { againstTable, type Counterpart } from './told-table.ts'

const rowsOf = (group: string): T3Row[] =>
  t3Form.filter((form) => form.group?.includes(group)).map((form) => form.row)
const groups: readonly (readonly [string, string, readonly T3Row[]])[] = [
  ['granted', '予以公开', ['granted']],
  ['partlyGranted', '部分公开', ['partlyGranted']],
  ['refused', '不予公开', rowsOf('不予公开')],
  ['unable', '无法提供', rowsOf('无法提供')],
  ['notProcessed', '不予处理', rowsOf('不予处理')],
  ['otherClosed', '其他处理', rowsOf('其他处理')],
]

const pairs: readonly Counterpart[] = groups.map(([fact, name, rows]) => {
  const rule: Rule = {
    code: `text.${fact}`,
    severity: 'error',
    title: `“${name}”件数文表不符`,
    basis: '格式（国办公开办函〔2021〕30号）表三：一件申请只计一种结果（B02）',
    applies: '文中说到该类结果的件数，且表三该组各行总计都读到时。',
    remedy: '请按答复书逐件核对结果，把文字和表三改成同一个数。',
  }
  return {
    fact,
    rule,
    name,
    counted: (report: RecoveredReport) =>
      fact === 'otherClosed' && report.former?.otherHandled
        ? report.former.otherHandled.total
        : sumOf(rows.map((row) => report.tables.t3?.[row].total ?? null)),
    at: rows.map((row) => cellAt('t3', row, 'total')),
    cells: `表三“${name}”${rows.length > 1 ? '各行之和' : '总计'}`,
  }
})

/** 「公文公开属性审查：主动公开386件、不予公开442件」 counts documents, not requests. */
const aboutDocuments = /(?:公文|文件|发文)[^。]{0,12}(?:属性|审查|审核|认定)|公开属性/

/** B02: outcomes as the text counts them against the groups of table three. */
export const toldOutcomes: Check = {
  rules: pairs.map((pair) => pair.rule),
  run: ({ report }) =>
    pairs
      .flatMap((pair) => againstTable(report, pair))
      .filter((one) => !aboutDocuments.test(one.quote ?? '')),
}
