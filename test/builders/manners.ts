import { strToU8, zipSync } from 'fflate'
import { t2Cells, t3Columns, t3Rows, t4Blocks, t4Columns } from '../../src/law/report-form/model.ts'
import { gbkOf } from './gbk.ts'
import { layoutTablesPage, pastedPage, sitePage, wordPage } from './manners-html.ts'
import * as texts from './manners-text.ts'
import * as torn from './manners-torn.ts'
import { ofdOf } from './ofd-file.ts'
import { type OfficeReport, type Piece, piecesOf } from './office-report.ts'
import type { Chance, Writing } from './statutory-tables.ts'

/** A way in which a report is published or passed on, as a file. */
export interface Manner {
  readonly name: string
  readonly file: string
  readonly bytes: (report: OfficeReport, chance: Chance) => Uint8Array
  /** Cells that the copy shows no more. */
  readonly lost?: (report: OfficeReport) => ReadonlySet<string>
  /** Least share of the shown cells that must come back. */
  readonly atLeast: number
  /** How many faults in agency, year, form, sections or facts all offices together may show; none unless told. */
  readonly faults?: number
}

const utf8 = strToU8
const text =
  (draw: (pieces: readonly Piece[], report: OfficeReport, chance: Chance) => string, writing: Writing = {}) =>
  (report: OfficeReport, chance: Chance): Uint8Array =>
    utf8(draw(piecesOf(report, writing), report, chance))

const zeroAs = (sign: string): Writing => ({ value: (value) => (value === 0 ? sign : String(value)) })

/** All cells whose number is 0: where zero is left out they are not held. */
function zeros(report: OfficeReport): ReadonlySet<string> {
  const lost = new Set<string>()
  const { t2, t3, t4 } = report.tables
  for (const cell of t2Cells) if (t2[cell] === 0) lost.add(`t2.${cell}`)
  for (const row of t3Rows)
    for (const column of t3Columns) if (t3[row][column] === 0) lost.add(`t3.${row}.${column}`)
  for (const block of t4Blocks)
    for (const column of t4Columns) if (t4[block][column] === 0) lost.add(`t4.${block}.${column}`)
  if (report.former) {
    for (const [cell, value] of Object.entries(report.former.t2)) if (value === 0) lost.add(`t2.${cell}`)
    for (const column of t3Columns)
      if (report.former.other[column] === 0) lost.add(`t3.otherHandled.${column}`)
  }
  return lost
}

function singleFile(page: string): Uint8Array {
  const encoded = Buffer.from(gbkOf(page))
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')
  return utf8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n此文档为“单个文件网页”。\r\n\r\n------=_NextPart_01\r\nContent-Location: file:///C:/report.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${encoded}\r\n\r\n------=_NextPart_01--\r\n`,
  )
}

