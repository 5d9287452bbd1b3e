import { z } from 'zod'
import { parsePlainDay, type PlainDay } from '../../law/calendar/plain-day.ts'
import { channels } from '../../law/clock/case.ts'
import type { T3Column } from '../../law/report-form/model.ts'

/** The six statutory kinds of applicant: the columns of table three, without the total. */
export const applicantKinds = [
  'natural',
  'business',
  'research',
  'welfare',
  'legalService',
  'otherOrg',
] as const satisfies readonly T3Column[]
export type ApplicantKind = (typeof applicantKinds)[number]

/** What comes in at the request desk. Only `information` is counted in table three (条例 Art 29, 41, 44, 51). */
export const requestKinds = ['information', 'recordCorrection', 'publicationProposal', 'complaint'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How the information is wanted and how it should arrive (Art 29(2)(3), Art 40). */
export const wantedForms = ['paper', 'electronic', 'disc'] as const
export type WantedForm = (typeof wantedForms)[number]
export const wantedWays = ['online', 'email', 'post', 'pickUp', 'fax', 'onSite'] as const
export type WantedWay = (typeof wantedWays)[number]

export const identityKinds = [
  'identityCard',
  'passport',
  'otherPersonal',
  'businessLicence',
  'otherOrganisation',
] as const
export type IdentityKind = (typeof identityKinds)[number]

/** How a paper reaches its reader (国办公开办函〔2016〕235号). */
export const serviceWays = ['direct', 'entrusted', 'post', 'electronic'] as const
export type ServiceWay = (typeof serviceWays)[number]

/** Who is asked about information that concerns them (Art 32 to 34). */
export const consultationKinds = ['thirdParty', 'coMaker', 'otherAgency'] as const
export type ConsultationKind = (typeof consultationKinds)[number]
export const opinions = ['agrees', 'partly', 'objects'] as const
export type Opinion = (typeof opinions)[number]

/** Steps of the chain of approval; each is one person's signature. */
export const approvalSteps = ['legal', 'secrecy', 'officeHead', 'head'] as const
export type ApprovalStep = (typeof approvalSteps)[number]

/** What a file of a case is for; release files and letters leave the office, the others never do. */
export const filePurposes = [
  'application',
  'identity',
  'powerOfAttorney',
  'clarification',
  'reasons',
  'searchRecord',
  'evidence',
  'opinion',
  'original',
  'release',
  'letter',
  'serviceProof',
  'paymentProof',
  'withdrawal',
  'remedy',
] as const
export type FilePurpose = (typeof filePurposes)[number]

/** What is judged of one piece of information that the request concerns. */
export const itemJudgements = ['open', 'partly', 'withheld', 'notHeld', 'alreadyPublished'] as const
export type ItemJudgement = (typeof itemJudgements)[number]

export const remedyKinds = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const
export type RemedyKind = (typeof remedyKinds)[number]
export const remedyResults = ['upheld', 'corrected', 'other'] as const
export type RemedyResult = (typeof remedyResults)[number]

/** What happened to a case. The first ten move the statutory clock; all of them stay, a mistyped one is revoked with a reason. */
export const eventTypes = [
  'clarificationAsked',
  'clarificationAnswered',
  'thirdPartyAsked',
  'thirdPartyAnswered',
  'agencyAsked',
  'agencyAnswered',
  'extended',
  'feeNoticed',
  'feePaid',
  'answered',
  'consultationDelivered',
  'feeNoticeDelivered',
  'reasonsAsked',
  'reasonsGiven',
  'deferred',
  'withdrawn',
] as const
export type EventType = (typeof eventTypes)[number]

/** A plain day from a form. */
export const day = (sentence: string) =>
  z.string(sentence).transform((text, context): PlainDay => {
    const found = parsePlainDay(text.trim())
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })

export const orNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const line = (sentence: string, longest: number) =>
  z.string(sentence).trim().min(1, sentence).max(longest, `最多${longest}个字`)
const optionalLine = (longest: number) => z.string().trim().max(longest, `最多${longest}个字`).default('')
const phone = z
  .string()
  .trim()
  .regex(/^[\d+\-—（）() 转]{0,40}$/, '电话只写数字和短横线')
  .default('')

/** One applicant as written in the form. What is sealed at rest: everything but the kind. */
export const applicantInput = z.object({
  kind: z.enum(applicantKinds, '选申请人类别'),
  name: line('写姓名或者名称', 100),
  identityKind: z.enum(identityKinds, '选身份证明的种类'),
  identityNumber: line('写身份证明的号码', 40),
  contactName: optionalLine(40),
  phone,
  email: z.union([z.literal(''), z.email('邮箱地址写得不完整')]).default(''),
  address: optionalLine(200),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/, '邮政编码是6位数字')
    .default(''),
  agentName: optionalLine(40),
  agentIdentityNumber: optionalLine(40),
  agentPhone: phone,
})
export type ApplicantInput = z.input<typeof applicantInput>
export type Applicant = z.output<typeof applicantInput>

/** The parts of a request that have to fit each other, as far as they can be read. */
interface Fitting {
  readonly kind?: RequestKind
  readonly wantedWay?: WantedWay
  readonly applicants?: readonly Partial<Applicant>[]
}

const wayNeeds = {
  email: ['email', '选邮件获取的，写邮箱'],
  post: ['address', '选邮寄的，写通信地址'],
  fax: ['phone', '选传真的，写电话'],
} as const

