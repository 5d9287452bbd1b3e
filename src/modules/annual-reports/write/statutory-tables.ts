import { cell, type WrittenCell, type WrittenTable } from '../../../documents/write/model.ts'
import {
  t2Form,
  t3ColumnForm,
  t3Corner,
  t3Form,
  t4BlockForm,
  t4ColumnForm,
} from '../../../law/report-form/form-2021.ts'
import type { CellValue, TableFour, TableThree, TableTwo } from '../../../law/report-form/model.ts'

/*
 * The three statutory tables of 国办公开办函〔2021〕30号 as they are printed, merged heads included. Labels and their order come
 * from the law floor; only the arrangement on paper is here.
 */

const head = (text: string, spans: { colspan?: number; rowspan?: number } = {}): WrittenCell =>
  cell(text, { header: true, align: 'center', ...spans })

/** An unknown figure stays blank: it is never printed as 0. */
const figure = (value: CellValue, colspan = 1): WrittenCell =>
  cell(value === null ? '' : value, { align: 'center', colspan })

/** Table two: per item of Article 20 a line with the item, a line of headings, a line per kind of information. */
export function tableTwo(values: TableTwo): WrittenTable {
  const rows: WrittenCell[][] = []
  let group = ''
  for (const form of t2Form) {
    const colspan = 3 / form.cells.length
    if (form.group !== group) {
      group = form.group
      rows.push([head(group, { colspan: 4 })])
      rows.push([head('信息内容'), ...form.cells.map(({ heading }) => head(heading, { colspan }))])
    }
    rows.push([
      cell(form.label, { header: true, align: 'center' }),
      ...form.cells.map(({ cell: id }) => figure(values[id], colspan)),
    ])
  }
  return {
    kind: 'table',
    caption: '主动公开政府信息情况',
    widths: [1, 1, 1, 1],
    headRows: 0,
    rows,
    whole: true,
    size: 'small',
  }
}

/** Table three: three label columns, seven columns of applicants, 25 rows. */
export function tableThree(values: TableThree): WrittenTable {
  const legalEntities = t3ColumnForm.filter(({ group }) => group !== null)
  const heads: WrittenCell[][] = [
    [head(t3Corner, { colspan: 3, rowspan: 3 }), head('申请人情况', { colspan: t3ColumnForm.length })],
    t3ColumnForm.flatMap(({ label, group }, index) => {
      if (group === null) return [head(label, { rowspan: 2 })]
      return t3ColumnForm[index - 1]?.group === group ? [] : [head(group, { colspan: legalEntities.length })]
    }),
    legalEntities.map(({ label }) => head(label)),
  ]
  const label = (text: string, spans: { colspan?: number; rowspan?: number }): WrittenCell =>
    cell(text, { header: true, align: 'start', ...spans })
  const rows = t3Form.map((form, index): WrittenCell[] => {
    const before = t3Form[index - 1]
    const labels: WrittenCell[] = []
    if (form.stage !== null && before?.stage !== form.stage) {
      labels.push(label(form.stage, { rowspan: t3Form.filter(({ stage }) => stage === form.stage).length }))
    }
    if (form.group !== null && before?.group !== form.group) {
      labels.push(label(form.group, { rowspan: t3Form.filter(({ group }) => group === form.group).length }))
    }
    const colspan = form.stage === null ? 3 : form.group === null ? 2 : 1
    labels.push(label(`${form.number}${form.label}`, { colspan }))
    return [...labels, ...t3ColumnForm.map(({ column }) => figure(values[form.row][column]))]
  })
  return {
    kind: 'table',
    caption: '收到和处理政府信息公开申请情况',
    widths: [1.5, 2, 4.6, 1.15, 1.15, 1.15, 1.3, 1.3, 1.15, 1.15],
    headRows: heads.length,
    rows: [...heads, ...rows],
    whole: true,
    size: 'tiny',
  }
}

/** Table four: fifteen figures in one row under three rows of headings. */
export function tableFour(values: TableFour): WrittenTable {
  const columns = t4ColumnForm.length
  const litigation = t4BlockForm.filter(({ group }) => group !== null)
  const heads: WrittenCell[][] = [
    t4BlockForm.flatMap(({ label, group }, index) => {
      if (group === null) return [head(label, { colspan: columns, rowspan: 2 })]
      return t4BlockForm[index - 1]?.group === group
        ? []
        : [head(group, { colspan: columns * litigation.length })]
    }),
    litigation.map(({ label }) => head(label, { colspan: columns })),
    t4BlockForm.flatMap(() => t4ColumnForm.map(({ label }) => head(label))),
  ]
  return {
    kind: 'table',
    caption: '政府信息公开行政复议、行政诉讼情况',
    widths: Array.from({ length: columns * t4BlockForm.length }, () => 1),
    headRows: heads.length,
    rows: [
      ...heads,
      t4BlockForm.flatMap(({ block }) => t4ColumnForm.map(({ column }) => figure(values[block][column]))),
    ],
    whole: true,
    size: 'tiny',
  }
}