export const manners: readonly Manner[] = [
  {
    name: 'word page, GBK, cells never closed',
    file: 'a.htm',
    bytes: (r) => gbkOf(wordPage(piecesOf(r))),
    atLeast: 1,
  },
  {
    name: 'word single-file page named doc',
    file: 'a.doc',
    bytes: (r) => singleFile(wordPage(piecesOf(r))),
    atLeast: 1,
  },
  {
    name: 'site page with menus and related reports',
    file: 'a.html',
    bytes: text((p, r, c) => sitePage(r, p, c)),
    atLeast: 1,
  },
  {
    name: 'site page, blank for zero',
    file: 'a.html',
    bytes: text((p, r, c) => sitePage(r, p, c), zeroAs('')),
    lost: zeros,
    atLeast: 0.97,
  },
  {
    name: 'site page, dash for zero',
    file: 'a.html',
    bytes: text((p, r, c) => sitePage(r, p, c), zeroAs('—')),
    lost: zeros,
    atLeast: 1,
  },
  {
    name: 'nested layout tables, GBK',
    file: 'a.html',
    bytes: (r, c) => gbkOf(layoutTablesPage(r, piecesOf(r), c)),
    atLeast: 1,
  },
  { name: 'pasted into an editor', file: 'a.html', bytes: text((p) => pastedPage(p)), atLeast: 1 },
  { name: 'ofd', file: 'a.ofd', bytes: (r) => ofdOf(piecesOf(r)), atLeast: 1 },
  {
    name: 'zip with one page in it',
    file: 'a.zip',
    bytes: (r, c) => zipSync({ '年报.html': utf8(sitePage(r, piecesOf(r), c)) }),
    atLeast: 1,
  },
  {
    name: 'browser copy with line feeds around tabs',
    file: 'a.txt',
    bytes: text(texts.browserCopy),
    atLeast: 1,
  },
  { name: 'readability', file: 'a.txt', bytes: text(texts.readability), atLeast: 1 },
  {
    name: 'readability, slash for zero',
    file: 'a.txt',
    bytes: text(texts.readability, zeroAs('/')),
    lost: zeros,
    atLeast: 1,
  },
  {
    name: 'readability, full-width digits',
    file: 'a.txt',
    bytes: text(texts.readability, {
      value: (value) => String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    }),
    atLeast: 1,
  },
  { name: 'inner text, one space between', file: 'a.txt', bytes: text(texts.innerText), atLeast: 1 },
  { name: 'search cache, a table a line', file: 'a.txt', bytes: text(texts.searchCache), atLeast: 1 },
  {
    name: 'markdown, merged cells repeated',
    file: 'a.md',
    bytes: text(texts.markdownRepeated),
    atLeast: 0.99,
  },
  { name: 'markdown, padded and bold', file: 'a.md', bytes: text(texts.markdownPadded), atLeast: 1 },
  { name: 'boxes', file: 'a.txt', bytes: text(texts.boxes), atLeast: 1 },
  {
    name: 'machine-read scan',
    file: 'a.txt',
    bytes: text((p, r, c) => texts.machineRead(r, p, c)),
    atLeast: 1,
  },
  {
    name: 'headings repeated on every page',
    file: 'a.txt',
    bytes: text((p, r) => texts.repeatedHeads(r, p)),
    atLeast: 1,
  },
  { name: 'narrow columns', file: 'a.txt', bytes: text(texts.narrowColumns), atLeast: 1 },
  {
    name: 'tabs trimmed at the end, zeros blank',
    file: 'a.txt',
    bytes: text(texts.trimmedTabs, zeroAs('')),
    lost: zeros,
    atLeast: 0.8,
  },
  {
    name: 'zeros dropped, one space between',
    file: 'a.txt',
    bytes: text(texts.droppedZeros, zeroAs('')),
    lost: zeros,
    atLeast: 0.3,
  },
  {
    name: 'thousands and units',
    file: 'a.txt',
    bytes: text(texts.innerText, {
      value: (value, cell) =>
        `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })}${/fees|amountWan/.test(cell) ? '万元' : /t2/.test(cell) ? '件' : ''}`,
    }),
    atLeast: 1,
  },
  { name: 'headings of all tables lost', file: 'a.txt', bytes: text(torn.withoutHeadings), atLeast: 1 },
  { name: 'labels of merged cells written out', file: 'a.txt', bytes: text(torn.fullLabels), atLeast: 1 },
  { name: 'comma-separated', file: 'a.csv', bytes: text(torn.commas), atLeast: 1 },
  {
    name: 'one cell a line, page heads between',
    file: 'a.txt',
    bytes: text((p, r, c) => torn.feetBetweenCells(r, p, c, false)),
    atLeast: 0.95,
  },
  {
    name: 'one cell a line, bare page numbers between',
    file: 'a.txt',
    bytes: text((p, r, c) => torn.feetBetweenCells(r, p, c, true)),
    atLeast: 0.98,
  },
  {
    name: 'one cell a line, cells lost',
    file: 'a.txt',
    bytes: text((p, _, c) => torn.lostCells(p, c)),
    atLeast: 0.72,
  },
  {
    name: 'figures misread as letters',
    file: 'a.txt',
    bytes: text((p, _, c) => torn.lookAlikes(p, c)),
    atLeast: 0.99,
  },
  { name: 'grids cut in two', file: 'a.html', bytes: text(torn.cutGrids), atLeast: 1 },
]
