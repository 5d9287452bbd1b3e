import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocTree } from '../../src/documents/tree.ts'
import { tableFourOf, tableThreeOf, tableTwoOf } from '../../src/law/report-form/empty-tables.ts'
import { formerT2Form } from '../../src/law/report-form/form-2019.ts'
import { t3ResultRows } from '../../src/law/report-form/form-2021.ts'
import {
  type TableThree,
  type T3Row,
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
} from '../../src/law/report-form/model.ts'
import { layFormerThree, layFormerTwo, type OfficeReport } from './office-report.ts'
import { type LaidTable, layTableFour, layTableThree, layTableTwo } from './statutory-tables.ts'
import { cellLines, grid, layout, oneALine, raggedTabs, spaced, tabbed, treeOf } from './table-shapes.ts'

/** A fault placed by hand: the code that must be found, and words that its quotation, message or figures must hold. */
export interface PlacedFault {
  readonly code: string
  readonly words: string
}

/**
 * A report of the second labelled set. Running text is written out; a table is one line of numbers (`@t2`, `@t4`) or one line
 * for each row that is not all zero (`@t3`, `@t3o` for the form of 2019). Totals that are not given are the sums; `_` prints an
 * empty cell and `/` a slash.
 */
export interface LabelledDraft {
  readonly set: DraftSet
  readonly name: string
  readonly finds: readonly PlacedFault[]
  /** Codes that may be found as well: right, but not what the report was written for. */
  readonly also: readonly string[]
  readonly previous: string | null
  /** Set for a report in another form than the statutory one: the reader must say so, not judge it. */
  readonly unreadable: boolean
  /** The agency, and numbers of the text, as they were written down beside the report. */
  readonly agency: string | null
  readonly facts: readonly { readonly fact: string; readonly value: number }[]
  readonly lines: readonly string[]
}

/** The sets of drafts: folders below test/reports. */
export type DraftSet = 'labelled-2' | 'labelled-3' | 'labelled-4' | 'labelled-5'
export const draftsFolder = (set: DraftSet): string => join('test', 'reports', set)

/** @param name without the ending `.draft.txt` */
export function readDraft(set: DraftSet, name: string): LabelledDraft {
  const lines = readFileSync(join(draftsFolder(set), `${name}.draft.txt`), 'utf8').split('\n')
  const marks = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2))
  const after = (word: string) =>
    marks.filter((mark) => mark.startsWith(`${word} `)).map((mark) => mark.slice(word.length + 1))
  return {
    set,
    name,
    finds: after('finds').map((one) => {
      const [code = '', words = ''] = one.split(' ~ ')
      return { code, words }
    }),
    also: after('also'),
    previous: after('previous')[0] ?? null,
    unreadable: marks.includes('unreadable'),
    agency: after('agency')[0] ?? null,
    facts: after('fact').map((one) => {
      const [fact = '', value] = one.split(' ')
      return { fact, value: Number(value) }
    }),
    lines: lines.filter((line) => !line.startsWith('# ')),
  }
}

const tableShapes: Readonly<Record<string, (table: LaidTable) => string>> = {
  'tab lines': tabbed,
  'ragged tab lines': raggedTabs,
  'one cell a line': (table) => oneALine(table),
  'cells of a word processor': cellLines,
  'one space between': spaced,
  'columns by spaces': layout,
}
const textShapes: Readonly<Record<string, (line: string) => string>> = {
  'as written': (line) => line,
  'half-width commas': (line) => line.replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';'),
  'spaces around numbers': (line) => line.replace(/\d[\d.,]*/g, ' $& ').replace(/ +/g, ' '),
  'lines broken as in a pdf': (line) => (line.match(/.{1,38}/gu) ?? ['']).join('\n'),
  'full-width brackets lost': (line) => line.replaceAll('（', '(').replaceAll('）', ')'),
}

const inPage = 'inside a page of a site'
const pageHead = [
  '首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报',
  '索引号：11370000MB2857-0012　主题分类：综合政务　有效性：有效',
  '【字号：大 中 小】 【打印】 【关闭】 浏览次数：355',
]
const pageTail = [
  '扫一扫在手机打开当前页',
  '上一篇：没有了',
  '下一篇：政府信息公开指南',
  '网站标识码：3715000033　ICP备05083320号-1　政务服务热线：12345',
  '联系我们　网站地图　建议使用1024*768分辨率',
]

/** How each report is drawn: a way of printing tables with a way of typing text. */
export const drawings = [
  ['tab lines', 'as written'],
  ['one cell a line', 'as written'],
  ['cells of a word processor', 'half-width commas'],
  ['ragged tab lines', 'spaces around numbers'],
  ['one space between', 'full-width brackets lost'],
  ['columns by spaces', 'as written'],
  ['grid', 'as written'],
  ['columns by spaces', 'lines broken as in a pdf'],
  ['tab lines', 'inside a page of a site'],
] as const

/** Draws a draft as the readers would hand it over. */
export function drawDraft(draft: LabelledDraft, [tables, text]: readonly [string, string]): DocTree {
  const draw = tableShapes[tables]
  const type = textShapes[text] ?? ((line: string) => line)
  const parts: (string | ReturnType<typeof grid>)[] = []
  const put = (table: LaidTable) => parts.push(draw === undefined ? grid(table) : draw(table))
  for (const piece of piecesOfDraft(draft)) {
    if (typeof piece === 'string') parts.push(piece.includes('\t') ? piece : type(piece))
    else put(piece)
  }
  return treeOf(text === inPage ? [...pageHead, '', ...parts, '', ...pageTail] : parts)
}

