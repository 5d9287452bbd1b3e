import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { day, orNone, remedyResults } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { remediesOf } from '../store/remedies.ts'

const resultInput = z.object({
  result: z.enum(remedyResults, '选结果：维持、纠正或者其他'),
  closedOn: day('写结案日期'),
  note: z.string().trim().max(2000).default(''),
  /** By when the decision orders a new answer, if it does. */
  reanswerDueOn: orNone(day('写重新答复的期限')),
})

/**
 * Writes down how a reconsideration or a suit ended: upheld, corrected or another result. The reply itself is not touched; when it was
 * corrected, a new answer may be drafted for this remedy, and the year in which the first one was counted stays as it was.
 */
export async function recordRemedyResult(
  context: Context,
  input: z.input<typeof resultInput> & {
    readonly agencyId: string
    readonly remedyId: string
    readonly version?: number
  },
): Promise<void> {
  demandHere(context, 'requests.remedies', input.agencyId)
  const given = checked(resultInput, input)
  await context.db
    .selectFrom('request_remedies')
    .select('remedy_id')
    .where('agency_id', '=', input.agencyId)
    .where('remedy_id', '=', input.remedyId)
    .forUpdate()
    .execute()
  const remedy = (await remediesOf(context.db, input.agencyId)).find(
    ({ remedyId }) => remedyId === input.remedyId,
  )
  if (!remedy) throw new NotFound([requestRefusals['requests.remedy.missing']])
  if (input.version !== undefined && input.version !== remedy.version)
    throw new Stale([requestRefusals['requests.case.changed']], { version: remedy.version })
  if (remedy.result !== null) throw new Refused([requestRefusals['requests.remedy.closed']])
  const reasons = []
  if (given.closedOn < remedy.notifiedOn) reasons.push(requestRefusals['requests.receipt.beforeArrival'])
  if (given.closedOn > context.today) reasons.push(requestRefusals['requests.receipt.future'])
  if (given.reanswerDueOn !== null && given.result !== 'corrected')
    reasons.push(requestRefusals['requests.remedy.notCorrected'])
  if (reasons.length > 0) throw new Refused(reasons)
  await context.db
    .updateTable('request_remedies')
    .set({
      result: given.result,
      closed_on: given.closedOn,
      note: given.note === '' ? remedy.note : given.note,
      reanswer_due_on: given.reanswerDueOn,
      version: remedy.version + 1,
    })
    .where('agency_id', '=', input.agencyId)
    .where('remedy_id', '=', input.remedyId)
    .execute()
  await context.journal({
    verb: 'record-remedy-result',
    subject: { kind: 'remedy', id: input.remedyId },
    agencyId: input.agencyId,
    basis: '条例第五十一条',
    detail: { result: given.result, closedOn: given.closedOn, requestId: remedy.requestId },
  })
}
