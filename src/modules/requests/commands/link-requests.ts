import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'

/** Notes that two cases belong together: one repeats the other, or several people asked for the same (条例 Art 36(6), 44). A person's note, never a decision. */
export async function linkRequests(
  context: Context,
  input: CaseKey & {
    readonly otherId: string
    readonly kind: 'repeats' | 'sameInformation' | 'related'
    readonly note: string
  },
): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const found = await openCase(context, input, null)
  const other = await context.db
    .selectFrom('requests')
    .select('request_id')
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', input.otherId)
    .where('request_id', '!=', found.requestId)
    .executeTakeFirst()
  if (!other) throw new NotFound([requestRefusals['requests.case.missing']])
  await context.db
    .insertInto('request_links')
    .values({
      agency_id: found.agencyId,
      request_id: found.requestId,
      other_id: input.otherId,
      kind: input.kind,
      note: input.note,
      linked_by: context.actor.kind === 'person' ? context.actor.personId : null,
      linked_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await context.journal({
    verb: 'link-requests',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { otherId: input.otherId, kind: input.kind },
  })
}
