/** A calendar day in Beijing, without time or zone, written YYYY-MM-DD. Days compare correctly as strings. */
export type PlainDay = `${number}-${number}-${number}`

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/**
 * Reads a plain day.
 * @returns the day, or null when the text is not a real day of the calendar (2026-02-30 is not)
 */
export function parsePlainDay(text: string): PlainDay | null {
  const match = shape.exec(text)
  if (!match) return null
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(ms).toISOString().slice(0, 10) === text ? (text as PlainDay) : null
}

/** The plain day written in the text; throws RangeError when it is none. For constants and checked input. */
export function plainDay(text: string): PlainDay {
  const day = parsePlainDay(text)
  if (day === null) throw new RangeError(`not a day: ${text}`)
  return day
}

/** The day `days` calendar days after (negative: before) the given one. */
export function addDays(day: PlainDay, days: number): PlainDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as PlainDay
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: PlainDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function yearOf(day: PlainDay): number {
  return Number(day.slice(0, 4))
}

/** The Beijing calendar day of an instant (UTC+8, no summer time). */
export function beijingDay(at: Date): PlainDay {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDay
}
