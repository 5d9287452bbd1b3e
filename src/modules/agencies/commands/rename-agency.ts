import type { z } from 'zod'
import { addDays } from '../../../law/calendar/plain-day.ts'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { renameInput } from '../model.ts'
import { reasonsAgainstRename } from '../rules/tree.ts'
import { findAgency, lockTree } from '../store/agencies.ts'
import { demandBelow } from '../store/reach.ts'

/**
 * Gives an agency a new name from a day on; the old name stays with its dates, and documents of the time keep it.
 * @throws Invalid, Forbidden, NotFound, Refused
 */
export async function renameAgency(context: Context, input: z.input<typeof renameInput>): Promise<void> {
  const wanted = checked(renameInput, input)
  await demandBelow(context, 'agencies.editTree', wanted.agencyId)
  await lockTree(context.db)
  const agency = await findAgency(context.db, wanted.agencyId)
  if (!agency) throw new NotFound()
  const current = await context.db
    .selectFrom('agency_names')
    .select('from_on')
    .where('agency_id', '=', wanted.agencyId)
    .where('until_on', 'is', null)
    .executeTakeFirstOrThrow()
  const reasons = reasonsAgainstRename(agency, current.from_on, wanted)
  if (reasons.length > 0) throw new Refused(reasons)
  await context.db
    .updateTable('agency_names')
    .set({ until_on: addDays(wanted.fromOn, -1) })
    .where('agency_id', '=', wanted.agencyId)
    .where('until_on', 'is', null)
    .execute()
  await context.db
    .insertInto('agency_names')
    .values({
      agency_id: wanted.agencyId,
      from_on: wanted.fromOn,
      until_on: null,
      name: wanted.name,
      short_name: wanted.shortName,
      basis: wanted.basis || null,
    })
    .execute()
  await context.journal({
    verb: 'rename-agency',
    subject: { kind: 'agency', id: wanted.agencyId },
    agencyId: wanted.agencyId,
    ...(wanted.basis ? { basis: wanted.basis } : {}),
    detail: { from: agency.name, to: wanted.name, fromOn: wanted.fromOn },
  })
}
