import type { Db } from '../../../platform/context.ts'
import { holdersOf, profileOf } from '../../agencies/index.ts'

export interface Hand {
  readonly personId: string
  readonly name: string
}

/** People a case of the agency may be given to: its officers, the head of its disclosure office, the liaisons of its sections. */
export async function handlersOf(db: Db, agencyId: string): Promise<readonly Hand[]> {
  const held = await Promise.all(
    ['officer', 'disclosureOfficeHead', 'liaison'].map((role) => holdersOf(db, agencyId, role)),
  )
  return [...new Map(held.flat().map((person) => [person.personId, person])).values()]
}

/** Sections of the agency: those of its institution page, and those that open cases were given to. */
export async function sectionsOf(db: Db, agencyId: string): Promise<readonly string[]> {
  const [profile, given] = await Promise.all([
    profileOf(db, agencyId),
    db
      .selectFrom('requests')
      .select('section')
      .distinct()
      .where('agency_id', '=', agencyId)
      .where('closed_on', 'is', null)
      .where('section', 'is not', null)
      .execute(),
  ])
  return [
    ...new Set([...profile.sections.map(({ name }) => name), ...given.flatMap((row) => row.section ?? [])]),
  ]
}
