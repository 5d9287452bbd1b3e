import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { Db } from '../../../platform/context.ts'
import { storable } from './storable.ts'
import type { RectificationPoint } from './tables.ts'

/** A letter that asks an agency to mend its report. */
export interface Rectification {
  readonly agencyId: string
  readonly letterId: string
  readonly year: number
  readonly edition: number
  readonly byAgencyId: string
  readonly documentNumber: string
  readonly workingDays: number
  readonly issuedOn: PlainDay
  readonly dueOn: PlainDay
  readonly points: readonly RectificationPoint[]
  readonly document: OfficialDocument
  readonly pdfDigest: string
  readonly docxDigest: string
  readonly issuedBy: string
  readonly state: 'issued' | 'answered' | 'closed'
  readonly answer: string | null
  readonly answeredOn: PlainDay | null
  readonly closedOn: PlainDay | null
  readonly revision: number
}

function letters(db: Db) {
  return db
    .selectFrom('audit_rectifications')
    .select([
      'agency_id as agencyId',
      'letter_id as letterId',
      'year',
      'edition',
      'by_agency_id as byAgencyId',
      'document_number as documentNumber',
      'working_days as workingDays',
      'issued_on as issuedOn',
      'due_on as dueOn',
      'points',
      'document',
      'pdf_digest as pdfDigest',
      'docx_digest as docxDigest',
      'issued_by as issuedBy',
      'state',
      'answer',
      'answered_on as answeredOn',
      'closed_on as closedOn',
      'revision',
    ])
}

/** Letters to an agency, the latest first. */
export async function lettersTo(db: Db, agencyId: string): Promise<readonly Rectification[]> {
  return letters(db).where('agency_id', '=', agencyId).orderBy('issued_on', 'desc').limit(100).execute()
}

/** Letters an office has issued, the latest first. */
export async function lettersBy(db: Db, byAgencyId: string): Promise<readonly Rectification[]> {
  return letters(db).where('by_agency_id', '=', byAgencyId).orderBy('issued_on', 'desc').limit(200).execute()
}

/** One letter. */
export async function letterOf(
  db: Db,
  agencyId: string,
  letterId: string,
): Promise<Rectification | undefined> {
  return letters(db).where('agency_id', '=', agencyId).where('letter_id', '=', letterId).executeTakeFirst()
}

/** Whether the office has used a document number in letters to this agency. */
export async function isNumberUsed(db: Db, byAgencyId: string, documentNumber: string): Promise<boolean> {
  const row = await db
    .selectFrom('audit_rectifications')
    .select('letter_id')
    .where('by_agency_id', '=', byAgencyId)
    .where('document_number', '=', documentNumber)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a letter that was issued. */
export async function insertLetter(
  db: Db,
  one: Omit<Rectification, 'state' | 'answer' | 'answeredOn' | 'closedOn' | 'revision'>,
): Promise<void> {
  await db
    .insertInto('audit_rectifications')
    .values({
      agency_id: one.agencyId,
      letter_id: one.letterId,
      year: one.year,
      edition: one.edition,
      by_agency_id: one.byAgencyId,
      document_number: one.documentNumber,
      working_days: one.workingDays,
      issued_on: one.issuedOn,
      due_on: one.dueOn,
      points: storable(one.points),
      document: storable(one.document),
      pdf_digest: one.pdfDigest,
      docx_digest: one.docxDigest,
      issued_by: one.issuedBy,
      state: 'issued',
      answer: null,
      answered_on: null,
      answered_by: null,
      closed_on: null,
      closed_by: null,
      revision: 1,
    })
    .execute()
}

/** What answering or closing changes of a letter. */
export interface LetterChange {
  readonly state: 'answered' | 'closed'
  readonly answer?: string
  readonly answered_on?: PlainDay
  readonly answered_by?: string
  readonly closed_on?: PlainDay
  readonly closed_by?: string
}

/** Changes a letter when nobody else did since that revision; whether it was changed. */
export async function changeLetter(
  db: Db,
  agencyId: string,
  letterId: string,
  seen: number,
  change: LetterChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('audit_rectifications')
    .set({ ...change, revision: seen + 1 })
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', letterId)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
