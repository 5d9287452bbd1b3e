import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { handlersOf } from '../queries/hands.ts'
import { openCase, type CaseKey } from '../store/cases.ts'

/**
 * Gives a case to a section and a person, with an internal day. The statutory clock does not stop for it (条例 Art 33: asking one's
 * own sections is not excluded).
 */
export async function assignRequest(
  context: Context,
  input: CaseKey & {
    readonly section: string | null
    readonly handlerId: string | null
    readonly sectionDueOn: PlainDay | null
  },
): Promise<void> {
  demandHere(context, 'requests.register', input.agencyId)
  const { handlerId } = input
  if (
    handlerId !== null &&
    !(await handlersOf(context.db, input.agencyId)).some(({ personId }) => personId === handlerId)
  )
    throw new Invalid([{ field: 'handlerId', sentence: '选一位本机关在岗的经办人' }])
  const found = await openCase(context, input, 'assign')
  await context.db
    .updateTable('requests')
    .set({
      section: input.section,
      handler_id: input.handlerId,
      section_due_on: input.sectionDueOn,
      version: found.version + 1,
    })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  await context.journal({
    verb: 'assign-request',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第四十五条',
    detail: { section: input.section, handlerId: input.handlerId, sectionDueOn: input.sectionDueOn },
  })
}
