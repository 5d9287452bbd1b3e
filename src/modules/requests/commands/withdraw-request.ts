import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { may, type Context } from '../../../platform/context.ts'
import { demandHere } from '../../agencies/index.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'

/**
 * The applicant takes the request back; it is counted under 其他处理（三）其他 in table three. Papers not yet sent are discarded. A
 * letter that says so (D39) may follow.
 */
export async function withdrawRequest(
  context: Context,
  input: CaseKey & { readonly on: PlainDay; readonly way: string },
): Promise<void> {
  if (context.actor.kind !== 'public') demandHere(context, 'requests.register', input.agencyId)
  const found = await openCase(context, input, 'withdraw')
  const on = may(context.actor, 'requests.register') ? input.on : context.today
  await context.db
    .updateTable('request_papers')
    .set({ state: 'discarded' })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .where('state', 'in', ['draft', 'inReview', 'approved'])
    .execute()
  await recordEvents(context, found, [{ type: 'withdrawn', on, data: { way: input.way } }], {
    // A request that never was received in the sense of Art 31 is not counted in any year.
    closed_on: on,
    outcome: 'otherReason',
  })
  await context.journal({
    verb: 'withdraw-request',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { on, way: input.way },
  })
}
