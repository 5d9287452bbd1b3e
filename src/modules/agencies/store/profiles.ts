import type { Db } from '../../../platform/context.ts'
import { profileFields, type Leader, type Profile, type ProfileTexts, type Section } from '../model.ts'

/** Column of a profile field: officeHours → office_hours. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The profile; an empty one of version 0 when nothing has been written. */
export async function findProfile(db: Db, agencyId: string): Promise<Profile> {
  const row = await db
    .selectFrom('agency_profiles')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  const leaders = await db
    .selectFrom('agency_leaders')
    .select(['name', 'post', 'duties'])
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .execute()
  const sections = await db
    .selectFrom('agency_sections')
    .select(['name', 'functions', 'phone'])
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .execute()
  const columns: Readonly<Record<string, unknown>> = { ...row }
  const texts = Object.fromEntries(
    profileFields.map((field) => [field, String(columns[columnOf(field)] ?? '')]),
  ) as ProfileTexts
  return {
    ...texts,
    agencyId,
    leaders,
    sections,
    version: row?.version ?? 0,
    reviewedOn: row?.reviewed_on ?? null,
  }
}

/**
 * Writes the profile as a whole.
 * @param seen the version the writer looked at; 0 for the first
 * @returns false when someone wrote in between
 */
export async function writeProfile(
  db: Db,
  agencyId: string,
  seen: number,
  texts: ProfileTexts,
  leaders: readonly Leader[],
  sections: readonly Section[],
  reviewedOn: Profile['reviewedOn'],
): Promise<boolean> {
  const columns = {
    functions: texts.functions,
    address: texts.address,
    postcode: texts.postcode,
    office_hours: texts.officeHours,
    phone: texts.phone,
    fax: texts.fax,
    email: texts.email,
    website: texts.website,
    disclosure_office: texts.disclosureOffice,
    disclosure_address: texts.disclosureAddress,
    disclosure_hours: texts.disclosureHours,
    disclosure_phone: texts.disclosurePhone,
    disclosure_fax: texts.disclosureFax,
    disclosure_email: texts.disclosureEmail,
    classification: texts.classification,
    ways_to_obtain: texts.waysToObtain,
    site_code: texts.siteCode,
    icp_number: texts.icpNumber,
    police_number: texts.policeNumber,
    reviewed_on: reviewedOn,
  }
  const written =
    seen === 0
      ? await db
          .insertInto('agency_profiles')
          .values({ agency_id: agencyId, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await db
          .updateTable('agency_profiles')
          .set({ ...columns, version: seen + 1 })
          .where('agency_id', '=', agencyId)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst()
  if (!written) return false
  await db.deleteFrom('agency_leaders').where('agency_id', '=', agencyId).execute()
  await db.deleteFrom('agency_sections').where('agency_id', '=', agencyId).execute()
  if (leaders.length > 0)
    await db
      .insertInto('agency_leaders')
      .values(leaders.map((leader, position) => ({ agency_id: agencyId, position, ...leader })))
      .execute()
  if (sections.length > 0)
    await db
      .insertInto('agency_sections')
      .values(sections.map((section, position) => ({ agency_id: agencyId, position, ...section })))
      .execute()
  return true
}
