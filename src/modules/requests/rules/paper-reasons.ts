import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { ClockEvent } from '../../../law/clock/case.ts'
import { outcomeOf } from '../../../law/outcomes/outcomes.ts'
import { evidenceWords } from '../../../law/outcomes/words.ts'
import { feeForCases, feeForPages } from '../../../law/fees/processing-fee.ts'
import type { Reason } from '../../../law/reason.ts'
import { requestRefusals } from '../refusals.ts'
import type { Consultation } from '../store/consultations.ts'
import type { Item } from '../store/items.ts'
import type { Paper } from '../store/papers.ts'
import type { Remedy } from '../store/remedies.ts'
import { whatIf, type CaseCourse, type CaseStanding } from './case-state.ts'
import { addWorkingDays, type Calendar } from '../../../law/calendar/calendar.ts'
import {
  actOfLetter,
  internalLetters,
  isReply,
  otherReplies,
  outcomeOfLetter,
  type ProcedureAct,
} from './papers.ts'
import { reasonAgainst, type CaseAct } from './transitions.ts'
import type { RequestKind, RequestSettings } from '../model.ts'

const actOfStep: Readonly<Record<ProcedureAct, CaseAct>> = {
  clarification: 'askClarification',
  reasons: 'askReasons',
  extension: 'extend',
  deferral: 'defer',
  thirdPartyConsultation: 'consult',
  agencyConsultation: 'consult',
  consultationNotice: 'consult',
  releaseNotice: 'consult',
  fee: 'noticeFee',
}

/** What the paper does to the case: the row of the table of transitions that it needs. */
export function caseActOf(letter: string): CaseAct {
  if (letter === internalLetters.sectionRequest) return 'assign'
  if (letter === internalLetters.secrecyReview) return 'judgeItems'
  const act = actOfLetter(letter)
  return act === null ? 'reply' : actOfStep[act]
}

/** Reasons that are no hindrance to a draft: they can be mended before it is submitted. */
const mendable: ReadonlySet<string> = new Set([
  'requests.paper.evidenceMissing',
  'requests.paper.itemsNotJudged',
  'requests.paper.itemNotConsulted',
  'requests.paper.releaseNotChecked',
  'requests.paper.objectionNotJudged',
  'requests.fee.wrongAmount',
  'requests.fee.nothingDue',
])

/** Whether a draft may be begun in spite of this reason. */
export function isMendable(code: string): boolean {
  return mendable.has(code)
}

/** All that speaks for or against a paper. */
export interface PaperGround {
  readonly course: CaseCourse & { readonly kind: RequestKind }
  readonly standing: CaseStanding
  readonly calendar: Calendar
  readonly today: PlainDay
  readonly settings: RequestSettings
  readonly paper: Pick<
    Paper,
    'paperId' | 'letter' | 'outcome' | 'consultationId' | 'remedyId' | 'evidence' | 'blanks'
  >
  readonly others: readonly Pick<Paper, 'paperId' | 'letter' | 'state' | 'remedyId'>[]
  /** The remedy that the paper answers anew, if it names one of this case. */
  readonly remedy: Remedy | null
  readonly consultations: readonly Consultation[]
  readonly items: readonly Item[]
}

/** The event that the paper would bring about if it went out on that day; null when it moves no clock. */
export function clockEventOf(
  letter: string,
  blanks: Readonly<Record<string, unknown>>,
  consultation: Consultation | null,
  on: PlainDay,
): ClockEvent | null {
  switch (actOfLetter(letter)) {
    case 'clarification':
      return { type: 'clarificationAsked', on, until: blanks['until'] as PlainDay }
    case 'extension':
      return { type: 'extended', on, days: Number(blanks['days']) }
    case 'thirdPartyConsultation':
      return consultation === null
        ? null
        : { type: 'thirdPartyAsked', id: consultation.consultationId, sentOn: on, receivedOn: null }
    case 'agencyConsultation':
      return consultation === null
        ? null
        : {
            type: 'agencyAsked',
            id: consultation.consultationId,
            sentOn: on,
            receivedOn: null,
            coMaker: consultation.kind === 'coMaker',
          }
    case 'fee':
      return { type: 'feeNoticed', on, receivedOn: null }
    default:
      return null
  }
}

