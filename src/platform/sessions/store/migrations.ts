import type { Migration } from '../../db/migration.ts'

/** Tables of accounts and sessions; they come before every room's. */
export const sessionMigrations: readonly Migration[] = [
  {
    id: 'sessions-2026-11-24-accounts',
    sql: `
create table accounts (
  account_id uuid primary key,
  login_name text unique check (login_name = lower(login_name)),
  password_hash text,
  password_set_at timestamptz,
  is_one_time boolean not null default false,
  failures integer not null default 0 check (failures >= 0),
  locked_until timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz check (totp_confirmed_at is null or totp_secret is not null),
  totp_last_step integer not null default 0,
  oidc_subject text unique,
  last_agency_id uuid,
  created_at timestamptz not null,
  closed_at timestamptz
);
create table account_recovery_codes (
  account_id uuid not null references accounts (account_id),
  code_digest text not null,
  used_at timestamptz,
  primary key (account_id, code_digest)
);
create table sessions (
  token_digest text primary key,
  account_id uuid not null references accounts (account_id),
  agency_id uuid,
  stage text not null check (stage in ('full', 'secondFactor', 'enrolSecondFactor', 'newPassword')),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  browser text not null
);
create index sessions_of_account on sessions (account_id);
create index sessions_ended on sessions (ends_at);
create table sign_in_addresses (
  address_digest text primary key,
  failures integer not null,
  since timestamptz not null
);`,
  },
]
