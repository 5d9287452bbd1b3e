import type { Migration } from '../../../platform/db/migration.ts'

/** Published reports as read and judged, and what people said of the findings. */
export const migrations: readonly Migration[] = [
  {
    id: 'report-audit-2026-11-24-reports',
    sql: `
create table audit_reports (
  agency_id uuid not null references agencies (agency_id),
  year int not null,
  edition int not null default 1,
  file_name text not null,
  digest text not null,
  format text not null,
  recovered jsonb not null,
  findings jsonb not null,
  rules_version text not null,
  judged_at timestamptz not null,
  superseded_at timestamptz,
  primary key (agency_id, year, edition)
);
create index audit_reports_year on audit_reports (year, agency_id) where superseded_at is null;

create table audit_triage (
  agency_id uuid not null,
  year int not null,
  finding_key text not null,
  verdict text not null check (verdict in ('confirmed','dismissed')),
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, year, finding_key),
  foreign key (agency_id) references agencies (agency_id)
);

create table audit_corrections (
  agency_id uuid not null,
  year int not null,
  cell text not null,
  value numeric,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, year, cell),
  foreign key (agency_id) references agencies (agency_id)
);

create table audit_checks (
  check_id uuid not null,
  agency_id uuid,
  submitted_by text not null,
  submitted_at timestamptz not null,
  file_name text not null,
  digest text not null,
  state text not null check (state in ('waiting','reading','done','unreadable')),
  sentence text,
  recovered jsonb,
  findings jsonb,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (check_id)
);
create index audit_checks_waiting on audit_checks (submitted_at) where state in ('waiting','reading');
`,
  },
  {
    // Nothing ever wrote audit_checks as it was first made: the tables are made anew, keyed by agency, a batch at a time.
    id: 'report-audit-2026-11-25-batches',
    sql: `
drop table audit_checks;

create table audit_batches (
  agency_id uuid not null,
  batch_id uuid not null,
  door text not null check (door in ('page','api','console')),
  token_digest text,
  request_key text,
  content_digest text not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  expires_at timestamptz not null,
  read_at timestamptz,
  primary key (agency_id, batch_id),
  unique (agency_id, token_digest),
  unique (agency_id, request_key)
);
create index audit_batches_expiry on audit_batches (expires_at);
create index audit_batches_submitter on audit_batches (submitted_by, submitted_at);

create table audit_checks (
  agency_id uuid not null,
  batch_id uuid not null,
  number int not null,
  file_name text not null,
  size int not null,
  digest text not null,
  state text not null check (state in ('waiting','reading','done','unreadable')),
  attempts int not null default 0,
  sentence text,
  format text,
  recovered jsonb,
  findings jsonb,
  beside jsonb,
  rules_version text,
  report_of uuid,
  report_year int,
  imported_edition int,
  finished_at timestamptz,
  primary key (agency_id, batch_id, number),
  foreign key (agency_id, batch_id) references audit_batches (agency_id, batch_id) on delete cascade
);
create index audit_checks_waiting on audit_checks (agency_id, batch_id) where state in ('waiting','reading');

create table audit_check_files (
  agency_id uuid not null,
  batch_id uuid not null,
  number int not null,
  bytes bytea not null,
  primary key (agency_id, batch_id, number),
  foreign key (agency_id, batch_id, number) references audit_checks (agency_id, batch_id, number) on delete cascade
);
alter table audit_check_files alter column bytes set storage external;
`,
  },
  {
    // Neither table was written before: a judgement belongs to the office that gave it, a correction to the bytes that were looked at.
    id: 'report-audit-2026-11-25-triage',
    sql: `
drop table audit_triage;
drop table audit_corrections;

create table audit_triage (
  agency_id uuid not null references agencies (agency_id),
  year int not null,
  by_agency_id uuid not null,
  finding_key text not null,
  verdict text not null check (verdict in ('confirmed','dismissed','open')),
  reason text not null,
  revision int not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (agency_id, year, by_agency_id, finding_key)
);

create table audit_corrections (
  agency_id uuid not null references agencies (agency_id),
  year int not null,
  digest text not null,
  cell text not null,
  read_as numeric,
  value numeric,
  in_force boolean not null,
  reason text not null,
  revision int not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (agency_id, year, digest, cell)
);

create table audit_rectifications (
  agency_id uuid not null references agencies (agency_id),
  letter_id uuid not null,
  year int not null,
  edition int not null,
  by_agency_id uuid not null,
  document_number text not null,
  working_days int not null check (working_days > 0),
  issued_on date not null,
  due_on date not null,
  points jsonb not null,
  document jsonb not null,
  pdf_digest text not null,
  docx_digest text not null,
  issued_by uuid not null,
  state text not null check (state in ('issued','answered','closed')),
  answer text,
  answered_on date,
  answered_by uuid,
  closed_on date,
  closed_by uuid,
  revision int not null,
  primary key (agency_id, letter_id),
  unique (agency_id, by_agency_id, document_number)
);
alter table audit_reports add column beside jsonb;
create index audit_rectifications_issuer on audit_rectifications (by_agency_id, state);
`,
  },
  {
    id: 'report-audit-2026-11-25-whose-sisters-came-later',
    sql: `
alter table audit_reports add column beside_is_stale boolean not null default false;
create index audit_reports_stale on audit_reports (judged_at) where beside_is_stale;
`,
  },
]
