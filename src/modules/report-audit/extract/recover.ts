import { type DocTree, UnreadableDocument } from '../../../documents/tree.ts'
import type {
  FormVersion,
  Observation,
  Paragraph,
  RecoveredReport,
  ReportTables,
  TableId,
} from '../../../law/report-form/model.ts'
import { headlessTables } from './headless-tables.ts'
import { identify, secondTitle } from './identity.ts'
import { fromPicture, isUnread, ofPictures, picturedPages } from './pictured.ts'
import { type PrintedRow, printedRows } from './printed-rows.ts'
import { atOf, type Readings } from './readings.ts'
import { oneAfterAnother } from './side-by-side.ts'
import { isRunTogether } from './run-together.ts'
import { findRegions, type Region } from './regions.ts'
import { findSections, partAtTitles, type SectionHeading } from './sections.ts'
import { readTableFour } from './table-four.ts'
import { readTableThree, type ReadTableThree } from './table-three.ts'
import { readTableTwo } from './table-two.ts'
import { keyOf } from '../../../text/fold.ts'
import { plainRadicals } from '../../../text/radicals.ts'
import { type Token, tokensOf } from './tokens.ts'
import { statutoryShare } from './vocabulary.ts'

/** Everything of a report but the facts of its running text. */
export type ReportWithoutNarrative = Omit<RecoveredReport, 'narrative'>

/**
 * Recovers tables, sections, paragraphs and identity of one report from its document tree.
 * @throws UnreadableDocument `notAReport` when the document is something else, `severalReports` when it holds more than one
 */
export function recover(tree: DocTree, file: string): ReportWithoutNarrative {
  const rows = partAtTitles(oneAfterAnother(printedRows(tree)))
  const headings = findSections(rows)
  const tokens = tokensOf(rows, headings)
  const found = findRegions(tokens)
  const regions = [
    ...found,
    ...headlessTables(tokens, headings, (table) => found.some((region) => region.table === table)),
  ]
  const observations: Observation[] = runTogetherIn(tree)
  const chosen = new Map<TableId, Region>()
  for (const table of ['t2', 't3', 't4'] as const) {
    const own = regions.filter((region) => region.table === table)
    const most = own[0]?.anchors.size ?? 0
    const good = own.filter((region) => region.anchors.size >= most * 0.7).sort((a, b) => a.from - b.from)
    if (good[0]) chosen.set(table, good[0])
    for (const other of good.slice(1))
      observations.push({
        code: 'structure.repeatedTable',
        at: [atOf(tokens[other.from]?.place ?? {}, table)],
        detail: { table },
      })
  }
  const two = chosen.get('t2')
  const three = chosen.get('t3')
  const four = chosen.get('t4')
  const t2 = two && readTableTwo(tokens, rows, two)
  const t3 = three && readTableThree(tokens, rows, three)
  const t4 = four && readTableFour(tokens, rows, four)
  const tables: ReportTables = { t2: t2?.table ?? null, t3: t3?.table ?? null, t4: t4?.table ?? null }
  for (const table of ['t2', 't3', 't4'] as const)
    if (!chosen.has(table))
      observations.push({ code: 'structure.missingTable', at: [{ table }], detail: { table } })
  const first = headings[0]?.row ?? -1
  const bodyStart =
    first >= 0
      ? first
      : Math.min(...[...chosen.values()].map((region) => tokens[region.from]?.row ?? 0), rows.length)
  const identity = identify(tree, rows, bodyStart)
  if (!isReport(tree, headings, chosen, identity.title)) throw notAReport()
  const repeated = new Set(
    observations.flatMap((one) => (one.code === 'structure.repeatedTable' ? [one.detail?.['table']] : [])),
  ).size
  const lastTable = Math.max(...[...chosen.values()].map((region) => tokens[region.to - 1]?.row ?? 0), 0)
  const second = repeated >= 2 ? secondTitle(rows, lastTable + 1, identity) : null
  if (second !== null) throw severalReports(identity.title, second)
  const used = rowsInTables(tokens, rows, [...chosen.values()])
  const readings = [t2?.readings, t3?.readings, t4?.readings].filter(
    (part): part is Readings => part !== undefined,
  )
  const pictured = picturedPages(tree)
  const form = formOf(t2?.form, t3 && formerRowOf(t3), identity.year)
  return {
    file,
    agency: identity.agency,
    year: identity.year,
    form,
    title: identity.title,
    tables,
    ...(t2?.former || t3?.former
      ? { former: { t2: t2?.former ?? null, otherHandled: t3?.former ?? null } }
      : {}),
    cells: readings.flatMap((part) => part.cells.map((cell) => fromPicture(cell, pictured))),
    sections: headings.map((heading) => ({
      number: heading.number,
      printedNumber: heading.printedNumber,
      title: heading.title,
      at: { ...atOf(rows[heading.row]?.place ?? {}), section: heading.number },
    })),
    paragraphs: paragraphsOf(rows, headings, used, identity.titleRow, identity.signatureRow),
    observations: [
      ...observations,
      ...identity.observations,
      ...readings.flatMap((part) => part.observations).filter((one) => !isUnread(one)),
      ...ofPictures(tree),
      ...zeroWidths(tree),
    ],
    text: plainRadicals(tree.text),
    ...pageHeadOf(tree),
    links: tree.links.map((link) => ({ href: link.href, text: link.text, at: atOf(link.place) })),
    hidden: tree.hidden.map((hidden) => ({ text: hidden.text, how: hidden.how, at: atOf(hidden.place) })),
  }
}

