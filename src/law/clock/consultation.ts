import { addWorkingDays, type Calendar } from '../calendar/calendar.ts'
import type { PlainDay } from '../calendar/plain-day.ts'

/** Art 32 and Art 34: a consulted party answers within 15 working days of receiving the letter. */
export const consultationDays = 15

/** One letter asking for an opinion, and what is known of its way and its answer. */
export interface Consultation {
  readonly kind: 'thirdParty' | 'agency'
  readonly id: string
  readonly coMaker: boolean
  readonly sentOn: PlainDay
  /** The 15th working day after the party's receipt; null while the receipt is unknown. */
  readonly limitOn: PlainDay | null
  answeredOn: PlainDay | null
  /** An opinion that came after the case had ended: known, without effect. */
  answeredAfterEnd: boolean
  /** Whether the step saying that the 15 working days ran out has been written. */
  limitTold: boolean
}

/** The last day a party may answer, counted from its own receipt, never from our sending (trap 7). */
export function consultationLimit(calendar: Calendar, receivedOn: PlainDay | null): PlainDay | null {
  return receivedOn === null ? null : addWorkingDays(calendar, receivedOn, consultationDays)
}

/** Whether the consultation still pauses the clock on that day: through the 15th working day (decision 4). */
export function isOpen(consultation: Consultation, on: PlainDay): boolean {
  return consultation.answeredOn === null && (consultation.limitOn === null || on <= consultation.limitOn)
}

/** Working days d with `after` < d <= `through` are taken out (Art 33(3)). */
export interface Pause {
  readonly after: PlainDay
  readonly through: PlainDay
}

/** The pause as if an answer still missing came on `asOf`: the least it can take out. */
export function pauseAsOf(consultation: Consultation, asOf: PlainDay): Pause {
  const end = consultation.answeredOn ?? asOf
  const limit = consultation.limitOn
  return { after: consultation.sentOn, through: limit !== null && limit < end ? limit : end }
}

/** The pause as if an answer still missing came on the last allowed day; null while that day is unknown. */
export function longestPause(consultation: Consultation): Pause | null {
  const end = consultation.answeredOn ?? consultation.limitOn
  return end === null ? null : pauseAsOf(consultation, end)
}

/** Overlapping pauses are taken out once (trap 6): a day is paused or it is not. */
export function isPaused(pauses: readonly Pause[], day: PlainDay): boolean {
  return pauses.some((pause) => pause.after < day && day <= pause.through)
}
