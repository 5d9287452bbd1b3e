import { readYearFile } from '../../../law/calendar/year-file.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../store/reach.ts'

/**
 * Enters the State Council office's holiday notice of a year for the agency and all below it (全国年节及纪念日放假办法). Entering it
 * again replaces it; open cases are then counted anew, what had been told stays with its letters.
 * @param input as in a year file: year, notices, off, work
 * @throws Invalid with every sentence that speaks against the notice
 */
export async function enterCalendarYear(
  context: Context,
  input: { readonly agencyId: string; readonly file: unknown },
): Promise<void> {
  demandHere(context, 'agencies.editCalendar', input.agencyId)
  const { file, problems } = readYearFile(input.file)
  if (problems !== null) throw new Invalid(problems.map((sentence) => ({ field: 'notice', sentence })))
  const row = {
    notices: [...file.notices],
    off: [...file.off],
    work: [...file.work],
    entered_by: actingPerson(context),
    entered_at: context.now,
  }
  await context.db
    .insertInto('agency_calendar_years')
    .values({ agency_id: input.agencyId, year: file.year, ...row })
    .onConflict((conflict) => conflict.columns(['agency_id', 'year']).doUpdateSet(row))
    .execute()
  await context.journal({
    verb: 'enter-calendar-year',
    subject: { kind: 'calendarYear', id: String(file.year) },
    agencyId: input.agencyId,
    basis: '全国年节及纪念日放假办法',
    detail: { notices: file.notices, off: file.off, work: file.work },
  })
}
