import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { identityWords, tracesIn } from '../letters/applicant-traces.ts'
import { consultationKinds } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { openApplicants } from '../store/applicants.ts'
import { openCase, type CaseKey, type StandingCase } from '../store/cases.ts'

export const consultationInput = z
  .object({
    kind: z.enum(consultationKinds, '选征求意见的对象'),
    name: z.string().trim().min(1, '写第三方或者机关的全称').max(100),
    address: z.string().trim().max(200).default(''),
    phone: z.string().trim().max(40).default(''),
    email: z.union([z.literal(''), z.email('邮箱地址写得不完整')]).default(''),
    isNaturalPerson: z.coerce.boolean().default(false),
    /** One piece of information a line; the letter never names the applicant. */
    information: z.string().trim().min(1, '写清征求意见的信息').max(2000),
    interest: z.enum(['tradeSecret', 'personalPrivacy', 'otherRights']).nullable().default(null),
  })
  .superRefine(({ kind, interest }, context) => {
    if (kind === 'thirdParty' && interest === null)
      context.addIssue({ code: 'custom', path: ['interest'], message: '选可能涉及的权益' })
  })
export type ConsultationInput = z.input<typeof consultationInput>

/**
 * Puts down whom to ask about which information (条例 Art 32 to 34). Nothing is sent yet: the letter D09 or D13 is drafted, signed and
 * sent like every paper, and the pause begins with its day.
 * @returns id of the consultation
 */
export async function openConsultation(
  context: Context,
  input: CaseKey & {
    readonly consultation: ConsultationInput
    /** Made once by the form: the same key twice is one consultation. */
    readonly consultationKey?: string
  },
): Promise<string> {
  demandHere(context, 'requests.handle', input.agencyId)
  const given = checked(consultationInput, input.consultation)
  const found = await openCase(context, input, 'consult')
  await demandUnnamed(context, found, given)
  const consultationId = input.consultationKey ?? crypto.randomUUID()
  const before = await context.db
    .selectFrom('request_consultations')
    .select('request_id')
    .where('agency_id', '=', found.agencyId)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst()
  if (before?.request_id === found.requestId) return consultationId
  if (before) throw new NotFound([requestRefusals['requests.consultation.missing']])
  const { kind, isNaturalPerson, information, interest, ...party } = given
  await context.db
    .insertInto('request_consultations')
    .values({
      agency_id: found.agencyId,
      request_id: found.requestId,
      consultation_id: consultationId,
      kind,
      party_sealed: context.cipher.seal(JSON.stringify(party)),
      is_natural_person: isNaturalPerson,
      information,
      interest: kind === 'thirdParty' ? interest : null,
      token_digest: null,
      sent_on: null,
      delivered_on: null,
      answered_on: null,
      opinion: null,
      reasons_sealed: null,
      is_reasonable: null,
      judged_by: null,
      judged_why_sealed: null,
    })
    .execute()
  await context.journal({
    verb: 'open-consultation',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: kind === 'thirdParty' ? '条例第三十二条' : '条例第三十三条、第三十四条',
    detail: { consultationId, kind },
  })
  return consultationId
}

/** Who is asked must not learn who applied (个人信息保护法 Art 6): neither as the one asked nor in what is asked about. */
async function demandUnnamed(
  context: Context,
  found: StandingCase,
  { name, information }: { readonly name: string; readonly information: string },
): Promise<void> {
  const applicants = await openApplicants(context.db, context.cipher, found.agencyId, found.requestId)
  if (tracesIn(`${name}\n${information}`, identityWords(applicants)).length > 0)
    throw new Refused([requestRefusals['requests.consultation.applicantNamed']])
}
