import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { before, columnHead, isOtherNumber, webAddresses } from '../surroundings.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
/** First two digits of the area code: provinces that exist. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const label = /身份证|身份号码|证件号|(?<![A-Za-z])ID/i
/** Eighteen signs together, or parted by blanks and hyphens; every beginning is tried. */
const together = /(?:(?<![\dA-Za-z])|(?<=\b(?:ID|id|No|NO)))\d{17}[\dXx](?![\dA-Za-z])/g
const parted = /(?<![\dA-Za-z])(?=(\d(?:[ -]{0,2}\d){16}[ -]{0,2}[\dXx])(?![\dA-Za-z]))/g

/** Citizens' identity numbers (GB 11643): eighteen characters with a real birthday and the right check character. */
export function findIdNumbers(source: string): Span[] {
  const folded = foldLines(source)
  return valid(folded.text).map((span) => sourceSpan(folded, span.start, span.end))
}

/**
 * Numbers beside the words 身份证号 that are no identity number: the check character or the birthday is wrong, or they have
 * the fifteen digits of before 1999. Somebody's number mistyped, perhaps.
 */
export function findDoubtfulIdNumbers(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const certain = valid(text)
  const found: Span[] = []
  for (const match of text.matchAll(/(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z*×])/g)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (certain.some((one) => overlap(one, span))) continue
    if (match[0].length === 15 && !(provinces.test(match[0]) && isDay(`19${match[0].slice(6, 12)}`))) continue
    const beside = before(text, span.start, 14).replace(/.*[,，、]/, '')
    if (label.test(beside) || label.test(columnHead(text, span.start)))
      found.push(sourceSpan(folded, span.start, span.end))
  }
  return found
}

function valid(text: string): Span[] {
  const found: Span[] = []
  const addresses = webAddresses(text)
  const take = (start: number, written: string): void => {
    const span = { start, end: start + written.length }
    if (!isIdNumber(written.replace(/[ -]/g, ''))) return
    if (isOtherNumber(text, start) || addresses.some((one) => overlap(one, span))) return
    if (!found.some((one) => overlap(one, span))) found.push(span)
  }
  for (const match of text.matchAll(together)) take(match.index, match[0])
  for (const match of text.matchAll(parted))
    if (/[ -]/.test(match[1] ?? '')) take(match.index, match[1] ?? '')
  // A certificate of disability bears its holder's number and two digits more.
  for (const match of text.matchAll(/(?<=残疾人?证[^\d\n]{0,6})\d{17}[\dXx](?=\d{2}(?:B\d)?(?![\dA-Za-z]))/g))
    take(match.index, match[0])
  return found.sort((a, b) => a.start - b.start)
}

/** Whether eighteen characters are an identity number by area, birthday and check character. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !provinces.test(text) || !isDay(text.slice(6, 14))) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checks[sum % 11] === text[17]?.toUpperCase()
}

/** Whether eight digits are a day on which somebody living may have been born. */
function isDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  const born = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2099 && born.getUTCMonth() === month - 1 && born.getUTCDate() === day
}
