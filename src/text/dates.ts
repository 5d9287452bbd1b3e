import { fold, sourceSpan } from './fold.ts'
import { chineseNumeral } from './numerals.ts'
import type { Span } from './spans.ts'

/** A day written in a text. */
export interface FoundDay extends Span {
  /** YYYY-MM-DD; null when the text writes a day that does not exist (2月30日). */
  readonly day: string | null
  readonly raw: string
  readonly chinese: boolean
}

/** A year written in a text (2023年, 二〇二三年, 2023年度). */
export interface FoundYear extends Span {
  readonly year: number
}

const chineseDigit = '[〇零一二三四五六七八九]'
const chineseCount = '[〇零一二三四五六七八九十廿卅]{1,3}'
const patterns: readonly RegExp[] = [
  /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g,
  new RegExp(`(${chineseDigit}{4})\\s*年\\s*(${chineseCount})\\s*月\\s*(${chineseCount})\\s*[日号]`, 'g'),
  /(?<![\d.])(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d])/g,
]

/** Finds full days (year, month and day) in order of place: 2024年1月8日, 二〇二四年一月八日, 2024-1-8, 2024.1.8, full width. */
export function findDays(source: string): FoundDay[] {
  const folded = fold(source)
  const found: FoundDay[] = []
  for (const pattern of patterns) {
    for (const match of folded.text.matchAll(pattern)) {
      const parts = match.slice(1).filter((part) => !/^[-./]$/.test(part))
      const [year, month, dayOfMonth] = parts.map((part) =>
        /^\d+$/.test(part) ? Number(part) : chineseNumeral(part),
      )
      if (year == null || month == null || dayOfMonth == null || year < 1900 || year > 2199) continue
      const span = sourceSpan(folded, match.index, match.index + match[0].length)
      found.push({
        ...span,
        day: dayOf(year, month, dayOfMonth),
        raw: source.slice(span.start, span.end),
        chinese: !/\d/.test(match[0]),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A real day of the calendar as YYYY-MM-DD, or null. */
function dayOf(year: number, month: number, dayOfMonth: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}

/** Finds years that are written as years: four digits (or four Chinese digits) before 年, 1990 to 2099. */
export function findYears(source: string): FoundYear[] {
  const folded = fold(source)
  const found: FoundYear[] = []
  for (const match of folded.text.matchAll(
    new RegExp(`(?<!\\d)(\\d{4}|${chineseDigit}{4}|\\d \\d \\d \\d)\\s*年`, 'g'),
  )) {
    const written = (match[1] ?? '').replaceAll(' ', '')
    const year = /^\d+$/.test(written) ? Number(written) : chineseNumeral(written)
    if (year === null || year < 1990 || year > 2099) continue
    found.push({ ...sourceSpan(folded, match.index, match.index + match[0].length), year })
  }
  return found
}
