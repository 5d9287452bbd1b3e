import type { DocTree } from '../../../documents/tree.ts'
import type { Observation } from '../../../law/report-form/model.ts'
import { findDays, findYears } from '../../../text/dates.ts'
import { fold } from '../../../text/fold.ts'
import { chineseNumeral } from '../../../text/numerals.ts'
import type { PrintedRow } from './printed-rows.ts'
import { atOf } from './readings.ts'

/** Whose report of which year it is. */
export interface Identity {
  readonly agency: string | null
  readonly year: number | null
  readonly title: string | null
  /** Printed row the title begins on, or -1. */
  readonly titleRow: number
  /** Printed row of the signing agency or day, or -1. */
  readonly signatureRow: number
  readonly observations: readonly Observation[]
}

const agencyEnd =
  /(?:委员会|管委会|工委|人民政府|政府|办公厅|办公室|街道办事处|办事处|管理处|服务中心|管理中心|中心|总局|分局|局|厅|委|院|署|社|部|站|所|总队|支队|大队|海关|银行|公司|集团|学校|中学|小学|幼儿园|大学|学院|医院|联合会|协会|学会|总会|街道|镇|乡|苏木|园区|开发区|高新区|示范区|新区|管理区|处|馆|团|队|会|办)$/
const yearPart = '(?:(?<year>\\d{4})|(?<han>[〇零一二三四五六七八九]{4}))年?度?'
const reportPart =
  '(?:政府|政务)?信息(?:主动)?公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)'
const titleForms: readonly RegExp[] = [
  new RegExp(`^(?<agency>.{0,40}?)(?:关于)?(?:发布)?${yearPart}(?<again>[^。，,；;:：]{0,24}?)${reportPart}`),
  new RegExp(`^(?<agency>[^。，,；;:：]{2,40}?)${reportPart}\\(?${yearPart}\\)?`),
  new RegExp(`^(?<agency>[^。，,；;:：]{2,40}?)(?:年度)?${reportPart}$`),
]

interface Title {
  readonly text: string
  readonly agency: string | null
  readonly year: number | null
  readonly row: number
  readonly score: number
}

/** Finds agency, year and title: title first, then the stated period, then signature and source line. */
export function identify(tree: DocTree, rows: readonly PrintedRow[], bodyStart: number): Identity {
  const title = findTitle(tree, rows, bodyStart)
  const signature = findSignature(rows, bodyStart)
  const period = statedPeriod(rows)
  const signedYear = signature?.day ? Number(signature.day.slice(0, 4)) - 1 : null
  const observations: Observation[] = []
  const year = title?.year ?? period?.year ?? signedYear ?? commonYear(rows, bodyStart)
  if (title?.year != null && period !== null && period.year !== title.year)
    observations.push({
      code: 'identity.yearConflict',
      at: [atOf(rows[title.row]?.place ?? {}), atOf(rows[period.row]?.place ?? {})],
      detail: { title: title.year, period: period.year },
    })
  if (year !== null && signedYear !== null && signature && Math.abs(signedYear - year) >= 1)
    observations.push({
      code: 'identity.signatureYear',
      at: [atOf(rows[signature.row]?.place ?? {})],
      detail: { year, signed: signature.day },
    })
  const agency =
    title?.agency ??
    governmentOfPlace(title) ??
    agencyNear(rows, title?.row ?? -1) ??
    signature?.agency ??
    sourceLine(rows) ??
    agencyInBody(rows)
  if (title?.agency != null && signature?.agency != null && !alike(title.agency, signature.agency))
    observations.push({
      code: 'identity.agencyConflict',
      at: [atOf(rows[title.row]?.place ?? {}), atOf(rows[signature.row]?.place ?? {})],
      detail: { title: title.agency, signature: signature.agency },
    })
  return {
    agency,
    year,
    title: title?.text ?? null,
    titleRow: title?.row ?? -1,
    signatureRow: signature?.row ?? -1,
    observations,
  }
}

/**
 * The title of a second report below the first one: a line of its own that names another agency or another year.
 * @param from printed row after the first report's tables
 */
export function secondTitle(rows: readonly PrintedRow[], from: number, first: Identity): string | null {
  for (const row of rows.slice(from)) {
    const text = tidy(row.text)
    if (text.length > 60 || !/(?:年度)?报告$/.test(text)) continue
    const title = parseTitle(text, 0, 1, 1)
    if (title?.agency == null || title.year === null || title.text !== text) continue
    if (title.year !== first.year || (first.agency !== null && !alike(title.agency, first.agency)))
      return text
  }
  return null
}

