import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { insertRemedy, type RemedyInput } from '../store/insert-remedy.ts'
import { remediesOf } from '../store/remedies.ts'

/**
 * Registers a suit: straight to court, or after a reconsideration that is in the register (table four counts the two apart).
 * @param input.afterRemedyId the reconsideration; null for a direct suit
 * @returns its id
 */
export async function recordLitigation(
  context: Context,
  input: RemedyInput & { readonly afterRemedyId: string | null },
): Promise<string> {
  demandHere(context, 'requests.remedies', input.agencyId)
  const { afterRemedyId, ...given } = input
  if (afterRemedyId !== null) {
    const known = await remediesOf(context.db, input.agencyId)
    if (!known.some(({ remedyId, kind }) => remedyId === afterRemedyId && kind === 'reconsideration'))
      throw new Refused([requestRefusals['requests.remedy.needsReconsideration']])
  }
  const kind = afterRemedyId === null ? 'litigationDirect' : 'litigationAfterReconsideration'
  const remedyId = await insertRemedy(context, kind, given, afterRemedyId)
  await context.journal({
    verb: 'record-litigation',
    subject: { kind: 'remedy', id: remedyId },
    agencyId: input.agencyId,
    basis: '条例第五十一条',
    detail: { requestId: input.requestId ?? null, kind },
  })
  return remedyId
}
