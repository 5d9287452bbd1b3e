import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { may, type Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'
import { putFile, type NewFile } from '../store/files.ts'

/**
 * The corrected application came in (条例 Art 30): the whole period starts again from the next day. The applicant may send it on the
 * portal (then it came today), the desk may register it.
 * @param content the request as corrected; replaces what was asked, the first text stays in the event
 * @throws Refused by the clock when it comes too late or was never asked for
 */
export async function answerClarification(
  context: Context,
  input: CaseKey & { readonly on: PlainDay; readonly content: string },
  files: readonly NewFile[] = [],
): Promise<void> {
  if (context.actor.kind !== 'public') demandHere(context, 'requests.register', input.agencyId)
  const content = input.content.trim()
  if (content === '' || content.length > 4000)
    throw new Invalid([{ field: 'content', sentence: '写清补正后需要的政府信息，最多4000个字' }])
  const found = await openCase(context, input, 'answerClarification')
  const on = may(context.actor, 'requests.register') ? input.on : context.today
  await recordEvents(context, found, [{ type: 'clarificationAnswered', on, data: { before: found.content } }])
  await context.db
    .updateTable('requests')
    .set({ content })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  for (const file of files) await putFile(context, found, file)
  await context.journal({
    verb: 'answer-clarification',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十条',
    detail: { on, files: files.length },
  })
}
