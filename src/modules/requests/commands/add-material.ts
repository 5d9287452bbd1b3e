import type { Context } from '../../../platform/context.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { filesOf, putFile, type NewFile } from '../store/files.ts'

/** Files that one applicant may have put into a case: a full cabinet is told to come by post. */
const mostFromApplicant = 40

/**
 * The applicant adds material to the own case, or the proof that the fee was paid. It moves no day: only an asked clarification does
 * (条例 Art 30), and a payment is confirmed by the office.
 */
export async function addMaterial(
  context: Context,
  input: CaseKey,
  files: readonly Omit<NewFile, 'purpose'>[],
): Promise<void> {
  if (files.length === 0) throw new Invalid([{ field: 'material', sentence: '选要补充的文件' }])
  const found = await openCase(context, input, 'attach')
  if (found.closedOn !== null) throw new Refused([requestRefusals['requests.case.closed']])
  const there = await filesOf(context.db, context.cipher, found.agencyId, found.requestId)
  const own = there.filter(({ purpose }) => purpose !== 'letter' && purpose !== 'release').length
  if (own + files.length > mostFromApplicant) throw new Refused([requestRefusals['requests.file.tooMany']])
  const purpose = found.standing.state === 'waitingForFee' ? 'paymentProof' : 'application'
  for (const file of files) await putFile(context, found, { ...file, purpose })
  await context.journal({
    verb: 'add-material',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { purpose, files: files.length },
  })
}
