import type { Reason } from '../../law/reason.ts'
import type { Actor, Context, Db } from '../context.ts'
import type { Services } from '../services.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { passwordProblems } from './password-rules.ts'
import { Invalid } from '../refusals.ts'
import { sessionRefusals } from './refusals.ts'
import type { Session, SessionStage } from './request.ts'
import { recoveryDigest, stepOfCode } from './second-factor.ts'
import {
  accountById,
  accountByLoginName,
  accountBySubject,
  clearFailures,
  countAddressFailure,
  countAttempt,
  forgiveAttempt,
  mayAddressTry,
  setPasswordHash,
  type Account,
} from './store/accounts.ts'
import { endSession, openSession, type Origin } from './store/sessions.ts'

/** A person in an agency, as the door needs to know. */
export interface Acting {
  readonly actor: Extract<Actor, { kind: 'person' }>
  readonly agencyId: string
  readonly agencyName: string
  /** The person's first role in words, null when there is none. */
  readonly roleTitle: string | null
  /** Whether there is another agency to change to. */
  readonly maySwitch: boolean
}

/** What sessions ask of the room of agencies: who a person is, and what they may do where. */
export interface Directory {
  /**
   * The person as actor in an agency.
   * @param agencyId null: the agency where the person works first
   * @returns null when the person has left, or does not work there
   */
  actorIn(db: Db, personId: string, agencyId: string | null): Promise<Acting | null>
  isAdministrator(db: Db, personId: string): Promise<boolean>
}

/** How an attempt ended. `open` brings the token for the cookie and the step that follows, `full` meaning none. */
export type SignInResult =
  | { readonly kind: 'open'; readonly token: string; readonly stage: SessionStage }
  | { readonly kind: 'refused'; readonly reason: Reason }

/** The account itself acts: it is known, but holds no permission yet. */
const asAccount = (personId: string): Actor => ({
  kind: 'person',
  personId,
  name: '',
  permissions: new Set(),
})

const refused = (code: keyof typeof sessionRefusals): SignInResult => ({
  kind: 'refused',
  reason: sessionRefusals[code],
})

/**
 * Signs in with name and password. Unknown name, wrong password and locked account take the same work and get the same answer.
 * Every outcome is in the journal; a failed name is not.
 */
export async function signIn(
  services: Services,
  directory: Directory,
  input: { readonly loginName: string; readonly password: string; readonly origin: Origin },
): Promise<SignInResult> {
  const { db, now } = { db: services.db, now: services.now() }
  const addressDigest = services.cipher.fingerprint(input.origin.address)
  if (!(await mayAddressTry(db, addressDigest, now))) return refused('sessions.signIn.addressBusy')
  const account = await accountByLoginName(db, input.loginName)
  const isCounted = account !== undefined && (await countAttempt(db, account.account_id, now))
  const isRight = await isPassword(account?.password_hash ?? null, input.password)
  if (!account || !isCounted || !isRight) {
    await countAddressFailure(db, addressDigest, now)
    await services.command({ kind: 'public' }, null, (context) =>
      context.journal({
        verb: 'refuse-sign-in',
        subject: { kind: 'account', id: account?.account_id ?? 'unknown' },
        agencyId: null,
        detail: { locked: account !== undefined && !isCounted },
      }),
    )
    return refused('sessions.signIn.refused')
  }
  return openNextStage(services, directory, account, input.origin, 'password')
}

/** Signs in with an identity that single sign-on has proved; the same stages follow as after a password. */
export async function signInBySubject(
  services: Services,
  directory: Directory,
  input: { readonly subject: string; readonly origin: Origin },
): Promise<SignInResult> {
  const account = await accountBySubject(services.db, input.subject)
  if (!account) return refused('sessions.singleSignOn.unknown')
  return openNextStage(services, directory, account, input.origin, 'singleSignOn')
}

/**
 * The step after the password: a code of the authenticator, or a recovery code.
 * Wrong codes count towards the same lock as wrong passwords.
 */
export async function giveSecondFactor(
  services: Services,
  session: Session,
  input: { readonly code: string; readonly origin: Origin; readonly at: Date },
): Promise<SignInResult> {
  const now = services.now()
  const account = await accountById(services.db, session.personId)
  if (!account?.totp_secret || session.stage !== 'secondFactor') return refused('sessions.signIn.stepOver')
  if (!(await countAttempt(services.db, account.account_id, now)))
    return refused('sessions.secondFactor.locked')
  const secret = services.cipher.open(account.totp_secret)
  return services.command(asAccount(account.account_id), null, async (context) => {
    const way = await useCode(context, account, secret, input)
    if (way === null) {
      await context.journal({
        verb: 'refuse-second-factor',
        subject: { kind: 'account', id: account.account_id },
        agencyId: null,
      })
      return refused('sessions.secondFactor.wrongCode')
    }
    await endSession(context.db, account.account_id, session.sessionId)
    return enter(context, services, account, {
      origin: input.origin,
      agencyId: session.agencyId,
      stage: account.is_one_time ? 'newPassword' : 'full',
      way,
    })
  })
}

