import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'

/** Ends a platform's key at once. Requests it handed in stay. */
export async function endPlatform(
  context: Context,
  input: { readonly agencyId: string; readonly platformId: string },
): Promise<void> {
  demandHere(context, 'requests.settings', input.agencyId)
  const ended = await context.db
    .updateTable('request_platforms')
    .set({ ended_at: context.now })
    .where('agency_id', '=', input.agencyId)
    .where('platform_id', '=', input.platformId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new NotFound([requestRefusals['requests.platform.missing']])
  await context.journal({
    verb: 'end-platform',
    subject: { kind: 'requestPlatform', id: input.platformId },
    agencyId: input.agencyId,
  })
}
