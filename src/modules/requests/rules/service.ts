import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Reason } from '../../../law/reason.ts'
import type { ServiceWay, WantedWay } from '../model.ts'
import { requestRefusals } from '../refusals.ts'

/** A paper handed over, posted or sent off. */
export interface ServiceFacts {
  readonly way: ServiceWay
  readonly sentOn: PlainDay
  /** When it reached the reader, where known: signed for, or arrived in the reader's system. */
  readonly deliveredOn: PlainDay | null
  readonly proofNumber: string
}

/**
 * The day that counts as the day of the answer (国办公开办函〔2016〕235号): by post the day of posting, by hand the day it was signed
 * for, electronically the day it arrived; null while that day is not known.
 */
export function countedOnFor({ way, sentOn, deliveredOn }: ServiceFacts): PlainDay | null {
  return way === 'post' ? sentOn : deliveredOn
}

/** Everything that speaks against a service as it was typed. */
export function reasonsAgainstService(
  facts: ServiceFacts,
  issuedOn: PlainDay,
  today: PlainDay,
  wantedWay: WantedWay,
  isReply: boolean,
): readonly Reason[] {
  const reasons: Reason[] = []
  if (facts.sentOn < issuedOn) reasons.push(requestRefusals['requests.service.beforeIssue'])
  if (facts.sentOn > today || (facts.deliveredOn !== null && facts.deliveredOn > today))
    reasons.push(requestRefusals['requests.receipt.future'])
  if (facts.deliveredOn !== null && facts.deliveredOn < facts.sentOn)
    reasons.push(requestRefusals['requests.service.beforeIssue'])
  if (facts.way === 'post' && facts.proofNumber.trim() === '')
    reasons.push(requestRefusals['requests.service.noProof'])
  if ((facts.way === 'direct' || facts.way === 'entrusted') && facts.deliveredOn === null)
    reasons.push(requestRefusals['requests.service.noProof'])
  if (isReply && facts.way === 'electronic' && wantedWay !== 'online' && wantedWay !== 'email')
    reasons.push(requestRefusals['requests.service.notChosen'])
  return reasons
}
