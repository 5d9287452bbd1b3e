import { sql } from 'kysely'
import { z } from 'zod'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { checked } from '../../../platform/checked.ts'
import { may, type Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { opinions } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, recordEvents, type CaseKey } from '../store/cases.ts'
import { consultationsOf } from '../store/consultations.ts'
import { putFile, type NewFile } from '../store/files.ts'

export const opinionInput = z
  .object({
    opinion: z.enum(opinions, '选同意、部分同意或者不同意'),
    reasons: z.string().trim().max(4000, '最多4000个字').default(''),
  })
  .superRefine(({ opinion, reasons }, context) => {
    if (opinion !== 'agrees' && reasons === '')
      context.addIssue({ code: 'custom', path: ['reasons'], message: '不同意公开的，写明理由' })
  })

/**
 * The third party or the other agency answered (条例 Art 32 to 34), by its one-time link or on paper. The pause ends with this day.
 * An answer after the own 15 working days is kept too: whether it still counts is judged by a person.
 * @throws Refused when it was not asked yet or has answered already
 */
export async function answerConsultation(
  context: Context,
  input: CaseKey & {
    readonly consultationId: string
    readonly on: PlainDay
    readonly answer: z.input<typeof opinionInput>
  },
  files: readonly NewFile[] = [],
): Promise<void> {
  if (context.actor.kind !== 'public') demandHere(context, 'requests.register', input.agencyId)
  const { opinion, reasons } = checked(opinionInput, input.answer)
  const found = await openCase(context, input, 'recordOpinion')
  const consultation = (
    await consultationsOf(context.db, context.cipher, found.agencyId, found.requestId)
  ).find(({ consultationId }) => consultationId === input.consultationId)
  if (!consultation) throw new NotFound([requestRefusals['requests.consultation.missing']])
  if (consultation.sentOn === null) throw new Refused([requestRefusals['requests.consultation.notSent']])
  if (consultation.answeredOn !== null) throw new Refused([requestRefusals['requests.consultation.answered']])
  const on = may(context.actor, 'requests.register') ? input.on : context.today
  const id = consultation.consultationId
  await recordEvents(context, found, [
    consultation.kind === 'thirdParty'
      ? { type: 'thirdPartyAnswered', on, data: { id, opinion } }
      : { type: 'agencyAnswered', on, data: { id, opinion } },
  ])
  await context.db
    .updateTable('request_consultations')
    .set({
      answered_on: on,
      opinion,
      reasons_sealed: context.cipher.seal(reasons),
      token_digest: null,
      version: sql<number>`version + 1`,
    })
    .where('agency_id', '=', found.agencyId)
    .where('consultation_id', '=', id)
    .execute()
  for (const file of files) await putFile(context, found, file)
  await context.journal({
    verb: 'answer-consultation',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: consultation.kind === 'thirdParty' ? '条例第三十二条' : '条例第三十四条',
    detail: { consultationId: id, opinion, on, byLink: context.actor.kind === 'public' },
  })
}
