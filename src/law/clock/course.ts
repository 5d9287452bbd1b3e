import { type Calendar, workingDaysAfter } from '../calendar/calendar.ts'
import type { PlainDay } from '../calendar/plain-day.ts'
import { type Consultation, isOpen, isPaused, longestPause, type Pause, pauseAsOf } from './consultation.ts'

/** Art 33(2): a full period, in working days. */
export const fullPeriod = 20
/** Art 33(2): the longest extension, in working days. */
export const longestExtension = 20
/** Art 30: working days from receipt within which the one correction notice is due. */
export const clarificationDays = 7
/** 信息处理费管理办法 Art 6: working days to pay, from the day after the notice was received. */
export const paymentDays = 20

/** One line of “why this date”: the day, what happened, on which article, and the due day as it stood then. */
export interface ClockStep {
  readonly on: PlainDay
  readonly what: string
  readonly basis: string
  readonly dueOn: PlainDay | null
}

/** A count that began: at receipt, at the corrected application, at full payment. */
export interface Period {
  /** The day that is not counted; the next working day is the first. */
  readonly startsAfter: PlainDay
}

/** How far a case has come while its events are told one after another. */
export interface Course {
  readonly calendar: Calendar
  readonly receivedOn: PlainDay
  /** Receipt days later than this are not known yet (decision 3). */
  readonly knownThrough: PlainDay
  readonly periods: [Period, ...Period[]]
  /** Working days of the period now running: 20, and those of an extension granted in it. */
  allowance: number
  isExtended: boolean
  clarification: { readonly askedOn: PlainDay; readonly until: PlainDay; answeredOn: PlainDay | null } | null
  fee: { readonly noticedOn: PlainDay; readonly lastPayOn: PlainDay | null; paidOn: PlainDay | null } | null
  readonly consultations: Consultation[]
  lapsed: { readonly of: 'clarification' | 'fee'; readonly on: PlainDay } | null
  answeredOn: PlainDay | null
  readonly steps: ClockStep[]
}

/** The beginning: received, one full period running. */
export function courseFrom(calendar: Calendar, receivedOn: PlainDay, knownThrough: PlainDay): Course {
  return {
    calendar,
    receivedOn,
    knownThrough,
    periods: [{ startsAfter: receivedOn }],
    allowance: fullPeriod,
    isExtended: false,
    clarification: null,
    fee: null,
    consultations: [],
    lapsed: null,
    answeredOn: null,
    steps: [],
  }
}

export function isWaitingForClarification(course: Course): boolean {
  return course.clarification !== null && course.clarification.answeredOn === null
}

export function isWaitingForFee(course: Course): boolean {
  return course.fee !== null && course.fee.paidOn === null
}

/** While the applicant must act, or has let the time pass, no period runs and there is no due day (decisions 11, 16). */
export function isStopped(course: Course): boolean {
  return course.lapsed !== null || isWaitingForClarification(course) || isWaitingForFee(course)
}

/**
 * A new full period from the day after `on` (Art 30; 信息处理费管理办法 Art 6): a restart, not a pause (trap 4).
 * An extension granted before is gone with the old period (decision 15).
 */
export function restart(course: Course, on: PlainDay): void {
  course.periods.push({ startsAfter: on })
  course.allowance = fullPeriod
}

/** The day that is not counted of the period now running. */
export function periodStart(course: Course): PlainDay {
  return (course.periods.at(-1) ?? course.periods[0]).startsAfter
}

/** Day by day over the working days of the running period, leaving out the paused ones (Art 33). */
function lastDayOfPeriod(course: Course, pauses: readonly Pause[]): PlainDay {
  let counted = 0
  for (const day of workingDaysAfter(course.calendar, periodStart(course))) {
    if (isPaused(pauses, day)) continue
    counted += 1
    if (counted === course.allowance) return day
  }
  throw new RangeError('the calendar ended before the period did')
}

/** The due day as it stands on `asOf`: answers still missing are taken to come that day. Null while nothing runs. */
export function dueOf(course: Course, asOf: PlainDay): PlainDay | null {
  if (isStopped(course)) return null
  return lastDayOfPeriod(course, pausesAsOf(course, asOf))
}

/** What has been taken out up to `asOf`. */
export function pausesAsOf(course: Course, asOf: PlainDay): Pause[] {
  return course.consultations.map((consultation) => pauseAsOf(consultation, asOf))
}

/** The due day if every answer still missing comes on its last allowed day; null while that day is unknown or nothing runs. */
export function latestDueOf(course: Course): PlainDay | null {
  if (isStopped(course)) return null
  const pauses: Pause[] = []
  for (const consultation of course.consultations) {
    const pause = longestPause(consultation)
    if (pause === null) return null
    pauses.push(pause)
  }
  return lastDayOfPeriod(course, pauses)
}

/** How many working days up to `due` have been taken out of the running period, as it stands on `asOf`. */
export function pausedDays(course: Course, asOf: PlainDay, due: PlainDay): number {
  const pauses = pausesAsOf(course, asOf)
  let count = 0
  for (const day of workingDaysAfter(course.calendar, periodStart(course))) {
    if (day > due) break
    if (isPaused(pauses, day)) count += 1
  }
  return count
}

/** Where a case stands. */
export type ClockState =
  | 'running'
  | 'paused'
  | 'waitingForApplicant'
  | 'waitingForFee'
  | 'answered'
  | 'lapsed'

/** Decision 19: what ended a case comes first, then what the applicant must do, then the pause. */
export function stateOf(course: Course, asOf: PlainDay): ClockState {
  if (course.answeredOn !== null) return 'answered'
  if (course.lapsed !== null) return 'lapsed'
  if (isWaitingForClarification(course)) return 'waitingForApplicant'
  if (isWaitingForFee(course)) return 'waitingForFee'
  return course.consultations.some((consultation) => isOpen(consultation, asOf)) ? 'paused' : 'running'
}

/** Writes one line of the explanation, with the due day as it stands on that day; after the reply it moves no more. */
export function tell(course: Course, on: PlainDay, what: string, basis: string): void {
  course.steps.push({ on, what, basis, dueOn: dueOf(course, course.answeredOn ?? on) })
}
