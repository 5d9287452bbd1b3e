import { addDays, type PlainDay, parsePlainDay, plainDay, weekday } from './plain-day.ts'

/** What the State Council's General Office announced for one year. A year is added by adding such a value, never by changing code. */
export interface YearFile {
  readonly year: number
  /** Document numbers of the notices, the oldest first; a later notice of the same year is already worked in. */
  readonly notices: readonly string[]
  /** Days off: YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD with both ends. Whole blocks, weekends included. */
  readonly off: readonly string[]
  /** Saturdays and Sundays that are worked (调休上班日). */
  readonly work: readonly string[]
}

/** All days of a day or a span written A..B. Throws RangeError when it is not written so; `readYearFile` checks first. */
export function daysOfSpan(span: string): PlainDay[] {
  const [first = '', last = first] = span.split('..')
  const days: PlainDay[] = []
  const end = plainDay(last)
  for (let day = plainDay(first); day <= end; day = addDays(day, 1)) days.push(day)
  return days
}

/** Longest block of days off that is believed; a longer one is a slip of the pen. */
const longestBlock = 31

/**
 * Reads a year file that came from outside (a form, a JSON file).
 * @returns the file, or every Chinese sentence that speaks against it
 */
export function readYearFile(
  value: unknown,
):
  | { readonly file: YearFile; readonly problems: null }
  | { readonly file: null; readonly problems: string[] } {
  const problems: string[] = []
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >
  const year = given.year
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2199)
    return { file: null, problems: ['年份应写成四位数字，例如2027。'] }
  const notices = stringsOf(given.notices)
  if (notices === null || notices.length === 0 || notices.some((notice) => notice.trim() === ''))
    problems.push('请写明放假通知的发文字号，例如“国办发明电〔2025〕7号”。')
  const off = stringsOf(given.off)
  if (off === null || off.length === 0) problems.push('请写明放假的日子。')
  const work = stringsOf(given.work)
  if (work === null) problems.push('请写明调休上班的日子；没有就写空的列表。')

  const resting = new Set<PlainDay>()
  for (const span of off ?? []) {
    const [first = '', last = first, ...more] = span.split('..')
    const from = parsePlainDay(first)
    const to = parsePlainDay(last)
    if (from === null || to === null || more.length > 0 || to < from || to > addDays(from, longestBlock))
      problems.push(`放假的日子“${span}”写得不对，应为2027-01-01或2027-01-01..2027-01-03。`)
    else if (!nearYear(from, year) || !nearYear(to, year)) problems.push(`放假的日子“${span}”不在${year}年。`)
    else for (const day of daysOfSpan(span)) resting.add(day)
  }
  for (const text of work ?? []) {
    const day = parsePlainDay(text)
    if (day === null) problems.push(`上班的日子“${text}”写得不对，应为2027-02-14这样的日期。`)
    else if (!nearYear(day, year)) problems.push(`上班的日子“${text}”不在${year}年。`)
    else if (weekday(day) !== 0 && weekday(day) !== 6)
      problems.push(`上班的日子“${text}”不是周六、周日，不需要写。`)
    else if (resting.has(day)) problems.push(`“${text}”既写成放假又写成上班。`)
  }
  if (problems.length > 0) return { file: null, problems }
  return { file: { year, notices: notices ?? [], off: off ?? [], work: work ?? [] }, problems: null }
}

/** A New Year block may begin in the last days of the year before. */
function nearYear(day: PlainDay, year: number): boolean {
  return day >= `${year - 1}-12-25` && day <= `${year}-12-31`
}

function stringsOf(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null
  return value.every((item): item is string => typeof item === 'string') ? value : null
}
