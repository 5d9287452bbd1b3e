import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type PlainDay } from '../calendar/plain-day.ts'
import type { ClockCase } from './case.ts'
import { runClock } from './clock.ts'
import { isPaused, type Pause } from './consultation.ts'
import { type Course, pausesAsOf } from './course.ts'

/** What a calendar day is to a case. */
export type DayKind =
  /** The day from which a period starts; it is not counted itself. */
  | 'start'
  /** A working day that counts. */
  | 'working'
  /** Saturday, Sunday or holiday without work. */
  | 'rest'
  /** A working day taken out by a consultation (Art 33(3)). */
  | 'paused'
  /** A working day on which the applicant's correction or payment is waited for. */
  | 'waiting'
  /** A working day after the period has ended. */
  | 'after'

/** One tick of the day ruler. */
export interface DayMark {
  readonly day: PlainDay
  readonly kind: DayKind
  /** The how-manyth working day of its period, from 1; null when the day does not count. */
  readonly count: number | null
  /** Which period the day belongs to: 0 from receipt, 1 after the first restart… */
  readonly period: number
  readonly isPast: boolean
  readonly isToday: boolean
  readonly isDue: boolean
}

/** Longest ruler, in days; a longer one is of no use on a page. */
const longestRuler = 800

/**
 * Every calendar day of a case from its receipt to its due day or today, whichever is later, each with what it is to the count.
 * @returns the days in order, or null when the clock refuses the case
 */
export function dayMarks(given: ClockCase, calendar: Calendar): DayMark[] | null {
  const result = runClock(given, calendar)
  if (result.refusal !== null) return null
  const { reading, course, asOf } = result
  const pauses = pausesAsOf(course, asOf)
  const waits = waitsOf(course)
  const last = [given.today, reading.dueOn, reading.applicantDueOn].reduce<PlainDay>(
    (latest, day) => (day !== null && day > latest ? day : latest),
    given.received.on,
  )
  const marks: DayMark[] = []
  let period = 0
  let count = 0
  for (let day = given.received.on; day <= last && marks.length < longestRuler; day = addDays(day, 1)) {
    const kind = kindOf()
    if (kind === 'working') count += 1
    marks.push({
      day,
      kind,
      count: kind === 'working' ? count : null,
      period,
      isPast: day < given.today,
      isToday: day === given.today,
      isDue: day === reading.dueOn,
    })
    // A restart takes effect from the next day; two on one day are one.
    while (course.periods[period + 1]?.startsAfter === day) {
      period += 1
      count = 0
    }

    function kindOf(): DayKind {
      if (course.periods.some((one) => one.startsAfter === day)) return 'start'
      if (!calendar.isWorkingDay(day)) return 'rest'
      if (course.lapsed && day > course.lapsed.on) return 'after'
      if (isPaused(waits, day)) return 'waiting'
      if (reading.dueOn !== null && day > reading.dueOn) return 'after'
      if (course.answeredOn !== null && day > course.answeredOn) return 'after'
      return isPaused(pauses, day) ? 'paused' : 'working'
    }
  }
  return marks
}

/** Days between the asking and the doing of the applicant, or without end while it has not been done. */
function waitsOf(course: Course): Pause[] {
  const waits: Pause[] = []
  const never: PlainDay = '9999-12-31'
  if (course.clarification)
    waits.push({ after: course.clarification.askedOn, through: course.clarification.answeredOn ?? never })
  if (course.fee) waits.push({ after: course.fee.noticedOn, through: course.fee.paidOn ?? never })
  return waits
}
