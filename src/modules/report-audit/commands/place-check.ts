import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { placeInput } from '../model.ts'
import { auditRefusals } from '../refusals.ts'
import { changeCheck, checkOf } from '../store/checks.ts'
import { demandReach } from '../store/reach.ts'
import { judgePermission } from '../words.ts'

/**
 * Says whose report a file is and of which year, where the file does not tell or tells it wrongly.
 * @throws Invalid, Forbidden, NotFound
 */
export async function placeCheck(context: Context, input: unknown): Promise<void> {
  const { batchId, number, agencyId, year } = checked(placeInput, input)
  const own = await demandReach(context, judgePermission, agencyId)
  const check = await checkOf(context.db, own, batchId, number)
  if (!check) throw new NotFound([auditRefusals['report-audit.check.missing']])
  await changeCheck(context.db, { agencyId: own, batchId }, number, { reportOf: agencyId, reportYear: year })
  await context.journal({
    verb: 'place-check',
    subject: { kind: 'reportCheck', id: `${batchId}/${number}` },
    agencyId: own,
    detail: { of: agencyId, year },
  })
}
