import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { day, orNone, type RemedyKind } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { remediesOf } from './remedies.ts'

export const remedyInput = z.object({
  agencyId: z.uuid(),
  /** The case it is about; none for disputes that began without one. */
  requestId: orNone(z.uuid('选一件申请')),
  organ: z.string().trim().min(1, '写受理机关或者法院的全称').max(60),
  caseNumber: z.string().trim().min(1, '写案号').max(60),
  notifiedOn: day('写收到答复通知或者应诉通知的日期'),
  note: z.string().trim().max(2000).default(''),
})
export type RemedyInput = z.input<typeof remedyInput>

/** Writes a remedy into the register; the same organ and case number twice is refused by name. */
export async function insertRemedy(
  context: Context,
  kind: RemedyKind,
  input: RemedyInput,
  afterRemedyId: string | null,
): Promise<string> {
  const given = checked(remedyInput, input)
  if (given.notifiedOn > context.today) throw new Refused([requestRefusals['requests.receipt.future']])
  if (given.requestId !== null) {
    const found = await context.db
      .selectFrom('requests')
      .select('request_id')
      .where('agency_id', '=', given.agencyId)
      .where('request_id', '=', given.requestId)
      .executeTakeFirst()
    if (!found) throw new NotFound([requestRefusals['requests.case.missing']])
  }
  const known = await remediesOf(context.db, given.agencyId)
  if (known.some(({ organ, caseNumber }) => organ === given.organ && caseNumber === given.caseNumber))
    throw new Invalid([{ field: 'caseNumber', sentence: '这个案号已经登记过' }])
  const remedyId = crypto.randomUUID()
  await context.db
    .insertInto('request_remedies')
    .values({
      agency_id: given.agencyId,
      remedy_id: remedyId,
      request_id: given.requestId,
      kind,
      organ: given.organ,
      case_number: given.caseNumber,
      notified_on: given.notifiedOn,
      after_remedy_id: afterRemedyId,
      result: null,
      closed_on: null,
      note: given.note,
      reanswer_due_on: null,
      reanswered_on: null,
    })
    .execute()
  return remedyId
}
