import type { Kysely } from 'kysely'
import type { Db, Tables } from '../context.ts'
import { isConnectionLoss } from '../db/connection-loss.ts'
import type { Migration } from '../db/migration.ts'
import type { SiteFacts } from '../html/page-facts.ts'
import type { Services } from '../services.ts'

declare module '../context.ts' {
  interface Tables {
    site_settings: { one: true; facts: SiteFacts; revision: number }
  }
}

/** One row: what stands on every page of this installation. */
export const siteMigrations: readonly Migration[] = [
  {
    id: 'platform-2026-11-24-site',
    sql: `create table site_settings (
      one boolean primary key default true check (one),
      facts jsonb not null,
      revision int not null default 1
    )`,
  },
]

const unnamed: SiteFacts = {
  name: '政府信息公开',
  domain: null,
  sponsor: null,
  organiser: null,
  office: null,
  hotline: null,
  siteCode: null,
  icp: null,
  policeRecord: null,
  siteSignHref: null,
  reportErrorHref: null,
  demo: false,
}

interface Kept {
  readonly facts: SiteFacts
  readonly until: number
}
const kept = new WeakMap<Kysely<Tables>, Kept>()
const keepMs = 5_000

/** The site's facts, kept for a few seconds: a change shows on every process soon, and a page costs no question. */
export async function siteFacts(services: Pick<Services, 'db'>): Promise<SiteFacts> {
  const now = performance.now()
  const found = kept.get(services.db)
  if (found && found.until > now) return found.facts
  let row: { readonly facts: SiteFacts } | undefined
  try {
    row = await services.db.selectFrom('site_settings').select('facts').executeTakeFirst()
  } catch (error) {
    // The page that says that the database is away needs a frame too: the last facts known, not kept any longer for that.
    if (isConnectionLoss(error)) return found?.facts ?? unnamed
    throw error
  }
  const same = found && JSON.stringify(found.facts) === JSON.stringify(row?.facts ?? unnamed)
  const facts = same ? found.facts : (row?.facts ?? unnamed)
  kept.set(services.db, { facts, until: now + keepMs })
  return facts
}

/** Writes the site's facts; used by first start and by the system administrator's page. */
export async function saveSiteFacts(db: Db, facts: SiteFacts): Promise<void> {
  const json = JSON.stringify(facts) as unknown as SiteFacts
  await db
    .insertInto('site_settings')
    .values({ one: true, facts: json, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('one')
        .doUpdateSet((eb) => ({ facts: json, revision: eb('site_settings.revision', '+', 1) })),
    )
    .execute()
}
