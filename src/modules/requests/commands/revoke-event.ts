import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { standingOf } from '../rules/case-state.ts'
import { keepStanding, openCase, type CaseKey } from '../store/cases.ts'

/**
 * Takes back a record that was typed wrongly, with the reason; it stays visible as revoked, and the clock is read anew without it.
 * What a letter brought about is not taken back here: the letter went out.
 */
export async function revokeEvent(
  context: Context,
  input: CaseKey & { readonly eventId: string; readonly reason: string },
): Promise<void> {
  demandHere(context, 'requests.approveProcedure', input.agencyId)
  if (input.reason.trim() === '') throw new Invalid([{ field: 'reason', sentence: '写明为什么撤销' }])
  const found = await openCase(context, input, null)
  const event = found.events.find(({ eventId }) => eventId === input.eventId)
  if (!event) throw new NotFound([requestRefusals['requests.event.missing']])
  if (event.paperId !== null || found.closedOn !== null)
    throw new Refused([requestRefusals['requests.case.closed']])
  await context.db
    .updateTable('request_events')
    .set({ revoked_at: context.now, revoke_reason: input.reason.trim() })
    .where('agency_id', '=', found.agencyId)
    .where('event_id', '=', input.eventId)
    .execute()
  const events = found.events.filter(({ eventId }) => eventId !== input.eventId)
  await keepStanding(
    context.db,
    found,
    standingOf({ ...found, events }, found.calendar, context.today),
    typeof event.data['before'] === 'string' ? { content: event.data['before'] } : {},
  )
  await context.journal({
    verb: 'revoke-event',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { type: event.type, on: event.on, reason: input.reason.trim() },
  })
}