/** Its lines of text and its tables, in the order of print. */
export function piecesOfDraft(draft: LabelledDraft): (string | LaidTable)[] {
  const { t2, former } = tablesOfDraft(draft)
  return linesOf(draft).map(({ line, mark, rows, rest }) => {
    if (mark === '@t2') return layTableTwo(t2, { value: printed })
    if (mark === '@t4') return layTableFour(fourOf(rest), { value: printed })
    if (mark === '@t3') return layTableThree(threeOf(rows), { value: printed })
    const tables = { t2, t3: threeOf(rows), t4: fourOf('') }
    if (mark === '@t2o') return layFormerTwo(tables, former.t2, { value: printed })
    if (mark === '@t3o') return layFormerThree(tables, former.other, { value: printed })
    return line
  })
}

/** The tables as numbers; of a report in the form of 2019 also the cells that only that form has. */
export function tablesOfDraft(draft: LabelledDraft): Pick<OfficeReport, 'tables'> & {
  t2: ReturnType<typeof twoOf>
  former: NonNullable<OfficeReport['former']>
} {
  const lines = linesOf(draft)
  const told = (marks: readonly string[]) => lines.find((one) => marks.includes(one.mark))
  const old = told(['@t2o'])
  const t2 = twoOf(old === undefined ? (told(['@t2'])?.rest.split(' ') ?? []) : [])
  const t3 = threeOf(told(['@t3', '@t3o'])?.rows ?? [])
  const formerTwo: Record<string, number> = {}
  const values = old?.rest.split(' ').map(valueOf) ?? []
  for (const [index, { cell }] of formerT2Form.flatMap((row) => row.cells).entries()) {
    if (t2Cells.includes(cell as 'licences')) t2[cell as 'licences'] = values[index] ?? t2[cell as 'licences']
    else formerTwo[cell] = values[index] ?? 0
  }
  const other = Object.fromEntries(
    t3Columns.map((column) => [
      column,
      (['otherCorrectionLapsed', 'otherFeeUnpaid', 'otherMisc'] as const).reduce(
        (sum, row) => sum + (t3[row][column] ?? 0),
        0,
      ),
    ]),
  ) as NonNullable<OfficeReport['former']>['other']
  return {
    t2,
    tables: { t2, t3, t4: fourOf(told(['@t4'])?.rest ?? '') } as OfficeReport['tables'],
    former: { t2: formerTwo, other },
  }
}

interface DraftLine {
  readonly line: string
  /** `@t2`, `@t3`, `@t4`, `@t2o`, `@t3o`, or the first word of a line of text. */
  readonly mark: string
  readonly rest: string
  /** The rows below a table three. */
  readonly rows: readonly string[]
}

function linesOf(draft: LabelledDraft): DraftLine[] {
  const lines: DraftLine[] = []
  for (let at = 0; at < draft.lines.length; at += 1) {
    const line = draft.lines[at] ?? ''
    const [mark = '', ...rest] = line.split(' ')
    const rows: string[] = []
    if (mark === '@t3' || mark === '@t3o')
      while ((draft.lines[at + 1] ?? '').trim() !== '') rows.push(draft.lines[(at += 1)] ?? '')
    lines.push({ line, mark, rest: rest.join(' '), rows })
  }
  return lines
}

const blank = Number.NaN
const slash = Number.POSITIVE_INFINITY
const printed = (value: number): string => (Number.isNaN(value) ? '' : value === slash ? '/' : String(value))
const valueOf = (token: string): number => (token === '_' ? blank : token === '/' ? slash : Number(token))

function twoOf(tokens: readonly string[]) {
  const t2 = tableTwoOf(0)
  for (const [index, cell] of t2Cells.entries()) t2[cell] = valueOf(tokens[index] ?? '0')
  return t2
}

function threeOf(rows: readonly string[]): TableThree {
  const t3 = tableThreeOf(0)
  const told = new Set<string>()
  for (const row of rows) {
    const [id = '', ...tokens] = row.split(' ')
    if (!t3Rows.includes(id as T3Row)) throw new Error(`no such row: ${id}`)
    told.add(id)
    const values = tokens.map(valueOf)
    if (values.length === 6) values.push(values.reduce((sum, one) => sum + one, 0))
    for (const [index, column] of t3Columns.entries()) t3[id as T3Row][column] = values[index] ?? 0
  }
  if (!told.has('totalHandled'))
    for (const column of t3Columns)
      t3.totalHandled[column] = t3ResultRows.reduce((sum, row) => sum + (t3[row][column] ?? 0), 0)
  return t3
}

function fourOf(line: string) {
  const t4 = tableFourOf(0)
  for (const [index, block] of t4Blocks.entries()) {
    const values = (line.split('|')[index] ?? '').trim().split(/\s+/).map(valueOf)
    if (values.length === 4) values.push(values.reduce((sum, one) => sum + one, 0))
    for (const [at, column] of t4Columns.entries()) t4[block][column] = values[at] ?? 0
  }
  return t4
}
