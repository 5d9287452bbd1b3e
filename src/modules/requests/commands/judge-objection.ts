import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { demandUnsigned } from '../store/paper-ground.ts'

/** Whether the grounds of an objection hold (条例 Art 32: 有合理理由的，不予公开): a person's judgement, with its reasons, that can be changed until the reply. */
export async function judgeObjection(
  context: Context,
  input: CaseKey & {
    readonly consultationId: string
    readonly isReasonable: boolean
    readonly why: string
  },
): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const why = input.why.trim()
  if (why === '') throw new Invalid([{ field: 'why', sentence: '写明为什么成立或者不成立' }])
  const found = await openCase(context, input, 'judgeItems')
  await demandUnsigned(context, found)
  const changed = await context.db
    .updateTable('request_consultations')
    .set({
      is_reasonable: input.isReasonable,
      judged_by: actingPerson(context),
      judged_why_sealed: context.cipher.seal(why),
      version: sql<number>`version + 1`,
    })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .where('consultation_id', '=', input.consultationId)
    .where('opinion', 'in', ['objects', 'partly'])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new NotFound([requestRefusals['requests.consultation.missing']])
  await context.journal({
    verb: 'judge-objection',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十二条',
    detail: { consultationId: input.consultationId, isReasonable: input.isReasonable },
  })
}
