import { Invalid, Refused } from '../refusals.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../context.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { sessionRefusals } from './refusals.ts'
import type { Session } from './request.ts'
import { newRecoveryCodes, newTotpSecret, recoveryDigest, stepOfCode } from './second-factor.ts'
import { checkNewPassword, enter, isRequired, type Directory, type SignInResult } from './sign-in.ts'
import {
  accountById,
  countAttempt,
  clearFailures,
  forgetSecondFactor,
  setPasswordHash,
  type Account,
} from './store/accounts.ts'
import { endSession, endSessions, type Origin } from './store/sessions.ts'

/**
 * Changes one's own password and ends all other sessions.
 * @throws Invalid naming the field that is wrong
 */
export async function changePassword(
  services: Services,
  session: Session,
  actor: Actor,
  input: { readonly current: string; readonly password: string; readonly again: string },
): Promise<void> {
  const account = await ownAccount(services, session)
  const mayTry = await countAttempt(services.db, account.account_id, services.now())
  if (!mayTry || !(await isPassword(account.password_hash, input.current)))
    throw new Invalid([{ field: 'current', sentence: '现在的密码不对。' }])
  await clearFailures(services.db, account.account_id)
  await checkNewPassword(account, input)
  const hash = await hashPassword(input.password)
  await services.command(actor, session.agencyId, async (context) => {
    await setPasswordHash(context.db, account.account_id, hash, context.now, false)
    const ended = await endSessions(context.db, account.account_id, session.sessionId)
    await context.journal({
      verb: 'change-password',
      subject: { kind: 'account', id: account.account_id },
      agencyId: session.agencyId,
      detail: { endedSessions: ended },
    })
  })
}

/** Ends one of one's own sessions; ending one that is gone already is harmless. */
export async function revokeSession(
  services: Services,
  session: Session,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  await services.command(actor, session.agencyId, async (context) => {
    if (!(await endSession(context.db, session.personId, sessionId))) return
    await context.journal({
      verb: sessionId === session.sessionId ? 'sign-out' : 'revoke-session',
      subject: { kind: 'account', id: session.personId },
      agencyId: session.agencyId,
    })
  })
}

/**
 * The secret that waits for its first code; made when there is none.
 * @returns the secret in base32, or null when a factor is bound already: a bound secret is never shown again
 */
export async function secretToEnrol(services: Services, session: Session): Promise<string | null> {
  const account = await ownAccount(services, session)
  if (account.totp_confirmed_at !== null) return null
  if (account.totp_secret !== null) return services.cipher.open(account.totp_secret)
  const secret = newTotpSecret()
  await services.db
    .updateTable('accounts')
    .set({ totp_secret: services.cipher.seal(secret) })
    .where('account_id', '=', account.account_id)
    .where('totp_secret', 'is', null)
    .execute()
  const kept = await ownAccount(services, session)
  return kept.totp_secret === null ? null : services.cipher.open(kept.totp_secret)
}

/** How enrolment ended: the recovery codes are shown once; a session waiting for it goes on. */
export interface Enrolled {
  readonly recoveryCodes: readonly string[]
  /** Set when the sign-in was waiting for the enrolment. */
  readonly next: SignInResult | null
}

/**
 * Confirms the second factor by its first code.
 * @param at the real instant (an authenticator does not know a moved today)
 * @throws Invalid when the code is wrong
 */
