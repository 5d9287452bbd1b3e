import type { Calendar } from '../../../law/calendar/calendar.ts'
import { addDays, plainDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { YearFile } from '../../../law/calendar/year-file.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import type { CountedDay } from '../../../platform/room.ts'
import type { Services } from '../../../platform/services.ts'
import { enterCalendarYear } from '../commands/enter-calendar-year.ts'
import { agenciesFrom, agencyNameOn } from './agency-history.ts'
import { calendarFor } from './calendar-for.ts'

/** A day that the notice would move. */
export interface MovedDay {
  readonly title: string
  /** The agency it belongs to, when that is not the one that looks. */
  readonly agencyName: string | null
  /** Where it is, for those of the agency itself. */
  readonly href: string | null
  readonly before: PlainDay
  readonly after: PlainDay
  readonly toldOn: PlainDay | null
  /** Days on the way that are worked now and were not, and the other way round. */
  readonly newlyWorked: readonly PlainDay[]
  readonly newlyOff: readonly PlainDay[]
}

export interface CalendarPreview {
  readonly moved: readonly MovedDay[]
  /** How many days were looked at; more than these are not looked at one by one. */
  readonly looked: number
  readonly isCut: boolean
}

/** As many days as one preview looks at. */
const most = 300

/** Thrown to take everything back: a preview writes nothing. */
class TakenBack extends Error {}

/**
 * What a notice of holidays would move, before it is entered: the same command that enters it is run and taken back, and the days of all
 * rooms are read before and after it.
 * @throws Invalid with every sentence against the notice, Forbidden
 */
export async function previewCalendarYear(
  services: Services,
  actor: Actor,
  agencyId: string,
  file: YearFile,
): Promise<CalendarPreview> {
  let preview: CalendarPreview | null = null
  try {
    await services.command(actor, agencyId, async (context) => {
      preview = await compare(services, context, agencyId, file)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (preview === null) throw new Error('the preview was taken back before it was read')
  return preview
}

async function compare(
  services: Services,
  context: Context,
  agencyId: string,
  file: YearFile,
): Promise<CalendarPreview> {
  // A block of New Year may begin in the last days of the year before.
  const since = plainDay(`${file.year - 1}-12-25`)
  const agencyIds = [...(await agenciesFrom(context.db, agencyId))]
  const read = async () => {
    const days: CountedDay[] = []
    for (const room of services.rooms)
      days.push(...((await room.countedDays?.(context, agencyIds, since, most + 1)) ?? []))
    return days
  }
  const before = await read()
  const calendarBefore = await calendarFor(context.db, agencyId)
  await enterCalendarYear(context, { agencyId, file })
  const after = new Map((await read()).map((day) => [day.id, day]))
  const calendarAfter = await calendarFor(context.db, agencyId)
  const moved: MovedDay[] = []
  for (const day of before.slice(0, most)) {
    const now = after.get(day.id)
    if (now === undefined || now.dueOn === day.dueOn) continue
    const last = now.dueOn > day.dueOn ? now.dueOn : day.dueOn
    const isOwn = day.agencyId === agencyId
    moved.push({
      title: day.title,
      agencyName: isOwn ? null : ((await agencyNameOn(context.db, day.agencyId, context.today)) ?? null),
      href: isOwn ? day.href : null,
      before: day.dueOn,
      after: now.dueOn,
      toldOn: day.toldOn,
      ...changedDays(calendarBefore, calendarAfter, day.from, last),
    })
  }
  return { moved, looked: Math.min(before.length, most), isCut: before.length > most }
}

function changedDays(
  before: Calendar,
  after: Calendar,
  from: PlainDay,
  last: PlainDay,
): Pick<MovedDay, 'newlyWorked' | 'newlyOff'> {
  const newlyWorked: PlainDay[] = []
  const newlyOff: PlainDay[] = []
  for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) {
    const [was, is] = [before.isWorkingDay(day), after.isWorkingDay(day)]
    if (is && !was) newlyWorked.push(day)
    if (was && !is) newlyOff.push(day)
  }
  return { newlyWorked, newlyOff }
}
