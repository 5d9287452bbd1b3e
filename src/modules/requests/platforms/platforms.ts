import type { Db } from '../../../platform/context.ts'
import { digestOf } from '../../../platform/sessions/index.ts'

/** A city's acceptance platform that may hand in requests to one agency. */
export interface Platform {
  readonly agencyId: string
  readonly platformId: string
  readonly name: string
  readonly webhookUrl: string
  readonly registeredAt: Date
  readonly endedAt: Date | null
}

/** The platform that a key belongs to; undefined for a key that never was or was ended. */
export async function platformByKey(db: Db, key: string): Promise<Platform | undefined> {
  const row = await db
    .selectFrom('request_platforms')
    .selectAll()
    .where('key_digest', '=', digestOf(key))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && platformOf(row)
}

/** The platforms of an agency, ended ones last. */
export async function platformsOf(db: Db, agencyId: string): Promise<readonly Platform[]> {
  const rows = await db
    .selectFrom('request_platforms')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('ended_at', (order) => order.asc().nullsFirst())
    .orderBy('registered_at')
    .execute()
  return rows.map(platformOf)
}

function platformOf(row: {
  agency_id: string
  platform_id: string
  name: string
  webhook_url: string
  registered_at: Date
  ended_at: Date | null
}): Platform {
  return {
    agencyId: row.agency_id,
    platformId: row.platform_id,
    name: row.name,
    webhookUrl: row.webhook_url,
    registeredAt: row.registered_at,
    endedAt: row.ended_at,
  }
}
