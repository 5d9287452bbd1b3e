import { t2Form, t3ColumnForm, t3Form, t4BlockForm, t4ColumnForm } from '../report-form/form-2021.ts'
import type { At, Finding, Observation, RecoveredReport, TableId } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellName, tableNames } from './words.ts'

const form = '格式（国办公开办函〔2021〕30号）'
const rule = (
  code: string,
  severity: Rule['severity'],
  title: string,
  applies: string,
  remedy: string,
  source = 'A05、A06',
): Rule => ({ code, severity, title, basis: `${form}：各栏填数，没有的填0（${source}）`, applies, remedy })

const rules: readonly Rule[] = [
  rule(
    'cell.blank',
    'error',
    '表中有空格',
    '该行该表其他格有数，而这一格什么也没有。空白不等于0。',
    '请核实后填数，没有的填0。',
  ),
  rule(
    'cell.mark',
    'error',
    '表中用“/”“—”“无”代替数',
    '格内是斜线、横线或“无”。',
    '没有发生的请填0，不用符号代替。',
  ),
  rule(
    'cell.unit',
    'notice',
    '数后带了单位',
    '格内写成“5件”“380.16万元”。',
    '表头已有单位，格内只填数。',
    'A05',
  ),
  rule(
    'cell.note',
    'notice',
    '数后带了说明',
    '格内写成“22（其中修订16件）”。',
    '格内只填数，说明写进正文或第六部分。',
    'A05',
  ),
  rule('cell.approximate', 'error', '表中填了概数', '格内写成“约20”“20余”。', '请填实际件数。', 'A05'),
  rule('cell.chineseNumeral', 'notice', '表中用了汉字数字', '格内写成“十二”。', '请改为阿拉伯数字。', 'A05'),
  rule('cell.notNumber', 'error', '表中填的不是数', '格内是读不成数的文字。', '请改为数字。', 'A05'),
  rule(
    'structure.raggedRow',
    'error',
    '行内的数与栏数对不上',
    '一行的数多于或少于法定栏数（表三7栏、表四15栏），无法确定哪个数属于哪一栏。',
    '请按格式重新排好这一行，每格一个数。',
    'A07',
  ),
  rule(
    'structure.alteredLabel',
    'warning',
    '表头或行名被改动',
    '行名、栏名与格式的字面不同（缺字、错字），但认得出是哪一行。',
    '请按格式的字面改正。',
    'A08',
  ),
  rule(
    'structure.missingLabel',
    'warning',
    '有数而没有行名',
    '数前面的行名丢失，只能按次序推断。',
    '请补上行名。',
    'A08',
  ),
  rule(
    'structure.formerRow',
    'warning',
    '用了2019年格式的行',
    '报告年度2021年起仍用旧格式的行（如“其他处理”不分三行）。',
    '请改用2021年格式。',
    'C08',
  ),
  rule(
    'structure.missingHeading',
    'warning',
    '表头残缺',
    '表格的数还在，而表头的栏名缺失或不全。',
    '请按格式补齐表头。',
    'A08',
  ),
  rule(
    'structure.repeatedTable',
    'notice',
    '同一张表出现两次',
    '一份报告里同一张表有两份，只按前一份核对。',
    '请删去多余的一份；两份数不同的，先核对哪份是对的。',
    'C12',
  ),
  rule(
    'structure.columnOrder',
    'warning',
    '栏的次序与格式不同',
    '表头各栏的次序与格式不一致。',
    '请按格式的次序排列。',
    'A08',
  ),
  rule(
    'reading.methodsDisagree',
    'warning',
    '两种读法结果不一致',
    '按表格位置读和按行名读得到不同的数。',
    '请对照原文确认这一格。',
    'A07',
  ),
]
const byCode = new Map(rules.map((one) => [one.code, one]))
/** Seen on almost every page, or already said better by a check of its own. */
const doubtful = new Set(['reading.methodsDisagree', 'structure.missingLabel'])

