import type { Db } from '../../../platform/context.ts'
import { addressFor } from '../rules/address-for.ts'

/** An address for an agency that is not registered yet, which no agency has or had. */
export async function freeAddress(db: Db, name: string, below: string | null): Promise<string> {
  const [present, former] = await Promise.all([
    db.selectFrom('agencies').select('slug').execute(),
    db.selectFrom('agency_former_slugs').select('slug').execute(),
  ])
  const taken = new Set([...present, ...former].map(({ slug }) => slug))
  return addressFor(name, below, (slug) => taken.has(slug))
}
