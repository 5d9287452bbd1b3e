import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context, Db } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import {
  type AskedInformation,
  type GivenItem,
  informationAskedBySeveral,
  informationKey,
} from '../rules/asked-information.ts'
import { settingsOf } from './settings.ts'

/** What was decided about information that several had asked for. */
export interface DecidedHint {
  readonly key: string
  readonly information: string
  readonly decision: 'accepted' | 'dismissed'
  /** Where it is to be published, or why it is not. */
  readonly reason: string
  readonly applicants: number
  readonly requestIds: readonly string[]
  readonly decidedBy: string | null
  readonly decidedOn: PlainDay
}

/** All that was given out in answered cases of an agency, or is public already. */
async function givenItems(db: Db, agencyId: string): Promise<readonly GivenItem[]> {
  const rows = await db
    .selectFrom('request_items as item')
    .innerJoin('requests as request', (join) =>
      join
        .onRef('request.agency_id', '=', 'item.agency_id')
        .onRef('request.request_id', '=', 'item.request_id'),
    )
    .innerJoin('request_applicants as applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'item.agency_id')
        .onRef('applicant.request_id', '=', 'item.request_id'),
    )
    .select([
      'request.request_id as requestId',
      'request.number',
      'request.closed_on as closedOn',
      'item.title',
      'item.document_number as documentNumber',
      'item.judgement',
      'applicant.name_fingerprint as applicant',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.judgement', 'in', ['open', 'alreadyPublished'])
    .where('request.kind', '=', 'information')
    .where('request.outcome', 'in', ['released', 'partlyReleased', 'alreadyPublished'])
    .where('request.closed_on', 'is not', null)
    .execute()
  return rows.map(({ judgement, applicant, closedOn, ...row }) => ({
    ...row,
    closedOn: closedOn as PlainDay,
    isPublished: judgement === 'alreadyPublished',
    applicants: [applicant],
  }))
}

/** What was decided before, the newest first. */
export async function decidedHints(db: Db, agencyId: string): Promise<readonly DecidedHint[]> {
  const rows = await db
    .selectFrom('request_publication_hints')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('decided_on', 'desc')
    .orderBy('hint_key')
    .execute()
  return rows.map((row) => ({
    key: row.hint_key,
    information: row.information,
    decision: row.decision,
    reason: row.reason,
    applicants: row.applicants,
    requestIds: row.request_ids,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
  }))
}

/** Information that several asked for and got, and about which nothing was decided yet (条例 Art 44(1)). */
export async function openHints(db: Db, agencyId: string): Promise<readonly AskedInformation[]> {
  const [items, decided, { askedBySeveral }] = await Promise.all([
    givenItems(db, agencyId),
    decidedHints(db, agencyId),
    settingsOf(db, agencyId),
  ])
  const known = new Set(decided.map(({ key }) => key))
  return informationAskedBySeveral(items, askedBySeveral).filter(({ key }) => !known.has(key))
}

/**
 * Writes a decision about one piece of information; a second one about the same is refused.
 * @throws NotFound when it is no longer, or was never, asked for by several; Refused when it was decided meanwhile
 */
export async function decideHint(
  context: Context,
  agencyId: string,
  key: string,
  decision: DecidedHint['decision'],
  reason: string,
): Promise<AskedInformation> {
  const hint = (await openHints(context.db, agencyId)).find((one) => one.key === key)
  if (!hint) {
    const isDecided = (await decidedHints(context.db, agencyId)).some((one) => one.key === key)
    if (isDecided) throw new Refused([requestRefusals['requests.hint.decided']])
    throw new NotFound([requestRefusals['requests.hint.missing']])
  }
  const written = await context.db
    .insertInto('request_publication_hints')
    .values({
      agency_id: agencyId,
      hint_key: informationKey(hint.information, hint.documentNumber),
      information: hint.information,
      decision,
      reason,
      applicants: hint.applicants,
      request_ids: hint.cases.map(({ requestId }) => requestId),
      decided_by: context.actor.kind === 'person' ? context.actor.personId : null,
      decided_on: context.today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hint_key')
    .executeTakeFirst()
  if (!written) throw new Refused([requestRefusals['requests.hint.decided']])
  return hint
}