/**
 * Every reason against sending this paper, all at once: the state of the case, what the clock forbids, evidence that is missing for
 * the ground (国办函〔2021〕132号), consultations and inventory that are not finished. Blanks are the letter's own matter.
 */
export function reasonsAgainstPaper(ground: PaperGround): readonly Reason[] {
  const { paper, standing, others } = ground
  const reasons: Reason[] = []
  const record = (code: keyof typeof requestRefusals) => reasons.push(requestRefusals[code])
  const isRecord = paper.letter === 'D39' && standing.state === 'closed'
  const isNewAnswer = paper.remedyId !== null
  if (isNewAnswer) reasons.push(...newAnswerReasons(ground))
  const against =
    isRecord || isNewAnswer
      ? null
      : reasonAgainst(caseActOf(paper.letter), standing.state, ground.course.kind)
  if (against !== null) reasons.push(against)
  if (isReply(paper.letter) && !isRecord) {
    const wanted = ground.course.kind === 'information' ? null : otherReplies[ground.course.kind]
    if (wanted === null ? outcomeOfLetter(paper.letter) === null : paper.letter !== wanted)
      record('requests.paper.wrongLetter')
    const rival = others.some(
      (other) =>
        other.paperId !== paper.paperId &&
        isReply(other.letter) &&
        other.remedyId === paper.remedyId &&
        other.state !== 'discarded',
    )
    if (rival) record('requests.paper.otherReply')
  }
  if (against === null) reasons.push(...clockReasons(ground))
  reasons.push(...outcomeReasons(ground), ...feeReasons(ground))
  return reasons
}

/**
 * A new answer follows only a decision that corrected the first one (行政复议法第七十条, 行政诉讼法第七十条); it is a reply, is given once for
 * each decision, and moves neither the clock nor the frozen year.
 */
function newAnswerReasons({ paper, remedy }: PaperGround): readonly Reason[] {
  if (remedy === null) return [requestRefusals['requests.remedy.missing']]
  if (remedy.result !== 'corrected') return [requestRefusals['requests.remedy.notCorrected']]
  return isReply(paper.letter) ? [] : [requestRefusals['requests.paper.wrongLetter']]
}

function clockReasons(ground: PaperGround): readonly Reason[] {
  const { paper, consultations, course, calendar, today } = ground
  const consultation =
    consultations.find(({ consultationId }) => consultationId === paper.consultationId) ?? null
  // A clarification whose last day is not written yet gets the house's usual period, as its letter will.
  const until = paper.blanks['until'] || addWorkingDays(calendar, today, ground.settings.clarificationDays)
  const event = clockEventOf(paper.letter, { ...paper.blanks, until }, consultation, today)
  if (event === null) return []
  const result = whatIf(course, event, calendar, today)
  return result?.refusal ? [result.refusal] : []
}

function outcomeReasons(ground: PaperGround): readonly Reason[] {
  const { paper, standing, consultations, items, course } = ground
  if (paper.outcome === null) return []
  const reasons: Reason[] = []
  const record = (code: keyof typeof requestRefusals) => reasons.push(requestRefusals[code])
  const happened = (type: string) => course.events.some((event) => event.type === type)
  const asked = consultations.filter(({ kind, sentOn }) => kind === 'thirdParty' && sentOn !== null)
  switch (paper.outcome) {
    case 'thirdPartyRights':
      if (asked.length === 0) record('requests.paper.consultationMissing')
      if (asked.some(({ opinion, isReasonable }) => opinion === 'objects' && isReasonable === null))
        record('requests.paper.objectionNotJudged')
      break
    case 'released':
    case 'partlyReleased':
      if (items.length === 0 || items.some(({ judgement }) => judgement === null))
        record('requests.paper.itemsNotJudged')
      if (
        items.some(
          ({ judgement, releaseFile, releaseCheckedAt }) =>
            (judgement === 'open' || judgement === 'partly') &&
            (releaseFile === null || releaseCheckedAt === null),
        ) &&
        (paper.blanks['giving'] as { way?: string } | undefined)?.way !== 'onSite'
      )
        record('requests.paper.releaseNotChecked')
      if (asked.length === 0 && items.some(claimsConsultation)) record('requests.paper.itemNotConsulted')
      if (asked.some(({ opinion, isReasonable }) => opinion === 'objects' && isReasonable === null))
        record('requests.paper.objectionNotJudged')
      break
    case 'excessive':
      if (!happened('reasonsAsked')) record('requests.paper.reasonsNotAsked')
      break
    case 'stillUnclear':
      if (!happened('clarificationAnswered')) record('requests.paper.neverClarified')
      break
    case 'clarificationLapsed':
    case 'feeUnpaid':
      if (standing.state !== 'lapsed') record('requests.paper.notLapsed')
      break
    case 'otherReason':
      if (!happened('withdrawn')) record('requests.paper.notWithdrawn')
      break
    default:
      break
  }
  if (standing.state === 'lapsed' && !['clarificationLapsed', 'feeUnpaid'].includes(paper.outcome))
    record('requests.case.lapsed')
  reasons.push(...evidenceReasons(ground))
  return reasons
}

