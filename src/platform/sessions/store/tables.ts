import type { ColumnType, Generated } from 'kysely'
import type { SessionStage } from '../request.ts'

/**
 * Accounts and sessions belong to people, and a person may work for several agencies: they are installation-wide,
 * not tenant tables, and carry no agency key.
 */
export interface AccountsTable {
  account_id: string
  login_name: string | null
  password_hash: string | null
  password_set_at: Date | null
  /** A password given by someone else: must be replaced at the first sign-in. */
  is_one_time: Generated<boolean>
  failures: Generated<number>
  locked_until: Date | null
  /** Sealed by the field cipher. Counts only when confirmed. */
  totp_secret: string | null
  totp_confirmed_at: Date | null
  /** The 30-second step last used: a code is good once. */
  totp_last_step: Generated<number>
  /** Issuer and subject of single sign-on, joined by a space. */
  oidc_subject: string | null
  /** Where the person worked last, to begin there again. */
  last_agency_id: string | null
  created_at: ColumnType<Date, Date, never>
  closed_at: Date | null
}

export interface SessionsTable {
  token_digest: string
  account_id: string
  agency_id: string | null
  stage: SessionStage
  started_at: Date
  seen_at: Date
  ends_at: Date
  /** For the person's own list of sessions; goes with the session. */
  address: string
  browser: string
}

export interface AccountRecoveryCodesTable {
  account_id: string
  code_digest: string
  used_at: Date | null
}

export interface SignInAddressesTable {
  address_digest: string
  failures: number
  since: Date
}

declare module '../../context.ts' {
  interface Tables {
    accounts: AccountsTable
    account_recovery_codes: AccountRecoveryCodesTable
    sessions: SessionsTable
    sign_in_addresses: SignInAddressesTable
  }
}
