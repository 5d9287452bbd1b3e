import type { Block, DocTree, TableBlock } from '../../src/documents/tree.ts'
import { textTree } from '../../src/documents/read/plain-text.ts'
import { traditionalOf } from '../../src/text/traditional.ts'
import {
  type Chance,
  type FullTables,
  type LaidCell,
  type LaidTable,
  layTableFour,
  layTableThree,
  layTableTwo,
  rowsOfLaid,
  type Writing,
} from './statutory-tables.ts'

/** One way in which a report may be printed or damaged. */
export interface Shape {
  readonly name: string
  /** Draws the whole report. `hidden` collects the cells that the copy does not hold any more. */
  readonly draw: (tables: FullTables, chance: Chance, hidden: Hidden) => DocTree
  /** Least share of the printed cells that must come back. */
  readonly atLeast: number
}

/** Cells that a shape leaves out or makes unreadable: reading null there is right, reading a number is wrong. */
export interface Hidden {
  readonly cells: Set<string>
}

/** A report whose tables are tab lines, but for those given. */
export function besides(tables: FullTables, own: { t2?: Part; t3?: Part | Part[]; t4?: Part }): DocTree {
  const printed = lay(tables)
  return report({
    t2: own.t2 ?? tabbed(printed.t2),
    t3: own.t3 ?? tabbed(printed.t3),
    t4: own.t4 ?? tabbed(printed.t4),
  })
}

type Printed = { readonly t2: LaidTable; readonly t3: LaidTable; readonly t4: LaidTable }
/** A text, or a table where the format keeps real grids. */
type Part = string | TableBlock

const agency = '云汀市望河区教育局'
export const opening = [
  `${agency}2023年政府信息公开工作年度报告`,
  '',
  '根据《中华人民共和国政府信息公开条例》要求编制本报告，所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
  '一、总体情况',
  '2023年，我局主动公开政府信息312条，其中通过网站公开204条，全年开展培训3次，参加56人。',
]
export const closing = [
  '五、存在的主要问题及改进情况',
  '存在的问题：一是公开的内容还不够细，二是队伍力量有待加强。下一步将加强学习培训。',
  '六、其他需要报告的事项',
  '本年度未收取信息处理费。',
  agency,
  '2024年1月16日',
]
export const titles = {
  t2: '二、主动公开政府信息情况',
  t3: '三、收到和处理政府信息公开申请情况',
  t4: '四、政府信息公开行政复议、行政诉讼情况',
}

function lay(tables: FullTables, writing: Writing = {}): Printed {
  return {
    t2: layTableTwo(tables.t2, writing),
    t3: layTableThree(tables.t3, writing),
    t4: layTableFour(tables.t4, writing),
  }
}

function report(parts: { t2: Part; t3: Part | Part[]; t4: Part }): DocTree {
  const list: Part[] = [...opening, titles.t2, parts.t2, titles.t3]
  list.push(...(Array.isArray(parts.t3) ? parts.t3 : [parts.t3]), titles.t4, parts.t4, ...closing)
  return treeOf(list)
}

/** Text parts become lines, tables stay grids; offsets are kept as the readers keep them. */
export function treeOf(parts: readonly Part[]): DocTree {
  if (parts.every((part) => typeof part === 'string')) return textTree(parts.join('\n'))
  const blocks: Block[] = []
  let text = ''
  for (const part of parts) {
    const start = text.length
    if (typeof part === 'string') {
      for (const line of part.split('\n')) {
        blocks.push({
          kind: 'paragraph',
          text: line,
          place: { start: text.length, end: text.length + line.length },
        })
        text += `${line}\n`
      }
    } else {
      text += `${part.cells.map((cell) => cell.text).join('\t')}\n`
      blocks.push({ ...part, place: { start, end: text.length - 1 } })
    }
  }
  return { format: 'html', meta: {}, text, blocks, links: [], hidden: [], notes: [] }
}

