import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { channels, type Channel } from '../../../law/clock/case.ts'
import type { Reason } from '../../../law/reason.ts'
import { requestRefusals } from '../refusals.ts'

/** Channels whose day of receipt is the day of confirmation with the applicant (条例 Art 31(2), (3)). */
const confirmedChannels: readonly Channel[] = ['ordinaryPost', 'online', 'fax', 'email']

/** Whether a word is the code of a channel. */
export function isChannel(word: string): word is Channel {
  return (channels as readonly string[]).includes(word)
}

/** Whether the channel wants a confirmation before the clock starts. */
export function needsConfirmation(channel: Channel): boolean {
  return confirmedChannels.includes(channel)
}

/** What the desk knows of a piece that came in. */
export interface Arrival {
  readonly channel: Channel
  readonly arrivedOn: PlainDay
  readonly confirmedOn: PlainDay | null
  readonly readBack: boolean
}

/**
 * The statutory day of receipt (条例 Art 31): handed in, signed for, written down, or confirmed by both sides; null while the
 * confirmation is missing.
 */
export function receivedOnFor(arrival: Arrival): PlainDay | null {
  return needsConfirmation(arrival.channel) ? arrival.confirmedOn : arrival.arrivedOn
}

/** Everything that speaks against an arrival as it was typed. */
export function reasonsAgainstArrival(arrival: Arrival, today: PlainDay): readonly Reason[] {
  const reasons: Reason[] = []
  if (arrival.arrivedOn > today || (arrival.confirmedOn !== null && arrival.confirmedOn > today))
    reasons.push(requestRefusals['requests.receipt.future'])
  if (arrival.confirmedOn !== null && arrival.confirmedOn < arrival.arrivedOn)
    reasons.push(requestRefusals['requests.receipt.beforeArrival'])
  if (arrival.channel === 'oral' && !arrival.readBack)
    reasons.push(requestRefusals['requests.receipt.notReadBack'])
  return reasons
}
