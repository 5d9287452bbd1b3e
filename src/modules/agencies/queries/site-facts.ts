import type { Db } from '../../../platform/context.ts'
import type { SiteFacts } from '../../../platform/html/index.ts'
import { allAgencies } from '../store/agencies.ts'
import { findProfile } from '../store/profiles.ts'

/** Who runs the site: the first agency at the top of the tree, with its disclosure office. */
export async function siteFacts(
  db: Db,
  settings: { readonly publicUrl: string | null; readonly demo: boolean },
): Promise<SiteFacts> {
  const top = (await allAgencies(db)).find((agency) => agency.parentId === null && agency.closedOn === null)
  const profile = top ? await findProfile(db, top.agencyId) : null
  const orNull = (text: string | undefined) => text || null
  return {
    name: top?.name ?? '政府信息公开',
    domain: settings.publicUrl ? new URL(settings.publicUrl).host : null,
    sponsor: top?.name ?? null,
    organiser: orNull(profile?.disclosureOffice),
    office: profile?.disclosureOffice
      ? {
          name: profile.disclosureOffice,
          address: orNull(profile.disclosureAddress),
          postcode: orNull(profile.postcode),
          hours: orNull(profile.disclosureHours),
          phone: orNull(profile.disclosurePhone),
          mail: profile.disclosureEmail.includes('@') ? profile.disclosureEmail : null,
        }
      : null,
    hotline: '12345',
    siteCode: orNull(profile?.siteCode),
    icp: orNull(profile?.icpNumber),
    policeRecord: orNull(profile?.policeNumber),
    siteSignHref: null,
    reportErrorHref: null,
    demo: settings.demo,
  }
}
