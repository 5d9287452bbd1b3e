import { formerT2Form, formerT3Form, formerOtherRow } from '../../src/law/report-form/form-2019.ts'
import { t2Form, t3Form } from '../../src/law/report-form/form-2021.ts'
import { t3Columns, t4Blocks, t4Columns } from '../../src/law/report-form/model.ts'
import {
  type FullTables,
  inventTables,
  type LaidTable,
  layTableFour,
  layTableThree,
  layTableTwo,
  rowsOfLaid,
} from './statutory-tables.ts'
import {
  besides,
  cellLines,
  closing,
  grid,
  type Hidden,
  layout,
  oneALine,
  opening,
  raggedTabs,
  type Shape,
  spaced,
  tabbed,
  titles,
  treeOf,
} from './table-shapes.ts'

const t2 = (tables: FullTables) => layTableTwo(tables.t2)
const t3 = (tables: FullTables) => layTableThree(tables.t3)
const t4 = (tables: FullTables) => layTableFour(tables.t4)
const whole = (tables: FullTables, draw: (table: LaidTable) => string): string[] => [
  ...opening,
  titles.t2,
  draw(t2(tables)),
  titles.t3,
  draw(t3(tables)),
  titles.t4,
  draw(t4(tables)),
  ...closing,
]
const values = (table: LaidTable) =>
  rowsOfLaid(table)
    .map((row) => row.filter((one) => one.role === 'value'))
    .filter((row) => row.length > 0)

/** Table four printed as block by block lines or as a list. */
function fourAsRows(tables: FullTables): string {
  const head = ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join('\t')
  const names = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）']
  const lines = t4Blocks.map((block, index) =>
    [names[index], ...t4Columns.map((column) => tables.t4[block][column])].join('\t'),
  )
  return [head, ...lines].join('\n')
}

function sideBySide(left: string, right: string, width: number): string {
  const a = left.split('\n')
  const b = right.split('\n')
  const wide = (text: string) =>
    Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0)
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const own = a[index] ?? ''
    const other = b[index] ?? ''
    return other.trim() === '' ? own : own + ' '.repeat(Math.max(2, width - wide(own))) + other
  }).join('\n')
}

function hideFormer(hidden: Hidden): void {
  for (const row of ['otherCorrectionLapsed', 'otherFeeUnpaid', 'otherMisc'])
    for (const column of t3Columns) hidden.cells.add(`t3.${row}.${column}`)
}

/** Table three of 2019 as ragged tab lines; the single row （六） holds the sum of the three present ones. */
function formerThree(tables: FullTables): string {
  const head = raggedTabs(t3(tables)).split('\n').slice(0, 3)
  const lines = formerT3Form.map((form) => {
    const row =
      form.row === formerOtherRow
        ? t3Columns.map(
            (column) =>
              (tables.t3.otherCorrectionLapsed[column] ?? 0) +
              (tables.t3.otherFeeUnpaid[column] ?? 0) +
              (tables.t3.otherMisc[column] ?? 0),
          )
        : t3Columns.map((column) => tables.t3[form.row as keyof typeof tables.t3][column])
    return [form.group ?? '', form.number + form.label, ...row].join('\t')
  })
  return [...head, ...lines].join('\n')
}

function formerTwo(tables: FullTables, hidden: Hidden): string {
  for (const form of t2Form) for (const { cell } of form.cells) hidden.cells.add(`t2.${cell}`)
  const lines: string[] = []
  let group = ''
  for (const form of formerT2Form) {
    if (form.group !== group) {
      lines.push(form.group, ['信息内容', ...form.cells.map((cell) => cell.heading)].join('\t'))
      group = form.group
    }
    const own = form.cells.map(({ cell }, index) => {
      if (cell === 'licences' || cell === 'penalties' || cell === 'coercion') {
        hidden.cells.delete(`t2.${cell}`)
        return tables.t2[cell]
      }
      return index + 1
    })
    lines.push([form.label, ...own].join('\t'))
  }
  return lines.join('\n')
}

const menu = [
  '首页',
  '机构概况',
  '政策文件',
  '规范性文件',
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政事业性收费',
  '政府集中采购',
  '信息公开年报',
  '依申请公开',
]
const metadata = [
  '索引号\t113714000042/2024-00123\t发布机构\t云汀市望河区教育局',
  '名称\t云汀市望河区教育局2023年政府信息公开工作年度报告\t发布日期\t2024-01-22',
  '文号\t无\t主题分类\t其他',
]
const otherTables = [
  '序号\t重点任务\t完成数量\t完成率',
  '1\t行政许可公示\t12\t100%',
  '2\t行政处罚公示\t9\t100%',
  '3\t规范性文件解读\t3\t75%',
  '附：办理行政复议情况 申请 2 件',
]

