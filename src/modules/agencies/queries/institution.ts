import type { Db } from '../../../platform/context.ts'
import type { Agency, Profile } from '../model.ts'
import { findProfile } from '../store/profiles.ts'

/** What the public sees of an agency: only what the law puts on the institution page and in the guide. */
export interface PublicInstitution {
  readonly slug: string
  readonly name: string
  readonly kind: Agency['kind']
  readonly closedOn: Agency['closedOn']
  readonly regionCode: string | null
  readonly creditCode: string | null
  readonly profile: Omit<Profile, 'agencyId' | 'version'>
}

/** The profile as staff edit it. */
export const profileOf: (db: Db, agencyId: string) => Promise<Profile> = findProfile

/** Builds the public view by naming each field that may be seen (条例第十二条, 第二十条（二）). */
export function presentInstitutionForPublic(agency: Agency, profile: Profile): PublicInstitution {
  const { agencyId: _agency, version: _version, ...shown } = profile
  return {
    slug: agency.slug,
    name: agency.name,
    kind: agency.kind,
    closedOn: agency.closedOn,
    regionCode: agency.regionCode,
    creditCode: agency.creditCode,
    profile: shown,
  }
}
