import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'

/**
 * The processing fee was paid in full (国办函〔2020〕109号 Art 6): the whole period starts again from the next day.
 * @param amountFen 分
 * @throws Refused when the amount is not the whole fee, or the time to pay is over
 */
export async function payFee(
  context: Context,
  input: CaseKey & { readonly on: PlainDay; readonly amountFen: number; readonly receiptNumber: string },
): Promise<void> {
  demandHere(context, 'requests.register', input.agencyId)
  const found = await openCase(context, input, 'payFee')
  const noticed = found.events.find(({ type }) => type === 'feeNoticed')
  if (noticed?.data['amountFen'] !== input.amountFen)
    throw new Refused([requestRefusals['requests.fee.notWhole']])
  await recordEvents(context, found, [
    {
      type: 'feePaid',
      on: input.on,
      data: { amountFen: input.amountFen, receiptNumber: input.receiptNumber },
    },
  ])
  await context.journal({
    verb: 'pay-fee',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '信息处理费管理办法第六条',
    detail: { on: input.on, amountFen: input.amountFen },
  })
}
