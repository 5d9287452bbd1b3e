import type { Context, Db } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { profileOf } from '../../agencies/index.ts'
import type { RequestKind, RequestSettings } from '../model.ts'
import { requestRefusals } from '../refusals.ts'

/** What holds until an agency has written its own. The places that only the agency knows are empty. */
export const defaultSettings: RequestSettings = {
  documentPrefix: '',
  reviewOrgan: '',
  court: '',
  sendTo: '',
  feePayment: '',
  clarificationDays: 15,
  recordCorrectionDays: null,
  publicationProposalDays: null,
  complaintDays: null,
  remindAt: [7, 3, 1],
  replyChain: ['legal', 'secrecy', 'head'],
  procedureChain: ['officeHead'],
  askedBySeveral: 2,
  retentionYears: 30,
  identityMonths: 24,
  soleTraderKind: 'natural',
  version: 0,
}

/** An agency's settings for requests, defaults where it has written none. */
export async function settingsOf(db: Db, agencyId: string): Promise<RequestSettings> {
  const row = await db
    .selectFrom('request_settings')
    .select(['settings', 'version'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row ? { ...defaultSettings, ...row.settings, version: row.version } : defaultSettings
}

/** The agency's own limit in working days for a matter that has none in the statute; null for requests, and where none is set. */
export async function houseDaysOf(db: Db, agencyId: string, kind: RequestKind): Promise<number | null> {
  return kind === 'information' ? null : (await settingsOf(db, agencyId))[`${kind}Days`]
}

/**
 * The settings that letters need.
 * @throws Refused when the agency has not written them yet
 */
export async function letterSettings(
  context: Pick<Context, 'db'>,
  agencyId: string,
): Promise<RequestSettings> {
  const settings = await settingsOf(context.db, agencyId)
  if (settings.documentPrefix === '' || settings.reviewOrgan === '' || settings.court === '')
    throw new Refused([requestRefusals['requests.settings.missing']])
  return settings
}

/** Who issues the letters of an agency: its name today, its disclosure office and phone from the institution page. */
export async function issuerOf(
  db: Db,
  agencyId: string,
  agencyName: string,
): Promise<{ readonly name: string; readonly disclosureOffice: string; readonly phone: string }> {
  const profile = await profileOf(db, agencyId)
  return {
    name: agencyName,
    disclosureOffice: profile.disclosureOffice || `${agencyName}政府信息公开工作机构`,
    phone: profile.disclosurePhone || profile.phone,
  }
}
