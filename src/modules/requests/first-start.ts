import type { Services } from '../../platform/services.ts'
import { agencyBySlug } from '../agencies/index.ts'
import { seedYear } from './demo/seed-year.ts'

/** In the demo, a living year of requests, once. */
export async function firstStart(
  services: Services,
  say: (sentence: string) => void,
): Promise<readonly string[]> {
  if (!services.config.demo) return []
  const agency = await agencyBySlug(services.db, 'yunting-emergency')
  if (!agency) return []
  const begun = await services.db
    .selectFrom('request_settings')
    .select('agency_id')
    .where('agency_id', '=', agency.agencyId)
    .executeTakeFirst()
  if (begun) return []
  say('正在办理示范市一年的申请：登记、补正、征求意见、审签、答复')
  const count = await seedYear(services)
  say(`示范市有${count}件申请，表三的每一行都有`)
  return []
}
