import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { beijingDay } from '../../../law/calendar/plain-day.ts'
import type { DayMark } from '../../../law/clock/day-marks.ts'
import { outcomeOf, type Remedy } from '../../../law/outcomes/outcomes.ts'
import { remedyDays } from '../../../law/outcomes/remedy-days.ts'
import { remedyWords } from '../../../law/outcomes/words.ts'
import type { LetterReader } from '../letters/template.ts'
import type { RequestKind, RequestSettings, WantedForm, WantedWay } from '../model.ts'
import { applicantSteps, type ApplicantStep } from '../rules/applicant-steps.ts'
import { isReleased, paperAccess } from '../rules/applicant-papers.ts'
import type { CaseState } from '../rules/case-state.ts'
import { isReply } from '../rules/papers.ts'
import { reasonAgainst, type CaseAct } from '../rules/transitions.ts'
import type { StandingCase } from '../store/cases.ts'
import type { CaseFile } from '../store/files.ts'
import type { Item } from '../store/items.ts'
import type { Paper, PaperService } from '../store/papers.ts'

/** A paper the applicant may have. */
export interface ApplicantPaper {
  readonly paperId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly issuedOn: PlainDay | null
  /** Sent electronically and not fetched yet: it counts as received when it is. */
  readonly mustCollect: boolean
  readonly receivedOn: PlainDay | null
  readonly isReply: boolean
}

/** Everything an applicant sees of the own case; nothing else leaves this room for a tracking page. */
export interface ApplicantCase {
  readonly number: string
  readonly kind: RequestKind
  readonly agency: { readonly name: string; readonly slug: string }
  readonly office: { readonly name: string; readonly phone: string }
  readonly state: CaseState
  readonly submittedOn: PlainDay
  readonly receivedOn: PlainDay | null
  readonly dueOn: PlainDay | null
  readonly latestDueOn: PlainDay | null
  readonly applicantDueOn: PlainDay | null
  readonly workingDaysLeft: number | null
  readonly isOverdue: boolean
  readonly isProvisional: boolean
  readonly steps: readonly ApplicantStep[]
  readonly days: readonly { readonly day: PlainDay; readonly kind: 'working' | 'rest' | 'paused' }[]
  readonly applicant: string
  /** How the first applicant is reached, masked. */
  readonly contact: { readonly phone: string; readonly email: string; readonly address: string }
  readonly content: string
  readonly documentNumber: string
  readonly wantedForm: WantedForm
  readonly wantedWay: WantedWay
  readonly assistance: string
  readonly sentFiles: readonly string[]
  readonly papers: readonly ApplicantPaper[]
  readonly released: readonly { readonly fileId: string; readonly title: string; readonly size: number }[]
  /** What the clarification notice asks for, while it is waited for; nothing of it before the notice is collected. */
  readonly clarification: {
    readonly isCollected: boolean
    readonly points: readonly string[]
    readonly guidance: string
  } | null
  readonly reasons: { readonly until: PlainDay | null } | null
  readonly fee: { readonly amountFen: number; readonly payment: string } | null
  readonly isWithdrawn: boolean
  readonly closedOn: PlainDay | null
  readonly remedy: {
    readonly words: string
    readonly reviewOrgan: string
    readonly court: string
    readonly reviewUntil: PlainDay | null
    readonly suitUntil: PlainDay | null
  } | null
  readonly may: {
    readonly clarify: boolean
    readonly giveReasons: boolean
    readonly add: boolean
    readonly withdraw: boolean
    readonly rate: boolean
  }
  readonly score: number | null
}

export interface CaseGround {
  readonly found: StandingCase
  readonly agency: { readonly name: string; readonly slug: string }
  readonly office: { readonly disclosureOffice: string; readonly phone: string }
  readonly applicant: string
  readonly contact: ApplicantCase['contact']
  readonly papers: readonly (Paper & {
    readonly title: string
    readonly reader: LetterReader
    readonly services: readonly PaperService[]
  })[]
  readonly items: readonly Item[]
  readonly files: readonly CaseFile[]
  readonly marks: readonly DayMark[]
  readonly settings: Pick<RequestSettings, 'feePayment' | 'reviewOrgan' | 'court'>
  readonly score: number | null
}