/** 「云汀市2024年政府信息公开工作年度报告」: a title that names only a place is its government's report. */
function governmentOfPlace(title: Title | null): string | null {
  const place =
    title === null
      ? null
      : /^(\p{Script=Han}{1,14}?[省市县区州旗盟])(?=\d{4}年|[〇零一二三四五六七八九]{4}年)/u.exec(
          title.text,
        )?.[1]
  if (place == null || /(?:开发|高新|示范|管理|园|新|景|保税|自贸|功能)区$|^(?:本|我|全|各)/.test(place))
    return null
  return `${place}人民政府`
}

function tidy(text: string): string {
  return fold(text).text.replace(/\s+/g, '')
}

function findTitle(tree: DocTree, rows: readonly PrintedRow[], bodyStart: number): Title | null {
  const limit = Math.min(rows.length, bodyStart >= 0 ? Math.max(bodyStart, 1) : 60, 400)
  const found: Title[] = []
  for (let row = 0; row < limit; row += 1) {
    let joined = ''
    for (let count = 1; count <= 3 && row + count <= limit; count += 1) {
      const text = tidy(rows[row + count - 1]?.text ?? '')
      if (text.length > 70) break
      joined += text
      if (joined.length > 90) break
      const title = parseTitle(joined, row, count, limit)
      // A line that goes on from a long one above is the middle of a sentence that names the report.
      const above = tidy(rows[row - 1]?.text ?? '')
      const goesOn =
        above.length >= 30 &&
        /\p{Script=Han}$/u.test(above) &&
        /根据|依据|按照|依照|条例|编制|现将|公布|规定/.test(above)
      if (title) found.push(goesOn ? { ...title, score: title.score - 2.5 } : title)
    }
  }
  for (const text of [tree.title, tree.meta['ArticleTitle'], tree.meta['title']]) {
    const title = text === undefined ? null : parseTitle(tidy(text), 0, 1, limit)
    if (title) found.push({ ...title, row: -1, score: title.score - 1.5 })
  }
  return found.sort((a, b) => b.score - a.score || b.row - a.row)[0] ?? null
}

function parseTitle(text: string, row: number, count: number, limit: number): Title | null {
  for (const form of titleForms) {
    const match = form.exec(text)
    if (!match) continue
    const rest = text.slice(match[0].length)
    if (rest.length > 24 || /[。；]/.test(match[0])) continue
    const written = match.groups?.['year'] ?? match.groups?.['han']
    const year =
      written === undefined ? null : /^\d/.test(written) ? Number(written) : chineseNumeral(written)
    const agency =
      cleanAgency(match.groups?.['agency'] ?? '') ??
      cleanAgency((match.groups?.['again'] ?? '').replace(/\d{4}年?度?$/, ''))
    const known = year !== null && year >= 2004 && year <= 2099 ? year : null
    const score =
      (known === null ? 0 : 2) +
      (agency === null ? 0 : 2) -
      count * 0.3 -
      (rest.length > 6 ? 0.5 : 0) -
      // A sentence that only mentions the report is no title.
      (/[,;:]/.test(rest) ? 1 : 0) +
      (row / Math.max(1, limit)) * 0.2
    return { text: match[0], agency, year: known, row, score }
  }
  return null
}

