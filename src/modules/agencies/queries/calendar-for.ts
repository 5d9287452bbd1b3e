import { calendarOf, type Calendar } from '../../../law/calendar/calendar.ts'
import { nationalYears } from '../../../law/calendar/national.ts'
import type { YearFile } from '../../../law/calendar/year-file.ts'
import type { Db } from '../../../platform/context.ts'
import { idsUpward } from '../store/agencies.ts'

/**
 * The working days that count for an agency: the notices shipped, those entered since by it or an agency above it (an entered one
 * wins over a shipped one of the same year, the nearer agency's over the farther), then regional and emergency layers from the top down.
 */
export async function calendarFor(db: Db, agencyId: string): Promise<Calendar> {
  const path = await idsUpward(db, agencyId)
  const ids = path.length === 0 ? [agencyId] : path
  const rank = (id: string) => ids.indexOf(id)
  const [years, layers] = await Promise.all([
    db.selectFrom('agency_calendar_years').selectAll().where('agency_id', 'in', ids).execute(),
    db.selectFrom('agency_calendar_layers').selectAll().where('agency_id', 'in', ids).execute(),
  ])
  const files = new Map<number, YearFile>(nationalYears.map((file) => [file.year, file]))
  for (const { year, notices, off, work } of [...years].sort(
    (one, other) => rank(other.agency_id) - rank(one.agency_id),
  ))
    files.set(year, { year, notices, off, work })
  const ordered = [...layers].sort(
    (one, other) =>
      rank(other.agency_id) - rank(one.agency_id) || one.entered_at.getTime() - other.entered_at.getTime(),
  )
  return calendarOf([...files.values()], ordered)
}
