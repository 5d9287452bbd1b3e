import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { correctionInput } from '../model.ts'
import { agencyRefusals } from '../refusals.ts'
import { reasonsAgainstParent } from '../rules/tree.ts'
import { agenciesBelow, findAgency, findAgencyBySlug, lockTree, pathUpward } from '../store/agencies.ts'
import { demandBelow } from '../store/reach.ts'

/**
 * Sets right what was registered wrongly: address, day of opening, kind, codes, order. The former address goes on leading to the
 * agency; a change of name is not a correction but an event (`renameAgency`).
 * @throws Invalid, Forbidden, NotFound, Refused
 */
export async function correctAgency(context: Context, input: z.input<typeof correctionInput>): Promise<void> {
  const wanted = checked(correctionInput, input)
  const { agencyId } = wanted
  await demandBelow(context, 'agencies.editTree', agencyId)
  await lockTree(context.db)
  const agency = await findAgency(context.db, agencyId)
  if (!agency) throw new NotFound()
  const path = agency.parentId === null ? [] : await pathUpward(context.db, agency.parentId)
  const below = await agenciesBelow(context.db, agencyId)
  const reasons = [
    ...(agency.closedOn === null ? [] : [agencyRefusals['agencies.tree.closed']]),
    ...reasonsAgainstParent(wanted.kind, path, agencyId),
    ...(below.some(
      (one) => reasonsAgainstParent(one.kind, [{ ...agency, kind: wanted.kind }], null).length > 0,
    )
      ? [agencyRefusals['agencies.tree.wrongBelow']]
      : []),
  ]
  if (reasons.length > 0) throw new Refused(reasons)
  const other = await findAgencyBySlug(context.db, wanted.slug)
  if (other && other.agencyId !== agencyId)
    throw new Invalid([{ field: 'slug', sentence: agencyRefusals['agencies.tree.slugTaken'].sentence }])
  const first = await context.db
    .selectFrom('agency_names')
    .select(['from_on as fromOn', 'until_on as untilOn'])
    .where('agency_id', '=', agencyId)
    .orderBy('from_on')
    .executeTakeFirstOrThrow()
  if (wanted.openedOn > (first.untilOn ?? context.today))
    throw new Invalid([{ field: 'openedOn', sentence: '成立日期不能在今天以后，也不能在第一次改名以后。' }])
  if (wanted.slug !== agency.slug) {
    await context.db
      .deleteFrom('agency_former_slugs')
      .where('agency_id', '=', agencyId)
      .where('slug', '=', wanted.slug)
      .execute()
    await context.db
      .insertInto('agency_former_slugs')
      .values({ agency_id: agencyId, slug: agency.slug, until_on: context.today })
      .execute()
  }
  await context.db
    .updateTable('agencies')
    .set({
      kind: wanted.kind,
      slug: wanted.slug,
      region_code: wanted.regionCode,
      credit_code: wanted.creditCode,
      sort_order: wanted.sortOrder,
      opened_on: wanted.openedOn,
    })
    .where('agency_id', '=', agencyId)
    .execute()
  await context.db
    .updateTable('agency_names')
    .set({ from_on: wanted.openedOn })
    .where('agency_id', '=', agencyId)
    .where('from_on', '=', first.fromOn)
    .execute()
  await context.journal({
    verb: 'correct-agency',
    subject: { kind: 'agency', id: agencyId },
    agencyId,
    detail: { slug: wanted.slug, openedOn: wanted.openedOn, kind: wanted.kind },
  })
}
