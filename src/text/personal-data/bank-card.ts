import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { isIdNumber } from './id-number.ts'

/** Bank cards: 16 to 19 digits (also in groups of four) with an issuer's prefix and the right Luhn digit. */
export function findBankCards(source: string): Span[] {
  const folded = fold(source)
  const found: Span[] = []
  for (const match of folded.text.matchAll(
    /(?<![\dA-Za-z.])(?:62|4[0-9]|5[1-5]|35|9[58])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z.])/g,
  )) {
    const digits = match[0].replace(/\D/g, '')
    if (luhn(digits) && !isIdNumber(digits))
      found.push(sourceSpan(folded, match.index, match.index + match[0].length))
  }
  return found
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
