import { yearOf, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Channel } from '../../../law/clock/case.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { digestOf } from '../../../platform/sessions/index.ts'
import { agencyById, calendarFor } from '../../agencies/index.ts'
import type { Applicant, RequestKind, WantedForm, WantedWay } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { standingOf } from '../rules/case-state.ts'
import { insertApplicants } from './applicants.ts'
import { keptColumns, nextNumber } from './cases.ts'
import { houseDaysOf } from './settings.ts'

/** A case about to be written down. */
export interface NewCase {
  readonly agencyId: string
  readonly kind: RequestKind
  readonly channel: Channel
  readonly arrivedOn: PlainDay
  readonly receivedOn: PlainDay | null
  readonly applicants: readonly Applicant[]
  readonly content: string
  readonly documentNumber: string
  readonly wantedForm: WantedForm
  readonly wantedWay: WantedWay
  readonly assistance: string
  readonly submissionKey: string
  readonly splitFrom?: string | null
  readonly platformId?: string | null
}

/** What the applicant keeps: the number and the code by which the case can be looked up. */
export interface Registered {
  readonly requestId: string
  readonly number: string
  readonly queryCode: string
  /** False when the same submission had been registered before: nothing was written then. */
  readonly isNew: boolean
}

/** Without letters and digits that look alike. */
const codeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * The query code of a submission, 7K3M-92QD-XH4P: 59 bits from a keyed digest of the submission's own secret key, so that a double
 * click gives the same code although only its digest is kept.
 */
export function queryCodeFor(context: Pick<Context, 'cipher'>, submissionKey: string): string {
  const print = context.cipher.fingerprint(`query code ${submissionKey}`)
  return spokenCode(Buffer.from(digestOf(print), 'hex'))
}

/** A code that can be read out and typed: 7K3M-92QD-XH4P, from the first twelve of some secret bytes. */
export function spokenCode(bytes: Uint8Array): string {
  const signs = Array.from({ length: 12 }, (_, place) => codeSigns[(bytes[place] ?? 0) % codeSigns.length])
  return [0, 4, 8].map((start) => signs.slice(start, start + 4).join('')).join('-')
}

/** What of a code is compared: written in small letters or without the dashes it is the same code. */
export function queryCodeDigest(code: string): string {
  return digestOf(
    code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, ''),
  )
}

/**
 * Registers a case (条例 Art 45) with its number; the same submission twice is one case, however close together they come.
 * @throws NotFound, Refused (the agency is closed), Invalid
 */
export async function insertCase(context: Context, given: NewCase): Promise<Registered> {
  const agency = await agencyById(context.db, given.agencyId)
  if (!agency) throw new NotFound()
  if (agency.closedOn !== null && agency.closedOn <= context.today)
    throw new Refused([requestRefusals['requests.case.agencyClosed']])
  const [first] = given.applicants
  if (first === undefined) throw new Invalid([{ field: 'applicants', sentence: '至少写一位申请人' }])
  const queryCode = queryCodeFor(context, given.submissionKey)
  const earlier = await registeredBefore(context, given.agencyId, given.submissionKey)
  if (earlier) return { ...earlier, queryCode, isNew: false }

  const year = yearOf(given.arrivedOn)
  // Whoever comes second with the same key waits here for the first, and then finds the case.
  const serial = await nextNumber(context, given.agencyId, 'case', year)
  const meanwhile = await registeredBefore(context, given.agencyId, given.submissionKey)
  if (meanwhile) {
    await context.db
      .updateTable('request_numbers')
      .set({ last: serial - 1 })
      .where('agency_id', '=', given.agencyId)
      .where('series', '=', 'case')
      .where('year', '=', year)
      .execute()
    return { ...meanwhile, queryCode, isNew: false }
  }
  const number = `${year}-${String(serial).padStart(4, '0')}`
  const requestId = crypto.randomUUID()
  const [calendar, houseDays] = await Promise.all([
    calendarFor(context.db, given.agencyId),
    houseDaysOf(context.db, given.agencyId, given.kind),
  ])
  const standing = standingOf(
    {
      kind: given.kind,
      houseDays,
      channel: given.channel,
      receivedOn: given.receivedOn,
      closedOn: null,
      events: [],
    },
    calendar,
    context.today,
  )
  await context.db
    .insertInto('requests')
    .values({
      agency_id: given.agencyId,
      request_id: requestId,
      number,
      kind: given.kind,
      channel: given.channel,
      submitted_at: context.now,
      arrived_on: given.arrivedOn,
      received_on: given.receivedOn,
      applicant_kind: first.kind,
      content: given.content,
      document_number: given.documentNumber,
      wanted_form: given.wantedForm,
      wanted_way: given.wantedWay,
      assistance: given.assistance,
      submission_key: given.submissionKey,
      platform_id: given.platformId ?? null,
      query_code_digest: queryCodeDigest(queryCode),
      section: null,
      handler_id: null,
      section_due_on: null,
      split_from: given.splitFrom ?? null,
      outcome: null,
      secondary_outcomes: null,
      closed_on: null,
      archived_at: null,
      identity_erased_at: null,
      ...keptColumns(standing),
    })
    .execute()
  await insertApplicants(context, { agencyId: given.agencyId, requestId }, given.applicants)
  return { requestId, number, queryCode, isNew: true }
}

async function registeredBefore(
  context: Context,
  agencyId: string,
  submissionKey: string,
): Promise<{ readonly requestId: string; readonly number: string } | undefined> {
  return context.db
    .selectFrom('requests')
    .select(['request_id as requestId', 'number'])
    .where('agency_id', '=', agencyId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst()
}
