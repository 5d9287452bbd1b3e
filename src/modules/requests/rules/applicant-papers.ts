import { isReply } from './papers.ts'
import type { LetterReader } from '../letters/template.ts'
import type { ServiceWay } from '../model.ts'
import type { PaperState } from './papers.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'

/** What decides whether the applicant may have a paper. */
export interface PaperFacts {
  readonly letter: string
  readonly reader: LetterReader
  readonly state: PaperState
  readonly services: readonly { readonly way: ServiceWay; readonly deliveredOn: PlainDay | null }[]
}

/** hidden: not the applicant's, or not out yet · toCollect: sent electronically, counts when it is collected · ready */
export type PaperAccess = 'hidden' | 'toCollect' | 'ready'

/**
 * Whether the applicant may have a paper online. Only what has gone out and is addressed to the applicant; a reply only once it was
 * sent, because it counts from its service (国办公开办函〔2016〕235号).
 */
export function paperAccess({ letter, reader, state, services }: PaperFacts): PaperAccess {
  if (reader !== 'applicant' || (state !== 'issued' && state !== 'served')) return 'hidden'
  if (isReply(letter) && services.length === 0) return 'hidden'
  if (state === 'served') return 'ready'
  return services.some(({ way, deliveredOn }) => way === 'electronic' && deliveredOn === null)
    ? 'toCollect'
    : 'ready'
}

/** What decides whether a file of an item may leave. */
export interface ReleaseFacts {
  readonly judgement: string | null
  readonly releaseFile: string | null
  readonly releaseCheckedAt: Date | null
}

/** Whether an item's copy may leave: judged open, and its redaction verified without a trace. Fails closed. */
export function isReleased({ judgement, releaseFile, releaseCheckedAt }: ReleaseFacts): boolean {
  return (judgement === 'open' || judgement === 'partly') && releaseFile !== null && releaseCheckedAt !== null
}
