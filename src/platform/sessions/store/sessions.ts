import type { Db } from '../../context.ts'
import type { Session, SessionStage } from '../request.ts'
import { digestOf, newToken } from '../token.ts'

/** Where a sign-in came from, for the person's own list of sessions. */
export interface Origin {
  readonly address: string
  /** The browser's User-Agent line. */
  readonly browser: string
}

/** How long sessions live. */
export interface SessionLimits {
  readonly idleMinutes: number
  readonly sessionHours: number
}

/** Minutes in which the steps after the password (second factor, new password) must be done. */
export const stepMinutes = 10

/** A session as its owner sees it in the list. */
export interface ListedSession {
  readonly sessionId: string
  readonly startedAt: Date
  readonly seenAt: Date
  readonly address: string
  readonly browser: string
}

/**
 * Opens a session with a fresh token; called at sign-in and again at each step up, so that a token never outlives a change of stage.
 * @returns the token for the cookie, which is stored nowhere
 */
export async function openSession(
  db: Db,
  input: {
    readonly accountId: string
    readonly agencyId: string | null
    readonly stage: SessionStage
    readonly origin: Origin
    readonly now: Date
    readonly limits: SessionLimits
  },
): Promise<string> {
  const token = newToken()
  const minutes = input.stage === 'full' ? input.limits.sessionHours * 60 : stepMinutes
  await db
    .insertInto('sessions')
    .values({
      token_digest: digestOf(token),
      account_id: input.accountId,
      agency_id: input.agencyId,
      stage: input.stage,
      started_at: input.now,
      seen_at: input.now,
      ends_at: new Date(input.now.getTime() + minutes * 60_000),
      address: input.origin.address.slice(0, 64),
      browser: input.origin.browser.slice(0, 300),
    })
    .execute()
  return token
}

/**
 * The living session of a token. An idle or ended session, or one of a closed account, is none.
 * The time last seen is written at most once a minute.
 */
export async function sessionOf(
  db: Db,
  token: string,
  now: Date,
  limits: SessionLimits,
): Promise<Session | null> {
  const digest = digestOf(token)
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .selectAll('sessions')
    .where('token_digest', '=', digest)
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - limits.idleMinutes * 60_000))
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (now.getTime() - row.seen_at.getTime() >= 60_000)
    await db.updateTable('sessions').set({ seen_at: now }).where('token_digest', '=', digest).execute()
  return {
    sessionId: row.token_digest,
    personId: row.account_id,
    agencyId: row.agency_id,
    stage: row.stage,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  }
}

/** The account's living full sessions, the one last used first. */
export async function sessionsOf(
  db: Db,
  accountId: string,
  now: Date,
  limits: SessionLimits,
): Promise<readonly ListedSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['token_digest', 'started_at', 'seen_at', 'address', 'browser'])
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - limits.idleMinutes * 60_000))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    sessionId: row.token_digest,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    address: row.address,
    browser: row.browser,
  }))
}

/** Ends one session of an account; returns whether there was one. */
export async function endSession(db: Db, accountId: string, sessionId: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('token_digest', '=', sessionId)
    .executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}

/** Ends all sessions of an account, save the one named; returns how many. */
export async function endSessions(db: Db, accountId: string, except: string | null = null): Promise<number> {
  const gone = await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(except !== null, (query) => query.where('token_digest', '!=', except ?? ''))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Removes what has ended by itself; a sweep, safe at any time. */
export async function sweepSessions(db: Db, now: Date, limits: SessionLimits): Promise<number> {
  const gone = await db
    .deleteFrom('sessions')
    .where((where) =>
      where.or([
        where('ends_at', '<=', now),
        where('seen_at', '<=', new Date(now.getTime() - limits.idleMinutes * 60_000)),
      ]),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Notes in the session which agency the person works for now. */
export async function setSessionAgency(db: Db, session: Session, agencyId: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ agency_id: agencyId })
    .where('token_digest', '=', session.sessionId)
    .execute()
  await db
    .updateTable('accounts')
    .set({ last_agency_id: agencyId })
    .where('account_id', '=', session.personId)
    .execute()
}
