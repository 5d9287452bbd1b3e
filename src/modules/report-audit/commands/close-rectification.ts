import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden, NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { closeInput } from '../model.ts'
import { auditRefusals } from '../refusals.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { changeLetter, letterOf } from '../store/rectifications.ts'
import { rectifyPermission } from '../words.ts'

/**
 * The office that asked is content: the letter is done with.
 * @throws Invalid, Forbidden (only the office that issued it), NotFound, Refused (closed already), Stale
 */
export async function closeRectification(context: Context, input: unknown): Promise<void> {
  const { agencyId, letterId, revision } = checked(closeInput, input)
  const own = await demandReach(context, rectifyPermission, agencyId)
  const letter = await letterOf(context.db, agencyId, letterId)
  if (!letter) throw new NotFound([auditRefusals['report-audit.letter.missing']])
  if (letter.byAgencyId !== own) throw new Forbidden([auditRefusals['report-audit.letter.notYours']])
  if (letter.state === 'closed') throw new Refused([auditRefusals['report-audit.letter.closed']])
  const isWritten = await changeLetter(context.db, agencyId, letterId, revision, {
    state: 'closed',
    closed_on: context.today,
    closed_by: deciding(context),
  })
  if (!isWritten) throw new Stale([auditRefusals['report-audit.letter.stale']], letter)
  await context.journal({
    verb: 'close-rectification',
    subject: { kind: 'rectification', id: `${agencyId}/${letterId}` },
    agencyId: own,
    detail: { documentNumber: letter.documentNumber },
  })
}