export async function enrolSecondFactor(
  services: Services,
  session: Session,
  input: { readonly code: string; readonly at: Date; readonly origin: Origin },
): Promise<Enrolled> {
  const account = await ownAccount(services, session)
  const secret = account.totp_secret === null ? null : services.cipher.open(account.totp_secret)
  const step = secret === null ? null : stepOfCode(secret, input.code, input.at, account.totp_last_step)
  if (secret === null || step === null || account.totp_confirmed_at !== null)
    throw new Invalid([
      { field: 'code', sentence: sessionRefusals['sessions.secondFactor.wrongCode'].sentence },
    ])
  const recoveryCodes = newRecoveryCodes()
  const actor: Actor = { kind: 'person', personId: account.account_id, name: '', permissions: new Set() }
  const next = await services.command(actor, session.agencyId, async (context) => {
    await context.db
      .updateTable('accounts')
      .set({ totp_confirmed_at: context.now, totp_last_step: step })
      .where('account_id', '=', account.account_id)
      .execute()
    await context.db
      .deleteFrom('account_recovery_codes')
      .where('account_id', '=', account.account_id)
      .execute()
    await context.db
      .insertInto('account_recovery_codes')
      .values(
        recoveryCodes.map((code) => ({
          account_id: account.account_id,
          code_digest: recoveryDigest(code),
          used_at: null,
        })),
      )
      .execute()
    await context.journal({
      verb: 'enrol-second-factor',
      subject: { kind: 'account', id: account.account_id },
      agencyId: session.agencyId,
    })
    if (session.stage !== 'enrolSecondFactor') return null
    await endSession(context.db, account.account_id, session.sessionId)
    return enter(context, services, account, {
      origin: input.origin,
      agencyId: session.agencyId,
      stage: 'full',
      way: 'totp',
    })
  })
  return { recoveryCodes, next }
}

/**
 * Switches one's own second factor off, or away before binding a new telephone.
 * @throws Invalid when the password is wrong; Refused when the settings require a second factor
 */
export async function dropSecondFactor(
  services: Services,
  directory: Directory,
  session: Session,
  actor: Actor,
  input: { readonly current: string },
): Promise<void> {
  const account = await ownAccount(services, session)
  if (await isRequired(services, directory, account))
    throw new Refused([sessionRefusals['sessions.secondFactor.required']])
  const mayTry = await countAttempt(services.db, account.account_id, services.now())
  if (!mayTry || !(await isPassword(account.password_hash, input.current)))
    throw new Invalid([{ field: 'current', sentence: '现在的密码不对。' }])
  await clearFailures(services.db, account.account_id)
  await services.command(actor, session.agencyId, async (context) => {
    await forgetSecondFactor(context.db, account.account_id)
    await context.journal({
      verb: 'drop-second-factor',
      subject: { kind: 'account', id: account.account_id },
      agencyId: session.agencyId,
    })
  })
}

/**
 * Ties an identity of single sign-on to one's own account.
 * @throws Refused when another account has it
 */
export async function linkSingleSignOn(
  services: Services,
  session: Session,
  actor: Actor,
  subject: string,
): Promise<void> {
  await services.command(actor, session.agencyId, async (context) => {
    const other = await context.db
      .selectFrom('accounts')
      .select('account_id')
      .where('oidc_subject', '=', subject)
      .executeTakeFirst()
    if (other && other.account_id !== session.personId)
      throw new Refused([sessionRefusals['sessions.singleSignOn.taken']])
    await context.db
      .updateTable('accounts')
      .set({ oidc_subject: subject })
      .where('account_id', '=', session.personId)
      .execute()
    await context.journal({
      verb: 'link-single-sign-on',
      subject: { kind: 'account', id: session.personId },
      agencyId: session.agencyId,
    })
  })
}

/** Unties single sign-on from one's own account. */
export async function unlinkSingleSignOn(services: Services, session: Session, actor: Actor): Promise<void> {
  await services.command(actor, session.agencyId, async (context) => {
    await context.db
      .updateTable('accounts')
      .set({ oidc_subject: null })
      .where('account_id', '=', session.personId)
      .execute()
    await context.journal({
      verb: 'unlink-single-sign-on',
      subject: { kind: 'account', id: session.personId },
      agencyId: session.agencyId,
    })
  })
}

async function ownAccount(services: Services, session: Session): Promise<Account> {
  const account = await accountById(services.db, session.personId)
  if (!account) throw new Refused([sessionRefusals['sessions.signIn.stepOver']])
  return account
}
