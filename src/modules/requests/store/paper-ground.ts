import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { reasonsAgainstPaper, type PaperGround } from '../rules/paper-reasons.ts'
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