/** Whether the reason of a piece says, or must say, that a third party was asked (条例 Art 32). Only what is private goes without. */
function claimsConsultation({ because }: Item): boolean {
  return (
    because?.['ground'] === 'thirdPartyRights' &&
    !(because['opinion'] === 'notAsked' && because['interest'] === 'personalPrivacy')
  )
}

/** Kinds of evidence that the records themselves hold; a note is wanted for the others. */
const heldByRecords: Readonly<Record<string, (ground: PaperGround) => boolean>> = {
  providedInformation: ({ items }) =>
    items.some(({ judgement }) => judgement === 'open' || judgement === 'partly'),
  separationRecord: ({ items }) => items.some(({ because }) => because !== null),
  consultationRecord: ({ consultations }) => consultations.some(({ sentOn }) => sentOn !== null),
  clarificationNotice: ({ course }) => course.events.some(({ type }) => type === 'clarificationAsked'),
  feeNotice: ({ course }) => course.events.some(({ type }) => type === 'feeNoticed'),
  countsAndReasons: ({ course }) => course.events.some(({ type }) => type === 'reasonsAsked'),
  withdrawal: ({ course }) => course.events.some(({ type }) => type === 'withdrawn'),
  publicAddress: ({ items, paper }) =>
    items.some(({ judgement }) => judgement === 'alreadyPublished') || Array.isArray(paper.blanks['places']),
}

/** Evidence kinds that are still missing for the paper's ground. */
export function missingEvidence(ground: PaperGround): readonly (keyof typeof evidenceWords)[] {
  const { paper } = ground
  if (paper.outcome === null) return []
  return outcomeOf(paper.outcome).evidence.filter(
    (kind) => !heldByRecords[kind]?.(ground) && (paper.evidence[kind] ?? '').trim() === '',
  )
}

function evidenceReasons(ground: PaperGround): readonly Reason[] {
  return missingEvidence(ground).map((kind) => ({
    ...requestRefusals['requests.paper.evidenceMissing'],
    sentence: `还缺证据：${evidenceWords[kind]}。`,
  }))
}

/** A fee is charged only by rule, only once, and only by an agency that has said how it is paid (条例 Art 42). */
function feeReasons({ paper, settings }: PaperGround): readonly Reason[] {
  if (actOfLetter(paper.letter) !== 'fee') return []
  const reasons: Reason[] = []
  if (settings.feePayment === '') reasons.push(requestRefusals['requests.fee.notCharged'])
  const proposal = feeOf(paper.blanks)
  if (proposal !== null && proposal <= 0) reasons.push(requestRefusals['requests.fee.nothingDue'])
  if (proposal !== null && proposal > 0 && paper.blanks['amount'] !== proposal)
    reasons.push(requestRefusals['requests.fee.wrongAmount'])
  return reasons
}

/**
 * The fee by rule for what the drafter counted, in 分; null while it is not counted. By case: what this case adds to the month's
 * fee; by volume: the pages of this case alone.
 */
export function feeOf(blanks: Readonly<Record<string, unknown>>): number | null {
  const quantity = Number(blanks['quantity'])
  if (!Number.isInteger(quantity) || quantity < 1) return null
  if (blanks['method'] === 'perVolume') return feeForPages(quantity).amountFen
  if (blanks['method'] === 'perCase')
    return feeForCases(quantity).amountFen - feeForCases(quantity - 1).amountFen
  return null
}
