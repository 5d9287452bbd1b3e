import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'

/** An agency known by a name: which name it was, and what it is called now. */
export interface CalledAgency {
  readonly agencyId: string
  readonly slug: string
  /** The present name. */
  readonly name: string
  readonly by: 'name' | 'formerName' | 'shortName'
}

/**
 * The agencies that bear or bore a name. A full name goes before a short one; where several agencies bore the same name, those
 * that bore it on the day. More than one means that the name alone does not tell.
 * @param on the day of which the document speaks, e.g. the last day of a report's year
 */
export async function agenciesCalled(db: Db, name: string, on: PlainDay): Promise<readonly CalledAgency[]> {
  const wanted = plain(name)
  if (wanted === '') return []
  const rows = await namesLike(db, sql<boolean>`period.name = ${wanted} or period.short_name = ${wanted}`)
  const full = rows.filter((row) => row.name === wanted)
  const best = full.length > 0 ? full : rows
  const then = best.filter((row) => row.fromOn <= on && (row.untilOn === null || row.untilOn >= on))
  const chosen = new Map<string, CalledAgency>()
  for (const row of then.length > 0 ? then : best)
    chosen.set(row.agencyId, {
      agencyId: row.agencyId,
      slug: row.slug,
      name: row.nameNow,
      by: full.length === 0 ? 'shortName' : row.nameNow === wanted ? 'name' : 'formerName',
    })
  return [...chosen.values()]
}

/** Agencies whose name ends like the given one, or the other way round: 清河区某局 and 某市清河区某局. To be offered, never taken. */
export async function agenciesNearlyCalled(db: Db, name: string): Promise<readonly CalledAgency[]> {
  const wanted = plain(name)
  if (wanted.length < 4) return []
  const rows = await namesLike(
    db,
    sql<boolean>`right(period.name, length(${wanted}::text)) = ${wanted}
      or (length(period.name) >= 4 and right(${wanted}::text, length(period.name)) = period.name)`,
  )
  const found = new Map(rows.map((row) => [row.agencyId, row]))
  return [...found.values()].map(({ agencyId, slug, nameNow }) => ({
    agencyId,
    slug,
    name: nameNow,
    by: 'name' as const,
  }))
}

/** Spaces between characters say nothing in a Chinese name; brackets are written in two widths. */
function plain(name: string): string {
  return name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）')
}

interface NameRow {
  readonly agencyId: string
  readonly slug: string
  readonly name: string
  readonly nameNow: string
  readonly fromOn: PlainDay
  readonly untilOn: PlainDay | null
}

async function namesLike(db: Db, wanted: ReturnType<typeof sql<boolean>>): Promise<readonly NameRow[]> {
  return db
    .selectFrom('agency_names as period')
    .innerJoin('agencies', 'agencies.agency_id', 'period.agency_id')
    .innerJoin('agency_names as present', (join) =>
      join.onRef('present.agency_id', '=', 'agencies.agency_id').on('present.until_on', 'is', null),
    )
    .select([
      'agencies.agency_id as agencyId',
      'agencies.slug as slug',
      'period.name as name',
      'present.name as nameNow',
      'period.from_on as fromOn',
      'period.until_on as untilOn',
    ])
    .where(wanted)
    .orderBy('agencies.sort_order')
    .orderBy('present.name')
    .orderBy('period.from_on')
    .execute()
}
