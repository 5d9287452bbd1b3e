import { addDays, type PlainDay, plainDay, weekday, yearOf } from './plain-day.ts'
import { statutoryDays } from './statutory-days.ts'
import { daysOfSpan, type YearFile } from './year-file.ts'

/** Days that differ from the national calendar: a regional holiday (办法 Art 4) or an emergency closure. */
export interface CalendarLayer {
  /** What the layer is, in Chinese, e.g. 宁夏开斋节 or 台风停工. */
  readonly name: string
  /** The document it rests on. */
  readonly basis: string
  /** Days off, written as in a year file. */
  readonly off: readonly string[]
  /** Days worked all the same. */
  readonly work: readonly string[]
}

/** Which days are worked. Built once from year files; asked everywhere. */
export interface Calendar {
  isWorkingDay(day: PlainDay): boolean
  /** All working days of a year, in order. */
  workingDaysOf(year: number): readonly PlainDay[]
  /** Document numbers of the year's notices, or null when none has been entered: such a year is provisional. */
  noticesOf(year: number): readonly string[] | null
  readonly layers: readonly CalendarLayer[]
}

/**
 * A calendar: Monday to Friday (国务院令第174号), changed by each year's notice, then by the layers in order (a later one wins).
 * A year without a notice is Monday to Friday less its statutory days: never guessed beyond that, and told by `isProvisional`.
 */
export function calendarOf(files: readonly YearFile[], layers: readonly CalendarLayer[] = []): Calendar {
  const notices = new Map<number, readonly string[]>()
  const announced = new Map<PlainDay, boolean>()
  for (const file of files) {
    notices.set(file.year, file.notices)
    markDays(announced, file)
  }
  const layered = new Map<PlainDay, boolean>()
  for (const layer of layers) markDays(layered, layer)

  const years = new Map<number, readonly PlainDay[]>()
  const workingDaysOf = (year: number): readonly PlainDay[] => {
    const known = years.get(year)
    if (known) return known
    const statutory = notices.has(year) ? new Set<PlainDay>() : new Set(statutoryDays(year))
    const days: PlainDay[] = []
    const end = plainDay(`${year}-12-31`)
    for (let day = plainDay(`${year}-01-01`); day <= end; day = addDays(day, 1)) {
      const isWeekend = weekday(day) === 0 || weekday(day) === 6
      if (layered.get(day) ?? announced.get(day) ?? !(isWeekend || statutory.has(day))) days.push(day)
    }
    years.set(year, days)
    return days
  }
  return {
    isWorkingDay: (day) => {
      const days = workingDaysOf(yearOf(day))
      return days[countUpTo(days, day) - 1] === day
    },
    workingDaysOf,
    noticesOf: (year) => notices.get(year) ?? null,
    layers,
  }
}

function markDays(
  marks: Map<PlainDay, boolean>,
  given: { readonly off: readonly string[]; readonly work: readonly string[] },
): void {
  for (const span of given.off) for (const day of daysOfSpan(span)) marks.set(day, false)
  for (const day of given.work) marks.set(plainDay(day), true)
}

/** How many of the ordered days are not later than `day`. */
function countUpTo(days: readonly PlainDay[], day: PlainDay): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as PlainDay) <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** The working days after `day`, one by one, without end (to the year 9999). The day itself is not among them. */
export function* workingDaysAfter(calendar: Calendar, day: PlainDay): Generator<PlainDay, void> {
  for (let year = yearOf(day); year <= 9999; year += 1) {
    const days = calendar.workingDaysOf(year)
    const start = year === yearOf(day) ? countUpTo(days, day) : 0
    for (let place = start; place < days.length; place += 1) yield days[place] as PlainDay
  }
}

/**
 * The day `count` working days after `day`; the day itself is not counted (民法典 Art 201).
 * @param count 0 gives the day itself, working day or not; a negative or broken number is a RangeError
 */
export function addWorkingDays(calendar: Calendar, day: PlainDay, count: number): PlainDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of working days: ${count}`)
  if (count === 0) return day
  let left = count
  for (const next of workingDaysAfter(calendar, day)) {
    left -= 1
    if (left === 0) return next
  }
  throw new RangeError(`${count} working days after ${day} is beyond the calendar`)
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: PlainDay, to: PlainDay): number {
  let count = 0
  for (const day of workingDaysAfter(calendar, from)) {
    if (day > to) break
    count += 1
  }
  return count
}

/** The notice a year was counted by; `notice` is null for a year whose notice has not been entered. */
export interface YearNotice {
  readonly year: number
  readonly notice: string | null
}

/** The holiday notices of every year from `from` to `to`, both included. Two notices of one year are joined with 、. */
export function noticesUsed(calendar: Calendar, from: PlainDay, to: PlainDay): YearNotice[] {
  const used: YearNotice[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    used.push({ year, notice: calendar.noticesOf(year)?.join('、') ?? null })
  return used
}

/** Whether the day lies in a year whose holidays have not been announced: what was counted there may still move. */
export function isProvisional(calendar: Calendar, day: PlainDay): boolean {
  return calendar.noticesOf(yearOf(day)) === null
}
