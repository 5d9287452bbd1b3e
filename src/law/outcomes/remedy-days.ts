import type { Calendar } from '../calendar/calendar.ts'
import { addDays, plainDay, type PlainDay } from '../calendar/plain-day.ts'
import type { Remedy } from './outcomes.ts'

/** The last days on which a reply can be contested. */
export interface RemedyDays {
  /** 行政复议法 Art 20: within 60 days. Null where nothing was decided. */
  readonly reviewUntil: PlainDay | null
  /** 行政诉讼法 Art 46: within 6 months. Null where review comes first (行政复议法 Art 23(1)(4)) for the whole reply. */
  readonly suitUntil: PlainDay | null
}

/**
 * Until when a reply can be contested, counted from the day after it was received; a last day on which nobody works moves to the next
 * working day (行政复议法 Art 88 and 行政诉讼法 Art 101 with 民事诉讼法 Art 85).
 * @param receivedOn the day the applicant got the reply; by post that is not the day of posting
 */
export function remedyDays(remedy: Remedy, receivedOn: PlainDay, calendar: Calendar): RemedyDays {
  if (remedy === 'none') return { reviewUntil: null, suitUntil: null }
  return {
    reviewUntil: onWorkingDay(addDays(receivedOn, 60), calendar),
    suitUntil: remedy === 'reviewFirst' ? null : onWorkingDay(sixMonthsAfter(receivedOn), calendar),
  }
}

function onWorkingDay(day: PlainDay, calendar: Calendar): PlainDay {
  let last = day
  while (!calendar.isWorkingDay(last)) last = addDays(last, 1)
  return last
}

/** The same day six months on; where that month has no such day, its last one. */
function sixMonthsAfter(day: PlainDay): PlainDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const months = month - 1 + 6
  const thenYear = year + Math.floor(months / 12)
  const thenMonth = (months % 12) + 1
  const lastDate = new Date(Date.UTC(thenYear, thenMonth, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return plainDay(`${thenYear}-${two(thenMonth)}-${two(Math.min(date, lastDate))}`)
}
