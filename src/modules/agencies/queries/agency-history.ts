import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { idsDownward } from '../store/agencies.ts'

/** A name an agency has or had. */
export interface NamedPeriod {
  readonly name: string
  readonly shortName: string
  readonly fromOn: PlainDay
  readonly untilOn: PlainDay | null
  readonly basis: string | null
}

export interface AgencyHistory {
  /** The present name first. */
  readonly names: readonly NamedPeriod[]
  readonly successors: readonly {
    readonly agencyId: string
    readonly slug: string
    readonly name: string
    readonly onDay: PlainDay
    readonly basis: string | null
  }[]
  /** Agencies whose functions it took over. */
  readonly predecessors: AgencyHistory['successors']
}

/** What an agency was called, what became of it, and what it came from. */
export async function agencyHistory(db: Db, agencyId: string): Promise<AgencyHistory> {
  const names = await db
    .selectFrom('agency_names')
    .select(['name', 'short_name as shortName', 'from_on as fromOn', 'until_on as untilOn', 'basis'])
    .where('agency_id', '=', agencyId)
    .orderBy('from_on', 'desc')
    .execute()
  const links = (mine: 'agency_id' | 'successor_id', other: 'agency_id' | 'successor_id') =>
    db
      .selectFrom('agency_successors')
      .innerJoin('agencies', 'agencies.agency_id', `agency_successors.${other}`)
      .innerJoin('agency_names', (join) =>
        join.onRef('agency_names.agency_id', '=', 'agencies.agency_id').on('until_on', 'is', null),
      )
      .select([
        'agencies.agency_id as agencyId',
        'slug',
        'name',
        'on_day as onDay',
        'agency_successors.basis',
      ])
      .where(`agency_successors.${mine}`, '=', agencyId)
      .orderBy('name')
      .execute()
  return {
    names,
    successors: await links('agency_id', 'successor_id'),
    predecessors: await links('successor_id', 'agency_id'),
  }
}

/** What an agency was called on a day; before its first name, the first one. */
export async function agencyNameOn(db: Db, agencyId: string, on: PlainDay): Promise<string | null> {
  const { names } = await agencyHistory(db, agencyId)
  const then = names.find((period) => period.fromOn <= on)
  return (then ?? names.at(-1))?.name ?? null
}

/** Ids of an agency and all below it, for a supervising office's questions. */
export const agenciesFrom: (db: Db, agencyId: string) => Promise<readonly string[]> = idsDownward
