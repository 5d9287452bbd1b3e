import type { Actor } from '../context.ts'

/** How far a sign-in has come. Only `full` makes the person the actor of a request. */
export type SessionStage = 'full' | 'secondFactor' | 'enrolSecondFactor' | 'newPassword'

/** A signed-in browser, as the pages see it. The token itself is only in the cookie. */
export interface Session {
  /** Hex digest of the token: safe to show in a list of sessions. */
  readonly sessionId: string
  readonly personId: string
  /** The agency the person acts for; null until one is chosen. */
  readonly agencyId: string | null
  readonly stage: SessionStage
  readonly startedAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `registerSessions` before any handler; null for the public. */
    session: Session | null
    /** Who acts: the signed-in person in the agency chosen, else the public. */
    actor: Actor
    /** The agency acted for, null for the public. */
    agencyId: string | null
  }
}
