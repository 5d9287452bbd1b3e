import type { Migration } from '../../../platform/db/migration.ts'

/**
 * The separation of the three administrators is held by the database as well: a person has one duty, every role carries
 * its duty, and the pair must exist in `agency_people`. So nobody can hold two of the three, and no administrator a business role.
 */
export const agencyMigrations: readonly Migration[] = [
  {
    id: 'agencies-2026-11-24-agencies',
    sql: `
create table agencies (
  agency_id uuid primary key,
  kind text not null check (kind in ('government', 'department', 'district', 'zone', 'town', 'institution')),
  parent_id uuid references agencies (agency_id),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  region_code text check (region_code ~ '^[0-9]{6}$'),
  credit_code text unique check (credit_code ~ '^[0-9A-Z]{18}$'),
  sort_order integer not null default 0,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  check (parent_id is distinct from agency_id)
);
create index agencies_of_parent on agencies (parent_id, sort_order);

create table agency_names (
  agency_id uuid not null references agencies (agency_id),
  from_on date not null,
  until_on date check (until_on >= from_on),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  basis text,
  primary key (agency_id, from_on)
);
create unique index agency_names_one_current on agency_names (agency_id) where until_on is null;

create table agency_successors (
  agency_id uuid not null references agencies (agency_id),
  successor_id uuid not null references agencies (agency_id),
  on_day date not null,
  basis text,
  primary key (agency_id, successor_id),
  check (successor_id <> agency_id)
);

create table agency_profiles (
  agency_id uuid primary key references agencies (agency_id),
  functions text not null default '',
  address text not null default '',
  postcode text not null default '',
  office_hours text not null default '',
  phone text not null default '',
  fax text not null default '',
  email text not null default '',
  website text not null default '',
  disclosure_office text not null default '',
  disclosure_address text not null default '',
  disclosure_hours text not null default '',
  disclosure_phone text not null default '',
  disclosure_fax text not null default '',
  disclosure_email text not null default '',
  classification text not null default '',
  ways_to_obtain text not null default '',
  site_code text not null default '',
  icp_number text not null default '',
  police_number text not null default '',
  version integer not null default 1,
  reviewed_on date
);
create table agency_leaders (
  agency_id uuid not null references agencies (agency_id),
  position integer not null,
  name text not null,
  post text not null,
  duties text not null,
  primary key (agency_id, position)
);
create table agency_sections (
  agency_id uuid not null references agencies (agency_id),
  position integer not null,
  name text not null,
  functions text not null,
  phone text not null,
  primary key (agency_id, position)
);`,
  },
  {
    id: 'agencies-2026-11-24-people',
    onceWas: [
      {
        digest: '87752fb62a1827fb24152ca9d992c7a997093c03d2423a5f733e8e087ddaaeca',
        mend: `alter table agency_invitations drop constraint agency_invitations_token_digest_key;
          create index agency_invitations_token on agency_invitations (token_digest);
          create index agency_invitations_person on agency_invitations (person_id)`,
      },
    ],
    sql: `
create table agency_people (
  person_id uuid primary key references accounts (account_id),
  name text not null check (name <> ''),
  duty text not null check (duty in ('business', 'system', 'security', 'audit')),
  email_sealed text,
  email_fingerprint text unique,
  left_on date,
  created_at timestamptz not null,
  unique (person_id, duty)
);
create table agency_memberships (
  agency_id uuid not null references agencies (agency_id),
  person_id uuid not null references agency_people (person_id),
  post text not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (agency_id, person_id)
);
create index agency_memberships_of_person on agency_memberships (person_id);
create table agency_membership_roles (
  agency_id uuid not null,
  person_id uuid not null,
  role_code text not null,
  duty text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  primary key (agency_id, person_id, role_code),
  foreign key (agency_id, person_id) references agency_memberships (agency_id, person_id),
  constraint one_duty_a_person foreign key (person_id, duty) references agency_people (person_id, duty),
  constraint role_fits_duty check (duty = case role_code
    when 'systemAdministrator' then 'system'
    when 'securityAdministrator' then 'security'
    when 'auditAdministrator' then 'audit'
    else 'business' end)
);
create table agency_roles (
  agency_id uuid not null references agencies (agency_id),
  role_code text not null check (role_code like 'own-%'),
  name text not null,
  primary key (agency_id, role_code),
  unique (agency_id, name)
);
create table agency_role_permissions (
  agency_id uuid not null,
  role_code text not null,
  permission text not null,
  primary key (agency_id, role_code, permission),
  foreign key (agency_id, role_code) references agency_roles (agency_id, role_code)
);
create table agency_invitations (
  agency_id uuid not null references agencies (agency_id),
  invitation_id uuid not null,
  person_id uuid not null references agency_people (person_id),
  token_digest text not null,
  invited_by uuid,
  invited_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  primary key (agency_id, invitation_id)
);
create index agency_invitations_token on agency_invitations (token_digest);
create index agency_invitations_person on agency_invitations (person_id);`,
  },
  {
    id: 'agencies-2026-11-25-calendar',
    sql: `
create table agency_calendar_years (
  agency_id uuid not null references agencies (agency_id),
  year integer not null check (year between 2019 and 2199),
  notices text[] not null check (cardinality(notices) > 0),
  off text[] not null,
  work text[] not null,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (agency_id, year)
);
create table agency_calendar_layers (
  agency_id uuid not null references agencies (agency_id),
  layer_id uuid not null,
  name text not null check (name <> ''),
  basis text not null check (basis <> ''),
  off text[] not null,
  work text[] not null,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (agency_id, layer_id)
);`,
  },
  {
    id: 'agencies-2026-11-25-former-slugs',
    sql: `
create table agency_former_slugs (
  agency_id uuid not null references agencies (agency_id),
  slug text not null,
  until_on date not null,
  primary key (agency_id, slug)
);
create index agency_former_slugs_slug on agency_former_slugs (slug);`,
  },
]
