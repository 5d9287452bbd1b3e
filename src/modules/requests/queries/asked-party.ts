import { consultationLimit } from '../../../law/clock/consultation.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { agencyById, calendarFor } from '../../agencies/index.ts'
import type { ConsultationKind } from '../model.ts'
import { consultationByToken, consultationsOf, type Consultation } from '../store/consultations.ts'
import { papersOf } from '../store/papers.ts'
import { issuerOf } from '../store/settings.ts'

/** What a third party or another agency sees behind its one-time link. Neither the applicant nor the request is in it. */
export interface AskedParty {
  readonly agencyName: string
  readonly office: string
  readonly phone: string
  readonly kind: ConsultationKind
  readonly isNaturalPerson: boolean
  readonly documentNumber: string
  readonly sentOn: PlainDay
  /** 15 working days from the letter's arrival (条例 Art 32, 34); null while that day is not known. */
  readonly answerBy: PlainDay | null
  readonly information: readonly string[]
  readonly interest: Consultation['interest']
}

/** Which case a link belongs to, for the command, and what its page shows. Undefined for used, unsent and invented links alike. */
export async function askedParty(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  token: string,
): Promise<
  | {
      readonly key: { readonly agencyId: string; readonly requestId: string; readonly consultationId: string }
      readonly shown: AskedParty
    }
  | undefined
> {
  const { db, cipher } = ground
  const key = await consultationByToken(db, token)
  if (!key) return undefined
  const [agency, calendar, consultations, papers] = await Promise.all([
    agencyById(db, key.agencyId),
    calendarFor(db, key.agencyId),
    consultationsOf(db, cipher, key.agencyId, key.requestId),
    papersOf(db, cipher, key.agencyId, key.requestId),
  ])
  const consultation = consultations.find(({ consultationId }) => consultationId === key.consultationId)
  if (!agency || !consultation || consultation.sentOn === null) return undefined
  const issuer = await issuerOf(db, key.agencyId, agency.name)
  const paper = papers.find(
    ({ consultationId, state }) =>
      consultationId === key.consultationId && (state === 'issued' || state === 'served'),
  )
  return {
    key,
    shown: {
      agencyName: agency.name,
      office: issuer.disclosureOffice,
      phone: issuer.phone,
      kind: consultation.kind,
      isNaturalPerson: consultation.isNaturalPerson,
      documentNumber: paper?.documentNumber ?? '',
      sentOn: consultation.sentOn,
      answerBy: consultationLimit(calendar, consultation.deliveredOn),
      information: consultation.information,
      interest: consultation.interest,
    },
  }
}
