import {
  t3ColumnForm,
  t3Form,
  t2Form,
  t4BlockForm,
  t4ColumnForm,
} from '../../../law/report-form/form-2021.ts'
import { formerOtherRow, formerT2Form } from '../../../law/report-form/form-2019.ts'
import type { At, Finding } from '../../../law/report-form/model.ts'
import { inWords, type TagKind } from '../../../platform/html/index.ts'

/** How a finding is shown: what is surely wrong, what is doubtful, what is only worth knowing. */
export type Weight = 'error' | 'doubt' | 'note'

export interface NumberedFinding {
  /** From 1; also its address #f1. */
  readonly number: number
  readonly weight: Weight
  readonly finding: Finding
}

const order: readonly Weight[] = ['error', 'doubt', 'note']

/** Wrong beyond doubt is an error; a grave thing that is not certain is a doubt. */
export function weightOf({ severity, verdict }: Pick<Finding, 'severity' | 'verdict'>): Weight {
  if (severity === 'notice') return 'note'
  return severity === 'error' && verdict === 'fails' ? 'error' : 'doubt'
}

/** The findings in the order in which one reads them: errors, doubts, notes, else as they came. */
export function numberFindings(findings: readonly Finding[]): NumberedFinding[] {
  return findings
    .map((finding) => ({ finding, weight: weightOf(finding) }))
    .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
    .map((each, index) => ({ ...each, number: index + 1 }))
}

export const weightWords: Readonly<Record<Weight, { readonly says: string; readonly tag: TagKind }>> = {
  error: { says: '错误', tag: 'bad' },
  doubt: { says: '存疑', tag: 'warn' },
  note: { says: '提示', tag: 'info' },
}

/** 三处错误，两处存疑 */
export function verdictInWords(findings: readonly { readonly weight: Weight }[]): string {
  const parts = order.flatMap((weight) => {
    const count = findings.filter((each) => each.weight === weight).length
    return count === 0 ? [] : [`${inWords(count)}处${weightWords[weight].says}`]
  })
  return parts.length === 0 ? '没有发现问题' : parts.join('，')
}

/** Id of a cell of a recovered table, as the arrangement of the form writes it; null when the place is no cell. */
export function cellId(at: At): string | null {
  if (!at.table || !at.row) return null
  return at.column === undefined ? `${at.table}.${at.row}` : `${at.table}.${at.row}.${at.column}`
}

/** Address of a cell on the page. */
export function cellAddress(cell: string): string {
  return `c-${cell.replaceAll('.', '-')}`
}

/** The cell one is led to: a place that names only a row leads to its total. */
export function shownCell(at: At): string | null {
  if (at.table === 't3' && at.row && at.column === undefined) return `t3.${at.row}.total`
  if (at.table === 't4' && at.row && at.column === undefined) return `t4.${at.row}.total`
  return cellId(at)
}

const tableWords = { t2: '表二', t3: '表三', t4: '表四' } as const
const sectionWords = ['', '一', '二', '三', '四', '五', '六'] as const

function cellInWords(at: At): string {
  const table = at.table ? tableWords[at.table] : ''
  if (!at.row) return table
  if (at.table === 't2') {
    const id = at.column === undefined ? at.row : `${at.row}.${at.column}`
    for (const kind of [...t2Form, ...formerT2Form]) {
      const found = kind.cells.find(({ cell }) => cell === id)
      if (found)
        return kind.cells.length > 1 ? `${table}${kind.label}，${found.heading}` : `${table}${kind.label}`
    }
    return table
  }
  if (at.table === 't4') {
    const block = t4BlockForm.find((form) => form.block === at.row)
    const column = t4ColumnForm.find((form) => form.column === at.column)
    return `${table}${block?.label ?? ''}${column ? `，${column.label}` : ''}`
  }
  const column = t3ColumnForm.find((form) => form.column === at.column)
  const columnWords = column ? `，${column.label}` : ''
  if (at.row === formerOtherRow) return `${table}（六）${columnWords}`
  const form = t3Form.find((each) => each.row === at.row)
  if (!form) return table
  const part = form.group === null ? '' : /^（.）/.exec(form.group)?.[0]
  const row =
    form.stage === null ? `第${form.number.slice(0, 1)}项` : `${part ?? ''}${form.number.replace('.', '')}`
  return `${table}${row}${columnWords}`
}

/** Where a thing stands, as one says it: 正文第14行, 第2页, 表三（三）7，自然人. */
export function placeInWords(at: At): string {
  if (at.table) return cellInWords(at)
  const page = at.page === undefined ? '' : `第${at.page}页`
  if (at.line !== undefined) return `${page}${page ? '' : '正文'}第${at.line}行`
  if (page) return page
  if (at.sheet !== undefined) return `工作表“${at.sheet}”`
  if (at.section !== undefined && at.section >= 1 && at.section <= 6)
    return `第${sectionWords[at.section] ?? ''}部分`
  return '全文'
}
