import { formLabels } from './vocabulary.ts'

/** A stretch of a text: where it begins, and its characters. */
export interface Stretch {
  readonly start: number
  readonly text: string
}

const shortestReport = 300

/** The six titles as they are printed in a running text, numbered or not; the number of the section is their rank. */
const titles: readonly RegExp[] = [
  /(?:[一1][、.．]\s*)?总体情况/,
  /(?:[二2][、.．]\s*)?(?:行政机关)?主动公开政府信息情况/,
  /(?:[三3][、.．]\s*)?(?:行政机关)?收到和处理政府信息公开申请情况/,
  /(?:[四4][、.．]\s*)?(?:因)?政府信息公开(?:工作)?(?:被申请)?(?:行政复议|复议)[、和及]*(?:提起)?(?:行政诉讼|诉讼)(?:的)?情况/,
  /(?:[五5][、.．]\s*)?(?:政府信息公开工作)?存在的?(?:主要)?问题[及和](?:其?改进|下一步改进)(?:情况|措施)/,
  /(?:[六6][、.．]\s*)?其他需要(?:报告|说明)的(?:其他)?(?:有关)?事项(?:情况)?/,
]

/** Every label of the forms that is long enough to be known inside a running text, longest first. */
const labels = new RegExp(
  [...new Set(formLabels)]
    .filter((label) => [...label].length >= 4)
    .sort((a, b) => b.length - a.length)
    .map((label) =>
      [...label].map((character) => character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s*'),
    )
    .join('|'),
  'g',
)

/** Figures of a row between two labels, the number of the next label left out: 规章0 0 0行政规范性文件. */
const figures =
  /(?<=[\p{Script=Han}）)”"])\s*(?:\d[\d,.]*|[-—/])(?:\s+(?:\d[\d,.]*|[-—/]))*\s*(?=[\p{Script=Han}（(“]|$)/gu

/**
 * A report that lost all its line breaks is one line; this gives it back the ones that the forms prove: before and after
 * the section titles, and between sections two and five around the labels of the tables. A line that is no such report comes
 * back whole. Nothing is added or taken away: the stretches joined are the line.
 */
export function partRunTogether(line: string): readonly Stretch[] {
  const whole = [{ start: 0, text: line }]
  if (line.length < shortestReport) return whole
  const found = titlesIn(line)
  if (found.length < 3) return whole
  const cuts = new Set<number>()
  for (const { from, to } of found) {
    cuts.add(from)
    cuts.add(to)
  }
  cutTitle(line.slice(0, found[0]?.from ?? 0), cuts)
  for (const [index, { number, to }] of found.entries()) {
    const end = found[index + 1]?.from ?? line.length
    if (number >= 2 && number <= 4) cutAtLabels(line, to, end, cuts)
  }
  cutSignature(line, found.at(-1)?.to ?? 0, cuts)
  const places = [
    0,
    ...[...cuts].filter((at) => at > 0 && at < line.length).sort((a, b) => a - b),
    line.length,
  ]
  return places
    .slice(0, -1)
    .map((start, index) => ({ start, text: line.slice(start, places[index + 1]) }))
    .filter(({ text }) => text !== '')
}

/** The titles in rising order, each at its first place after the one before; a table of contents is passed over. */
function titlesIn(line: string): { number: number; from: number; to: number }[] {
  const found: { number: number; from: number; to: number }[] = []
  let after = 0
  for (const [index, title] of titles.entries()) {
    const numbered = new RegExp(title.source.replace('(?:[', '[').replace(')?', ''), 'g')
    numbered.lastIndex = after
    let match = numbered.exec(line)
    // Titles that stand one behind the other are a table of contents: the last of them begins the section.
    while (match !== null && isContents(line, match.index + match[0].length)) match = numbered.exec(line)
    if (match === null) continue
    found.push({ number: index + 1, from: match.index, to: match.index + match[0].length })
    after = match.index + match[0].length
  }
  return found
}

function isContents(line: string, at: number): boolean {
  return /^[\s.…·\d]{0,12}[二三四五六][、.．]/.test(line.slice(at, at + 14))
}

/** The name of the report at the front, what the page says of it, and the first sentence. */
function cutTitle(front: string, cuts: Set<number>): void {
  const title = /^.{0,80}?政府信息公开(?:工作)?(?:年度)?报告(?:（[^）]{2,12}）)?/.exec(front)
  if (title) cuts.add(title[0].length)
  const opening = /(?:根据|按照|依据|本报告|本年度报告)(?=.{0,8}[《由根])/.exec(
    front.slice(title?.[0].length ?? 0),
  )
  if (opening) cuts.add((title?.[0].length ?? 0) + opening.index)
}

/** What stands behind the last full stop: the agency and the day. */
function cutSignature(line: string, from: number, cuts: Set<number>): void {
  const end = line.slice(from).search(/(?<=[。！])[^。！]{4,60}\d{4}年\d{1,2}月\d{1,2}日\s*$/)
  if (end >= 0) {
    cuts.add(from + end)
    const day = line.slice(from + end).search(/\d{4}年\d{1,2}月\d{1,2}日\s*$/)
    if (day > 0) cuts.add(from + end + day)
  }
}

/** Around each label of the forms between two places: the label, then what follows it. */
function cutAtLabels(line: string, from: number, to: number, cuts: Set<number>): void {
  const part = line.slice(from, to)
  for (const match of part.matchAll(labels)) {
    const lead = /(?:[（(][一二三四五六七八九][)）]|[一二三四][、.．]|\d[、.．])\s*$/.exec(
      part.slice(0, match.index),
    )
    cuts.add(from + match.index - (lead?.[0].length ?? 0))
    cuts.add(from + match.index + match[0].length)
  }
  for (const match of part.matchAll(figures)) {
    cuts.add(from + match.index)
    cuts.add(from + match.index + match[0].length)
  }
}

/** Whether a text is a report without its line breaks, as one line of it shows. */
export function isRunTogether(text: string): boolean {
  return text.split('\n').some((line) => partRunTogether(line).length > 1)
}
