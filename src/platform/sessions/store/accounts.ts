import { sql, type Selectable } from 'kysely'
import type { Db } from '../../context.ts'
import type { AccountsTable } from './tables.ts'

export type Account = Selectable<AccountsTable>

/** Failures in a row after which an account is locked, and for how long. */
export const failuresBeforeLock = 5
export const lockMinutes = 15

/** Failures from one address in a window after which the address is refused; wide enough for a building behind one address. */
export const failuresPerAddress = 30

/** The form in which login names are kept and compared. */
export function loginNameOf(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** Makes an account that nobody can sign in to yet. */
export async function createAccount(db: Db, accountId: string, now: Date): Promise<void> {
  await db.insertInto('accounts').values({ account_id: accountId, created_at: now }).execute()
}

export async function accountById(db: Db, accountId: string): Promise<Account | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export async function accountByLoginName(db: Db, typed: string): Promise<Account | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('login_name', '=', loginNameOf(typed))
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export async function accountBySubject(db: Db, subject: string): Promise<Account | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('oidc_subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Counts an attempt before it is judged, in one statement, so that many guesses at once cannot slip past the limit.
 * @returns false when the account is locked: the attempt must be refused whatever was typed
 */
export async function countAttempt(db: Db, accountId: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + lockMinutes * 60_000)
  const next = sql<number>`case when locked_until is null then failures + 1 else 1 end`
  const row = await db
    .updateTable('accounts')
    .set({
      failures: next,
      locked_until: sql<Date | null>`case when ${next} >= ${failuresBeforeLock} then ${until}::timestamptz end`,
    })
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', now)]))
    .returning('failures')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes one attempt back: the password was right, but a second step follows.
 * Earlier failures stay, so that signing in anew does not buy new guesses at the second factor.
 */
export async function forgiveAttempt(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, locked_until: null })
    .where('account_id', '=', accountId)
    .execute()
}

/** Forgets all failures and lifts a lock: after a complete sign-in, or by an administrator. */
export async function clearFailures(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ failures: 0, locked_until: null })
    .where('account_id', '=', accountId)
    .execute()
}

/** Whether the address may still try. */
export async function mayAddressTry(db: Db, addressDigest: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in_addresses')
    .select(['failures', 'since'])
    .where('address_digest', '=', addressDigest)
    .executeTakeFirst()
  if (!row) return true
  return row.failures < failuresPerAddress || row.since.getTime() <= now.getTime() - lockMinutes * 60_000
}

/** Counts a failure of the address; a window older than the lock time starts anew. */
export async function countAddressFailure(db: Db, addressDigest: string, now: Date): Promise<void> {
  const old = new Date(now.getTime() - lockMinutes * 60_000)
  await db
    .insertInto('sign_in_addresses')
    .values({ address_digest: addressDigest, failures: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('address_digest').doUpdateSet({
        failures: sql<number>`case when sign_in_addresses.since <= ${old}::timestamptz then 1 else sign_in_addresses.failures + 1 end`,
        since: sql<Date>`case when sign_in_addresses.since <= ${old}::timestamptz then ${now}::timestamptz else sign_in_addresses.since end`,
      }),
    )
    .execute()
}

/** Sets the password (its hash); `isOneTime` when someone else knows it. */
export async function setPasswordHash(
  db: Db,
  accountId: string,
  hash: string,
  now: Date,
  isOneTime: boolean,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({
      password_hash: hash,
      password_set_at: now,
      is_one_time: isOneTime,
      failures: 0,
      locked_until: null,
    })
    .where('account_id', '=', accountId)
    .execute()
}

/** Gives the account its login name; false when someone else has it. */
export async function setLoginName(db: Db, accountId: string, typed: string): Promise<boolean> {
  const loginName = loginNameOf(typed)
  const taken = await db
    .selectFrom('accounts')
    .select('account_id')
    .where('login_name', '=', loginName)
    .where('account_id', '!=', accountId)
    .executeTakeFirst()
  if (taken) return false
  await db
    .updateTable('accounts')
    .set({ login_name: loginName })
    .where('account_id', '=', accountId)
    .execute()
  return true
}

/** Closes the account for good: no sign-in, no session. Its rows stay, because the journal names it. */
export async function closeAccount(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('accounts')
    .set({
      closed_at: now,
      login_name: null,
      password_hash: null,
      totp_confirmed_at: null,
      totp_secret: null,
      oidc_subject: null,
    })
    .where('account_id', '=', accountId)
    .execute()
  await db.deleteFrom('account_recovery_codes').where('account_id', '=', accountId).execute()
  await db.deleteFrom('sessions').where('account_id', '=', accountId).execute()
}

/** Unbinds the authenticator and its recovery codes. The step last used stays, so that an old code stays worthless. */
export async function forgetSecondFactor(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ totp_secret: null, totp_confirmed_at: null })
    .where('account_id', '=', accountId)
    .execute()
  await db.deleteFrom('account_recovery_codes').where('account_id', '=', accountId).execute()
}