/** A name that may be an agency's; null for anything else. */
export function cleanAgency(text: string): string | null {
  const whole = tidy(text)
  // 「某某局(某某办公室)」: one body under two names.
  const double = /^([^()]{3,30})\(([^()]{3,30})\)$/.exec(whole)
  if (double?.[1] !== undefined && double[2] !== undefined && agencyEnd.test(double[2])) {
    const first = cleanAgency(double[1])
    if (first === double[1]) return `${first}（${double[2]}）`
  }
  const name = whole
    .replace(/^(?:来源|发布机构|编制单位|单位名称|单位|名称|公开主体|标题)[:：]/, '')
    .replace(/^.*(?:>|›|»|首页|[|_:：]|《|"|\))/, '')
    .replace(/^(?:关于|印发|公布|发布|现将)+/, '')
    .replace(/(?:关于|的|"|》|\(|[-·])+$/, '')
    .replace(/^[-·*#\d.、\s]+/, '')
  if (name.length < 3 || name.length > 40 || /[。，,；;!?！？]/.test(name)) return null
  if (/^民?政府$/.test(name)) return null
  if (/^(?:本|我|该|各|全)(?:局|委|办|区|市|县|镇|乡|机关|单位|中心|厅|院)/.test(name)) return null
  return agencyEnd.test(name) ? name : null
}

/** The agency on the line above the title, or the two lines before it. */
function agencyNear(rows: readonly PrintedRow[], titleRow: number): string | null {
  for (let row = titleRow - 1; row >= Math.max(0, titleRow - 2); row -= 1) {
    const name = cleanAgency(rows[row]?.text ?? '')
    if (name !== null) return name
  }
  return null
}

function findSignature(
  rows: readonly PrintedRow[],
  bodyStart: number,
): { agency: string | null; day: string | null; row: number } | null {
  for (let row = rows.length - 1; row > Math.max(bodyStart, rows.length - 60, 0); row -= 1) {
    const text = tidy(rows[row]?.text ?? '')
    if (text.length > 40) continue
    const days = findDays(text)
    const day = days.length === 1 ? days[0] : undefined
    if (day === undefined || day.end - day.start < text.length - 22) continue
    const rest = text.slice(0, day.start) + text.slice(day.end)
    if (/发布|更新|打印|来源|时间|日期|浏览|备案/.test(rest)) continue
    const own = cleanAgency(rest)
    const above = own === null ? cleanAgency(rows[row - 1]?.text ?? '') : null
    const start = above === null ? row : row - 1
    return { agency: own ?? above, day: day.day, row: start }
  }
  for (let row = rows.length - 1; row > Math.max(bodyStart, rows.length - 4, 0); row -= 1) {
    const name = cleanAgency(rows[row]?.text ?? '')
    if (name !== null && tidy(rows[row]?.text ?? '').length === name.length)
      return { agency: name, day: null, row }
  }
  return null
}

/** 统计期限 2023年1月1日至2023年12月31日, or 数据截至2023年12月31日. */
function statedPeriod(rows: readonly PrintedRow[]): { year: number; row: number } | null {
  for (const [row, printed] of rows.entries()) {
    if (!/12\s*月\s*31\s*日|十二月三十一日/.test(fold(printed.text).text)) continue
    if (!/统计|期限|截至|截止|数据|起/.test(printed.text)) continue
    const day = findDays(printed.text).find((found) => found.day?.endsWith('-12-31'))
    const bare = /(\d{4})年1月1日(?:起)?,?(?:至|到|-)(?:当年)?12月31日/.exec(tidy(printed.text))
    const year = day?.day ? Number(day.day.slice(0, 4)) : bare ? Number(bare[1]) : null
    if (year !== null) return { year, row }
  }
  return null
}

function commonYear(rows: readonly PrintedRow[], bodyStart: number): number | null {
  const counts = new Map<number, number>()
  for (const row of rows.slice(Math.max(0, bodyStart), Math.max(0, bodyStart) + 40))
    for (const found of findYears(row.text)) counts.set(found.year, (counts.get(found.year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

function sourceLine(rows: readonly PrintedRow[]): string | null {
  for (const row of rows.slice(0, 60)) {
    const match = /(?:来源|发布机构|发布单位|编制单位|公开主体)\s*[:：]?\s*([^\s:：|]{3,30})/.exec(
      fold(row.text).text,
    )
    const name = match ? cleanAgency(match[1] ?? '') : null
    if (name !== null) return name
  }
  return null
}

/** 报告由…编制, 请与…联系: the agency as the preface names it. */
function agencyInBody(rows: readonly PrintedRow[]): string | null {
  for (const row of rows.slice(0, 80)) {
    const text = tidy(row.text)
    const match =
      /(?:由|请与|请联系|向社会公布\d{4}年(?:度)?)([^，。,；:：、由请]{3,30}?)(?:办公室)?(?:编制|联系|政府信息公开)/.exec(
        text,
      ) ??
      /\d{4}年(?:度)?,([^，。,；:：、]{3,24}?(?:局|委员会|政府|中心|办公室|厅|街道办事处|管委会))/.exec(text)
    const name = match ? cleanAgency(match[1] ?? '') : null
    if (name !== null) return name
  }
  return null
}

/** One name is contained in the other when its characters appear there in order: 高新区应急管理中心 in 高新技术产业开发区应急管理中心. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at >= short.length
}
