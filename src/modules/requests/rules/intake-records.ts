import { channelWords } from '../../../law/clock/words.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Reason } from '../../../law/reason.ts'
import type { Applicant } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import type { InfoRequest } from '../store/cases.ts'
import { identityKindWords, wantedFormWords, wantedWayWords } from '../words.ts'
import { needsConfirmation } from './receipt.ts'

/** Records of how a case came in: the form (D01), the record of an oral request (D02), the confirmation by both sides (D04). */
export const intakeRecords = ['D01', 'D02', 'D04'] as const
export type IntakeRecord = (typeof intakeRecords)[number]

/** Records that tell who applied. */
export const tellsApplicant = (letter: string): boolean => letter === 'D01' || letter === 'D02'

/** What only the desk can say, by record: the titles are those of the letter's blanks. */
export const askedBlanks: Readonly<Record<IntakeRecord, readonly string[]>> = {
  D01: [],
  D02: ['hardship'],
  D04: ['confirmedBy', 'spokeWith'],
}

/** Why a record cannot be made of this case; null when it can. */
export function reasonAgainstRecord(
  letter: IntakeRecord,
  request: Pick<InfoRequest, 'kind' | 'channel' | 'receivedOn'>,
): Reason | null {
  if (letter === 'D04') {
    if (!needsConfirmation(request.channel, request.kind))
      return requestRefusals['requests.record.noConfirmation']
    return request.receivedOn === null ? requestRefusals['requests.case.notConfirmed'] : null
  }
  if (request.kind !== 'information') return requestRefusals['requests.record.otherMatter']
  return letter === 'D02' && request.channel !== 'oral' ? requestRefusals['requests.record.notOral'] : null
}

/** What the records know when a record is printed. */
export interface RecordGround {
  readonly request: InfoRequest
  readonly applicants: readonly Applicant[]
  readonly issuer: { readonly name: string; readonly disclosureOffice: string; readonly phone: string }
  /** Who prints it, by name. */
  readonly officer: string
  readonly today: PlainDay
}

/** The blanks of a record: what the case knows, and what the desk typed. No identity number is in it: it is erased in its time. */
export function recordBlanks(
  letter: IntakeRecord,
  ground: RecordGround,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const { request, applicants, issuer, officer } = ground
  const each = (of: (applicant: Applicant) => string) => [...new Set(applicants.map(of))].join('；')
  const identity = each(({ identityKind }) => `${identityKindWords[identityKind]}，号码登记在案`)
  const contact = each(contactInWords)
  const wanted = request.documentNumber
    ? `${request.content}（文号：${request.documentNumber}）`
    : request.content
  switch (letter) {
    case 'D01':
      return {
        issuer,
        kind: request.applicantKind,
        name: each(({ name }) => name),
        identity,
        agent: applicants.map(({ agentName }) => agentName).find((name) => name !== '') || undefined,
        contact,
        wanted,
        form: request.wantedForm,
        way: request.wantedWay === 'pickUp' ? 'counter' : request.wantedWay,
        submittedOn: request.arrivedOn,
      }
    case 'D02':
      return {
        issuer,
        applicantName: each(({ name }) => name),
        identity,
        contact,
        wanted,
        form: `${wantedFormWords[request.wantedForm]}，${wantedWayWords[request.wantedWay]}`,
        hardship: typed['hardship'],
        filledBy: officer,
        filledOn: request.arrivedOn,
      }
    case 'D04':
      return {
        issuer,
        requestNumber: request.number,
        arrivedOn: request.arrivedOn,
        arrivedBy: channelWords[request.channel].name,
        confirmedOn: request.receivedOn ?? undefined,
        confirmedBy: typed['confirmedBy'],
        spokeWith: typed['spokeWith'],
        officer,
      }
  }
}

function contactInWords({ contactName, phone, email, address, postcode }: Applicant): string {
  return [
    contactName && `联系人${contactName}`,
    address,
    postcode && `邮政编码${postcode}`,
    phone && `电话${phone}`,
    email && `邮箱${email}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** What stays with the paper for the screen: the applicant is only in the printed bytes. */
export function withoutApplicant(
  blanks: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const hidden = '（见下载的文件）'
  const own = { ...blanks }
  for (const key of ['name', 'applicantName', 'contact']) if (key in own) own[key] = hidden
  if (typeof own['agent'] === 'string') own['agent'] = hidden
  return own
}