/** Marks the code as used in the same statement that finds it, so that two at once cannot both pass. */
async function useCode(
  context: Context,
  account: Account,
  secret: string,
  input: { readonly code: string; readonly at: Date },
): Promise<'totp' | 'recoveryCode' | null> {
  const step = stepOfCode(secret, input.code, input.at, account.totp_last_step)
  if (step !== null) {
    const used = await context.db
      .updateTable('accounts')
      .set({ totp_last_step: step })
      .where('account_id', '=', account.account_id)
      .where('totp_last_step', '<', step)
      .executeTakeFirst()
    return Number(used.numUpdatedRows) === 1 ? 'totp' : null
  }
  const used = await context.db
    .updateTable('account_recovery_codes')
    .set({ used_at: context.now })
    .where('account_id', '=', account.account_id)
    .where('code_digest', '=', recoveryDigest(input.code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1 ? 'recoveryCode' : null
}

/**
 * Replaces a one-time password by one's own; the last step of a first sign-in.
 * @throws Invalid when the new password does not meet the rules
 */
export async function replaceOneTimePassword(
  services: Services,
  directory: Directory,
  session: Session,
  input: { readonly password: string; readonly again: string; readonly origin: Origin },
): Promise<SignInResult> {
  const account = await accountById(services.db, session.personId)
  if (!account || session.stage !== 'newPassword') return refused('sessions.signIn.stepOver')
  await checkNewPassword(account, input)
  const hash = await hashPassword(input.password)
  await services.command(asAccount(account.account_id), null, async (context) => {
    await setPasswordHash(context.db, account.account_id, hash, context.now, false)
    await endSession(context.db, account.account_id, session.sessionId)
    await context.journal({
      verb: 'replace-one-time-password',
      subject: { kind: 'account', id: account.account_id },
      agencyId: null,
    })
  })
  const fresh = { ...account, is_one_time: false }
  const isEnrolled = account.totp_confirmed_at !== null
  if (!isEnrolled) return openNextStage(services, directory, fresh, input.origin, 'password')
  return services.command(asAccount(account.account_id), null, (context) =>
    enter(context, services, fresh, {
      origin: input.origin,
      agencyId: session.agencyId,
      stage: 'full',
      way: 'password',
    }),
  )
}

/** Rules for a new password: strong enough, typed twice alike, not the old one. */
export async function checkNewPassword(
  account: Account,
  input: { readonly password: string; readonly again: string },
): Promise<void> {
  const problems = passwordProblems(input.password, account.login_name ?? '')
  const fields = problems.length > 0 ? [{ field: 'password', sentence: `${problems.join('；')}。` }] : []
  if (input.password !== input.again)
    fields.push({ field: 'again', sentence: '两次输入的密码不一样，请再输一遍。' })
  if (fields.length === 0 && (await isPassword(account.password_hash, input.password)))
    fields.push({ field: 'password', sentence: '新密码不能和原来的一样。' })
  if (fields.length > 0) throw new Invalid(fields)
}

/** After a proof of identity: which stage is due, and a session of that stage. */
async function openNextStage(
  services: Services,
  directory: Directory,
  account: Account,
  origin: Origin,
  way: string,
): Promise<SignInResult> {
  const mustEnrol = account.totp_confirmed_at === null && (await isRequired(services, directory, account))
  const stage: SessionStage =
    account.totp_confirmed_at !== null
      ? 'secondFactor'
      : account.is_one_time && way === 'password'
        ? 'newPassword'
        : mustEnrol
          ? 'enrolSecondFactor'
          : 'full'
  const acting =
    (await directory.actorIn(services.db, account.account_id, account.last_agency_id)) ??
    (await directory.actorIn(services.db, account.account_id, null))
  const agencyId = acting?.agencyId ?? null
  return services.command(asAccount(account.account_id), agencyId, (context) =>
    enter(context, services, account, { origin, agencyId, stage, way }),
  )
}

/** Whether the installation's settings ask this account for a second factor. */
export async function isRequired(
  services: Services,
  directory: Directory,
  account: { readonly account_id: string },
): Promise<boolean> {
  if (services.config.totp === 'nobody') return false
  if (services.config.totp === 'everyone') return true
  return directory.isAdministrator(services.db, account.account_id)
}

/** Opens a session of a stage inside a command, and writes the journal. A complete sign-in forgets earlier failures. */
export async function enter(
  context: Context,
  services: Services,
  account: Account,
  entry: {
    readonly origin: Origin
    /** Where the person will work. */
    readonly agencyId: string | null
    readonly stage: SessionStage
    /** How identity was proved, for the journal. */
    readonly way: string
  },
): Promise<SignInResult> {
  const { origin, agencyId, stage, way } = entry
  if (stage === 'full') await clearFailures(context.db, account.account_id)
  else await forgiveAttempt(context.db, account.account_id)
  const token = await openSession(context.db, {
    accountId: account.account_id,
    agencyId,
    stage,
    origin,
    now: context.now,
    limits: services.config,
  })
  await context.journal({
    verb: stage === 'full' ? 'sign-in' : 'begin-sign-in',
    subject: { kind: 'account', id: account.account_id },
    agencyId,
    detail: { way, stage },
  })
  return { kind: 'open', token, stage }
}
