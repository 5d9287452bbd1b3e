import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { profileFields, profileInput, type ProfileInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { findAgency } from '../store/agencies.ts'
import { findProfile, writeProfile } from '../store/profiles.ts'
import { demandHere } from '../store/reach.ts'

/**
 * Writes the institution page and the agency's part of the guide; saving counts as having checked it today.
 * The journal names the fields that changed, not their contents.
 * @throws Invalid, Forbidden, NotFound, Refused (closed), Stale (someone wrote in between)
 */
export async function editProfile(context: Context, input: ProfileInput): Promise<void> {
  const wanted = checked(profileInput, input)
  demandHere(context, 'agencies.editProfile', wanted.agencyId)
  const agency = await findAgency(context.db, wanted.agencyId)
  if (!agency) throw new NotFound()
  if (agency.closedOn !== null) throw new Refused([agencyRefusals['agencies.tree.closed']])
  const before = await findProfile(context.db, wanted.agencyId)
  const isWritten =
    before.version === wanted.version &&
    (await writeProfile(
      context.db,
      wanted.agencyId,
      wanted.version,
      wanted,
      wanted.leaders,
      wanted.sections,
      context.today,
    ))
  if (!isWritten) throw new Stale([agencyRefusals['agencies.profile.stale']], before)
  const changed: string[] = profileFields.filter((field) => before[field] !== wanted[field])
  if (JSON.stringify(before.leaders) !== JSON.stringify(wanted.leaders)) changed.push('leaders')
  if (JSON.stringify(before.sections) !== JSON.stringify(wanted.sections)) changed.push('sections')
  await context.journal({
    verb: 'edit-profile',
    subject: { kind: 'agency', id: wanted.agencyId },
    agencyId: wanted.agencyId,
    basis: '条例第十二条、第二十条（二）',
    detail: { changed },
  })
}
