import { beijingDay, type PlainDay } from '../../law/calendar/plain-day.ts'
import type { Db } from '../context.ts'
import type { JournalRow } from './entry.ts'

/** What to look for; null is everything. */
export interface JournalFilter {
  /** Chains to look in: agencies, and `-` for the installation. */
  readonly chains: readonly string[]
  readonly verb: string | null
  /** Id of the person who acted. */
  readonly actor: string | null
  /** First and last day, in Beijing, both included. */
  readonly fromOn: PlainDay | null
  readonly untilOn: PlainDay | null
}

const beijing = '+08:00'

function matching(db: Db, filter: JournalFilter) {
  let query = db.selectFrom('journal').where('agency_id', 'in', [...filter.chains])
  if (filter.verb !== null) query = query.where('verb', '=', filter.verb)
  if (filter.actor !== null) query = query.where('actor', '=', filter.actor)
  if (filter.fromOn !== null) query = query.where('at', '>=', new Date(`${filter.fromOn}T00:00:00${beijing}`))
  if (filter.untilOn !== null)
    query = query.where('at', '<=', new Date(`${filter.untilOn}T23:59:59.999${beijing}`))
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

/** Verbs that occur in the chains, for the filter. */
export async function journalVerbs(db: Db, chains: readonly string[]): Promise<readonly string[]> {
  if (chains.length === 0) return []
  const rows = await db
    .selectFrom('journal')
    .select('verb')
    .distinct()
    .where('agency_id', 'in', [...chains])
    .orderBy('verb')
    .execute()
  return rows.map(({ verb }) => verb)
}

/** The moment of an entry as people read it: 2026.03.12 9:02:05, Beijing. */
export function momentInLists(at: Date): string {
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)
  return `${beijingDay(at).replaceAll('-', '.')} ${clock}`
}
