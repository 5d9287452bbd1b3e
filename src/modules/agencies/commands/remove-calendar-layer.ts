import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { demandHere } from '../store/reach.ts'

/** Takes back a regional or emergency layer that was entered by mistake; open cases are counted anew. */
export async function removeCalendarLayer(
  context: Context,
  input: { readonly agencyId: string; readonly layerId: string },
): Promise<void> {
  demandHere(context, 'agencies.editCalendar', input.agencyId)
  const removed = await context.db
    .deleteFrom('agency_calendar_layers')
    .where('agency_id', '=', input.agencyId)
    .where('layer_id', '=', input.layerId)
    .returning(['name', 'off', 'work'])
    .executeTakeFirst()
  if (!removed) throw new NotFound()
  await context.journal({
    verb: 'remove-calendar-layer',
    subject: { kind: 'calendarLayer', id: input.layerId },
    agencyId: input.agencyId,
    detail: removed,
  })
}
