import type { Page } from 'playwright-core'
import { isTable, type Piece } from './office-report.ts'
import { type LaidTable, rowsOfLaid, type Writing } from './statutory-tables.ts'

/** A way in which an office's page comes out of a browser's print dialogue. */
export interface PrintedPage {
  readonly name: string
  /** Style rules of the page, beside those every page has. */
  readonly css: string
  readonly paper?: Parameters<Page['pdf']>[0]
  readonly writing?: Writing
  /** Markup before the report. */
  readonly before?: string
  /** Most of the shown cells that may stay open. */
  readonly open?: number
}

const blankZero: Writing = { value: (value) => (value === 0 ? '' : String(value)) }
const unruled = 'td{border:0;font-size:10pt}'

export const printedPages: readonly PrintedPage[] = [
  { name: 'ruled, over two pages, head repeated', css: 'td{font-size:11pt}' },
  { name: 'small type, scaled', css: 'td{font-size:8pt;padding:0 1px}', paper: { scale: 0.6 } },
  { name: 'no rules, labels in the middle', css: unruled },
  {
    name: 'no rules, figures on the last line of the label',
    css: `${unruled}td{vertical-align:bottom}`,
    open: 7,
  },
  {
    name: 'level rules only, blank for zero',
    css: 'td{border-width:1px 0;font-size:10pt}',
    writing: blankZero,
    open: 20,
  },
  {
    name: 'no rules, blank for zero, small',
    css: 'td{border:0;font-size:7pt;padding:0 1px;line-height:1.2}',
    writing: blankZero,
    open: 20,
  },
  {
    name: 'no rules, a mark across every page',
    css: unruled,
    before:
      '<div style="position:fixed;top:40%;left:20%;transform:rotate(-30deg);font-size:40pt;color:#ddd">云汀市 2023 公开</div>',
  },
  {
    name: 'wider than the paper, the last columns cut off',
    css: 'td{white-space:nowrap;font-size:10pt}',
    open: 75,
  },
]

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function tableOf(table: LaidTable): string {
  const rows = rowsOfLaid(table)
  const head = rows.findIndex((row) => row.some((one) => one.role === 'value'))
  const line = (row: (typeof rows)[number]): string =>
    `<tr>${row
      .map((one) => `<td rowspan=${one.rowspan} colspan=${one.colspan}>${escape(one.text) || '&nbsp;'}</td>`)
      .join('')}</tr>`
  return `<table><thead>${rows.slice(0, head).map(line).join('')}</thead><tbody>${rows.slice(head).map(line).join('')}</tbody></table>`
}

/** The page that is printed: tables with heads that a browser repeats on every page. */
export function pageToPrint(pieces: readonly Piece[], { css, before = '' }: PrintedPage): string {
  const body = pieces.map((piece) => {
    if (isTable(piece)) return tableOf(piece)
    const tag = { title: 'h1', section: 'h2', text: 'p' }[piece.kind]
    return `<${tag}>${escape(piece.text)}</${tag}>`
  })
  return `<!doctype html><meta charset=utf-8><style>body{font:12pt/1.8 "Noto Serif SC",serif}h1{font-size:18pt;text-align:center}
p{text-indent:2em;margin:.3em 0}table{border-collapse:collapse;width:100%}td{border:1px solid #000;padding:3px 4px;text-align:center}${css}</style>
${before}${body.join('\n')}`
}
