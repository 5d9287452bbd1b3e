import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'
import type { Agency } from '../model.ts'

/** All columns of an agency with its current name. */
function agencies(db: Db) {
  return db
    .selectFrom('agencies')
    .innerJoin('agency_names', (join) =>
      join.onRef('agency_names.agency_id', '=', 'agencies.agency_id').on('agency_names.until_on', 'is', null),
    )
    .select([
      'agencies.agency_id as agencyId',
      'kind',
      'parent_id as parentId',
      'slug',
      'name',
      'short_name as shortName',
      'region_code as regionCode',
      'credit_code as creditCode',
      'sort_order as sortOrder',
      'opened_on as openedOn',
      'closed_on as closedOn',
    ])
}

export async function findAgency(db: Db, agencyId: string): Promise<Agency | undefined> {
  return agencies(db).where('agencies.agency_id', '=', agencyId).executeTakeFirst()
}

/** The agency with an address, also one that it had once. */
export async function findAgencyBySlug(db: Db, slug: string): Promise<Agency | undefined> {
  const found = await agencies(db).where('slug', '=', slug).executeTakeFirst()
  if (found) return found
  const former = await db
    .selectFrom('agency_former_slugs')
    .select('agency_id as agencyId')
    .where('slug', '=', slug)
    .orderBy('until_on', 'desc')
    .executeTakeFirst()
  return former && findAgency(db, former.agencyId)
}

/** Every agency, by place in the tree: siblings by order, then name. */
export async function allAgencies(db: Db): Promise<readonly Agency[]> {
  return agencies(db).orderBy('sort_order').orderBy('name').execute()
}

export async function agenciesBelow(db: Db, agencyId: string): Promise<readonly Agency[]> {
  return agencies(db).where('parent_id', '=', agencyId).orderBy('sort_order').orderBy('name').execute()
}

/** Ids of an agency and all above it, nearest first. */
export async function idsUpward(db: Db, agencyId: string): Promise<readonly string[]> {
  const found = await sql<{ agencyId: string }>`
    with recursive path (agency_id, parent_id, step) as (
      select agency_id, parent_id, 0 from agencies where agency_id = ${agencyId}
      union all
      select above.agency_id, above.parent_id, step + 1
      from agencies above join path on above.agency_id = path.parent_id
      where step < 20
    )
    select agency_id as "agencyId" from path order by step`.execute(db)
  return found.rows.map((row) => row.agencyId)
}

/** Ids of an agency and all below it. */
export async function idsDownward(db: Db, agencyId: string): Promise<readonly string[]> {
  const found = await sql<{ agencyId: string }>`
    with recursive tree (agency_id, step) as (
      select agency_id, 0 from agencies where agency_id = ${agencyId}
      union all
      select below.agency_id, step + 1
      from agencies below join tree on below.parent_id = tree.agency_id
      where step < 20
    )
    select agency_id as "agencyId" from tree`.execute(db)
  return found.rows.map((row) => row.agencyId)
}

/** The agency and all above it, nearest first. */
export async function pathUpward(db: Db, agencyId: string): Promise<readonly Agency[]> {
  const ids = await idsUpward(db, agencyId)
  if (ids.length === 0) return []
  const found = await agencies(db)
    .where('agencies.agency_id', 'in', [...ids])
    .execute()
  return ids.flatMap((id) => found.find((agency) => agency.agencyId === id) ?? [])
}

/** Lets one change of the tree happen at a time. */
export async function lockTree(db: Db): Promise<void> {
  await sql`lock table agencies in share row exclusive mode`.execute(db)
}
