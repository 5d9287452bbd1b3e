import type { Selectable } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Context, Db, FieldCipher } from '../../../platform/context.ts'
import { NotFound, Stale } from '../../../platform/refusals.ts'
import type { LetterId } from '../letters/template.ts'
import type { ApprovalStep, ServiceWay } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import type { PaperState } from '../rules/papers.ts'
import type { RequestPapersTable } from './tables.ts'

/** A paper of a case from the first draft to its service. */
export interface Paper {
  readonly paperId: string
  readonly requestId: string
  readonly letter: LetterId
  readonly letterVersion: number
  readonly outcome: OutcomeCode | null
  readonly secondaryOutcomes: readonly OutcomeCode[]
  readonly consultationId: string | null
  /** The remedy whose decision asks for a new answer. */
  readonly remedyId: string | null
  /** What the drafter wrote; what the records know is joined when the letter is composed. */
  readonly blanks: Readonly<Record<string, unknown>>
  readonly evidence: Readonly<Record<string, string>>
  readonly state: PaperState
  readonly chain: readonly ApprovalStep[]
  readonly signed: number
  readonly round: number
  readonly draftedBy: string | null
  /** Everyone who wrote any version of it. */
  readonly writers: readonly string[]
  readonly draftedAt: Date
  readonly documentNumber: string | null
  readonly issuedOn: PlainDay | null
  readonly pdfFile: string | null
  readonly docxFile: string | null
  readonly toldDueOn: PlainDay | null
  readonly servedOn: PlainDay | null
  readonly version: number
}

function paperOf(cipher: FieldCipher, row: Selectable<RequestPapersTable>): Paper {
  return {
    paperId: row.paper_id,
    requestId: row.request_id,
    letter: row.letter as LetterId,
    letterVersion: row.letter_version,
    outcome: row.outcome,
    secondaryOutcomes: row.secondary_outcomes ?? [],
    consultationId: row.consultation_id,
    remedyId: row.remedy_id,
    blanks: JSON.parse(cipher.open(row.blanks_sealed)) as Record<string, unknown>,
    evidence: row.evidence,
    state: row.state,
    chain: row.chain,
    signed: row.signed,
    round: row.round,
    draftedBy: row.drafted_by,
    writers: row.writers,
    draftedAt: row.drafted_at,
    documentNumber: row.document_number,
    issuedOn: row.issued_on,
    pdfFile: row.pdf_file,
    docxFile: row.docx_file,
    toldDueOn: row.told_due_on,
    servedOn: row.served_on,
    version: row.version,
  }
}

/** The papers of a case, oldest first, discarded ones included. */
export async function papersOf(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestId: string,
): Promise<readonly Paper[]> {
  const rows = await db
    .selectFrom('request_papers')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('drafted_at')
    .orderBy('paper_id')
    .execute()
  return rows.map((row) => paperOf(cipher, row))
}

export interface PaperKey {
  readonly agencyId: string
  readonly paperId: string
  readonly version?: number | undefined
}

/**
 * Locks a paper for a command. Take the case's lock first where both are needed.
 * @throws NotFound, Stale
 */
export async function openPaper(context: Context, key: PaperKey): Promise<Paper> {
  const row = await context.db
    .selectFrom('request_papers')
    .selectAll()
    .where('agency_id', '=', key.agencyId)
    .where('paper_id', '=', key.paperId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound([requestRefusals['requests.paper.missing']])
  if (key.version !== undefined && key.version !== row.version)
    throw new Stale([requestRefusals['requests.case.changed']], { version: row.version })
  return paperOf(context.cipher, row)
}

/** Which case a paper belongs to. @throws NotFound */
export async function requestOfPaper(db: Db, agencyId: string, paperId: string): Promise<string> {
  const row = await db
    .selectFrom('request_papers')
    .select('request_id')
    .where('agency_id', '=', agencyId)
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  if (!row) throw new NotFound([requestRefusals['requests.paper.missing']])
  return row.request_id
}

export interface PaperService {
  readonly serviceId: string
  readonly paperId: string
  readonly way: ServiceWay
  readonly sentOn: PlainDay
  readonly countedOn: PlainDay | null
  readonly deliveredOn: PlainDay | null
  readonly proofNumber: string
  readonly proofFile: string | null
  readonly note: string
}

/** How the papers of a case were served. */
export async function servicesOf(
  db: Db,
  agencyId: string,
  paperIds: readonly string[],
): Promise<readonly PaperService[]> {
  if (paperIds.length === 0) return []
  const rows = await db
    .selectFrom('request_services')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('paper_id', 'in', [...paperIds])
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    serviceId: row.service_id,
    paperId: row.paper_id,
    way: row.way,
    sentOn: row.sent_on,
    countedOn: row.counted_on,
    deliveredOn: row.delivered_on,
    proofNumber: row.proof_number,
    proofFile: row.proof_file,
    note: row.note,
  }))
}

export interface Signature {
  readonly paperId: string
  readonly round: number
  readonly step: number
  readonly role: ApprovalStep
  readonly personId: string
  readonly verdict: 'approved' | 'sentBack'
  readonly opinion: string
  readonly signedAt: Date
}

/** Every signature on papers, those of earlier rounds included. */
export async function signaturesOf(
  db: Db,
  agencyId: string,
  paperIds: readonly string[],
): Promise<readonly Signature[]> {
  if (paperIds.length === 0) return []
  const rows = await db
    .selectFrom('request_signatures')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('paper_id', 'in', [...paperIds])
    .orderBy('signed_at')
    .execute()
  return rows.map((row) => ({
    paperId: row.paper_id,
    round: row.round,
    step: row.step,
    role: row.role,
    personId: row.person_id,
    verdict: row.verdict,
    opinion: row.opinion,
    signedAt: row.signed_at,
  }))
}
