import type { Calendar } from '../../../law/calendar/calendar.ts'
import { addDays, type PlainDay } from '../../../law/calendar/plain-day.ts'
import { dayMarks, type DayKind } from '../../../law/clock/day-marks.ts'
import { clockEvents, type CaseCourse, type CaseStanding } from './case-state.ts'

/** One tick of the ruler over a case. */
export interface RulerDay {
  readonly day: PlainDay
  readonly kind: 'working' | 'rest' | 'paused'
}

/** A ruler longer than this cannot be read; its beginning is left out. */
const longest = 110

/** Which look a day of the clock has on the ruler; the day a period starts from stands before the first that counts. */
const looks: Readonly<Record<DayKind, RulerDay['kind']>> = {
  start: 'rest',
  working: 'working',
  rest: 'rest',
  paused: 'paused',
  waiting: 'paused',
  after: 'working',
}

/**
 * The days of the period now running (条例 Art 33), from the day before it to its last day or today, whichever is later; of a closed case to
 * the day it closed or was due. Empty while no period has begun.
 */
export function rulerDays(
  course: CaseCourse,
  standing: CaseStanding,
  calendar: Calendar,
  today: PlainDay,
): readonly RulerDay[] {
  if (course.receivedOn === null || course.kind !== 'information') return []
  const until = course.closedOn ?? today
  const marks = dayMarks(
    {
      received: { channel: course.channel, on: course.receivedOn },
      events: clockEvents(course.events),
      today: until < course.receivedOn ? course.receivedOn : until,
    },
    calendar,
  )
  if (marks === null) return []
  const last = marks.at(-1)
  if (last === undefined) return []
  const from = marks.findIndex(({ period }) => period === last.period)
  const days: RulerDay[] = marks
    .slice(Math.max(0, from - 1))
    .map(({ day, kind }) => ({ day, kind: looks[kind] }))
  // A reply put off with leave of Art 35 runs to its own day.
  for (
    let day = addDays(last.day, 1);
    standing.dueOn !== null && day <= standing.dueOn;
    day = addDays(day, 1)
  )
    days.push({ day, kind: calendar.isWorkingDay(day) ? 'working' : 'rest' })
  return days.slice(-longest)
}
