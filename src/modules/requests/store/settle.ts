import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import type { ServiceWay } from '../model.ts'
import { isReply, otherReplies } from '../rules/papers.ts'
import { recordEvents, type NewEvent, type StandingCase } from './cases.ts'
import type { Paper } from './papers.ts'

/**
 * What a service does to its case: a reply closes it on the day that counts; the day a consultation letter or a fee notice reached its
 * reader starts the reader's own period.
 */
export async function settle(
  context: Context,
  found: StandingCase,
  paper: Paper,
  service: {
    readonly way: ServiceWay
    readonly countedOn: PlainDay | null
    readonly deliveredOn: PlainDay | null
  },
): Promise<void> {
  const { countedOn, deliveredOn } = service
  const events: NewEvent[] = []
  const paperId = paper.paperId
  if (deliveredOn !== null && (paper.letter === 'D09' || paper.letter === 'D13')) {
    events.push({
      type: 'consultationDelivered',
      on: deliveredOn,
      data: { id: paper.consultationId },
      paperId,
    })
    await context.db
      .updateTable('request_consultations')
      .set({ delivered_on: deliveredOn, version: sql<number>`version + 1` })
      .where('agency_id', '=', found.agencyId)
      .where('consultation_id', '=', paper.consultationId as string)
      .execute()
  }
  if (deliveredOn !== null && paper.letter === 'D16')
    events.push({ type: 'feeNoticeDelivered', on: deliveredOn, paperId })
  if (paper.remedyId !== null && countedOn !== null)
    await context.db
      .updateTable('request_remedies')
      .set({ reanswered_on: countedOn, version: sql<number>`version + 1` })
      .where('agency_id', '=', found.agencyId)
      .where('remedy_id', '=', paper.remedyId)
      .execute()
  const closes =
    isReply(paper.letter) && paper.remedyId === null && countedOn !== null && found.closedOn === null
  if (closes)
    events.push({
      type: 'answered',
      on: countedOn,
      data: { service: service.way, outcome: paper.outcome },
      paperId,
    })
  const isWhole = countedOn !== null && (deliveredOn !== null || !awaitsDelivery(paper.letter))
  if (isWhole)
    await context.db
      .updateTable('request_papers')
      .set({ state: 'served', served_on: countedOn, version: sql<number>`version + 1` })
      .where('agency_id', '=', found.agencyId)
      .where('paper_id', '=', paperId)
      .execute()
  if (closes && paper.outcome !== null)
    await recordEvents(context, found, events, {
      closed_on: countedOn,
      outcome: paper.outcome,
      secondary_outcomes: [...paper.secondaryOutcomes],
    })
  else if (closes && (Object.values(otherReplies) as string[]).includes(paper.letter))
    // What is no request for information has no row in table three; its outcome only says that it was dealt with.
    await recordEvents(context, found, events, { closed_on: countedOn, outcome: 'otherReason' })
  else if (events.length > 0) await recordEvents(context, found, events)
}

/** Letters whose arrival starts a period of the reader's (条例 Art 32, 34; 信息处理费管理办法 Art 6). */
export function awaitsDelivery(letter: string): boolean {
  return letter === 'D09' || letter === 'D13' || letter === 'D16'
}