/** Where a line holds the whole report, the copy lost its line breaks. */
function runTogetherIn(tree: DocTree): Observation[] {
  const block = tree.blocks.find((one) => one.kind !== 'table' && isRunTogether(one.text))
  return block === undefined ? [] : [{ code: 'source.runTogether', at: [atOf(block.place)] }]
}

/** What the head of a web page says; other formats have titles of templates, which say nothing. */
function pageHeadOf({ format, title, meta }: DocTree): Pick<RecoveredReport, 'page'> {
  if (format !== 'html') return {}
  const words = Object.entries(meta)
    .filter(([name]) => /^(?:keywords|description)$/i.test(name))
    .map(([, value]) => value)
    .join(' ')
  return title === undefined && words === ''
    ? {}
    : { page: { ...(title === undefined ? {} : { title }), ...(words === '' ? {} : { words }) } }
}

/** Whether table three has the single row （六）; undefined where neither it nor one of the three rows was found. */
function formerRowOf({ former, readings }: ReadTableThree): boolean | undefined {
  if (former !== null) return true
  const split = readings.cells.some((cell) => /^other(?:CorrectionLapsed|FeeUnpaid)$/.test(cell.row ?? ''))
  return split ? false : undefined
}

/** What was planted or pasted into words and figures and is never seen. */
function zeroWidths(tree: DocTree): Observation[] {
  return tree.notes
    .filter((note) => note.code === 'zeroWidth')
    .map(({ place, count }) => ({
      code: 'source.zeroWidth',
      at: [atOf(place ?? {})],
      detail: { count: count ?? 1 },
    }))
}

/** By the headings of table two first, then by the single row （六） of table three, then by the year. */
function formOf(
  byTableTwo: FormVersion | undefined,
  formerRow: boolean | undefined,
  year: number | null,
): FormVersion {
  if (byTableTwo !== undefined) return byTableTwo
  if (formerRow !== undefined) return formerRow ? '2019' : '2021'
  return year !== null && year < 2021 ? '2019' : '2021'
}

function isReport(
  tree: DocTree,
  headings: readonly SectionHeading[],
  chosen: ReadonlyMap<TableId, Region>,
  title: string | null,
): boolean {
  const named = tree.text.match(/政府?[信資]息公[开開]/g)?.length ?? 0
  if (chosen.size >= 2 || chosen.has('t3')) return true
  if (headings.length >= 3 || (chosen.size === 1 && headings.length >= 1)) return true
  return title !== null && named >= 3 && tree.text.length >= 400 && headings.length >= 1
}

/** Two reports one after the other must not be judged as one: the second one's name would be taken for a wrong signature. */
function severalReports(first: string | null, second: string): UnreadableDocument {
  return new UnreadableDocument(
    'severalReports',
    `这份文件里不止一份年度报告（${first === null ? '' : `“${first}”和`}“${second}”）。请每份报告存成一个文件，再分别核对。`,
  )
}

function notAReport(): UnreadableDocument {
  return new UnreadableDocument(
    'notAReport',
    '这份文件不像政府信息公开工作年度报告：没有找到法定表格，也没有找到规定的章节。请确认文件是否选对。',
  )
}

/** Rows that are no running text: those of the statutory tables, and what else of their grids holds headings and figures only. */
function rowsInTables(
  tokens: readonly Token[],
  rows: readonly PrintedRow[],
  regions: readonly Region[],
): Set<number> {
  const used = new Set<number>()
  const grids = new Set<number>()
  for (const region of regions)
    for (let index = region.from; index < region.to; index += 1) {
      const token = tokens[index]
      if (token === undefined || token.kind === 'prose' || token.kind === 'heading') continue
      used.add(token.row)
      const row = rows[token.row]
      if (row?.shape === 'grid') grids.add(row.block)
    }
  for (const [index, row] of rows.entries())
    if (
      row.shape === 'grid' &&
      grids.has(row.block) &&
      row.cells.every((cell) => cell.text.length <= 24 && !cell.text.includes('。'))
    )
      used.add(index)
  return used
}

/** A line of words that only the tables print: headings of a table whose figures were not recognised as one. */
function isHeadingOfTable(text: string): boolean {
  if (keyOf(text).length < 8 || /[无没零。]|未(?!经|审)/.test(text)) return false
  return text.split(/\s+/).every((part) => part === '' || statutoryShare(keyOf(part)) === 1)
}

const footer =
  /版权所有|网站地图|备案|ICP|主办单位|承办单位|技术支持|上一篇|下一篇|扫一扫|关闭(?:窗口|本页)|打印本页|网站标识码|公网安备/

/** The running text row by row, each row with the section it stands in. Menus far above the title are left out. */
function paragraphsOf(
  rows: readonly PrintedRow[],
  headings: readonly SectionHeading[],
  used: ReadonlySet<number>,
  titleRow: number,
  signatureRow: number,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const headingRows = new Map(headings.map((heading) => [heading.row, heading.number]))
  const lastHeading = headings.at(-1)?.row ?? -1
  let section = 0
  let ended = false
  for (const [index, row] of rows.entries()) {
    const heading = headingRows.get(index)
    if (heading !== undefined) {
      section = heading
      continue
    }
    if (used.has(index) || row.text.trim() === '') continue
    if (titleRow > 12 && index < titleRow - 12 && !/来源|时间|日期/.test(row.text)) continue
    if (index > lastHeading && (index === signatureRow || (section >= 5 && footer.test(row.text))))
      ended = true
    if (section >= 2 && section <= 4 && isHeadingOfTable(row.text)) continue
    const text = plainRadicals(row.text).replaceAll('\t', ' ')
    const number = ended ? 7 : section
    paragraphs.push({
      text,
      section: number,
      at: { ...atOf(row.place), ...(number >= 1 && number <= 6 ? { section: number } : {}) },
    })
  }
  return paragraphs
}
