import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Stale } from '../../../platform/refusals.ts'
import { judgeAllOfBytes } from '../checks/judge-with-corrections.ts'
import { restoreInput } from '../model.ts'
import { auditRefusals } from '../refusals.ts'
import { correctionsOf, writeCorrection } from '../store/corrections.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { judgePermission } from '../words.ts'

/**
 * Takes a correction back: the value that was read counts again, and everything made of these bytes is judged again.
 * @throws Invalid, Forbidden, NotFound, Stale
 */
export async function restoreReading(context: Context, input: unknown): Promise<void> {
  const { agencyId, year, digest, cell, revision } = checked(restoreInput, input)
  const own = await demandReach(context, judgePermission, agencyId)
  const before = (await correctionsOf(context.db, agencyId, year, digest)).find((one) => one.cell === cell)
  if (!before) throw new NotFound([auditRefusals['report-audit.check.missing']])
  const isWritten = await writeCorrection(
    context.db,
    {
      ...before,
      agencyId,
      year,
      digest,
      inForce: false,
      decidedBy: deciding(context),
      decidedAt: context.now,
    },
    revision,
  )
  if (!isWritten) throw new Stale([auditRefusals['report-audit.correction.stale']], before)
  await judgeAllOfBytes(context, { agencyId, year, digest })
  await context.journal({
    verb: 'restore-reading',
    subject: { kind: 'annualReport', id: `${agencyId}/${year}` },
    agencyId: own,
    detail: { cell, value: before.value, readAs: before.readAs },
  })
}
