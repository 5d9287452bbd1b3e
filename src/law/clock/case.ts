import type { PlainDay } from '../calendar/plain-day.ts'

/** How an application reached the agency; it decides which day is the day of receipt (条例 Art 31). */
export const channels = [
  'counter',
  'registeredPost',
  'ordinaryPost',
  'online',
  'fax',
  'email',
  'oral',
] as const
export type Channel = (typeof channels)[number]

/** The one chance to have an unclear application corrected (补正, Art 30). `until` is the last day the letter grants. */
export interface ClarificationAsked {
  readonly type: 'clarificationAsked'
  readonly on: PlainDay
  readonly until: PlainDay
}

/** The corrected application arrived. */
export interface ClarificationAnswered {
  readonly type: 'clarificationAnswered'
  readonly on: PlainDay
}

/** A third party was asked in writing (Art 32). `receivedOn` is the day it got the letter, null while unknown. */
export interface ThirdPartyAsked {
  readonly type: 'thirdPartyAsked'
  readonly id: string
  readonly sentOn: PlainDay
  readonly receivedOn: PlainDay | null
}

export interface ThirdPartyAnswered {
  readonly type: 'thirdPartyAnswered'
  readonly id: string
  readonly on: PlainDay
  /** As the party said it; the clock does not depend on it. */
  readonly opinion: string | null
}

/** Another agency was asked (Art 33(3)); `coMaker` when it made the information jointly (Art 34). */
export interface AgencyAsked {
  readonly type: 'agencyAsked'
  readonly id: string
  readonly sentOn: PlainDay
  readonly receivedOn: PlainDay | null
  readonly coMaker: boolean
}

export interface AgencyAnswered {
  readonly type: 'agencyAnswered'
  readonly id: string
  readonly on: PlainDay
}

/** The head of the disclosure office agreed to an extension and the applicant was told (Art 33(2)). */
export interface Extended {
  readonly type: 'extended'
  readonly on: PlainDay
  /** Working days, 1 to 20. */
  readonly days: number
}

/** A fee notice (收费通知) went out; `receivedOn` is the day the applicant got it, null while unknown. */
export interface FeeNoticed {
  readonly type: 'feeNoticed'
  readonly on: PlainDay
  readonly receivedOn: PlainDay | null
}

/** The whole fee was paid. */
export interface FeePaid {
  readonly type: 'feePaid'
  readonly on: PlainDay
}

/** The reply was given. `on` is the day that counts for the way of service: signed for, posted, or arrived. */
export interface Answered {
  readonly type: 'answered'
  readonly on: PlainDay
  readonly service: string | null
}

/** What happened to a case and moves its clock. */
export type ClockEvent =
  | ClarificationAsked
  | ClarificationAnswered
  | ThirdPartyAsked
  | ThirdPartyAnswered
  | AgencyAsked
  | AgencyAnswered
  | Extended
  | FeeNoticed
  | FeePaid
  | Answered

/** All the clock has to know about a case. */
export interface ClockCase {
  readonly received: { readonly channel: Channel; readonly on: PlainDay }
  /** In any order; those after `today` have not happened yet. */
  readonly events: readonly ClockEvent[]
  readonly today: PlainDay
}

/** The day an event happened: of a consultation, the day the letter was sent. */
export function dayOf(event: ClockEvent): PlainDay {
  return 'sentOn' in event ? event.sentOn : event.on
}

/** Order of events of one day (decision 2): what restarts, then what pauses, then what lengthens, then what ends. */
const orderWithinDay: Readonly<Record<ClockEvent['type'], number>> = {
  clarificationAsked: 1,
  clarificationAnswered: 2,
  thirdPartyAsked: 3,
  agencyAsked: 3,
  thirdPartyAnswered: 4,
  agencyAnswered: 4,
  feeNoticed: 5,
  feePaid: 6,
  extended: 7,
  answered: 8,
}

/** The events that have happened by `today`, in the order they count, however they were typed. */
export function inOrder(events: readonly ClockEvent[], today: PlainDay): ClockEvent[] {
  return events
    .filter((event) => dayOf(event) <= today)
    .map((event) => ({ event, tie: JSON.stringify(event) }))
    .sort(
      (one, other) =>
        compare(dayOf(one.event), dayOf(other.event)) ||
        orderWithinDay[one.event.type] - orderWithinDay[other.event.type] ||
        compare(one.tie, other.tie),
    )
    .map(({ event }) => event)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
