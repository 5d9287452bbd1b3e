import type { FieldProblem } from '../../../platform/refusals.ts'
import {
  applicantKinds,
  requestInput,
  requestKinds,
  type ApplicantKind,
  type RequestInput,
  type RequestKind,
} from '../model.ts'

/** Steps of the guided application, in order. */
export const applySteps = ['who', 'what', 'how', 'review'] as const
export type ApplyStep = (typeof applySteps)[number]

/** One applicant as typed so far. */
export interface DraftApplicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly identityKind: string
  readonly identityNumber: string
  readonly contactName: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postcode: string
}

/** An application as typed so far: nothing in it has been checked. */
export interface DraftContent {
  readonly kind: RequestKind
  readonly applicants: readonly DraftApplicant[]
  readonly agentName: string
  readonly agentIdentityNumber: string
  readonly agentPhone: string
  readonly content: string
  readonly documentNumber: string
  readonly wantedForm: string
  readonly wantedWay: string
  readonly assistance: string
}

/** What the rules know of an uploaded file: through which input it came. */
export interface DraftFileFacts {
  readonly field: string
}

export const mostApplicants = 20
/** Files of one proof of identity: both sides of a card, or a licence and the card of its bearer. */
export const mostIdentityFiles = 2

export function newApplicant(kind: ApplicantKind): DraftApplicant {
  return {
    kind,
    name: '',
    identityKind:
      kind === 'natural' ? 'identityCard' : kind === 'business' ? 'businessLicence' : 'otherOrganisation',
    identityNumber: '',
    contactName: '',
    phone: '',
    email: '',
    address: '',
    postcode: '',
  }
}

export function newDraft(kind: RequestKind, applicant: ApplicantKind): DraftContent {
  return {
    kind,
    applicants: [newApplicant(applicant)],
    agentName: '',
    agentIdentityNumber: '',
    agentPhone: '',
    content: '',
    documentNumber: '',
    wantedForm: '',
    wantedWay: '',
    assistance: '',
  }
}

export const isApplicantKind = (value: string): value is ApplicantKind =>
  (applicantKinds as readonly string[]).includes(value)
export const isRequestKind = (value: string): value is RequestKind =>
  (requestKinds as readonly string[]).includes(value)

/** Names of the inputs for files. */
export const identityField = (position: number) => `applicants.${position}.identityFile`
export const powerField = 'powerOfAttorney'
export const enclosureField = 'enclosure'

/** What the command takes, from what was typed. The agent speaks for all applicants and stands with the first. */
export function requestInputOf(agencyId: string, draft: DraftContent, submissionKey: string): RequestInput {
  return {
    agencyId,
    kind: draft.kind,
    applicants: draft.applicants.map((applicant, position) => ({
      ...applicant,
      identityKind: applicant.identityKind as 'identityCard',
      agentName: position === 0 ? draft.agentName : '',
      agentIdentityNumber: position === 0 ? draft.agentIdentityNumber : '',
      agentPhone: position === 0 ? draft.agentPhone : '',
    })),
    content: draft.content,
    documentNumber: draft.documentNumber,
    wantedForm: wantedFormOf(draft) as 'paper',
    wantedWay: draft.wantedWay as 'online',
    assistance: draft.assistance,
    submissionKey,
  }
}

/** What is no request for information is answered by letter: the form follows from the way. */
function wantedFormOf(draft: DraftContent): string {
  if (draft.kind === 'information') return draft.wantedForm
  return draft.wantedWay === 'online' || draft.wantedWay === 'email' ? 'electronic' : 'paper'
}

/** Whether a proof of identity must be enclosed (条例 Art 29(2)(1), 41: by who applies, and by whom the record is about). */
export const needsIdentityProof = (kind: RequestKind) => kind === 'information' || kind === 'recordCorrection'

const contactFields = ['applicants.0.email', 'applicants.0.address', 'applicants.0.phone']

/** The step on which a field stands. The contact that only the chosen way asks for is asked on the step of the way. */
export function stepOfField(field: string, draft: DraftContent): ApplyStep {
  if (contactFields.includes(field) && hasContact(draft)) return 'how'
  if (field.startsWith('applicants') || field.startsWith('agent') || field === powerField) return 'who'
  if (field === 'content' || field === 'documentNumber' || field === enclosureField) return 'what'
  return 'how'
}

function hasContact(draft: DraftContent): boolean {
  const [first] = draft.applicants
  return first !== undefined && (first.phone !== '' || first.email !== '' || first.address !== '')
}

/** The ways to reach the first applicant that were left open: the step of the way offers to fill them in. */
export function openContacts(draft: DraftContent): readonly ('email' | 'address' | 'phone')[] {
  const [first] = draft.applicants
  if (first === undefined) return []
  return (['email', 'address', 'phone'] as const).filter((field) => first[field] === '')
}

const vague = /^(?:全部|所有|相关|一切|有关)?(?:的)?(?:材料|资料|文件|信息|情况|档案)[。.]?$/

/** Everything that is still missing or wrong in the whole application, in the order of its steps. */
export function applicationProblems(
  draft: DraftContent,
  files: readonly DraftFileFacts[],
): readonly FieldProblem[] {
  const parsed = requestInput.safeParse(
    requestInputOf('00000000-0000-4000-8000-000000000000', draft, '0'.repeat(16)),
  )
  const found = new Map<string, string>()
  const add = (field: string, sentence: string) => {
    if (!found.has(field)) found.set(field, sentence)
  }
  if (!parsed.success)
    for (const issue of parsed.error.issues) add(fieldOfIssue(issue.path.join('.')), issue.message)
  draft.applicants.forEach((applicant, position) => {
    const number = applicant.identityNumber.trim()
    if (applicant.identityKind === 'identityCard' && number !== '' && !/^\d{17}[\dXx]$/.test(number))
      add(`applicants.${position}.identityNumber`, '居民身份证号码是18位，最后一位可能是X')
    if (needsIdentityProof(draft.kind) && !files.some(({ field }) => field === identityField(position)))
      add(identityField(position), '上传身份证明的照片或者扫描件')
  })
  if (draft.agentName.trim() !== '' && !files.some(({ field }) => field === powerField))
    add(powerField, '上传授权委托书')
  if (vague.test(draft.content.trim())) add('content', `写清您要的信息，不能只写“${draft.content.trim()}”`)
  return [...found]
    .map(([field, sentence]) => ({ field, sentence }))
    .sort((one, other) => placeOf(one.field, draft) - placeOf(other.field, draft))
}

/** Fields that the form does not show are told at the one that decides them. */
function fieldOfIssue(field: string): string {
  return field.replace(/^applicants\.0\.agent/, 'agent')
}

function placeOf(field: string, draft: DraftContent): number {
  return applySteps.indexOf(stepOfField(field, draft))
}

/** What is missing or wrong on one step. */
export function stepProblems(
  step: ApplyStep,
  draft: DraftContent,
  files: readonly DraftFileFacts[],
): readonly FieldProblem[] {
  return applicationProblems(draft, files).filter(({ field }) => stepOfField(field, draft) === step)
}

/** The first step that is not complete, for taking up again; `review` when all are. */
export function openStep(draft: DraftContent, files: readonly DraftFileFacts[]): ApplyStep {
  const [first] = applicationProblems(draft, files)
  return first === undefined ? 'review' : stepOfField(first.field, draft)
}
