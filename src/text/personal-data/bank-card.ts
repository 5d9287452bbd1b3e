import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { isOtherNumber, webAddresses } from '../surroundings.ts'
import { isIdNumber } from './id-number.ts'

/** Issuers' prefixes with the lengths they give: UnionPay, Visa, MasterCard, JCB, and cards from before UnionPay. */
const issued =
  /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35(?:2[89]|[3-8]\d)\d{12}|9558[08]\d{14}|95599\d{14}|60138[12]\d{13}|6033\d{12}|6036\d{12}|900[0-3]\d{12})$/
const parted = /(?<![\dA-Za-z*]|\d[.-])(?=(\d(?:[ -]?\d){15,18})(?![\dA-Za-z*]|[ -]?\d|\.\d))/g

/** Bank cards: 16 to 19 digits (also in groups, or parted by what nobody sees) with an issuer's prefix and the right Luhn digit. */
export function findBankCards(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const addresses = webAddresses(text)
  const found: Span[] = []
  for (const match of text.matchAll(parted)) {
    const span = { start: match.index, end: match.index + (match[1] ?? '').length }
    const digits = (match[1] ?? '').replace(/\D/g, '')
    if (!isGrouped(match[1] ?? '')) continue
    if (!issued.test(digits) || !luhn(digits) || isIdNumber(digits)) continue
    if (isOtherNumber(text, span.start) || addresses.some((one) => overlap(one, span))) continue
    if (!found.some((one) => overlap(one, span))) found.push(span)
  }
  return found.map((span) => sourceSpan(folded, span.start, span.end))
}

/** Together, in groups of four or more, or every digit by itself: a row of small numbers is no card. */
function isGrouped(written: string): boolean {
  const groups = written.split(/[ -]/)
  const whole = groups.slice(0, -1)
  return whole.every((group) => group.length >= 4) || groups.every((group) => group.length === 1)
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
