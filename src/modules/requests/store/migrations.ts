import { firstTables } from './first-tables.ts'
import type { Migration } from '../../../platform/db/migration.ts'

/** Steps of this room. The agency leads every key; what is personal has a name that ends in `_sealed`. */
export const requestMigrations: readonly Migration[] = [
  { id: 'requests-2026-11-25-cases', sql: firstTables },
  {
    id: 'requests-2026-11-25-desk',
    sql: `
create table request_remedies (
  agency_id uuid not null references agencies (agency_id),
  remedy_id uuid not null,
  request_id uuid,
  kind text not null check (kind in ('reconsideration', 'litigationDirect', 'litigationAfterReconsideration')),
  organ text not null check (organ <> ''),
  case_number text not null,
  notified_on date not null,
  after_remedy_id uuid,
  result text check (result in ('upheld', 'corrected', 'other')),
  closed_on date check (closed_on >= notified_on),
  note text not null default '',
  reanswered_on date,
  version integer not null default 1,
  primary key (agency_id, remedy_id),
  unique (agency_id, organ, case_number),
  check ((result is null) = (closed_on is null)),
  foreign key (agency_id, request_id) references requests (agency_id, request_id),
  foreign key (agency_id, after_remedy_id) references request_remedies (agency_id, remedy_id)
);
create index request_remedies_by_day on request_remedies (agency_id, notified_on);
create index request_remedies_of_case on request_remedies (agency_id, request_id) where request_id is not null;

create table request_numbers (
  agency_id uuid not null references agencies (agency_id),
  series text not null,
  year integer not null,
  last integer not null check (last >= 0),
  primary key (agency_id, series, year)
);
create table request_settings (
  agency_id uuid primary key references agencies (agency_id),
  settings jsonb not null,
  version integer not null default 1
);
create table request_drafts (
  agency_id uuid not null references agencies (agency_id),
  draft_id uuid not null,
  token_digest text not null,
  content_sealed text not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, draft_id)
);
create index request_drafts_by_link on request_drafts (token_digest);
create index request_drafts_old on request_drafts (expires_at);
create table request_reminders (
  agency_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  distance integer not null,
  sent_at timestamptz not null,
  primary key (agency_id, request_id, person_id, due_on, distance),
  foreign key (agency_id, request_id) references requests (agency_id, request_id)
);
create table request_links (
  agency_id uuid not null,
  request_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('repeats', 'sameInformation', 'split', 'related')),
  note text not null default '',
  linked_by uuid,
  linked_at timestamptz not null,
  primary key (agency_id, request_id, other_id, kind),
  foreign key (agency_id, request_id) references requests (agency_id, request_id),
  foreign key (agency_id, other_id) references requests (agency_id, request_id),
  check (request_id <> other_id)
);
create table request_ratings (
  agency_id uuid not null,
  request_id uuid not null,
  score integer not null check (score between 1 and 5),
  comment_sealed text not null,
  rated_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references requests (agency_id, request_id)
);`,
  },
  {
    id: 'requests-2026-11-25-remedies-reanswered',
    onceWas: [
      {
        digest: '93c783253d44d61fa974fffea5a137fd836178cde9263dbb64e5b39c761eac96',
        mend: `drop index request_platforms_by_key;
          create index request_platforms_by_key on request_platforms (key_digest)`,
      },
    ],
    sql: `
alter table request_remedies add column reanswer_due_on date;
alter table request_papers add column remedy_id uuid;
alter table request_papers add foreign key (agency_id, remedy_id) references request_remedies (agency_id, remedy_id);
create table request_platforms (
  agency_id uuid not null references agencies (agency_id),
  platform_id uuid not null,
  name text not null check (name <> ''),
  key_digest text not null,
  webhook_url text not null default '',
  secret_sealed text not null,
  registered_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, platform_id),
  unique (agency_id, name)
);
create index request_platforms_by_key on request_platforms (key_digest);
alter table requests add column platform_id uuid;
alter table requests add foreign key (agency_id, platform_id) references request_platforms (agency_id, platform_id);`,
  },
  {
    id: 'requests-2026-11-25-paper-rounds',
    sql: `
create table request_paper_rounds (
  agency_id uuid not null,
  paper_id uuid not null,
  round integer not null,
  lines_sealed text not null,
  submitted_at timestamptz not null,
  primary key (agency_id, paper_id, round),
  foreign key (agency_id, paper_id) references request_papers (agency_id, paper_id)
);`,
  },
  {
    id: 'requests-2026-11-25-portal',
    sql: `
alter table request_drafts add column code_digest text;
alter table request_drafts add column submitted_sealed text;
create index request_drafts_by_code on request_drafts (code_digest) where code_digest is not null;
create table request_draft_files (
  agency_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  field text not null,
  purpose text not null,
  name_sealed text not null,
  media_type text not null,
  size integer not null check (size >= 0),
  digest text not null,
  stored text not null,
  added_at timestamptz not null,
  primary key (agency_id, draft_id, file_id),
  foreign key (agency_id, draft_id) references request_drafts (agency_id, draft_id) on delete cascade
);
create index requests_by_query_code on requests (query_code_digest);`,
  },
  {
    id: 'requests-2026-11-25-objection-reasoning',
    sql: `alter table request_consultations add column judged_why_sealed text;`,
  },
  {
    // What is no request for information ran under the 20 working days of Art 33 and waited for a confirmation; neither is for it.
    id: 'requests-2026-11-25-other-matters',
    sql: `
update requests set
  received_on = coalesce(received_on, arrived_on), kept_state = 'running', kept_due_on = null, kept_latest_due_on = null,
  kept_applicant_due_on = null, kept_is_provisional = false, version = version + 1
where kind <> 'information' and closed_on is null;`,
  },
  {
    id: 'requests-2026-11-25-letter-templates',
    sql: `
create table request_letter_templates (
  agency_id uuid not null references agencies (agency_id),
  letter text not null,
  version integer not null check (version >= 1),
  letter_version integer not null,
  name text not null,
  stored text not null,
  digest text not null,
  size integer not null check (size > 0),
  added_by uuid,
  added_at timestamptz not null,
  begun_by uuid,
  begun_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (agency_id, letter, version),
  check (ended_at is null or begun_at is not null)
);
create unique index request_letter_templates_in_use on request_letter_templates (agency_id, letter)
  where begun_at is not null and ended_at is null;
alter table request_papers add column template_version integer;`,
  },
  {
    id: 'requests-2026-11-25-publication-hints',
    sql: `
create table request_publication_hints (
  agency_id uuid not null references agencies (agency_id),
  hint_key text not null,
  information text not null check (information <> ''),
  decision text not null check (decision in ('accepted', 'dismissed')),
  reason text not null check (reason <> ''),
  applicants integer not null check (applicants > 0),
  request_ids uuid[] not null,
  decided_by uuid,
  decided_on date not null,
  primary key (agency_id, hint_key)
);`,
  },
  {
    id: 'requests-2026-11-25-earlier-contacts',
    sql: `
create table request_earlier_contacts (
  agency_id uuid not null references agencies (agency_id),
  request_id uuid not null,
  contact_id uuid not null,
  position integer not null,
  contact_sealed text not null,
  replaced_on date not null,
  replaced_at timestamptz not null,
  replaced_by uuid,
  primary key (agency_id, contact_id),
  foreign key (agency_id, request_id, position) references request_applicants (agency_id, request_id, position)
);
create index request_earlier_contacts_of_case on request_earlier_contacts (agency_id, request_id, replaced_at);`,
  },
  {
    id: 'requests-2026-11-25-paper-writers',
    sql: `
alter table request_papers add column writers uuid[] not null default '{}';
update request_papers set writers = array[drafted_by] where drafted_by is not null;`,
  },
]
