import { randomUUID } from 'node:crypto'
import { checked } from '../../../platform/checked.ts'
import { may, type Context } from '../../../platform/context.ts'
import { Forbidden, Invalid, Refused } from '../../../platform/refusals.ts'
import { agencyInput, type AgencyInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { reasonsAgainstParent } from '../rules/tree.ts'
import { findAgencyBySlug, lockTree, pathUpward } from '../store/agencies.ts'
import { demandBelow } from '../store/reach.ts'

/**
 * Sets an agency into the tree.
 * @returns its id
 * @throws Invalid, Forbidden, Refused (wrong place in the tree)
 */
export async function createAgency(context: Context, input: AgencyInput): Promise<string> {
  const agency = checked(agencyInput, input)
  if (agency.parentId !== null) await demandBelow(context, 'agencies.editTree', agency.parentId)
  else if (context.actor.kind === 'person' || !may(context.actor, 'agencies.editTree'))
    throw new Forbidden([agencyRefusals['agencies.permission.missing']])
  await lockTree(context.db)
  const path = agency.parentId === null ? [] : await pathUpward(context.db, agency.parentId)
  const reasons = reasonsAgainstParent(agency.kind, path, null)
  if (reasons.length > 0) throw new Refused(reasons)
  if (await findAgencyBySlug(context.db, agency.slug))
    throw new Invalid([{ field: 'slug', sentence: agencyRefusals['agencies.tree.slugTaken'].sentence }])
  const agencyId = randomUUID()
  await context.db
    .insertInto('agencies')
    .values({
      agency_id: agencyId,
      kind: agency.kind,
      parent_id: agency.parentId,
      slug: agency.slug,
      region_code: agency.regionCode,
      credit_code: agency.creditCode,
      sort_order: agency.sortOrder,
      opened_on: agency.openedOn,
      closed_on: null,
    })
    .execute()
  await context.db
    .insertInto('agency_names')
    .values({
      agency_id: agencyId,
      from_on: agency.openedOn,
      until_on: null,
      name: agency.name,
      short_name: agency.shortName,
      basis: null,
    })
    .execute()
  await context.journal({
    verb: 'create-agency',
    subject: { kind: 'agency', id: agencyId },
    agencyId,
    detail: { name: agency.name, kind: agency.kind, parentId: agency.parentId },
  })
  return agencyId
}
