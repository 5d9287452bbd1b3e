import { beijingDay, type PlainDay } from '../../law/calendar/plain-day.ts'
import type { Db } from '../context.ts'
import type { JournalRow } from './entry.ts'

/** What to look for; null is everything. */
export interface JournalFilter {
  /** Chains to look in: agencies, and `-` for the installation. */
  readonly chains: readonly string[]
  readonly verb: string | null
  /** Ids of people who acted. */
  readonly actors: readonly string[] | null
  /** First and last day, in Beijing, both included. */
  readonly fromOn: PlainDay | null
  readonly untilOn: PlainDay | null
  /** Leaves out what was written later: so that pages of one export fit together while others work on. */
  readonly notAfter?: Date
}

const beijing = '+08:00'

function matching(db: Db, filter: JournalFilter) {
  let query = db.selectFrom('journal').where('agency_id', 'in', [...filter.chains])
  if (filter.verb !== null) query = query.where('verb', '=', filter.verb)
  if (filter.actors !== null)
    query = query.where('actor', 'in', filter.actors.length > 0 ? [...filter.actors] : [''])
  if (filter.fromOn !== null) query = query.where('at', '>=', new Date(`${filter.fromOn}T00:00:00${beijing}`))
  if (filter.untilOn !== null)
    query = query.where('at', '<=', new Date(`${filter.untilOn}T23:59:59.999${beijing}`))
  if (filter.notAfter !== undefined) query = query.where('at', '<=', filter.notAfter)
  return query
}

/**
 * Entries that match, the latest first.
 * @param page how many to skip and to give
 */
export async function readJournal(
  db: Db,
  filter: JournalFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<readonly JournalRow[]> {
  if (filter.chains.length === 0) return []
  return matching(db, filter)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('agency_id')
    .orderBy('number', 'desc')
    .offset(page.skip)
    .limit(page.take)
    .execute() as Promise<readonly JournalRow[]>
}

/** How many entries match, counted up to `most`. */
export async function countJournal(db: Db, filter: JournalFilter, most: number): Promise<number> {
  if (filter.chains.length === 0) return 0
  const row = await db
    .selectFrom(matching(db, filter).select('number').limit(most).as('found'))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What was done to one thing, the oldest first, at most `most` of the latest. */
export async function journalOf(
  db: Db,
  agencyId: string,
  subject: { readonly kind: string; readonly id: string },
  most = 500,
): Promise<readonly JournalRow[]> {
  const rows = (await db
    .selectFrom('journal')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()) as readonly JournalRow[]
  return [...rows].reverse()
}

/** The moment of an entry as people read it: 2026.03.12 9:02:05, Beijing. */
export function momentInLists(at: Date): string {
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)
  return `${beijingDay(at).replaceAll('-', '.')} ${clock}`
}
