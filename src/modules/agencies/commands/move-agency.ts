import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden, NotFound, Refused } from '../../../platform/refusals.ts'
import { moveInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { reasonsAgainstParent } from '../rules/tree.ts'
import { findAgency, lockTree, pathUpward } from '../store/agencies.ts'
import { demandBelow } from '../store/reach.ts'

/**
 * Puts an agency, with all below it, under another one.
 * @throws Invalid, Forbidden, NotFound, Refused (wrong kind of parent, or a circle)
 */
export async function moveAgency(context: Context, input: z.input<typeof moveInput>): Promise<void> {
  const wanted = checked(moveInput, input)
  await demandBelow(context, 'agencies.editTree', wanted.agencyId)
  if (wanted.parentId !== null) await demandBelow(context, 'agencies.editTree', wanted.parentId)
  else if (context.actor.kind === 'person')
    throw new Forbidden([agencyRefusals['agencies.permission.missing']])
  await lockTree(context.db)
  const agency = await findAgency(context.db, wanted.agencyId)
  if (!agency) throw new NotFound()
  if (agency.parentId === wanted.parentId) return
  const path = wanted.parentId === null ? [] : await pathUpward(context.db, wanted.parentId)
  const reasons = reasonsAgainstParent(agency.kind, path, agency.agencyId)
  if (reasons.length > 0) throw new Refused(reasons)
  await context.db
    .updateTable('agencies')
    .set({ parent_id: wanted.parentId })
    .where('agency_id', '=', wanted.agencyId)
    .execute()
  await context.journal({
    verb: 'move-agency',
    subject: { kind: 'agency', id: wanted.agencyId },
    agencyId: wanted.agencyId,
    detail: { from: agency.parentId, to: wanted.parentId },
  })
}
