import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
/** First two digits of the area code: provinces that exist. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/**
 * Citizens' identity numbers (GB 11643): eighteen characters with a real birthday and the right check character,
 * also written in groups (area, birthday, rest).
 */
export function findIdNumbers(source: string): Span[] {
  const folded = fold(source)
  const found: Span[] = []
  for (const match of folded.text.matchAll(/(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g))
    if (isIdNumber(match[0].replace(/[ -]/g, '')))
      found.push(sourceSpan(folded, match.index, match.index + match[0].length))
  return found
}

/** Whether eighteen characters are an identity number by area, birthday and check character. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !provinces.test(text)) return false
  const year = Number(text.slice(6, 10))
  const month = Number(text.slice(10, 12))
  const day = Number(text.slice(12, 14))
  const born = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2099 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day)
    return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checks[sum % 11] === text[17]?.toUpperCase()
}