/** Looked at also while single fields are wrong, so that everything is said at once. */
function mustFit(given: Fitting, context: z.core.$RefinementCtx): void {
  const applicants = Array.isArray(given.applicants) ? given.applicants : []
  const empty = (value: string | undefined) => value === undefined || value === ''
  applicants.forEach((applicant, index) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['applicants', index, field], message })
    if (empty(applicant.phone) && empty(applicant.email) && empty(applicant.address))
      say('phone', '电话、邮箱、通信地址至少写一种')
    if (applicant.kind !== 'natural' && empty(applicant.contactName) && given.kind === 'information')
      say('contactName', '写单位联系人的姓名')
    if (!empty(applicant.agentName) && empty(applicant.agentIdentityNumber))
      say('agentIdentityNumber', '写代理人的身份证件号码')
  })
  const { wantedWay } = given
  const [first] = applicants
  if (first === undefined || (wantedWay !== 'email' && wantedWay !== 'post' && wantedWay !== 'fax')) return
  const [field, message] = wayNeeds[wantedWay]
  if (empty(first[field])) context.addIssue({ code: 'custom', path: ['applicants', 0, field], message })
}

/**
 * What a complete request is (条例 Art 29): who, what, and in which form. The purpose is not asked (the old 三需要 are gone).
 * Everything that is missing is said at once.
 */
export const requestInput = z
  .object({
    agencyId: z.uuid('选一个机关'),
    kind: z.enum(requestKinds).default('information'),
    applicants: z.array(applicantInput).min(1, '至少写一位申请人').max(20, '最多20位申请人'),
    content: line('写清需要的政府信息：名称、文号，或者便于查询的特征', 4000),
    documentNumber: optionalLine(100),
    wantedForm: z.enum(wantedForms, '选提供信息的形式'),
    wantedWay: z.enum(wantedWays, '选获取信息的方式'),
    /** Help wanted by people with reading, sight or hearing difficulty (Art 43). */
    assistance: optionalLine(200),
    /** Made once by the form: the same key twice is one request. */
    submissionKey: z.string().min(16).max(100),
  })
  .superRefine(mustFit, { when: () => true })
export type RequestInput = z.input<typeof requestInput>

/** Intake on behalf of the applicant: what the desk knows besides. */
export const intakeInput = z.object({
  channel: z.enum(channels, '选来件渠道'),
  /** Day it reached us. */
  arrivedOn: day('写来件日期，例如 2026-03-02'),
  /** Ordinary post, online, fax and e-mail: the day both sides confirmed; none while that has not happened. */
  confirmedOn: orNone(day('写与申请人确认的日期')),
  postNumber: optionalLine(40),
  /** Oral: who wrote it down, and that it was read back (Art 29(1)). */
  readBack: z.coerce.boolean().default(false),
})
export type IntakeInput = z.input<typeof intakeInput>

/** Chains of approval by the weight of the act. Replies need the head; procedure the head of the disclosure office (Art 33(2)). */
export interface RequestSettings {
  /** Front of document numbers, e.g. 云应急. */
  readonly documentPrefix: string
  readonly reviewOrgan: string
  readonly court: string
  /** Where corrected papers are sent, as printed in D05. */
  readonly sendTo: string
  /** How the processing fee is paid, as printed in D16; empty while the agency charges none. */
  readonly feePayment: string
  /** Working days an applicant gets for a clarification (Art 30: a reasonable period; house rule). */
  readonly clarificationDays: number
  /** The agency's own limits for matters of Art 41, 44, 47 and 51, in working days; null where it has none: the statute names none. */
  readonly recordCorrectionDays: number | null
  readonly publicationProposalDays: number | null
  readonly complaintDays: number | null
  /** Working days before the due day at which people are reminded. */
  readonly remindAt: readonly number[]
  readonly replyChain: readonly ApprovalStep[]
  readonly procedureChain: readonly ApprovalStep[]
  /** From how many different applicants on information is proposed for publication (Art 44: “several”; no number in the statute). */
  readonly askedBySeveral: number
  /** Years a closed case is kept, and months its identity papers are. */
  readonly retentionYears: number
  readonly identityMonths: number
  /** 个体工商户 in table three: no national rule (law.md 2.3). */
  readonly soleTraderKind: 'natural' | 'business'
  readonly version: number
}

const houseDays = z.coerce
  .number('只写数字')
  .int('写整数')
  .min(1, '至少1个工作日')
  .max(120, '最多120个工作日')

export const settingsInput = z.object({
  agencyId: z.uuid(),
  version: z.coerce.number().int().min(0),
  documentPrefix: z
    .string()
    .trim()
    .regex(/^\p{Script=Han}{2,8}$/u, '机关代字用2到8个汉字，例如“云应急”'),
  reviewOrgan: line('写行政复议机关（本级人民政府）的全称', 60),
  court: line('写有管辖权的人民法院全称', 60).refine((name) => name.endsWith('法院'), '写人民法院的全称'),
  sendTo: line('写补正材料送交地址', 200),
  feePayment: optionalLine(300),
  clarificationDays: z.coerce.number().int().min(5, '至少5个工作日').max(60, '最多60个工作日'),
  recordCorrectionDays: orNone(houseDays).default(null),
  publicationProposalDays: orNone(houseDays).default(null),
  complaintDays: orNone(houseDays).default(null),
  remindAt: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,，、]+/).filter(Boolean) : value),
    z.array(z.coerce.number('只写数字').int().min(0).max(20)).min(1, '至少写一个提醒的工作日数'),
  ),
  replyChain: z.array(z.enum(approvalSteps)).min(1, '答复至少要有一人审签'),
  procedureChain: z.array(z.enum(approvalSteps)).min(1, '程序文书至少要有一人审签'),
  askedBySeveral: z.coerce.number('只写数字').int('写整数').min(2, '至少2人').max(50, '最多50人').default(2),
  retentionYears: z.coerce.number().int().min(10, '至少10年').max(100),
  identityMonths: z.coerce.number().int().min(1).max(600),
  soleTraderKind: z.enum(['natural', 'business']),
})
