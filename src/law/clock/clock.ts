import { type Calendar, isProvisional, workingDaysBetween } from '../calendar/calendar.ts'
import { type PlainDay, yearOf } from '../calendar/plain-day.ts'
import type { Reason } from '../reason.ts'
import { applyEvent } from './apply-event.ts'
import { type ClockCase, type ClockEvent, dayOf, inOrder } from './case.ts'
import {
  type ClockState,
  type ClockStep,
  type Course,
  courseFrom,
  dueOf,
  isWaitingForClarification,
  isWaitingForFee,
  latestDueOf,
  pausedDays,
  stateOf,
  tell,
} from './course.ts'
import { passDays } from './passing-days.ts'
import { clockRefusal } from './refusals.ts'
import { channelWords, sayDay, sayEvent } from './words.ts'

/** What the clock shows. Days are plain days in Beijing; every key is always there. */
export interface ClockReading {
  readonly receivedOn: PlainDay
  readonly state: ClockState
  /** The last day for the reply; while a consultation is open, the earliest it can be. */
  readonly dueOn: PlainDay | null
  /** The last day for the reply if open consultations take all the time they may; null while unknown. */
  readonly latestDueOn: PlainDay | null
  /** The last day for the applicant to correct or pay. */
  readonly applicantDueOn: PlainDay | null
  /** Working days after today up to and including the due day; negative when overdue; null when none runs. */
  readonly workingDaysLeft: number | null
  /** Not answered in time; of an answered case: answered late. */
  readonly overdue: boolean
  /** A date above lies in a year whose holidays have not been announced. */
  readonly provisional: boolean
  readonly steps: readonly ClockStep[]
}

/** The reading and how it came about, or the one reason why the described case cannot be. */
export type ClockResult =
  | {
      readonly reading: ClockReading
      readonly course: Course
      readonly asOf: PlainDay
      readonly refusal: null
    }
  | { readonly reading: null; readonly refusal: Reason }

/**
 * The statutory clock (条例 Art 30 to 36): a fold over what happened to the case, in the order of days.
 * The same function serves history, today and what-if: an event not yet taken is simply added to the list.
 * After the reply the figures stay as they stood on the day of the reply (decision 10).
 */
export function runClock(given: ClockCase, calendar: Calendar): ClockResult {
  const { received, today } = given
  if (today < received.on) return { reading: null, refusal: clockRefusal('clock.today.beforeReceipt') }

  const events = inOrder(given.events, today)
  const answer = events.find((event) => event.type === 'answered')
  const asOf = answer ? dayOf(answer) : today
  const course = courseFrom(calendar, received.on, asOf)
  const channel = channelWords[received.channel]
  tell(
    course,
    received.on,
    `${channel.name}，${channel.counts}；当日不计，从次日起算20个工作日。`,
    channel.basis,
  )
  for (const event of events) {
    passDays(course, dayOf(event))
    const refusal = applyEvent(course, event)
    if (refusal !== null) return { reading: null, refusal: sharper(refusal, event, events) }
  }
  passDays(course, asOf)
  return { reading: readingOf(course, asOf, today), course, asOf, refusal: null }
}

/** “Never asked” is better said as “answered before asked” when the letter does follow. */
function sharper(refusal: Reason, event: ClockEvent, events: readonly ClockEvent[]): Reason {
  if (refusal.code !== 'clock.consultation.notAsked' || !('id' in event)) return refusal
  const asked = event.type === 'thirdPartyAnswered' ? 'thirdPartyAsked' : 'agencyAsked'
  const follows = events.some((other) => other.type === asked && other.id === event.id)
  return follows ? clockRefusal('clock.consultation.answeredBeforeAsked', sayEvent(event)) : refusal
}

/**
 * What would be if this event happened too: for the page that asks “如果今天延期，会怎样”.
 * An event later than today is looked at from its own day.
 */
export function previewEvent(given: ClockCase, event: ClockEvent, calendar: Calendar): ClockResult {
  const on = dayOf(event)
  return runClock(
    { ...given, events: [...given.events, event], today: on > given.today ? on : given.today },
    calendar,
  )
}

