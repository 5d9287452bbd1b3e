import { weekday, type PlainDay } from '../../law/calendar/plain-day.ts'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** 星期二 */
export function weekdayInWords(day: PlainDay): string {
  return weekdays[weekday(day)] ?? ''
}

/** 2026年5月12日, as in sentences. */
export function dayInWords(day: PlainDay): string {
  return `${day.slice(0, 4)}年${monthAndDay(day)}`
}

/** 5月12日, where the year is plain. */
export function monthAndDay(day: PlainDay): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** 2026.05.12, as in lists. */
export function dayInLists(day: PlainDay): string {
  return day.replaceAll('-', '.')
}

/** Beijing clock time of an instant: 9:02. */
export function clockTime(at: Date): string {
  const beijing = new Date(at.getTime() + 8 * 3_600_000)
  return `${beijing.getUTCHours()}:${String(beijing.getUTCMinutes()).padStart(2, '0')}`
}

interface WhenProps {
  readonly day: PlainDay
  /** sentence 2026年5月12日 · list 2026.05.12 · short 5月12日 · weekday 5月12日 星期二 · full 2026年5月12日 星期二 */
  readonly as?: 'sentence' | 'list' | 'short' | 'weekday' | 'full'
}

/** The words of `When` without the element, for titles and labels. */
export function when(day: PlainDay, as: WhenProps['as'] = 'sentence'): string {
  if (as === 'list') return dayInLists(day)
  if (as === 'short') return monthAndDay(day)
  if (as === 'weekday') return `${monthAndDay(day)} ${weekdayInWords(day)}`
  if (as === 'full') return `${dayInWords(day)} ${weekdayInWords(day)}`
  return dayInWords(day)
}

/** A day for people and for machines. */
export function When({ day, as }: WhenProps) {
  return <time datetime={day}>{when(day, as)}</time>
}
