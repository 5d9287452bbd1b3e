import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'

type Instant = ColumnType<Date, Date, Date>

/** A published report of an agency and year, read and judged. Later editions supersede earlier ones, which stay. */
export interface AuditReportsTable {
  agency_id: string
  year: number
  edition: number
  file_name: string
  digest: string
  format: string
  recovered: JSONColumnType<RecoveredReport>
  findings: JSONColumnType<readonly Finding[]>
  rules_version: string
  /** Which other reports were looked at; null until it has been laid beside them. */
  beside: JSONColumnType<Beside> | null
  /** A sister's report, or a correction of it, came after the judgement: it is to be laid beside it again. */
  beside_is_stale: Generated<boolean>
  judged_at: Instant
  superseded_at: Instant | null
}

export type TriageVerdict = 'confirmed' | 'dismissed'

/** What an office said of a finding: it stands over re-runs, new editions and new rule versions, by the finding's key. */
export interface AuditTriageTable {
  /** Whose report it is. */
  agency_id: string
  year: number
  /** The office that says so: the agency itself and the one above it may differ. */
  by_agency_id: string
  finding_key: string
  /** open: it was taken back. */
  verdict: TriageVerdict | 'open'
  reason: string
  /** Rises with every change, so that nobody overwrites what they have not seen. */
  revision: number
  decided_by: string
  decided_at: Instant
}

/** A reading corrected by a person who looked at the source: of these bytes and no others. */
export interface AuditCorrectionsTable {
  agency_id: string
  year: number
  digest: string
  /** Cell id, e.g. t3.newlyReceived.total. */
  cell: string
  /** What the reader had read; null when it found nothing there. */
  read_as: ColumnType<string | null, number | null, number | null>
  /** What stands there; null when the document holds no number there. */
  value: ColumnType<string | null, number | null, number | null>
  in_force: boolean
  reason: string
  revision: number
  decided_by: string
  decided_at: Instant
}

/** One point of a rectification letter: a finding as it was when the letter was written. */
export interface RectificationPoint {
  readonly key: string
  readonly message: string
  readonly place: string
  readonly basis: string
}

/** A letter that asks an agency to mend its report (整改通知). */
export interface AuditRectificationsTable {
  /** The agency that is to mend. */
  agency_id: string
  letter_id: string
  year: number
  /** The edition the letter speaks of. */
  edition: number
  by_agency_id: string
  document_number: string
  working_days: number
  issued_on: PlainDay
  due_on: PlainDay
  points: JSONColumnType<readonly RectificationPoint[]>
  document: JSONColumnType<OfficialDocument>
  pdf_digest: string
  docx_digest: string
  issued_by: string
  state: 'issued' | 'answered' | 'closed'
  answer: string | null
  answered_on: PlainDay | null
  answered_by: string | null
  closed_on: PlainDay | null
  closed_by: string | null
  revision: number
}

/** By which door files came. */
export type CheckDoor = 'page' | 'api' | 'console'

/** Files handed in together for judging; thrown away with everything below after their last day. */
export interface AuditBatchesTable {
  /** The agency that checks; `publicOwner` for a visitor of the portal or of the API. */
  agency_id: string
  batch_id: string
  door: CheckDoor
  /** Digest of the unguessable part of the address; null where a permission guards it. */
  token_digest: string | null
  /** What makes a second sending of the same thing the same batch. */
  request_key: string | null
  content_digest: string
  /** A person's id, or a keyed digest of the address the files came from. */
  submitted_by: string
  submitted_at: Instant
  expires_at: Instant
  /** Set when every file has been read and the files are compared with each other. */
  read_at: Instant | null
}

export type CheckState = 'waiting' | 'reading' | 'done' | 'unreadable'

/** One file handed in for judging. */
export interface AuditChecksTable {
  agency_id: string
  batch_id: string
  number: number
  file_name: string
  size: number
  digest: string
  state: CheckState
  attempts: ColumnType<number, number | undefined, number>
  sentence: string | null
  format: string | null
  recovered: JSONColumnType<RecoveredReport> | null
  findings: JSONColumnType<readonly Finding[]> | null
  beside: JSONColumnType<Beside> | null
  rules_version: string | null
  /** Whose report it is and of which year, as read or as a person said. */
  report_of: string | null
  report_year: number | null
  imported_edition: number | null
  finished_at: Instant | null
}

/** The bytes of a file handed in: in the database, so that they go in the same step as everything that was made of them. */
export interface AuditCheckFilesTable {
  agency_id: string
  batch_id: string
  number: number
  bytes: Buffer
}

/** Which other reports a judgement looked at. */
export interface Beside {
  readonly previous: BesideReport | null
  readonly sisters: readonly BesideReport[]
}

export interface BesideReport {
  readonly agency: string
  readonly year: number
  /** batch: handed in together · store: the published report. */
  readonly from: 'batch' | 'store'
}

declare module '../../../platform/context.ts' {
  interface Tables {
    audit_reports: AuditReportsTable
    audit_triage: AuditTriageTable
    audit_corrections: AuditCorrectionsTable
    audit_rectifications: AuditRectificationsTable
    audit_batches: AuditBatchesTable
    audit_checks: AuditChecksTable
    audit_check_files: AuditCheckFilesTable
  }
}
