import { may, type Context } from '../../../platform/context.ts'
import { Forbidden, NotFound } from '../../../platform/refusals.ts'
import { auditRefusals } from '../refusals.ts'
import { batchOf, dropBatch, publicOwner } from '../store/batches.ts'
import { judgePermission } from '../words.ts'

/**
 * Throws a batch away before its last day: files, readings and findings. Reports that were imported stay.
 * @param input.owner the agency of the batch; `publicOwner` when the caller showed its unguessable address
 * @throws NotFound, Forbidden
 */
export async function discardReports(
  context: Context,
  { owner, batchId }: { readonly owner: string; readonly batchId: string },
): Promise<void> {
  const isPublic = owner === publicOwner
  if (!isPublic && (!may(context.actor, judgePermission) || context.agencyId !== owner))
    throw new Forbidden([auditRefusals['report-audit.permission.missing']])
  if (!(await batchOf(context.db, owner, batchId, context.now)))
    throw new NotFound([auditRefusals['report-audit.check.missing']])
  await dropBatch(context.db, owner, batchId)
  await context.journal({
    verb: 'discard-reports',
    subject: { kind: 'reportCheck', id: batchId },
    agencyId: isPublic ? null : owner,
  })
}
