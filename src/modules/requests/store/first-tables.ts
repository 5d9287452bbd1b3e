/** The tables of this room as they were first made; later steps are in `migrations.ts`. */
export const firstTables = `
create table requests (
  agency_id uuid not null references agencies (agency_id),
  request_id uuid not null,
  number text not null,
  kind text not null check (kind in ('information', 'recordCorrection', 'publicationProposal', 'complaint')),
  channel text not null check (channel in ('counter', 'registeredPost', 'ordinaryPost', 'online', 'fax', 'email', 'oral')),
  submitted_at timestamptz not null,
  arrived_on date not null,
  received_on date check (received_on >= arrived_on),
  applicant_kind text not null check (applicant_kind in ('natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg')),
  content text not null check (content <> ''),
  document_number text not null default '',
  wanted_form text not null,
  wanted_way text not null,
  assistance text not null default '',
  submission_key text not null,
  query_code_digest text not null,
  section text,
  handler_id uuid references agency_people (person_id),
  section_due_on date,
  split_from uuid,
  outcome text,
  secondary_outcomes text[],
  closed_on date check (closed_on >= received_on or received_on is null),
  archived_at timestamptz,
  identity_erased_at timestamptz,
  kept_state text not null,
  kept_due_on date,
  kept_latest_due_on date,
  kept_applicant_due_on date,
  kept_is_provisional boolean not null default false,
  version integer not null default 1,
  primary key (agency_id, request_id),
  unique (agency_id, number),
  unique (agency_id, submission_key),
  check ((closed_on is null) = (outcome is null)),
  foreign key (agency_id, split_from) references requests (agency_id, request_id)
);
create index requests_open_by_due on requests (agency_id, kept_due_on, request_id) where closed_on is null;
create index requests_due_everywhere on requests (kept_due_on, agency_id) where closed_on is null and kept_due_on is not null;
create index requests_by_receipt on requests (agency_id, received_on desc, request_id);
create index requests_by_closing on requests (agency_id, closed_on) where closed_on is not null;
create index requests_of_handler on requests (agency_id, handler_id, kept_due_on) where closed_on is null;

create table request_applicants (
  agency_id uuid not null,
  request_id uuid not null,
  position integer not null,
  kind text not null,
  identity_kind text not null,
  name_sealed text not null,
  name_fingerprint text not null,
  identity_sealed text,
  identity_fingerprint text,
  contact_sealed text not null,
  primary key (agency_id, request_id, position),
  foreign key (agency_id, request_id) references requests (agency_id, request_id)
);
create index request_applicants_by_identity on request_applicants (agency_id, identity_fingerprint);
create index request_applicants_by_name on request_applicants (agency_id, name_fingerprint);

create table request_consultations (
  agency_id uuid not null,
  request_id uuid not null,
  consultation_id uuid not null,
  kind text not null check (kind in ('thirdParty', 'coMaker', 'otherAgency')),
  party_sealed text not null,
  is_natural_person boolean not null,
  information text not null,
  interest text check (interest in ('tradeSecret', 'personalPrivacy', 'otherRights')),
  token_digest text,
  sent_on date,
  delivered_on date check (delivered_on >= sent_on),
  answered_on date check (answered_on >= sent_on),
  opinion text check (opinion in ('agrees', 'partly', 'objects')),
  reasons_sealed text,
  is_reasonable boolean,
  judged_by uuid,
  version integer not null default 1,
  primary key (agency_id, consultation_id),
  foreign key (agency_id, request_id) references requests (agency_id, request_id)
);
create index request_consultations_of_case on request_consultations (agency_id, request_id);
create index request_consultations_by_link on request_consultations (token_digest) where token_digest is not null;

create table request_papers (
  agency_id uuid not null,
  request_id uuid not null,
  paper_id uuid not null,
  letter text not null check (letter ~ '^D[0-9]{2}$'),
  letter_version integer not null,
  outcome text,
  secondary_outcomes text[],
  consultation_id uuid,
  blanks_sealed text not null,
  evidence jsonb not null default '{}',
  state text not null check (state in ('draft', 'inReview', 'approved', 'issued', 'served', 'discarded')),
  chain text[] not null,
  signed integer not null default 0,
  round integer not null default 1,
  drafted_by uuid,
  drafted_at timestamptz not null,
  document_number text,
  issued_on date,
  issued_by uuid,
  pdf_file uuid,
  docx_file uuid,
  told_due_on date,
  served_on date,
  version integer not null default 1,
  primary key (agency_id, paper_id),
  unique (agency_id, document_number),
  check ((state in ('issued', 'served')) = (issued_on is not null)),
  foreign key (agency_id, request_id) references requests (agency_id, request_id),
  foreign key (agency_id, consultation_id) references request_consultations (agency_id, consultation_id)
);
create index request_papers_of_case on request_papers (agency_id, request_id, drafted_at);
create index request_papers_waiting on request_papers (agency_id, state) where state in ('draft', 'inReview', 'approved', 'issued');

create table request_signatures (
  agency_id uuid not null,
  paper_id uuid not null,
  round integer not null,
  step integer not null,
  role text not null,
  person_id uuid not null references agency_people (person_id),
  verdict text not null check (verdict in ('approved', 'sentBack')),
  opinion text not null default '',
  signed_at timestamptz not null,
  primary key (agency_id, paper_id, round, step),
  foreign key (agency_id, paper_id) references request_papers (agency_id, paper_id)
);
create unique index request_signatures_one_a_person on request_signatures (agency_id, paper_id, round, person_id);

create table request_services (
  agency_id uuid not null,
  paper_id uuid not null,
  service_id uuid not null,
  way text not null check (way in ('direct', 'entrusted', 'post', 'electronic')),
  sent_on date not null,
  counted_on date check (counted_on >= sent_on),
  delivered_on date check (delivered_on >= sent_on),
  proof_number text not null default '',
  proof_file uuid,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (agency_id, service_id),
  foreign key (agency_id, paper_id) references request_papers (agency_id, paper_id)
);
create index request_services_of_paper on request_services (agency_id, paper_id, recorded_at);

create table request_events (
  agency_id uuid not null,
  request_id uuid not null,
  event_id uuid not null,
  type text not null,
  on_day date not null,
  data jsonb not null default '{}',
  paper_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text check ((revoke_reason is null) = (revoked_at is null)),
  primary key (agency_id, event_id),
  foreign key (agency_id, request_id) references requests (agency_id, request_id),
  foreign key (agency_id, paper_id) references request_papers (agency_id, paper_id)
);
create index request_events_of_case on request_events (agency_id, request_id, on_day);

create table request_items (
  agency_id uuid not null,
  request_id uuid not null,
  item_id uuid not null,
  position integer not null,
  title text not null check (title <> ''),
  document_number text not null default '',
  pages integer not null default 0 check (pages >= 0),
  judgement text check (judgement in ('open', 'partly', 'withheld', 'notHeld', 'alreadyPublished')),
  because jsonb,
  original_file uuid,
  release_file uuid,
  release_checked_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, item_id),
  unique (agency_id, request_id, position),
  foreign key (agency_id, request_id) references requests (agency_id, request_id)
);

create table request_files (
  agency_id uuid not null,
  request_id uuid not null,
  file_id uuid not null,
  purpose text not null,
  name_sealed text not null,
  media_type text not null,
  size integer not null check (size >= 0),
  digest text not null,
  stored text not null,
  item_id uuid,
  paper_id uuid,
  added_by uuid,
  added_at timestamptz not null,
  erased_at timestamptz,
  primary key (agency_id, file_id),
  foreign key (agency_id, request_id) references requests (agency_id, request_id),
  foreign key (agency_id, item_id) references request_items (agency_id, item_id),
  foreign key (agency_id, paper_id) references request_papers (agency_id, paper_id)
);
create index request_files_of_case on request_files (agency_id, request_id, added_at);`