/** Shapes that combine several damages, or come from another form or place. */
export const hardShapes: readonly Shape[] = [
  {
    name: 'form of 2019, whole',
    draw: (tables, _, hidden) => {
      const two = formerTwo(tables, hidden)
      hideFormer(hidden)
      const list = [
        ...opening,
        titles.t2,
        two,
        titles.t3,
        formerThree(tables),
        titles.t4,
        tabbed(t4(tables)),
        ...closing,
      ]
      return treeOf(list.map((line) => line.replace('2023年', '2020年').replace('2023年', '2020年')))
    },
    atLeast: 0.99,
  },
  {
    name: 'single row （六） of 2019 in a later report',
    draw: (tables, _, hidden) => {
      hideFormer(hidden)
      return besides(tables, { t3: formerThree(tables) })
    },
    atLeast: 0.99,
  },
  {
    name: 'menus, metadata before and other tables after',
    draw: (tables) =>
      treeOf([
        ...menu,
        '',
        ...metadata,
        '',
        ...whole(tables, raggedTabs),
        ...otherTables,
        '版权所有：云汀市望河区人民政府',
      ]),
    atLeast: 1,
  },
  {
    name: 'menus around, one cell a line',
    draw: (tables) => treeOf([...menu, ...whole(tables, (table) => oneALine(table)), ...menu]),
    atLeast: 1,
  },
  {
    name: 'two reports one after the other',
    draw: (tables, chance) =>
      treeOf([...whole(tables, raggedTabs), '', ...whole(inventTables(chance, 0.5, true), raggedTabs)]),
    atLeast: 1,
  },
  {
    name: 'two reports side by side, pdftotext -layout',
    draw: (tables, chance) => {
      const other = inventTables(chance, 0.5, true)
      return treeOf([sideBySide(whole(tables, layout).join('\n'), whole(other, layout).join('\n'), 190)])
    },
    atLeast: 0,
  },
  {
    name: 'table four as three rows',
    draw: (tables) => besides(tables, { t4: fourAsRows(tables) }),
    atLeast: 1,
  },
  {
    name: 'table four as three rows of a real grid',
    draw: (tables) => {
      const lines = fourAsRows(tables).split('\n')
      const cells = lines.flatMap((line, row) =>
        line.split('\t').map((text, column) => ({
          text,
          row,
          column,
          rowspan: 1,
          colspan: 1,
          role: row === 0 || column === 0 ? ('heading' as const) : ('value' as const),
        })),
      )
      return besides(tables, { t4: grid({ rows: lines.length, columns: 6, cells }) })
    },
    atLeast: 1,
  },
  {
    name: 'table four with 16 values',
    draw: (tables) => besides(tables, { t4: `${tabbed(t4(tables))}\t0` }),
    atLeast: 0.92,
  },
  {
    name: 'table four with 14 values',
    draw: (tables, chance, hidden) => {
      const laid = t4(tables)
      const drop = values(laid)[0]?.[Math.floor(chance() * 15)]
      for (const block of t4Blocks) for (const column of t4Columns) hidden.cells.add(`t4.${block}.${column}`)
      return besides(tables, { t4: spaced({ ...laid, cells: laid.cells.filter((one) => one !== drop) }) })
    },
    atLeast: 1,
  },
  {
    name: 'table two as sentences of label and value',
    draw: (tables) => {
      const lines = t2Form.flatMap((form) => [
        form.group,
        form.label,
        ...form.cells.map(({ heading, cell }) => `${heading}：${tables.t2[cell]}`),
      ])
      return besides(tables, { t2: lines.join('\n') })
    },
    atLeast: 1,
  },
  {
    name: 'totals of table three stranded in a column of their own',
    draw: (tables) => {
      const laid = t3(tables)
      const without = { ...laid, cells: laid.cells.filter((one) => one.role !== 'value' || one.column !== 9) }
      return besides(tables, {
        t3: [raggedTabs(without), ...values(laid).map((row) => row.at(-1)?.text ?? '')],
      })
    },
    atLeast: 0.1,
  },
  {
    name: 'total of a row stranded on the next line',
    draw: (tables, chance) => {
      const lines = spaced(t3(tables)).split('\n')
      for (let row = 4; row < lines.length; row += 2 + Math.floor(chance() * 4)) {
        const words = (lines[row] ?? '').split(' ')
        lines[row] = `${words.slice(0, -1).join(' ')}\n${words.at(-1)}`
      }
      return besides(tables, { t3: lines.join('\n') })
    },
    atLeast: 1,
  },
  {
    name: 'labels and numbers apart page by page',
    draw: (tables) => {
      const rows = rowsOfLaid(t3(tables))
      const part = (from: number, to: number) => [
        ...rows
          .slice(from, to)
          .flatMap((row) => row.filter((one) => one.role !== 'value').map((one) => one.text)),
        ...rows.slice(Math.max(3, from), to).map((row) =>
          row
            .filter((one) => one.role === 'value')
            .map((one) => one.text)
            .join(' '),
        ),
      ]
      return besides(tables, { t3: [...part(0, 13), '- 2 -', ...part(13, 28)] })
    },
    atLeast: 0.99,
  },
  {
    name: 'label cut by a page break, values with its first half',
    draw: (tables) => {
      const lines = raggedTabs(t3(tables)).split('\n')
      const at = lines.findIndex((line) => line.includes('2.申请人逾期'))
      const [head = '', tail = ''] = (lines[at] ?? '').split('不再处')
      const [rest = '', ...own] = tail.split('\t')
      lines.splice(at, 1, `${head}不再处\t${own.join('\t')}`, '', `\t\t${rest}\t\t\t\t\t\t\t`)
      return besides(tables, { t3: lines.join('\n') })
    },
    atLeast: 1,
  },
  {
    name: 'helper columns of a spreadsheet',
    draw: (tables) => {
      const spread = (table: LaidTable) =>
        grid({
          ...table,
          columns: table.columns * 2,
          cells: table.cells.map((one) => ({ ...one, column: one.column * 2, colspan: one.colspan * 2 })),
        })
      return treeOf([
        ...opening,
        titles.t2,
        spread(t2(tables)),
        titles.t3,
        spread(t3(tables)),
        titles.t4,
        spread(t4(tables)),
        ...closing,
      ])
    },
    atLeast: 1,
  },
  {
    name: 'spaces inside labels and numbers set wide',
    draw: (tables) =>
      treeOf(
        whole(tables, (table) =>
          cellLines({
            ...table,
            cells: table.cells.map((one) =>
              one.role === 'value'
                ? { ...one, text: `　 ${one.text} ` }
                : { ...one, text: Array.from(one.text).join(' ') },
            ),
          }),
        ),
      ),
    atLeast: 1,
  },
  {
    name: 'rows of table three out of order',
    draw: (tables) => {
      const lines = raggedTabs(t3(tables)).split('\n')
      const at = lines.findIndex((line) => line.includes('2.重复申请'))
      const [one, two] = [lines[at] ?? '', lines[at + 1] ?? '']
      lines.splice(at, 2, two, one)
      return besides(tables, { t3: lines.join('\n') })
    },
    atLeast: 0.95,
  },
  {
    name: 'six columns, headings say which is missing',
    draw: (tables, chance, hidden) => {
      const column = 4 + Math.floor(chance() * 5)
      for (let row = 0; row < t3Form.length; row += 1) hidden.cells.add(`at ${row} ${column - 3}`)
      const laid = t3(tables)
      const cells = laid.cells.filter(
        (one) => one.column !== column || one.colspan > 1 || one.role === 'label',
      )
      return besides(tables, { t3: oneALine({ ...laid, cells }) })
    },
    atLeast: 0.9,
  },
  {
    name: 'six columns, headings broken',
    draw: (tables, chance, hidden) => {
      const column = 3 + Math.floor(chance() * 7)
      for (let row = 0; row < t3Form.length; row += 1)
        for (let at = 0; at < 7; at += 1) hidden.cells.add(`at ${row} ${at}`)
      const laid = t3(tables)
      const cells = laid.cells.filter(
        (one) =>
          (one.column !== column || one.role !== 'value') &&
          (one.role !== 'heading' || /机构/.test(one.text)),
      )
      return besides(tables, { t3: raggedTabs({ ...laid, cells }) })
    },
    atLeast: 1,
  },
  {
    name: 'eight columns, one of zeros too many',
    draw: (tables) => {
      const laid = t3(tables)
      const extra = values(laid).flatMap((row) => (row[5] ? [{ ...row[5], column: 8.5, text: '0' }] : []))
      return besides(tables, { t3: raggedTabs({ ...laid, cells: [...laid.cells, ...extra] }) })
    },
    atLeast: 0.1,
  },
  {
    name: 'everything at once: traditional, full width, joined, cut',
    draw: (tables) => {
      const lines = spaced(t3(tables)).split('\n')
      const joined = lines.flatMap((line, index) =>
        index === 9 ? [] : [index === 8 ? `${line} ${lines[9]}` : line],
      )
      joined.splice(14, 0, '', '第 3 页 共 6 页', '')
      const wide = joined
        .join('\n')
        .replace(/(?<=\s)\d+(?=\s|$)/g, (digits) =>
          digits.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
        )
      return besides(tables, { t3: wide })
    },
    atLeast: 1,
  },
]
