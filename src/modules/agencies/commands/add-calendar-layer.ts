import { readYearFile } from '../../../law/calendar/year-file.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Adds days that differ from the national calendar for the agency and all below it: a regional holiday (全国年节及纪念日放假办法 Art 4)
 * or an emergency closure. Whether such days stop the count is a local matter; here it is told by the document it rests on.
 * @param input.off days off, written as in a year file
 */
export async function addCalendarLayer(
  context: Context,
  input: {
    readonly agencyId: string
    readonly name: string
    readonly basis: string
    readonly off: readonly string[]
    readonly work: readonly string[]
  },
): Promise<string> {
  demandHere(context, 'agencies.editCalendar', input.agencyId)
  const fields = []
  if (input.name.trim() === '')
    fields.push({ field: 'name', sentence: '写明是什么日子，例如开斋节、台风停工' })
  if (input.basis.trim() === '') fields.push({ field: 'basis', sentence: '写明依据的文件' })
  const year = Number((input.off[0] ?? '').slice(0, 4))
  const { problems } = readYearFile({ year, notices: ['依据'], off: input.off, work: input.work })
  for (const sentence of problems ?? []) fields.push({ field: 'off', sentence })
  if (fields.length > 0) throw new Invalid(fields)
  const layerId = crypto.randomUUID()
  await context.db
    .insertInto('agency_calendar_layers')
    .values({
      agency_id: input.agencyId,
      layer_id: layerId,
      name: input.name.trim(),
      basis: input.basis.trim(),
      off: [...input.off],
      work: [...input.work],
      entered_by: actingPerson(context),
      entered_at: context.now,
    })
    .execute()
  await context.journal({
    verb: 'add-calendar-layer',
    subject: { kind: 'calendarLayer', id: layerId },
    agencyId: input.agencyId,
    basis: '全国年节及纪念日放假办法第四条',
    detail: { name: input.name.trim(), off: input.off, work: input.work },
  })
  return layerId
}
