import { addWorkingDays, type Calendar } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { LetterId } from '../letters/template.ts'
import { writtenDay } from '../../../documents/write/model.ts'
import type { ApprovalStep, RequestSettings } from '../model.ts'
import type { Consultation } from '../store/consultations.ts'
import type { Item } from '../store/items.ts'
import type { InfoRequest } from '../store/cases.ts'
import type { CaseStanding, RecordedEvent } from './case-state.ts'

/** A paper that went out earlier in the same case. */
export interface SentPaper {
  readonly letter: string
  readonly documentNumber: string | null
  readonly issuedOn: PlainDay | null
  readonly servedOn: PlainDay | null
  readonly consultationId: string | null
}

/** All that the records know when a letter is written. */
export interface LetterGround {
  readonly request: InfoRequest
  readonly standing: CaseStanding
  readonly events: readonly RecordedEvent[]
  readonly calendar: Calendar
  readonly settings: RequestSettings
  readonly issuer: { readonly name: string; readonly disclosureOffice: string; readonly phone: string }
  readonly applicant: { readonly name: string; readonly isNaturalPerson: boolean }
  readonly consultation: Consultation | null
  readonly items: readonly Item[]
  /** Who drafted the paper; empty while nobody has. */
  readonly drafter: string
  /** Who has signed it in its present round. */
  readonly signed: readonly {
    readonly role: ApprovalStep
    readonly opinion: string
    readonly name: string
    readonly on: PlainDay
  }[]
  readonly sent: readonly SentPaper[]
  readonly documentNumber: string
  readonly issuedOn: PlainDay
  /** Page of the one-time answer of the consultation; null until its letter goes out. */
  readonly answerLink: string | null
}

type Blanks = Record<string, unknown>

/**
 * The blanks of a letter: what the drafter wrote, and over it what the records know, so that a date or a number in a letter can
 * never differ from the case.
 */
export function blanksFor(letter: LetterId, drafted: Readonly<Blanks>, ground: LetterGround): Blanks {
  const { request, issuer, applicant, settings } = ground
  return {
    ...drafted,
    issuer,
    documentNumber: ground.documentNumber,
    issuedOn: ground.issuedOn,
    applicant,
    request: {
      number: request.number,
      receivedOn: request.receivedOn,
      channel: request.channel,
      content: request.content,
    },
    remedyPlaces: { reviewOrgan: settings.reviewOrgan, court: settings.court },
    ...own(letter, drafted, ground),
  }
}

