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

/** Every label the statutory forms print. */
export const formLabels: readonly string[] = [
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
]

const pairs = new Set(formLabels.map(keyOf).flatMap(pairsOf))

function pairsOf(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(index, index + 2))
}

/** Share (0 to 1) of a key's neighbouring character pairs that occur in some statutory label. 1 for a single character. */
export function statutoryShare(key: string): number {
  const own = pairsOf(key)
  return own.length === 0 ? 1 : own.filter((pair) => pairs.has(pair)).length / own.length
}

const labelsOf: Readonly<Record<TableId, readonly string[]>> = {
  t2: [...t2Form, ...formerT2Form]
    .flatMap((row) => [row.group, row.label, ...row.cells.map((cell) => cell.heading)])
    .concat('信息内容'),
  t3: [
    '申请人情况',
    t3Corner,
    ...t3ColumnForm.flatMap((column) => [column.group ?? '', column.label]),
    ...t3Form.flatMap((row) => [row.stage ?? '', row.label]),
  ],
  t4: [...t4BlockForm.map((block) => block.label), ...t4ColumnForm.map((column) => column.label)].filter(
    (label) => label !== '行政复议',
  ),
}

/**
 * What betrays each table wherever it stands: every three characters in a row that only its labels have, with the label they
 * come from. Pieces, not whole labels, so that a misspelt, shortened or wrapped label still tells.
 */
export const tableMarks: Readonly<Record<TableId, ReadonlyMap<string, string>>> = marksOf()

function marksOf(): Record<TableId, ReadonlyMap<string, string>> {
  const marks = (table: TableId): Map<string, string> => {
    const own = new Map<string, string>()
    for (const label of labelsOf[table]) {
      const key = keyOf(label)
      for (let at = 0; at + 3 <= key.length; at += 1) {
        const piece = key.slice(at, at + 3)
        if (!own.has(piece)) own.set(piece, key)
      }
    }
    return own
  }
  const all = { t2: marks('t2'), t3: marks('t3'), t4: marks('t4') }
  for (const one of ['t2', 't3', 't4'] as const)
    for (const other of ['t2', 't3', 't4'] as const)
      if (one < other)
        for (const piece of all[one].keys())
          if (all[other].has(piece)) {
            all[one].delete(piece)
            all[other].delete(piece)
          }
  return all
}

/**
 * Whether a text is running prose, not a label or a heading of a table: it has sentences, or is long and shares little with
 * the printed labels.
 */
export function isProse(text: string): boolean {
  const key = keyOf(text)
  // 「无行政复议、行政诉讼。」「收到行政复议3件。」: no label of a form ends like this.
  if (
    key.length >= 4 &&
    /。\s*$/.test(text) &&
    /\d+\s*[件起宗条次元]|^\s*(?:无|未|没有|不存在|本年|全年|20\d\d)/.test(text)
  )
    return true
  if (key.length < 12) return false
  const share = statutoryShare(key.replace(/\d+/g, ''))
  if (/[。；！？]/.test(text)) return share < 0.85
  if (key.length >= 30) return share < 0.7
  return /[，,]/.test(text) && key.length >= 18 && share < 0.55
}