export function grid(table: LaidTable): TableBlock {
  return {
    kind: 'table',
    rows: table.rows,
    columns: table.columns,
    method: 'markup',
    place: {},
    cells: table.cells
      .map(({ text, row, column, rowspan, colspan }) => ({ text, row, column, rowspan, colspan, place: {} }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** Every grid position with its cell; spanned positions are empty. */
function matrix(table: LaidTable): (LaidCell | null)[][] {
  const lines: (LaidCell | null)[][] = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.columns }, () => null),
  )
  for (const one of table.cells) {
    const line = lines[one.row]
    if (line) line[one.column] = one
  }
  return lines
}

const drawAll =
  (draw: (table: LaidTable, chance: Chance) => Part, writing: Writing = {}): Shape['draw'] =>
  (tables, chance) => {
    const printed = lay(tables, writing)
    return report({
      t2: draw(printed.t2, chance),
      t3: draw(printed.t3, chance),
      t4: draw(printed.t4, chance),
    })
  }

/** Word: every cell a line that begins with a tab; cells continued from above are there but empty. */
export function cellLines(table: LaidTable): string {
  const covered = new Set<string>()
  for (const one of table.cells)
    for (let row = one.row + 1; row < one.row + one.rowspan; row += 1) covered.add(`${row} ${one.column}`)
  const lines: string[] = []
  for (let row = 0; row < table.rows; row += 1) {
    for (let column = 0; column < table.columns; column += 1) {
      const one = table.cells.find((other) => other.row === row && other.column === column)
      if (one) lines.push(`\t${one.text}`)
      else if (covered.has(`${row} ${column}`)) lines.push('\t')
    }
    lines.push('')
  }
  return lines.join('\n')
}

export function oneALine(table: LaidTable, between = '\n\n'): string {
  return rowsOfLaid(table)
    .flat()
    .map((one) => one.text)
    .filter((text) => text !== '')
    .join(between)
}

export function tabbed(table: LaidTable): string {
  return matrix(table)
    .map((line) => line.map((one) => one?.text ?? '').join('\t'))
    .join('\n')
}

/** A row's cells, then padding: merged label cells leave no trace, so columns are not under each other. */
export function raggedTabs(table: LaidTable): string {
  return rowsOfLaid(table)
    .map((row) => `${row.map((one) => one.text).join('\t')}\t\t`)
    .join('\n')
}

function piped(table: LaidTable, ruler: boolean): string {
  const lines = matrix(table).map((line) => `| ${line.map((one) => one?.text ?? '').join(' | ')} |`)
  if (ruler) lines.splice(1, 0, `|${' --- |'.repeat(table.columns)}`)
  return lines.join('\n')
}

export function spaced(table: LaidTable): string {
  return rowsOfLaid(table)
    .map((row) => row.map((one) => one.text).join(' '))
    .join('\n')
}

const wide = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0)

/** pdftotext -layout: columns by offset, labels wrapped over lines, the values beside the middle one. */
export function layout(table: LaidTable): string {
  const labelColumns = table.columns === 10 ? 3 : table.columns === 4 ? 1 : 0
  const widths = Array.from({ length: table.columns }, (_, column) => (column < labelColumns ? 16 : 11))
  const xs = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0))
  const out: string[] = []
  for (const row of rowsOfLaid(table)) {
    const wrapped = row.map((one) => {
      const room = Math.max(
        2,
        Math.floor((widths.slice(one.column, one.column + one.colspan).reduce((a, b) => a + b, 0) - 2) / 2),
      )
      const pieces =
        one.role === 'value' ? [one.text] : (one.text.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [''])
      return { one, pieces }
    })
    const height = Math.max(...wrapped.map(({ pieces }) => pieces.length))
    for (let line = 0; line < height; line += 1) {
      let text = ''
      for (const { one, pieces } of wrapped) {
        const first = Math.floor((height - pieces.length) / 2)
        const piece = pieces[line - first]
        if (piece === undefined) continue
        const x = xs[one.column] ?? 0
        text += ' '.repeat(Math.max(text === '' ? 0 : 2, x - wide(text))) + piece
      }
      if (text.trim() !== '') out.push(text)
    }
  }
  return out.join('\n')
}

