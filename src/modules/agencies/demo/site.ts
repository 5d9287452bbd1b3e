import type { SiteFacts } from '../../../platform/html/index.ts'
import { demoProfiles } from './profiles.ts'

const government = demoProfiles['yunting']

/** What stands at the foot of the invented city's portal. */
export const demoSite: SiteFacts = {
  name: '云汀市人民政府',
  domain: null,
  sponsor: '云汀市人民政府',
  organiser: '云汀市人民政府办公室',
  office: {
    name: government?.disclosureOffice ?? '',
    address: government?.disclosureAddress ?? null,
    postcode: government?.postcode ?? null,
    hours: government?.disclosureHours ?? null,
    phone: government?.disclosurePhone ?? null,
    mail: government?.disclosureEmail ?? null,
  },
  hotline: '12345',
  siteCode: government?.siteCode ?? null,
  icp: government?.icpNumber ?? null,
  policeRecord: government?.policeNumber ?? null,
  siteSignHref: null,
  reportErrorHref: null,
  demo: true,
}
