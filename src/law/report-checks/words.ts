import { formerOtherRow, formerT2Form } from '../report-form/form-2019.ts'
import { t2Form, t3ColumnForm, t3Form, t4BlockForm, t4ColumnForm } from '../report-form/form-2021.ts'
import type { RecoveredReport, TableId } from '../report-form/model.ts'

export const tableNames: Readonly<Record<TableId, string>> = {
  t2: '表二（主动公开政府信息情况）',
  t3: '表三（收到和处理政府信息公开申请情况）',
  t4: '表四（行政复议、行政诉讼情况）',
}

/** A day as official papers write it: 2024年2月5日. */
export function dayWords(iso: string): string {
  return iso.replace(
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  )
}

/** How a row of table three is called in a sentence: 「三（三）1.属于国家秘密」. */
export function rowName(row: string): string {
  if (row === formerOtherRow) return '三（六）其他处理'
  const form = t3Form.find((one) => one.row === row)
  if (form === undefined) return row
  const group = form.group ?? (form.stage === null ? '' : '三')
  const label = form.label.length > 18 ? `${form.label.slice(0, 16)}…` : form.label
  return form.stage === null
    ? `${form.number}${label}`
    : `三${form.group === null ? '' : (/^（.）/.exec(group)?.[0] ?? '')}${form.number}${label}`
}

export function columnName(column: string): string {
  return t3ColumnForm.find((one) => one.column === column)?.label ?? column
}

export function blockName(block: string): string {
  return t4BlockForm.find((one) => one.block === block)?.label ?? block
}

export function remedyColumnName(column: string): string {
  return t4ColumnForm.find((one) => one.column === column)?.label ?? column
}

/** How a cell of table two is called, of either form: 「行政规范性文件 本年制发件数」. */
export function t2CellName(cell: string): string {
  for (const row of [...t2Form, ...formerT2Form])
    for (const one of row.cells)
      if (one.cell === cell) return row.cells.length > 1 ? `${row.label}${one.heading}` : row.label
  return cell
}

/** Any cell by its table, row and column. */
export function cellName(
  table: TableId | undefined,
  row: string | undefined,
  column: string | undefined,
): string {
  if (row === undefined) return table === undefined ? '' : tableNames[table]
  if (table === 't2') return t2CellName(row)
  if (table === 't4') return `${blockName(row)}${column === undefined ? '' : `“${remedyColumnName(column)}”`}`
  return `“${rowName(row)}”${column === undefined ? '' : `${columnName(column)}栏`}`
}

/** What the agency's name tells about its powers. */
export interface AgencyKind {
  /** A people's government (of a place), as against one of its departments. */
  readonly government: boolean
  readonly township: boolean
  /** State or province, city with districts, county or district, below; null when the name does not tell. */
  readonly level: 'province' | 'city' | 'county' | 'township' | null
}

/** Reads the kind of agency from its name (Article 3 and 49 tell departments from governments). */
export function agencyKind(name: string | null): AgencyKind {
  if (name === null) return { government: false, township: false, level: null }
  const plain = name.replace(/\s/g, '')
  const township =
    /(?:镇|乡|街道)(?:人民政府|办事处)?$/.test(plain) || /(?:镇|乡)人民政府|街道办事处/.test(plain)
  const government = /(?:人民政府|管理委员会|管委会)$/.test(plain) || township
  const level = township
    ? 'township'
    : /(?:县|区|旗)[^市省]*$/.test(plain) && !/自治区人民政府$|自治区[^县区旗市]{2,}$/.test(plain)
      ? 'county'
      : /(?:市|州|盟)[^省]*$/.test(plain)
        ? 'city'
        : /省|自治区/.test(plain)
          ? 'province'
          : null
  return { government, township, level }
}

/** What an agency does, without its place: 应急管理局 of 云汀市临浦区应急管理局, 人民政府 of 青河县人民政府. */
export function businessOf(name: string): string {
  return name.replace(/^.*[省市州盟县区旗镇乡](?=.{3})/u, '')
}

/** The agency's own name without spaces, or null. */
export function agencyName(report: RecoveredReport): string | null {
  return report.agency === null ? null : report.agency.replace(/\s/g, '')
}