const values = (table: LaidTable): LaidCell[][] =>
  rowsOfLaid(table)
    .map((row) => row.filter((one) => one.role === 'value'))
    .filter((row) => row.length > 0)
const labels = (table: LaidTable): string[] =>
  rowsOfLaid(table).flatMap((row) => row.filter((one) => one.role !== 'value').map((one) => one.text))

function onlyTableThree(
  draw: (table: LaidTable, chance: Chance, hidden: Hidden) => Part | Part[],
  writing: Writing = {},
): Shape['draw'] {
  return (tables, chance, hidden) => {
    const printed = lay(tables, writing)
    return report({ t2: tabbed(printed.t2), t3: draw(printed.t3, chance, hidden), t4: tabbed(printed.t4) })
  }
}

const hideRow = (hidden: Hidden, row: readonly LaidCell[], t3: LaidTable): void => {
  const index = (row[0]?.row ?? 3) - 3
  void t3
  hidden.cells.add(`row ${index}`)
}

const fullWidth = (text: string): string =>
  text.replace(/[\d.,]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
const misspell = (text: string): string => {
  const bare = text.replace(/^(?:\d\.|（.）|.、)/, '')
  if (bare.length < 5) return text
  const at = text.length - bare.length + Math.floor(bare.length / 2)
  return `${text.slice(0, at)}某${text.slice(at + 1)}`
}
const short: Readonly<Record<string, string>> = {
  newlyReceived: '一、本年新收',
  carriedIn: '二、上年结转',
  partlyGranted: '（二）部分公开',
  refusedStateSecret: '1.国家秘密',
  refusedForbiddenByLaw: '2.法律法规禁止公开',
  refusedSecurityStability: '3.三安全一稳定',
  refusedThirdPartyRights: '4.第三方合法权益',
  refusedInternalAffairs: '5.内部事务信息',
  refusedDeliberative: '6.过程性信息',
  refusedEnforcementFile: '7.行政执法案卷',
  refusedAdministrativeQuery: '8.行政查询事项',
  unableNotHeld: '1.本机关不掌握',
  unableNeedsCreation: '2.需要另行制作',
  notProcessedPetition: '1.信访举报投诉',
  notProcessedReissue: '5.确认或重新出具',
  otherCorrectionLapsed: '1.逾期不补正',
  otherFeeUnpaid: '2.逾期未按收费通知要求缴纳费用',
  carriedOut: '四、结转下年度',
}
const letters = (text: string): string => Array.from(text).join('\n')

/** A cell's text with its blanks for zero; the empty cell is then not held. */
const zeroAs =
  (mark: string, hidden: Hidden) =>
  (value: number, name: string): string => {
    if (value !== 0) return String(value)
    hidden.cells.add(name)
    return mark
  }

function withZeroAs(mark: string, draw: (table: LaidTable, chance: Chance) => Part): Shape['draw'] {
  return (tables, chance, hidden) => drawAll(draw, { value: zeroAs(mark, hidden) })(tables, chance, hidden)
}

export const shapes: readonly Shape[] = [
  { name: 'cell lines with tabs (Word)', draw: drawAll(cellLines), atLeast: 1 },
  { name: 'one cell a line, empty lines between', draw: drawAll((table) => oneALine(table)), atLeast: 1 },
  { name: 'one cell a line, no empty lines', draw: drawAll((table) => oneALine(table, '\n')), atLeast: 1 },
  { name: 'tabs, columns aligned', draw: drawAll(tabbed), atLeast: 1 },
  { name: 'tabs, ragged', draw: drawAll(raggedTabs), atLeast: 1 },
  { name: 'markdown', draw: drawAll((table) => piped(table, true)), atLeast: 1 },
  { name: 'pipes', draw: drawAll((table) => piped(table, false)), atLeast: 1 },
  { name: 'one space between', draw: drawAll(spaced), atLeast: 1 },
  { name: 'pdftotext -layout, wrapped labels', draw: drawAll(layout), atLeast: 0.97 },
  { name: 'real grid', draw: drawAll(grid), atLeast: 1 },
  {
    name: 'full-width digits',
    draw: drawAll(tabbed, { value: (value) => fullWidth(value.toLocaleString('en-US')) }),
    atLeast: 1,
  },
  {
    name: 'traditional characters',
    draw: drawAll(cellLines, {
      label: (text) => Array.from(text, traditionalOf).join(''),
      heading: (text) => Array.from(text, traditionalOf).join(''),
      group: (text) => Array.from(text, traditionalOf).join(''),
    }),
    atLeast: 1,
  },
  {
    name: 'labels one character a line',
    draw: drawAll((table) => oneALine(table, '\n'), { label: letters, heading: letters, group: letters }),
    atLeast: 0.97,
  },
  {
    name: 'labels misspelt, one cell a line',
    draw: drawAll((table) => oneALine(table), { label: misspell }),
    atLeast: 0.97,
  },
  {
    name: 'labels misspelt, tabs',
    draw: drawAll(raggedTabs, { label: misspell, heading: misspell }),
    atLeast: 0.95,
  },
  {
    name: 'labels shortened',
    draw: drawAll(raggedTabs, { label: (text, row) => short[row] ?? text }),
    atLeast: 0.97,
  },
  {
    name: 'no numbering before labels',
    draw: drawAll((table) => oneALine(table), {
      label: (text) => text.replace(/^(?:\d\.|（.）|[一二四]、)/, ''),
    }),
    atLeast: 1,
  },
  {
    name: 'numbers of labels apart by a space',
    draw: drawAll(spaced, { label: (text) => text.replace(/^(\d\.)/, '$1 ').replace(/^（(.)）/, '（$1） ') }),
    atLeast: 1,
  },
  {
    name: 'thousands separators',
    draw: drawAll(raggedTabs, { value: (value) => value.toLocaleString('en-US') }),
    atLeast: 1,
  },
  {
    name: 'units in cells',
    draw: drawAll(raggedTabs, {
      value: (value, name) => (name.endsWith('feesWan') ? `${value}万元` : `${value}件`),
    }),
    atLeast: 1,
  },
  {
    name: 'notes in cells',
    draw: drawAll(raggedTabs, {
      value: (value) => (value > 20 ? `${value}（其中修订16件）` : String(value)),
    }),
    atLeast: 1,
  },
  { name: 'dash for zero, tabs', draw: withZeroAs('—', raggedTabs), atLeast: 1 },
  { name: 'slash for zero, one cell a line', draw: withZeroAs('/', (table) => oneALine(table)), atLeast: 1 },
  { name: '无 for zero, one cell a line', draw: withZeroAs('无', (table) => oneALine(table)), atLeast: 1 },
  { name: 'blank for zero, real grid', draw: withZeroAs('', grid), atLeast: 0.97 },
  { name: 'blank for zero, cell lines with tabs', draw: withZeroAs('', cellLines), atLeast: 0.97 },
  { name: 'blank for zero, tabs aligned', draw: withZeroAs('', tabbed), atLeast: 0.4 },
  { name: 'nothing for zero, one cell a line', draw: withZeroAs('', (table) => oneALine(table)), atLeast: 0 },
  { name: 'nothing for zero, pdftotext -layout', draw: withZeroAs('', layout), atLeast: 0 },
  {
    name: 'only the totals of table three',
    draw: onlyTableThree((table, _, hidden) => {
      for (const row of values(table))
        for (const one of row.slice(0, -1)) hidden.cells.add(`at ${one.row - 3} ${one.column - 3}`)
      return oneALine({
        ...table,
        cells: table.cells.filter((one) => one.role !== 'value' || one.column === 9),
      })
    }),
    atLeast: 1,
  },
  {
    name: 'labels first, then the numbers row by row',
    draw: onlyTableThree((table) => [
      ...labels(table),
      ...values(table).map((row) => row.map((one) => one.text).join(' ')),
    ]),
    atLeast: 0.99,
  },
  {
    name: 'labels first, then one number a line along the rows',
    draw: onlyTableThree((table) => [
      ...labels(table),
      ...values(table)
        .flat()
        .map((one) => one.text),
    ]),
    atLeast: 0.3,
  },
  {
    name: 'labels first, then one number a line down the columns',
    draw: onlyTableThree((table) => {
      const rows = values(table)
      return [
        ...labels(table),
        ...Array.from({ length: 7 }, (_, column) => rows.map((row) => row[column]?.text ?? '')).flat(),
      ]
    }),
    atLeast: 0.3,
  },
  {
    name: 'labels first, then each column under its heading',
    draw: onlyTableThree((table) => {
      const rows = values(table)
      const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
      const own = rowsOfLaid(table)
        .slice(3)
        .flatMap((row) => row.filter((one) => one.role !== 'value').map((one) => one.text))
      return [
        ...own,
        ...names.flatMap((name, column) => [name, ...rows.map((row) => row[column]?.text ?? '')]),
      ]
    }),
    atLeast: 0.99,
  },
  {
    name: 'headings of table three lost',
    draw: onlyTableThree((table) =>
      raggedTabs({ ...table, cells: table.cells.filter((one) => one.role !== 'heading') }),
    ),
    atLeast: 1,
  },
  {
    name: 'two rows joined on a line',
    draw: onlyTableThree((table) => {
      const lines = spaced(table).split('\n')
      return lines
        .flatMap((line, index) =>
          index === 8 || index === 15
            ? []
            : [index === 7 || index === 14 ? `${line} ${lines[index + 1]}` : line],
        )
        .join('\n')
    }),
    atLeast: 1,
  },
  {
    name: 'one label lost',
    draw: onlyTableThree((table, chance) => {
      const row = 6 + Math.floor(chance() * 15)
      return oneALine({
        ...table,
        cells: table.cells.filter((one) => one.role === 'value' || one.row !== row || one.role === 'group'),
      })
    }),
    atLeast: 0.95,
  },
  {
    name: 'rows cut by a page break with page number and heading',
    draw: onlyTableThree((table) => {
      const lines = spaced(table).split('\n')
      const words = (lines[12] ?? '').split(' ')
      lines.splice(12, 1, words.slice(0, -3).join(' '), '', '- 4 -', '', words.slice(-3).join(' '))
      return lines.join('\n')
    }),
    atLeast: 1,
  },
  {
    name: 'page break with the heading repeated',
    draw: onlyTableThree((table) => {
      const lines = raggedTabs(table).split('\n')
      lines.splice(15, 0, '', '— 4 —', '', ...lines.slice(0, 3))
      return lines.join('\n')
    }),
    atLeast: 1,
  },
  {
    name: 'bare page numbers at page ends',
    draw: onlyTableThree((table) => {
      const lines = oneALine(table, '\n').split('\n')
      lines.splice(60, 0, '4\f')
      lines.splice(130, 0, '5\f')
      return lines.join('\n')
    }),
    atLeast: 0.95,
  },
  {
    name: 'a row without one of its values',
    draw: onlyTableThree((table, chance, hidden) => {
      const drop = table.cells.filter((one) => one.role === 'value')[Math.floor(chance() * 175)]
      if (drop) hidden.cells.add(`at ${drop.row - 3} ${drop.column - 3}`)
      return oneALine({ ...table, cells: table.cells.filter((one) => one !== drop) })
    }),
    atLeast: 0.95,
  },
  {
    name: 'a row with one value too many',
    draw: onlyTableThree((table, chance, hidden) => {
      const near = table.cells.filter((one) => one.role === 'value')[Math.floor(chance() * 175)]
      const surplus = near ? [{ ...near, column: near.column + 0.5, text: chance() < 0.6 ? '0' : '3' }] : []
      void hidden
      return raggedTabs({ ...table, cells: [...table.cells, ...surplus] })
    }),
    atLeast: 0.95,
  },
  {
    name: 'a whole row missing',
    draw: onlyTableThree((table, chance, hidden) => {
      const row = 3 + Math.floor(chance() * 25)
      hideRow(
        hidden,
        table.cells.filter((one) => one.row === row && one.role === 'value'),
        table,
      )
      return raggedTabs({
        ...table,
        cells: table.cells.filter((one) => one.row !== row || one.role === 'group'),
      })
    }),
    atLeast: 1,
  },
  {
    name: 'group subtotals added',
    draw: onlyTableThree((table) => {
      const lines = spaced(table).split('\n')
      const at = lines.findIndex((line) => line.includes('1.属于国家秘密'))
      lines.splice(at, 0, '（三）不予公开 7 7 7 7 7 7 42')
      lines[at + 1] = (lines[at + 1] ?? '').replace('（三）不予公开 ', '')
      return lines.join('\n')
    }),
    atLeast: 1,
  },
  {
    name: 'columns in another order, real grid',
    draw: onlyTableThree((table) => {
      const moved = (column: number) => (column === 9 ? 3 : column >= 3 ? column + 1 : column)
      return grid({
        ...table,
        cells: table.cells.map((one) =>
          one.colspan === 1
            ? { ...one, column: moved(one.column) }
            : one.role === 'heading' && one.colspan === 5
              ? { ...one, column: 5 }
              : one,
        ),
      })
    }),
    atLeast: 0.9,
  },
  {
    name: 'real grid cut in two by a page, no heading on the second',
    draw: onlyTableThree((table) => {
      const first = { ...table, rows: 14, cells: table.cells.filter((one) => one.row < 14) }
      const second = {
        ...table,
        rows: table.rows - 14,
        cells: table.cells.filter((one) => one.row >= 14).map((one) => ({ ...one, row: one.row - 14 })),
      }
      return [grid(first), grid(second)]
    }),
    atLeast: 1,
  },
  {
    name: 'real grid without spans, group labels repeated',
    draw: onlyTableThree((table) => {
      const cells = table.cells.flatMap((one) =>
        Array.from({ length: one.rowspan }, (_, down) =>
          Array.from({ length: one.colspan }, (_, along) => ({
            ...one,
            row: one.row + down,
            column: one.column + along,
            rowspan: 1,
            colspan: 1,
          })),
        ).flat(),
      )
      return grid({ ...table, cells })
    }),
    atLeast: 1,
  },
  {
    name: 'comma-separated values',
    draw: onlyTableThree((table) =>
      matrix(table)
        .map((line) => line.map((one) => (one?.text ?? '').replaceAll(',', '，')).join(','))
        .join('\n'),
    ),
    atLeast: 1,
  },
  {
    name: 'label after its values (pdf order)',
    draw: onlyTableThree((table) =>
      rowsOfLaid(table)
        .map((row, index) =>
          index < 3
            ? row.map((one) => one.text).join('\n')
            : [
                row
                  .filter((one) => one.role === 'value')
                  .map((one) => one.text)
                  .join(' '),
                ...row.filter((one) => one.role !== 'value').map((one) => one.text),
              ].join('\n'),
        )
        .join('\n'),
    ),
    atLeast: 0,
  },
  {
    name: 'the whole table on one line',
    draw: drawAll((table) =>
      rowsOfLaid(table)
        .flat()
        .map((one) => one.text)
        .join(' '),
    ),
    atLeast: 0.95,
  },
  {
    name: 'section titles lost',
    draw: (tables) => {
      const printed = lay(tables)
      return treeOf([
        ...opening,
        oneALine(printed.t2),
        oneALine(printed.t3),
        oneALine(printed.t4),
        ...closing,
      ])
    },
    atLeast: 1,
  },
]
