import { keyOf } from '../../../text/fold.ts'
import { formerT2Form } from '../../../law/report-form/form-2019.ts'
import {
  sectionTitles,
  t2Form,
  t3ColumnForm,
  t3Corner,
  t3Form,
  t4BlockForm,
  t4ColumnForm,
} from '../../../law/report-form/form-2021.ts'
import type { TableId } from '../../../law/report-form/model.ts'

/** Every label the statutory forms print, as keys. */
const printedLabels = [
  ...t2Form.flatMap((row) => [row.group, row.label, ...row.cells.map((cell) => cell.heading)]),
  ...formerT2Form.flatMap((row) => [row.group, row.label, ...row.cells.map((cell) => cell.heading)]),
  ...t3Form.flatMap((row) => [row.stage ?? '', row.group ?? '', row.number + row.label]),
  ...t3ColumnForm.flatMap((column) => [column.group ?? '', column.label]),
  t3Corner,
  ...t4BlockForm.flatMap((block) => [block.group ?? '', block.label]),
  ...t4ColumnForm.map((column) => column.label),
  '信息内容',
  '申请人情况',
  '其他处理',
  ...sectionTitles.map((section) => section.title),
].map(keyOf)

const pairs = new Set(printedLabels.flatMap(pairsOf))

function pairsOf(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(index, index + 2))
}

/** Share (0 to 1) of a key's neighbouring character pairs that occur in some statutory label. 1 for a single character. */
export function statutoryShare(key: string): number {
  const own = pairsOf(key)
  return own.length === 0 ? 1 : own.filter((pair) => pairs.has(pair)).length / own.length
}

/** What betrays each table wherever it stands: keys long enough not to occur by chance. */
export const tableAnchors: Readonly<Record<TableId, readonly string[]>> = {
  t2: [
    '第二十条第一项',
    '第二十条第五项',
    '第二十条第六项',
    '第二十条第八项',
    '第二十条第九项',
    '信息内容',
    '制发件数',
    '发件',
    '废止件数',
    '现行有效件',
    '新制作数量',
    '新公开数量',
    '公开总数量',
    '规范性文件',
    '处理决定数量',
    '上一年项目数量',
    '本年增减',
    '行政许可',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
    '收费金额',
    '政府集中采购',
    '其他对外管理服务事项',
  ].map(keyOf),
  t3: [
    '申请人情况',
    '自然人',
    '法人或其他组织',
    '商业企业',
    '科研机构',
    '社会公益组织',
    '法律服务机构',
    '本年新收',
    '上年结转',
    '本年度办理结果',
    ...t3Form.filter((form) => form.label.length >= 4).map((form) => keyOf(form.label.replace(/（.*/, ''))),
  ],
  t4: ['结果维持', '结果纠正', '其他结果', '尚未审结', '未经复议直接起诉', '复议后起诉'],
}

/**
 * Whether a text is running prose, not a label or a heading of a table: it has sentences, or is long and shares little with
 * the printed labels.
 */
export function isProse(text: string): boolean {
  const key = keyOf(text)
  if (key.length < 12) return false
  const share = statutoryShare(key.replace(/\d+/g, ''))
  if (/[。；！？]/.test(text)) return share < 0.85
  if (key.length >= 30) return share < 0.7
  return /[，,]/.test(text) && key.length >= 18 && share < 0.55
}
