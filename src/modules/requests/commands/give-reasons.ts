import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { may, type Context } from '../../../platform/context.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'
import { putFile, type NewFile } from '../store/files.ts'

/** The applicant explains many or frequent requests (条例 Art 35). The statutory clock does not stop meanwhile: no text says so. */
export async function giveReasons(
  context: Context,
  input: CaseKey & { readonly on: PlainDay; readonly reasons: string },
  files: readonly NewFile[] = [],
): Promise<void> {
  if (context.actor.kind !== 'public') demandHere(context, 'requests.register', input.agencyId)
  const reasons = input.reasons.trim()
  if (reasons === '' || reasons.length > 4000)
    throw new Invalid([{ field: 'reasons', sentence: '写明理由，最多4000个字' }])
  const found = await openCase(context, input, 'giveReasons')
  if (!found.events.some(({ type }) => type === 'reasonsAsked'))
    throw new Refused([requestRefusals['requests.paper.reasonsNotAsked']])
  const on = may(context.actor, 'requests.register') ? input.on : context.today
  await recordEvents(context, found, [
    { type: 'reasonsGiven', on, data: { reasonsSealed: context.cipher.seal(reasons) } },
  ])
  for (const file of files) await putFile(context, found, file)
  await context.journal({
    verb: 'give-reasons',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十五条',
    detail: { on },
  })
}
