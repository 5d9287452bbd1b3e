import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { digestOf } from '../../../platform/sessions/index.ts'
import type { ConsultationKind, Opinion } from '../model.ts'

/** Who is asked, in clear. */
export interface Party {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

export interface Consultation {
  readonly consultationId: string
  readonly requestId: string
  readonly kind: ConsultationKind
  readonly party: Party
  readonly isNaturalPerson: boolean
  /** What is asked about, one name a line; never the applicant. */
  readonly information: readonly string[]
  readonly interest: 'tradeSecret' | 'personalPrivacy' | 'otherRights' | null
  readonly sentOn: PlainDay | null
  readonly deliveredOn: PlainDay | null
  readonly answeredOn: PlainDay | null
  readonly opinion: Opinion | null
  readonly reasons: string
  /** Whether the grounds of an objection hold; null while nobody has judged. */
  readonly isReasonable: boolean | null
  readonly judgedWhy: string
  readonly version: number
}

/** Consultations of a case, oldest first. */
export async function consultationsOf(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestId: string,
): Promise<readonly Consultation[]> {
  const rows = await db
    .selectFrom('request_consultations')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('sent_on', (order) => order.asc().nullsLast())
    .orderBy('consultation_id')
    .execute()
  return rows.map((row) => ({
    consultationId: row.consultation_id,
    requestId: row.request_id,
    kind: row.kind,
    party: JSON.parse(cipher.open(row.party_sealed)) as Party,
    isNaturalPerson: row.is_natural_person,
    information: row.information.split('\n').filter((line) => line.trim() !== ''),
    interest: row.interest,
    sentOn: row.sent_on,
    deliveredOn: row.delivered_on,
    answeredOn: row.answered_on,
    opinion: row.opinion,
    reasons: row.reasons_sealed === null ? '' : cipher.open(row.reasons_sealed),
    isReasonable: row.is_reasonable,
    judgedWhy: row.judged_why_sealed === null ? '' : cipher.open(row.judged_why_sealed),
    version: row.version,
  }))
}

/**
 * The secret of the one-time answer link of a consultation: a keyed digest of its id, so that the desk can print it again although
 * only its digest is stored.
 */
export function answerToken(cipher: FieldCipher, consultationId: string): string {
  return cipher.fingerprint(`consultation ${consultationId}`)
}

/** The consultation an answer link belongs to; undefined for a link that never was, was used, or whose letter was not sent. */
export async function consultationByToken(
  db: Db,
  token: string,
): Promise<
  { readonly agencyId: string; readonly requestId: string; readonly consultationId: string } | undefined
> {
  return db
    .selectFrom('request_consultations')
    .select(['agency_id as agencyId', 'request_id as requestId', 'consultation_id as consultationId'])
    .where('token_digest', '=', digestOf(token))
    .where('answered_on', 'is', null)
    .where('sent_on', 'is not', null)
    .executeTakeFirst()
}
