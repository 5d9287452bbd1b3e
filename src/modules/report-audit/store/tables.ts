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

/** One file dropped for judging, whoever dropped it; thrown away after its last day. */
export interface AuditChecksTable {
  check_id: string
  agency_id: string | null
  submitted_by: string
  submitted_at: Instant
  file_name: string
  digest: string
  state: 'waiting' | 'reading' | 'done' | 'unreadable'
  sentence: string | null
  recovered: JSONColumnType<RecoveredReport> | null
  findings: JSONColumnType<readonly Finding[]> | null
  finished_at: Instant | null
  expires_at: Instant
}

declare module '../../../platform/context.ts' {
  interface Tables {
    audit_reports: AuditReportsTable
    audit_triage: AuditTriageTable
    audit_corrections: AuditCorrectionsTable
    audit_checks: AuditChecksTable
  }
}
