/** Whom a reminder goes to: the nearer the day, the higher up. */
export type ReminderRole = 'handler' | 'officeHead' | 'head'

/** The distance under which an overdue case is noted: it is told once. */
export const overdueDistance = -1

/**
 * Which reminder is due now. Distances that were passed while no sweep ran are taken as told by the most urgent one, so that after a
 * missed week one reminder goes out and not five.
 * @param daysLeft working days left; negative when overdue
 * @param distances the house's distances in working days
 * @param sent distances told already
 * @returns the distance to tell and those it settles; null when nothing is due
 */
export function reminderDue(
  daysLeft: number,
  distances: readonly number[],
  sent: readonly number[],
): { readonly distance: number; readonly settles: readonly number[] } | null {
  const passed = [...new Set([...distances, overdueDistance])].filter((distance) =>
    distance === overdueDistance ? daysLeft < 0 : daysLeft <= distance,
  )
  const open = passed.filter((distance) => !sent.includes(distance))
  const most = Math.min(...passed)
  return open.length === 0 || !open.includes(most) ? null : { distance: most, settles: open }
}

/** The first distance is the handler's, the second also the head of the office's, the rest and overdue everybody's. */
export function rolesAt(distance: number, distances: readonly number[]): readonly ReminderRole[] {
  const order = [...new Set(distances)].sort((one, other) => other - one)
  const place = distance === overdueDistance ? order.length : order.indexOf(distance)
  if (place <= 0) return ['handler']
  return place === 1 ? ['handler', 'officeHead'] : ['handler', 'officeHead', 'head']
}