function readingOf(course: Course, asOf: PlainDay, today: PlainDay): ClockReading {
  const state = stateOf(course, asOf)
  const dueOn = dueOf(course, asOf)
  const latestDueOn = latestDueOf(course)
  const overdue = dueOn !== null && asOf > dueOn
  const applicantDueOn = applicantDueOf(course)
  // Decision 14: a clarification's last day is taken as written, so its year does not matter.
  const isWritten = course.lapsed ? course.lapsed.of === 'clarification' : isWaitingForClarification(course)
  const reported = [
    course.receivedOn,
    dueOn,
    latestDueOn,
    isWritten ? null : applicantDueOn,
    overdue ? today : null,
  ].filter((day) => day !== null)
  const unannounced = [...new Set(reported.filter((day) => isProvisional(course.calendar, day)).map(yearOf))]
  if (unannounced.length > 0) tellProvisional(course, asOf, unannounced)
  if (state !== 'answered' && state !== 'lapsed') tellToday(course, asOf, state)
  return {
    receivedOn: course.receivedOn,
    state,
    dueOn,
    latestDueOn,
    applicantDueOn,
    workingDaysLeft: state === 'answered' || dueOn === null ? null : daysLeft(course.calendar, asOf, dueOn),
    overdue,
    provisional: unannounced.length > 0,
    steps: course.steps,
  }
}

/** Decisions 11, 16, 19: the missed day of a lapsed case, else the day of what is waited for first. */
function applicantDueOf(course: Course): PlainDay | null {
  if (course.answeredOn !== null) return null
  if (course.lapsed) return course.lapsed.on
  if (course.clarification && isWaitingForClarification(course)) return course.clarification.until
  if (course.fee && isWaitingForFee(course)) return course.fee.lastPayOn
  return null
}

/** Working days from today to the due day, negative when it is past. Decision 13: on the due day 0, and still 0 on the rest days right after it (条例第三十三条). */
export function daysLeft(calendar: Calendar, today: PlainDay, dueOn: PlainDay): number {
  if (today <= dueOn) return workingDaysBetween(calendar, today, dueOn)
  return 0 - workingDaysBetween(calendar, dueOn, today)
}

/** Decision 1: counted Monday to Friday less the statutory days until the notice comes. */
function tellProvisional(course: Course, on: PlainDay, years: readonly number[]): void {
  tell(
    course,
    on,
    `${years.join('年、')}年的放假安排没有录入，暂按周一至周五扣除法定节假日计算，放假通知录入后重新计算。`,
    '全国年节及纪念日放假办法第二条',
  )
}

/** The last line: where the case stands today. */
function tellToday(course: Course, today: PlainDay, state: ClockState): void {
  const due = dueOf(course, today)
  const day = sayDay(today)
  if (due === null) {
    const whom = state === 'waitingForApplicant' ? '补正' : '缴费'
    const last = applicantDueOf(course)
    const until = last === null ? '' : `，最后一日为${sayDay(last)}`
    tell(
      course,
      today,
      `今天是${day}，正在等待申请人${whom}${until}。`,
      state === 'waitingForApplicant' ? '条例第三十条' : '信息处理费管理办法第六条',
    )
    return
  }
  const left = daysLeft(course.calendar, today, due)
  const standing =
    today > due
      ? left === 0
        ? `到期日${sayDay(due)}已过，已经逾期，其后还没有工作日`
        : `到期日${sayDay(due)}已过，已经逾期${-left}个工作日`
      : left === 0
        ? '今天到期'
        : `还有${left}个工作日，${sayDay(due)}到期`
  if (state !== 'paused') {
    tell(course, today, `今天是${day}，${standing}。`, '条例第三十三条第二款')
    return
  }
  const latest = latestDueOf(course)
  const range =
    latest === null
      ? '最迟到期日要等知道对方收到的日期才能确定'
      : `对方到最后一日才答复的，最迟${sayDay(latest)}到期`
  const out = pausedDays(course, today, due)
  tell(
    course,
    today,
    `今天是${day}，征求意见还没有结束，已扣除${out}个工作日；今天就收到答复的，${standing}；${range}。`,
    '条例第三十三条第三款',
  )
}
