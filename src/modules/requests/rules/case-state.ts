import type { Calendar } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Channel, ClockEvent } from '../../../law/clock/case.ts'
import {
  daysLeft,
  previewEvent,
  runClock,
  type ClockReading,
  type ClockResult,
} from '../../../law/clock/clock.ts'
import type { ClockState, ClockStep } from '../../../law/clock/course.ts'
import { readMatterClock } from '../../../law/clock/other-matters.ts'
import type { Reason } from '../../../law/reason.ts'
import type { EventType, RequestKind } from '../model.ts'

/** Where a case stands: waiting for the day of receipt to be confirmed, a state of the statutory clock, or closed. */
export const caseStates = [
  'awaitingConfirmation',
  'running',
  'paused',
  'waitingForApplicant',
  'waitingForFee',
  'lapsed',
  'closed',
] as const
export type CaseState = (typeof caseStates)[number]

/** What the fold has to know of a case. */
export interface CaseCourse {
  readonly kind: RequestKind
  /** Of what is no request for information: the agency's own limit in working days, null where it has none. */
  readonly houseDays: number | null
  readonly channel: Channel
  readonly receivedOn: PlainDay | null
  readonly closedOn: PlainDay | null
  readonly events: readonly RecordedEvent[]
}

/** An event as it was written down; revoked ones are left out before. */
export interface RecordedEvent {
  readonly type: EventType
  readonly on: PlainDay
  readonly data: Readonly<Record<string, unknown>>
}

/** The case's state today, with the clock's reading where a clock runs. */
export interface CaseStanding {
  readonly state: CaseState
  readonly reading: ClockReading | null
  /** Why the due day is what it is, or why there is none. */
  readonly steps: readonly ClockStep[]
  /** The last day for the reply; of a deferred case (Art 35) the deferred day, when that is later. */
  readonly dueOn: PlainDay | null
  readonly latestDueOn: PlainDay | null
  readonly applicantDueOn: PlainDay | null
  /** Working days to the last day for the reply, negative when it is past; of a deferred case to the deferred day. */
  readonly workingDaysLeft: number | null
  /** The last day for the reply has passed without one, or the reply came after it. */
  readonly isOverdue: boolean
  readonly isProvisional: boolean
  /** The day a deferral (Art 35) moved the reply to. */
  readonly deferredUntil: PlainDay | null
  /** Why the recorded days do not fit together; the clock cannot be read then. */
  readonly refusal: Reason | null
}

/**
 * The events of the statutory clock among what was written down. The day a consultation letter or a fee notice reached its
 * reader is written when it is known, as an event of its own, and joined here to the letter that went out.
 */
export function clockEvents(events: readonly RecordedEvent[]): ClockEvent[] {
  const delivered = new Map<string, PlainDay>()
  let feeDelivered: PlainDay | null = null
  for (const { type, on, data } of events) {
    if (type === 'consultationDelivered') delivered.set(String(data['id']), on)
    if (type === 'feeNoticeDelivered') feeDelivered = on
  }
  const found: ClockEvent[] = []
  for (const { type, on, data } of events) {
    const id = String(data['id'])
    switch (type) {
      case 'clarificationAsked':
        found.push({ type, on, until: data['until'] as PlainDay })
        break
      case 'clarificationAnswered':
      case 'feePaid':
        found.push({ type, on })
        break
      case 'thirdPartyAsked':
        found.push({ type, id, sentOn: on, receivedOn: delivered.get(id) ?? null })
        break
      case 'agencyAsked':
        found.push({
          type,
          id,
          sentOn: on,
          receivedOn: delivered.get(id) ?? null,
          coMaker: data['coMaker'] === true,
        })
        break
      case 'thirdPartyAnswered':
        found.push({ type, id, on, opinion: typeof data['opinion'] === 'string' ? data['opinion'] : null })
        break
      case 'agencyAnswered':
        found.push({ type, id, on })
        break
      case 'extended':
        found.push({ type, on, days: Number(data['days']) })
        break
      case 'feeNoticed':
        found.push({ type, on, receivedOn: feeDelivered })
        break
      case 'answered':
        found.push({ type, on, service: typeof data['service'] === 'string' ? data['service'] : null })
        break
      default:
        break
    }
  }
  return found
}