/** What reading noticed in the tables (A05 to A08), one finding for each kind and table. */
export const observed: Check = {
  rules,
  run({ report }) {
    const groups = new Map<string, Observation[]>()
    for (const one of report.observations) {
      if (!byCode.has(one.code) || excused(report, one)) continue
      const table = one.at[0]?.table ?? ''
      const key = `${one.code} ${table}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
    const findings: Finding[] = []
    // A copy that tore one of the other tables to pieces did not spare table two, whose labels are too short to show it.
    const runTogether = report.observations.some((one) => one.code === 'source.runTogether')
    const tornTables = new Set(
      [...groups].flatMap(([key, group]) => {
        const places = group.flatMap((one) => one.at)
        const torn =
          key.startsWith('structure.raggedRow') &&
          (runTogether ||
            new Set(places.map((at) => at.row)).size >= mostRows ||
            isTornTable(report, places[0]?.table, places[0]?.start))
        return torn ? [places[0]?.table ?? ''] : []
      }),
    )
    for (const [key, group] of groups) {
      const [code = '', table = ''] = key.split(' ')
      const known = byCode.get(code)
      if (known === undefined) continue
      const places = group.flatMap((one) => one.at)
      findings.push(
        raise(known, {
          what: `${sentence(known, group, places, table as TableId | '')}`,
          ...(doubtful.has(code) ? { verdict: 'doubtful' as const } : {}),
          // Where hardly one row holds together, the copy is torn; whose fault that is cannot be told.
          ...(code === 'structure.raggedRow' &&
          (tornTables.has(table) || (table === 't2' && tornTables.size > 0))
            ? {
                verdict: 'cannotTell' as const,
                severity: 'warning' as const,
                remedy: '多半是复制时拆散的，这些格没有参与判断，请对照原文件核对。',
              }
            : {}),
          ...(group[0]?.quote === undefined
            ? {}
            : {
                quote: group
                  .map((one) => one.quote ?? '')
                  .filter((quote) => quote !== '')
                  .slice(0, 3)
                  .join(' / '),
              }),
          at: places.slice(0, 30),
        }),
      )
    }
    return findings
  },
}

const bareLabel = (text: string): string => text.replace(/^\d+[.、．]|[^\p{Script=Han}]/gu, '')

/** What reading noticed and is no fault: the form of its own year, a label whose other half stands on the next line. */
function excused(report: RecoveredReport, one: Observation): boolean {
  // 采购总金额 has no unit in its heading: the cell says it.
  if (one.code === 'cell.unit' && one.at[0]?.row === 'procurement.amountWan') return true
  if (one.code === 'structure.formerRow') return report.year !== null && report.year < 2021
  if (one.code === 'structure.missingHeading') return isTornHeading(report, one)
  if (one.code === 'structure.missingLabel') return isTornTable(report, one.at[0]?.table, one.at[0]?.start)
  if (one.code !== 'structure.alteredLabel') return false
  if (isTornTable(report, one.at[0]?.table, one.at[0]?.start)) return true
  const { expected, found } = one.detail ?? {}
  const at = one.at[0]?.start
  if (typeof expected !== 'string' || typeof found !== 'string' || at === undefined) return false
  const whole = bareLabel(expected)
  const piece = bareLabel(found)
  const from = whole.indexOf(piece)
  if (from < 0 || piece === whole) return false
  const near = report.text.slice(Math.max(0, at - 500), at + 700)
  const pieces = new Set(
    near
      .split(/\s+/)
      .map(bareLabel)
      .filter((word) => word !== ''),
  )
  return isMadeOf(whole.slice(0, from), pieces) && isMadeOf(whole.slice(from + piece.length), pieces)
}

/** A heading whose characters are all there, in pieces over several lines, is torn by the copy and not left out by the agency. */
function isTornHeading(report: RecoveredReport, one: Observation): boolean {
  const start = one.at[0]?.start
  const expected = one.detail?.['expected']
  if (start === undefined || typeof expected !== 'string') return false
  const first = report.cells.find((cell) => cell.table === one.at[0]?.table)?.at.start ?? start + headingReach
  const near = Array.from(
    report.text.slice(Math.max(0, start - 200), Math.min(Math.max(first, start), start + headingReach)),
  )
  for (const sign of bareLabel(expected)) {
    const at = near.indexOf(sign)
    if (at < 0) return false
    near.splice(at, 1)
  }
  return true
}
const headingReach = 450

const labels: readonly string[] = [
  ...t3Form.flatMap((form) => [form.label, form.group ?? '', form.stage ?? '']),
  ...t3ColumnForm.map((form) => form.label),
  ...t4ColumnForm.map((form) => form.label),
  ...t4BlockForm.map((form) => form.label),
  ...t2Form.flatMap((form) => [form.label, ...form.cells.map((cell) => cell.heading)]),
].map((label) => bareLabel(label))
const fewestPieces = 6
const mostRows = 20

/** A table whose labels stand in many pieces was torn by the copy: a label that looks altered is a wrongly joined one. */
function isTornTable(report: RecoveredReport, table: TableId | undefined, seen?: number): boolean {
  const read = report.cells.flatMap((cell) =>
    cell.table === table && cell.at.start !== undefined ? [cell.at.start] : [],
  )
  const starts = read.length > 0 || seen === undefined ? read : [seen]
  if (starts.length === 0) return false
  const region = report.text.slice(Math.max(0, Math.min(...starts) - 400), Math.max(...starts))
  const pieces = region
    .split(/\s+/)
    .map(bareLabel)
    .filter(
      (word) => word.length >= 2 && !labels.includes(word) && labels.some((label) => label.includes(word)),
    )
  return pieces.length >= fewestPieces
}

function isMadeOf(text: string, pieces: ReadonlySet<string>): boolean {
  if (text === '') return true
  for (let length = text.length; length > 0; length -= 1)
    if (pieces.has(text.slice(0, length)) && isMadeOf(text.slice(length), pieces)) return true
  return false
}

function sentence(
  known: Rule,
  group: readonly Observation[],
  places: readonly At[],
  table: TableId | '',
): string {
  const where = table === '' ? '' : `${tableNames[table].slice(0, 2)}`
  const names = places
    .slice(0, 3)
    .map((at) => cellName(at.table, at.row, at.column))
    .filter((name) => name !== '' && !name.startsWith('表'))
  const quotes = group
    .map((one) => one.quote?.trim() ?? '')
    .filter((quote) => quote !== '')
    .slice(0, 3)
  const many = group.length > 1 ? `，共${group.length}处` : ''
  const detail =
    names.length > 0
      ? `：${names.join('、')}${group.length > 3 ? '等' : ''}`
      : quotes.length > 0
        ? `：“${quotes.join('”“')}”`
        : ''
  // 「表三」 and 「表中有空格」 are 「表三中有空格」.
  const said = where !== '' && known.title.startsWith('表中') ? known.title.slice(1) : known.title
  return `${where}${said}${detail}${many}`
}
