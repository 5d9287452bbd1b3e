import { isProvisional } from '../../../law/calendar/calendar.ts'
import { plainDay, yearOf, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { calendarFor } from './calendar-for.ts'

/** What counts as a year for an agency: its notices and how many days are worked. */
export interface CalendarYear {
  readonly year: number
  /** null: not announced or not entered; the year is provisional. */
  readonly notices: readonly string[] | null
  readonly workingDays: number
}

export interface OwnLayer {
  readonly layerId: string
  readonly name: string
  readonly basis: string
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/** The years an agency counts by, last year to next year, and the layers it has entered itself. */
export async function calendarEntries(
  db: Db,
  agencyId: string,
  today: PlainDay,
): Promise<{ readonly years: readonly CalendarYear[]; readonly layers: readonly OwnLayer[] }> {
  const calendar = await calendarFor(db, agencyId)
  const rows = await db
    .selectFrom('agency_calendar_layers')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('entered_at')
    .execute()
  return {
    years: [-1, 0, 1].map((step) => {
      const year = yearOf(today) + step
      return {
        year,
        notices: calendar.noticesOf(year),
        workingDays: calendar.workingDaysOf(year).length,
      }
    }),
    layers: rows.map((row) => ({
      layerId: row.layer_id,
      name: row.name,
      basis: row.basis,
      off: row.off,
      work: row.work,
    })),
  }
}

/** From November on, whether next year's notice is still missing: the State Council announces it in autumn. */
export async function isNextYearMissing(db: Db, agencyId: string, today: PlainDay): Promise<boolean> {
  if (today.slice(5) < '11-01') return false
  return isProvisional(await calendarFor(db, agencyId), plainDay(`${yearOf(today) + 1}-01-01`))
}
