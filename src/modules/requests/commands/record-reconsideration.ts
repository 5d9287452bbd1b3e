import type { Context } from '../../../platform/context.ts'
import { demandHere } from '../../agencies/index.ts'
import { insertRemedy, type RemedyInput } from '../store/insert-remedy.ts'

/** Registers an administrative reconsideration of which the agency was notified (条例 Art 51; table four). @returns its id */
export async function recordReconsideration(context: Context, input: RemedyInput): Promise<string> {
  demandHere(context, 'requests.remedies', input.agencyId)
  const remedyId = await insertRemedy(context, 'reconsideration', input, null)
  await context.journal({
    verb: 'record-reconsideration',
    subject: { kind: 'remedy', id: remedyId },
    agencyId: input.agencyId,
    basis: '条例第五十一条',
    detail: { requestId: input.requestId ?? null },
  })
  return remedyId
}
