import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden, NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { answerInput } from '../model.ts'
import { auditRefusals } from '../refusals.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { changeLetter, letterOf } from '../store/rectifications.ts'
import { judgePermission } from '../words.ts'

/**
 * The agency tells the office above what it has mended, or why not.
 * @throws Invalid, Forbidden (only the agency itself), NotFound, Refused (closed), Stale
 */
export async function answerRectification(context: Context, input: unknown): Promise<void> {
  const { agencyId, letterId, answer, revision } = checked(answerInput, input)
  const own = await demandReach(context, judgePermission, agencyId)
  if (own !== agencyId) throw new Forbidden([auditRefusals['report-audit.letter.notYours']])
  const letter = await letterOf(context.db, agencyId, letterId)
  if (!letter) throw new NotFound([auditRefusals['report-audit.letter.missing']])
  if (letter.state === 'closed') throw new Refused([auditRefusals['report-audit.letter.closed']])
  const isWritten = await changeLetter(context.db, agencyId, letterId, revision, {
    state: 'answered',
    answer,
    answered_on: context.today,
    answered_by: deciding(context),
  })
  if (!isWritten) throw new Stale([auditRefusals['report-audit.letter.stale']], letter)
  await context.journal({
    verb: 'answer-rectification',
    subject: { kind: 'rectification', id: `${agencyId}/${letterId}` },
    agencyId: own,
    detail: { documentNumber: letter.documentNumber },
  })
}
