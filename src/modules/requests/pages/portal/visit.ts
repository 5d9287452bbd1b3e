import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { newToken } from '../../../../platform/sessions/index.ts'
import { requestRefusals } from '../../refusals.ts'

/** How long an opened case stays open in the browser, in milliseconds; then number and code are asked for again. */
const visitMs = 60 * 60_000

function isSecure(req: FastifyRequest, services: Services): boolean {
  return req.protocol === 'https' || (services.config.publicUrl?.startsWith('https:') ?? false)
}

function cookieName(req: FastifyRequest, services: Services, plain: string): string {
  return isSecure(req, services) ? `__Host-${plain}` : plain
}

const browserCookie = 'gongkai-apply'
const caseCookie = 'gongkai-case'

/** The secret of this browser's applications; null when it has begun none. */
export function browserOf(req: FastifyRequest, services: Services): string | null {
  const token = req.cookies[cookieName(req, services, browserCookie)]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

/** Gives the browser a secret for its applications. It ends with the browser: on a computer of a public hall nothing stays. */
export function newBrowser(req: FastifyRequest, reply: FastifyReply, services: Services): string {
  const known = browserOf(req, services)
  if (known !== null) return known
  const token = newToken()
  reply.setCookie(cookieName(req, services, browserCookie), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(req, services),
  })
  return token
}

/** Which case a browser looks at, after number and code were right. */
export interface CaseVisit {
  readonly agencyId: string
  readonly requestId: string
}

/** Opens a case in this browser for an hour: a sealed cookie, so that no address ever holds a number or a code. */
export function openVisit(
  req: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  visit: CaseVisit,
): void {
  const until = services.now().getTime() + visitMs
  const sealed = services.cipher.seal(JSON.stringify({ for: caseCookie, ...visit, until }))
  reply.setCookie(cookieName(req, services, caseCookie), sealed, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(req, services),
  })
}

export function closeVisit(req: FastifyRequest, reply: FastifyReply, services: Services): void {
  reply.clearCookie(cookieName(req, services, caseCookie), { path: '/', secure: isSecure(req, services) })
}

/**
 * The case this browser has opened.
 * @throws NotFound when it has opened none, or the hour is over
 */
export function visitOf(req: FastifyRequest, services: Services): CaseVisit {
  const found = readVisit(req, services)
  if (found === null) throw new NotFound([requestRefusals['requests.track.over']])
  return found
}

export function readVisit(req: FastifyRequest, services: Services): CaseVisit | null {
  const sealed = req.cookies[cookieName(req, services, caseCookie)]
  if (sealed === undefined || sealed.length > 2_000) return null
  try {
    const opened: unknown = JSON.parse(services.cipher.open(sealed))
    if (typeof opened !== 'object' || opened === null) return null
    const { for: use, agencyId, requestId, until } = opened as Record<string, unknown>
    if (use !== caseCookie || typeof agencyId !== 'string' || typeof requestId !== 'string') return null
    return typeof until === 'number' && until > services.now().getTime() ? { agencyId, requestId } : null
  } catch {
    // Sealed by another installation, or not by us at all: as if there were none.
    return null
  }
}

/** Pages of one person: never kept by anyone, never found by a search engine. */
export function keepPrivate(reply: FastifyReply): void {
  reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
}

/** How often a minute one address may do what costs us something or could be used for guessing. */
export const limited = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })
