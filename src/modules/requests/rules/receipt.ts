import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { channels, type Channel } from '../../../law/clock/case.ts'
import { channelWords } from '../../../law/clock/words.ts'
import type { Reason } from '../../../law/reason.ts'
import type { RequestKind } from '../model.ts'
import { requestRefusals } from '../refusals.ts'

/** Channels whose day of receipt is the day of confirmation with the applicant (条例 Art 31(2), (3)). */
const confirmedChannels: readonly Channel[] = ['ordinaryPost', 'online', 'fax', 'email']

/** Whether a word is the code of a channel. */
export function isChannel(word: string): word is Channel {
  return (channels as readonly string[]).includes(word)
}

/** Whether the channel wants a confirmation before the clock starts; only requests for information do (Art 31). */
export function needsConfirmation(channel: Channel, kind: RequestKind): boolean {
  return kind === 'information' && confirmedChannels.includes(channel)
}

/** The rule by which the day of receipt was found, as the receipt prints it. */
export function receiptRule(channel: Channel, kind: RequestKind): string {
  const { name, counts } = channelWords[channel]
  return `${name}，${kind === 'information' ? counts : '以来件之日为收到之日'}`
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
 * confirmation is missing. What is no request for information is received on the day it came.
 */
export function receivedOnFor(arrival: Arrival, kind: RequestKind): PlainDay | null {
  return needsConfirmation(arrival.channel, kind) ? arrival.confirmedOn : arrival.arrivedOn
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
