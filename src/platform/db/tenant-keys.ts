import { sql } from 'kysely'
import type { Db } from '../context.ts'

/** Tables of the installation as a whole; every other table belongs to agencies. */
const installationTables: readonly string[] = ['migrations_done', 'installation', 'site_settings']

/**
 * Looks for keys that do not lead with the agency, which would keep the tables from being spread over machines.
 * @param shared further tables of the installation as a whole (the agencies themselves, shared code lists)
 * @returns one sentence for each primary, unique or foreign key that breaks the rule; empty when all is well
 */
export async function tenantKeyProblems(db: Db, shared: readonly string[] = []): Promise<readonly string[]> {
  const exempt = new Set([...installationTables, ...shared])
  const keys = await sql<{
    table: string
    name: string
    kind: 'p' | 'u' | 'f' | 'i'
    first: string
    other: string | null
  }>`
    select c.relname as "table", k.conname as name, k.contype as kind, a.attname as first, f.relname as other
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
    union all
    select c.relname, i.relname, 'i', coalesce(a.attname, '(expression)'), null
    from pg_index x
    join pg_class c on c.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where c.relnamespace = 'public'::regnamespace and x.indisunique
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid)
    order by 1, 2`.execute(db)
  const problems = keys.rows
    .filter((key) => !exempt.has(key.table) && key.first !== 'agency_id')
    .filter((key) => key.kind !== 'f' || key.other === null || !exempt.has(key.other))
    .map((key) => `${key.table}: key ${key.name} leads with ${key.first}; the agency comes first`)
  const tables = await sql<{ table: string; keyed: boolean }>`
    select c.relname as "table", exists (select from pg_index x where x.indrelid = c.oid and x.indisprimary) as keyed
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`.execute(db)
  return [...tables.rows.filter((t) => !t.keyed).map((t) => `${t.table}: no primary key`), ...problems]
}
