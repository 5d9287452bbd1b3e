import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import { reasonsAgainstPaper, type PaperGround } from '../rules/paper-reasons.ts'
import { isReply } from '../rules/papers.ts'
import type { StandingCase } from './cases.ts'
import { consultationsOf } from './consultations.ts'
import { itemsOf } from './items.ts'
import { papersOf, type Paper } from './papers.ts'
import { remediesOf } from './remedies.ts'
import { settingsOf } from './settings.ts'

/** Gathers what the rules about a paper have to know. */
export async function paperGround(
  context: Pick<Context, 'db' | 'cipher' | 'today'>,
  found: StandingCase,
  paper: PaperGround['paper'],
  others?: readonly Paper[],
): Promise<PaperGround> {
  const { db, cipher } = context
  const [consultations, items, settings, papers, remedies] = await Promise.all([
    consultationsOf(db, cipher, found.agencyId, found.requestId),
    itemsOf(db, found.agencyId, found.requestId),
    settingsOf(db, found.agencyId),
    others ?? papersOf(db, cipher, found.agencyId, found.requestId),
    remediesOf(db, found.agencyId, found.requestId),
  ])
  return {
    course: found,
    standing: found.standing,
    calendar: found.calendar,
    today: context.today,
    settings,
    paper,
    others: papers,
    remedy: remedies.find(({ remedyId }) => remedyId === paper.remedyId) ?? null,
    consultations,
    items,
  }
}

/** @throws Refused with every reason against the paper */
export async function demandPaper(context: Context, found: StandingCase, paper: Paper): Promise<PaperGround> {
  const ground = await paperGround(context, found, paper)
  const reasons = reasonsAgainstPaper(ground)
  if (reasons.length > 0) throw new Refused(reasons)
  return ground
}

/**
 * What a reply says and gives is taken from the inventory when it goes out: from its submission on the inventory stands still, so that
 * what was signed is what is sent (条例 Art 17). Sent back or discarded, it moves again.
 * @throws Refused while a reply of the case is in review, signed, or out and not served yet
 */
export async function demandUnsigned(context: Context, found: StandingCase): Promise<void> {
  const standing = await context.db
    .selectFrom('request_papers')
    .select('letter')
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .where('state', 'in', ['inReview', 'approved', 'issued'])
    .execute()
  if (standing.some(({ letter }) => isReply(letter)))
    throw new Refused([requestRefusals['requests.item.inReview']])
}
