import type { ColumnType, JSONColumnType } from 'kysely'
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
  judged_at: Instant
  superseded_at: Instant | null
}

/** What a person said of a finding: it stands over re-runs and new rule versions, by the finding's key. */
export interface AuditTriageTable {
  agency_id: string
  year: number
  finding_key: string
  verdict: 'confirmed' | 'dismissed'
  reason: string
  decided_by: string
  decided_at: Instant
}

/** A reading corrected by a person who looked at the source. */
export interface AuditCorrectionsTable {
  agency_id: string
  year: number
  /** Cell id, e.g. t3.newlyReceived.total. */
  cell: string
  value: number | null
  reason: string
  decided_by: string
  decided_at: Instant
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
    audit_batches: AuditBatchesTable
    audit_checks: AuditChecksTable
    audit_check_files: AuditCheckFilesTable
  }
}