function own(letter: LetterId, drafted: Readonly<Blanks>, ground: LetterGround): Blanks {
  const { request, standing, events, consultation, sent, calendar, settings } = ground
  const last = (id: string) => sent.findLast((paper) => paper.letter === id)
  const event = (type: RecordedEvent['type']) => events.findLast((one) => one.type === type)
  switch (letter) {
    case 'D05':
      return {
        until: drafted['until'] || addWorkingDays(calendar, ground.issuedOn, settings.clarificationDays),
        sendTo: drafted['sendTo'] || settings.sendTo,
      }
    case 'D07': {
      const days = Number(drafted['days'])
      const dueOn = standing.dueOn
      return dueOn === null || !Number.isInteger(days) || days < 1 || days > 20
        ? { dueOn }
        : { dueOn, days, extendedTo: addWorkingDays(calendar, dueOn, days) }
    }
    case 'D09':
      return consultation === null
        ? {}
        : {
            thirdParty: { name: consultation.party.name, isNaturalPerson: consultation.isNaturalPerson },
            information: [...consultation.information],
            interest: consultation.interest ?? undefined,
            replyTo: drafted['replyTo'] || settings.sendTo,
            answerLink: ground.answerLink ?? undefined,
          }
    case 'D11': {
      const asked = [...events]
        .reverse()
        .find(({ type }) => type === 'thirdPartyAsked' || type === 'agencyAsked')
      return asked === undefined ? {} : { sentOn: asked.on }
    }
    case 'D12':
      return consultation === null
        ? {}
        : {
            thirdParty: { name: consultation.party.name, isNaturalPerson: consultation.isNaturalPerson },
            information: [...consultation.information],
            consultationNumber: sent.find(
              (paper) => paper.letter === 'D09' && paper.consultationId === consultation.consultationId,
            )?.documentNumber,
          }
    case 'D13':
      return consultation === null
        ? {}
        : {
            agency: consultation.party.name,
            answerLink: ground.answerLink ?? undefined,
            information: [...consultation.information],
            asked:
              consultation.kind === 'coMaker'
                ? { as: 'coMaker' }
                : {
                    as: 'otherAgency',
                    replyBy: drafted['replyBy'] || addWorkingDays(calendar, ground.issuedOn, 15),
                  },
          }
    case 'D14':
      return {
        requestNumber: request.number,
        content: request.content,
        dueOn: standing.dueOn,
        section: drafted['section'] || request.section || undefined,
        internalDueOn: drafted['internalDueOn'] || request.sectionDueOn || undefined,
      }
    case 'D15':
      return {
        submittedBy: ground.drafter || undefined,
        submittedOn: ground.issuedOn,
        secrecyOpinion: signature(ground, 'secrecy'),
        approval: signature(ground, 'head'),
      }
    case 'D18':
    case 'D19':
      return { ...itemBlanks(letter, ground), giving: drafted['giving'] ?? defaultGiving(request) }
    case 'D17': {
      const places = ground.items
        .filter(({ judgement }) => judgement === 'alreadyPublished')
        .map(({ title, because }) => ({
          title,
          where: because?.['where'],
          publishedOn: because?.['publishedOn'],
        }))
      return places.length > 0 ? { places } : {}
    }
    case 'D23':
      return consultationBlanks(drafted, ground)
    case 'D31':
      return {
        clarificationNumber: last('D05')?.documentNumber,
        askedOn: event('clarificationAsked')?.on,
        correctedOn: event('clarificationAnswered')?.on,
      }
    case 'D35':
      return {
        reasonsNumber: last('D06')?.documentNumber,
        reasonsAskedOn: event('reasonsAsked')?.on,
      }
    case 'D37':
      return {
        clarificationNumber: last('D05')?.documentNumber,
        servedOn: last('D05')?.servedOn ?? last('D05')?.issuedOn,
        until: event('clarificationAsked')?.data['until'],
      }
    case 'D38':
      return {
        noticeNumber: last('D16')?.documentNumber,
        noticeReceivedOn: event('feeNoticeDelivered')?.on,
        lastPayDay: standing.applicantDueOn,
        amount: event('feeNoticed')?.data['amountFen'],
      }
    case 'D39':
      return { withdrawnOn: event('withdrawn')?.on, way: drafted['way'] || event('withdrawn')?.data['way'] }
    case 'D40':
    case 'D43':
      return { receivedOn: request.receivedOn }
    case 'D41':
      return { proposedOn: request.receivedOn }
    default:
      return {}
  }
}

/** What a signer wrote, with name and day, as a form shows it; undefined leaves the place for the hand. */
function signature({ signed }: LetterGround, role: ApprovalStep): string | undefined {
  const one = signed.findLast((signed) => signed.role === role)
  return one && `${one.opinion}\n${one.name}　　${writtenDay(one.on)}`
}

/** What the inventory says: what is given with its pages, what is withheld with its ground (Art 37). */
function itemBlanks(letter: LetterId, { items }: LetterGround): Blanks {
  const given = items
    .filter(({ judgement }) => judgement === 'open' || judgement === 'partly')
    .map(({ title, pages, judgement }) => ({
      name: judgement === 'partly' ? `${title}（不予公开的内容已作遮盖）` : title,
      pages,
    }))
  if (letter === 'D18') return { items: given }
  const withheld = items
    .filter(({ judgement }) => judgement === 'partly' || judgement === 'withheld' || judgement === 'notHeld')
    .map(({ title, because }) => {
      const { what, ...ground } = (because ?? {}) as Blanks
      return { what: what || title, because: ground }
    })
  return { items: given, withheld }
}

function defaultGiving({ wantedForm, wantedWay }: InfoRequest): Blanks {
  return wantedWay === 'onSite' ? {} : { way: 'enclosed', form: wantedForm }
}

/** D23: what the third party said comes from the record, not from the drafter. */
function consultationBlanks(drafted: Readonly<Blanks>, { consultation }: LetterGround): Blanks {
  if (consultation === null || consultation.sentOn === null) return { opinion: undefined }
  return {
    opinion: consultation.opinion === 'objects' || consultation.opinion === 'partly' ? 'objected' : 'silent',
    interest: drafted['interest'] || consultation.interest,
  }
}