/** Builds what the applicant sees by naming each field: sections, handlers, drafts, third parties and internal days stay inside. */
export function presentCaseForApplicant(ground: CaseGround): ApplicantCase {
  const { found, items, files, settings, score } = ground
  const { standing, events } = found
  const papers = ground.papers.flatMap((paper): (ApplicantPaper & { remedy: Remedy | null })[] => {
    const access = paperAccess(paper)
    if (access === 'hidden') return []
    return [
      {
        paperId: paper.paperId,
        title: paper.title,
        documentNumber: paper.documentNumber,
        issuedOn: paper.issuedOn,
        mustCollect: access === 'toCollect',
        receivedOn: paper.services.find(({ deliveredOn }) => deliveredOn !== null)?.deliveredOn ?? null,
        isReply: isReply(paper.letter),
        remedy: paper.outcome === null ? null : outcomeOf(paper.outcome).remedy,
      },
    ]
  })
  const reply = papers.find((paper) => paper.isReply && !paper.mustCollect)
  const notice = ground.papers.findLast((paper) => paper.letter === 'D05' && paperAccess(paper) !== 'hidden')
  const possible = (act: CaseAct) => reasonAgainst(act, standing.state, found.kind) === null
  const asked = events.findLast(({ type }) => type === 'reasonsAsked')
  const isWithdrawn = events.some(({ type }) => type === 'withdrawn')
  const reasonsOpen = asked !== undefined && !events.some(({ type }) => type === 'reasonsGiven')
  const noticed = events.findLast(({ type }) => type === 'feeNoticed')
  return {
    number: found.number,
    kind: found.kind,
    agency: ground.agency,
    office: { name: ground.office.disclosureOffice, phone: ground.office.phone },
    state: standing.state,
    submittedOn: beijingDay(found.submittedAt),
    receivedOn: found.receivedOn,
    dueOn: standing.dueOn,
    latestDueOn: standing.latestDueOn,
    applicantDueOn: standing.applicantDueOn,
    workingDaysLeft: standing.workingDaysLeft,
    isOverdue: standing.state !== 'closed' && standing.isOverdue,
    isProvisional: standing.isProvisional,
    steps: applicantSteps(standing.steps, events),
    days: rulerDays(ground.marks),
    applicant: ground.applicant,
    contact: ground.contact,
    content: found.content,
    documentNumber: found.documentNumber,
    wantedForm: found.wantedForm,
    wantedWay: found.wantedWay,
    assistance: found.assistance,
    sentFiles: files
      .filter(({ purpose, isErased }) => sentByApplicant.has(purpose) && !isErased)
      .map(({ name }) => name),
    papers: papers.map(({ remedy: _remedy, ...paper }) => paper),
    released:
      reply !== undefined && found.wantedForm === 'electronic' && givesInformation(found.outcome)
        ? items.filter(isReleased).flatMap(({ releaseFile, title }) => {
            const file = files.find(({ fileId, isErased }) => fileId === releaseFile && !isErased)
            return file ? [{ fileId: file.fileId, title, size: file.size }] : []
          })
        : [],
    clarification: standing.state === 'waitingForApplicant' && notice !== undefined ? asksFor(notice) : null,
    reasons:
      reasonsOpen && possible('giveReasons')
        ? { until: typeof asked.data['until'] === 'string' ? (asked.data['until'] as PlainDay) : null }
        : null,
    fee:
      standing.state === 'waitingForFee' && noticed !== undefined
        ? { amountFen: Number(noticed.data['amountFen']), payment: settings.feePayment }
        : null,
    isWithdrawn,
    closedOn: found.closedOn,
    remedy:
      reply === undefined || reply.remedy === null
        ? null
        : {
            words: remedyWords[reply.remedy],
            reviewOrgan: settings.reviewOrgan,
            court: settings.court,
            ...(reply.receivedOn === null
              ? { reviewUntil: null, suitUntil: null }
              : remedyDays(reply.remedy, reply.receivedOn, found.calendar)),
          },
    may: {
      clarify: possible('answerClarification'),
      giveReasons: reasonsOpen && possible('giveReasons'),
      add: found.closedOn === null && possible('attach'),
      withdraw: possible('withdraw'),
      rate: standing.state === 'closed' && !isWithdrawn && reply !== undefined && score === null,
    },
    score,
  }
}

/** The points and the guidance as the letter has them. */
function asksFor(notice: CaseGround['papers'][number]): NonNullable<ApplicantCase['clarification']> {
  if (paperAccess(notice) === 'toCollect') return { isCollected: false, points: [], guidance: '' }
  const { points, guidance } = notice.blanks
  return {
    isCollected: true,
    points: Array.isArray(points) ? points.map(String) : [],
    guidance: typeof guidance === 'string' ? guidance : '',
  }
}

const sentByApplicant = new Set<CaseFile['purpose']>([
  'application',
  'identity',
  'powerOfAttorney',
  'clarification',
  'reasons',
  'paymentProof',
])

function givesInformation(outcome: StandingCase['outcome']): boolean {
  return outcome === 'released' || outcome === 'partlyReleased'
}

/** The ruler shows the count that runs now: earlier ones ended when it began anew. */
function rulerDays(marks: readonly DayMark[]): ApplicantCase['days'] {
  const period = marks.at(-1)?.period ?? 0
  const start = Math.max(
    0,
    marks.findIndex((mark) => mark.period === period),
  )
  return marks.slice(start).map(({ day, kind }) => ({
    day,
    kind: kind === 'rest' ? 'rest' : kind === 'paused' || kind === 'waiting' ? 'paused' : 'working',
  }))
}