const nothing = {
  reading: null,
  steps: [],
  dueOn: null,
  latestDueOn: null,
  applicantDueOn: null,
  workingDaysLeft: null,
  isOverdue: false,
  isProvisional: false,
  deferredUntil: null,
  refusal: null,
}

/** Runs the clock over a case; null while the day of receipt is not fixed (条例 Art 31), and for what is no request for information. */
export function clockOf(course: CaseCourse, calendar: Calendar, today: PlainDay): ClockResult | null {
  if (course.receivedOn === null || course.kind !== 'information') return null
  return runClock(
    {
      received: { channel: course.channel, on: course.receivedOn },
      events: clockEvents(course.events),
      today,
    },
    calendar,
  )
}

/** Where the case stands today (条例 Art 30 to 35): computed each time, never typed. */
export function standingOf(course: CaseCourse, calendar: Calendar, today: PlainDay): CaseStanding {
  if (course.kind !== 'information') return matterStanding(course, course.kind, calendar)
  const result = clockOf(course, calendar, today)
  if (result === null)
    return { ...nothing, state: course.closedOn === null ? 'awaitingConfirmation' : 'closed' }
  if (result.reading === null)
    return { ...nothing, state: course.closedOn === null ? 'running' : 'closed', refusal: result.refusal }
  const { reading } = result
  const deferredUntil =
    course.events
      .filter(({ type, on }) => type === 'deferred' && on <= today)
      .map(({ data }) => data['until'] as PlainDay)
      .sort()
      .at(-1) ?? null
  const later = (day: PlainDay | null) =>
    day !== null && deferredUntil !== null && deferredUntil > day ? deferredUntil : day
  const dueOn = later(reading.dueOn)
  const isOpen = course.closedOn === null && reading.state !== 'answered'
  return {
    state: isOpen ? openState(reading.state) : 'closed',
    reading,
    // A case that was withdrawn is over without an answer: the clock still speaks of today, which is no step of it.
    steps: isOpen ? reading.steps : reading.steps.filter(({ what }) => !what.startsWith('今天是')),
    dueOn,
    latestDueOn: later(reading.latestDueOn),
    applicantDueOn: reading.applicantDueOn,
    workingDaysLeft: isOpen && dueOn !== null ? daysLeft(calendar, today, dueOn) : null,
    isOverdue: dueOn !== null && (course.closedOn ?? today) > dueOn,
    isProvisional: reading.provisional,
    deferredUntil,
    refusal: null,
  }
}

/** Art 41, 44, 47, 51: no day of the statute, at most one of the house; nothing of Art 30 to 36 applies. */
function matterStanding(
  { receivedOn, closedOn, houseDays }: CaseCourse,
  kind: Exclude<RequestKind, 'information'>,
  calendar: Calendar,
): CaseStanding {
  if (receivedOn === null) return { ...nothing, state: closedOn === null ? 'awaitingConfirmation' : 'closed' }
  const read = readMatterClock(kind, receivedOn, houseDays, calendar)
  return { ...nothing, ...read, state: closedOn === null ? 'running' : 'closed' }
}

function openState(state: ClockState): CaseState {
  return state === 'answered' ? 'closed' : state
}

/** What would be if this happened too: for “如果延期，会怎样”, and to refuse what the law does not allow before it is written. */
export function whatIf(
  course: CaseCourse,
  event: ClockEvent,
  calendar: Calendar,
  today: PlainDay,
): ClockResult | null {
  if (course.receivedOn === null || course.kind !== 'information') return null
  return previewEvent(
    {
      received: { channel: course.channel, on: course.receivedOn },
      events: clockEvents(course.events),
      today,
    },
    event,
    calendar,
  )
}
