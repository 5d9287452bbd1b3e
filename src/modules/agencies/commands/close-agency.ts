import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { closeInput } from '../model.ts'
import { reasonsAgainstClosing } from '../rules/tree.ts'
import { agenciesBelow, findAgency, lockTree } from '../store/agencies.ts'
import { demandBelow } from '../store/reach.ts'

/**
 * Closes an agency that was abolished or merged, and names who carries its functions on. Its records stay readable.
 * @throws Invalid, Forbidden, NotFound, Refused
 */
export async function closeAgency(context: Context, input: z.input<typeof closeInput>): Promise<void> {
  const wanted = checked(closeInput, input)
  await demandBelow(context, 'agencies.editTree', wanted.agencyId)
  await lockTree(context.db)
  const agency = await findAgency(context.db, wanted.agencyId)
  if (!agency) throw new NotFound()
  const successors = []
  for (const id of new Set(wanted.successorIds)) {
    const successor = await findAgency(context.db, id)
    if (!successor) throw new NotFound()
    successors.push(successor)
  }
  const below = await agenciesBelow(context.db, wanted.agencyId)
  const reasons = reasonsAgainstClosing(agency, below, successors, wanted.closedOn)
  if (reasons.length > 0) throw new Refused(reasons)
  await context.db
    .updateTable('agencies')
    .set({ closed_on: wanted.closedOn })
    .where('agency_id', '=', wanted.agencyId)
    .execute()
  await context.db
    .insertInto('agency_successors')
    .values(
      successors.map((successor) => ({
        agency_id: wanted.agencyId,
        successor_id: successor.agencyId,
        on_day: wanted.closedOn,
        basis: wanted.basis || null,
      })),
    )
    .execute()
  await context.journal({
    verb: 'close-agency',
    subject: { kind: 'agency', id: wanted.agencyId },
    agencyId: wanted.agencyId,
    ...(wanted.basis ? { basis: wanted.basis } : {}),
    detail: { closedOn: wanted.closedOn, successors: successors.map((successor) => successor.agencyId) },
  })
}
