import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import type { LetterId } from '../letters/template.ts'
import { blanksFor, type LetterGround } from './letter-facts.ts'

/** Blanks that the records fill when the drafter does not: shown filled in, and may be changed. */
const mayBeChanged: Partial<Record<LetterId, readonly string[]>> = {
  D05: ['until', 'sendTo'],
  D07: ['days'],
  D09: ['replyTo'],
  D14: ['section', 'internalDueOn'],
  D18: ['giving'],
  D19: ['giving'],
  D23: ['interest'],
  D39: ['way'],
}

/** Blanks that are counted from others or belong to what the paper is about, even while the records do not know them yet. */
const neverTyped: Partial<Record<LetterId, readonly string[]>> = {
  D07: ['extendedTo'],
  D09: ['thirdParty', 'information', 'interest', 'answerLink'],
  D12: ['thirdParty', 'information', 'consultationNumber'],
  D13: ['agency', 'information', 'asked', 'answerLink'],
  D15: ['submittedBy', 'submittedOn', 'secrecyOpinion', 'approval'],
  D16: ['amount', 'lines'],
}

/** What the records know for a letter: the drafter sees it, but does not type it. */
export interface PaperFacts {
  readonly known: Readonly<Record<string, unknown>>
  readonly keys: ReadonlySet<string>
}

/** @param drafted what was typed so far: some facts (the day an extension ends) follow from it */
export function paperFacts(
  letter: LetterId,
  drafted: Readonly<Record<string, unknown>>,
  ground: LetterGround,
): PaperFacts {
  const free = new Set(mayBeChanged[letter] ?? [])
  const empty = blanksFor(letter, {}, ground)
  const keys = new Set([...Object.keys(empty), ...(neverTyped[letter] ?? [])].filter((key) => !free.has(key)))
  const whole = blanksFor(letter, drafted, ground)
  return { known: Object.fromEntries([...keys].map((key) => [key, whole[key]])), keys }
}

/** Counts over the applicant's own requests, as D06, D16 and D35 tell them. */
export interface ApplicantCounts {
  /** This case's place among the applicant's requests received in the same calendar month; null before the day of receipt. */
  readonly placeInMonth: number | null
  readonly inMonth: number
  /** First day of the counted year, and how many of the applicant's requests were received since. */
  readonly yearFrom: string
  readonly inYear: number
}

/** What a new draft begins with: proposals, each of which a person may change or delete. */
export function proposedBlanks(
  letter: LetterId,
  ground: LetterGround,
  counts: ApplicantCounts,
): Readonly<Record<string, unknown>> {
  const { request, settings, calendar, issuedOn } = ground
  const free = Object.fromEntries(
    Object.entries(blanksFor(letter, {}, ground)).filter(([key]) => mayBeChanged[letter]?.includes(key)),
  )
  const until = addWorkingDays(calendar, issuedOn, settings.clarificationDays)
  const pages = ground.items
    .filter(({ judgement }) => judgement === 'open' || judgement === 'partly')
    .reduce((sum, item) => sum + item.pages, 0)
  switch (letter) {
    case 'D06':
      return { countedFrom: counts.yearFrom, countedTo: issuedOn, requests: counts.inYear, until }
    case 'D35':
      return { countedFrom: counts.yearFrom, countedTo: issuedOn, requests: counts.inYear }
    case 'D07':
      return { days: 20 }
    case 'D11':
      return { asked: lastAsked(ground) }
    case 'D14':
      return {
        needed: ['是否存在该信息，检索的系统、档案和检索词', '信息原件', '是否公开的意见、理由和依据'],
        section: request.section ?? undefined,
        internalDueOn: request.sectionDueOn ?? addWorkingDays(calendar, issuedOn, 5),
      }
    case 'D15':
      return { information: request.content, origin: '本机关制作', basis: '条例第十七条' }
    case 'D16': {
      const isByPages = counts.inMonth <= 10 && pages > 30
      return {
        method: isByPages ? 'perVolume' : 'perCase',
        quantity: isByPages ? pages : (counts.placeInMonth ?? undefined),
        payment: settings.feePayment || undefined,
        counted: isByPages ? `本件提供的信息共${pages}页` : countedInWords(request.receivedOn, counts),
      }
    }
    default:
      return wantsName.has(letter) ? { ...free, information: request.content } : free
  }
}

/** Letters that name the information as a whole. */
const wantsName = new Set<LetterId>([
  'D20',
  'D21',
  'D22',
  'D23',
  'D24',
  'D25',
  'D26',
  'D27',
  'D28',
  'D29',
  'D30',
])

function countedInWords(
  receivedOn: string | null,
  { inMonth, placeInMonth }: ApplicantCounts,
): string | undefined {
  if (receivedOn === null || placeInMonth === null) return undefined
  return `${receivedOn.slice(0, 4)}年${Number(receivedOn.slice(5, 7))}月，同一申请人共提出政府信息公开申请${inMonth}件，本件为第${placeInMonth}件`
}

function lastAsked({ events }: LetterGround): string | undefined {
  const asked = events.findLast(({ type }) => type === 'thirdPartyAsked' || type === 'agencyAsked')
  if (asked === undefined) return undefined
  if (asked.type === 'thirdPartyAsked') return 'thirdParty'
  return asked.data['coMaker'] === true ? 'coMaker' : 'otherAgency'
}
