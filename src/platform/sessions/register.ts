import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { Forbidden } from '../refusals.ts'
import { sessionRefusals } from './refusals.ts'
import type { Session } from './request.ts'
import { sessionOf, type Origin } from './store/sessions.ts'
import type { Directory } from './sign-in.ts'

const plainName = 'gongkai'

/** Whether cookies may be bound to https: the request came over it, or the public address says so. */
function isSecure(req: FastifyRequest, services: Services): boolean {
  return req.protocol === 'https' || services.config.publicUrl?.startsWith('https:') === true
}

/** With https the `__Host-` name ties the cookie to this very host; over plain http browsers would drop it. */
function cookieName(req: FastifyRequest, services: Services): string {
  return isSecure(req, services) ? `__Host-${plainName}` : plainName
}

/** Gives the browser its session. It ends with the browser; the limits are kept by the server. */
export function setSessionCookie(
  req: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  token: string,
): void {
  reply.setCookie(cookieName(req, services), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(req, services),
  })
}

/** Takes the session cookie back. */
export function clearSessionCookie(req: FastifyRequest, reply: FastifyReply, services: Services): void {
  reply.clearCookie(cookieName(req, services), { path: '/', secure: isSecure(req, services) })
}

/** Where a request comes from, for the list of sessions and the limit per address. */
export function originOf(req: FastifyRequest): Origin {
  return { address: req.ip, browser: req.headers['user-agent'] ?? '' }
}

/**
 * Reads the session of every request and says who acts. Needs the cookie plugin registered before.
 * An unfinished sign-in gives a session, but the actor stays the public.
 */
export function registerSessions(app: FastifyInstance, services: Services, directory: Directory): void {
  app.decorateRequest('session', null)
  app.decorateRequest('agencyId', null)
  app.decorateRequest('actor')
  app.addHook('onRequest', async (req) => {
    req.actor = { kind: 'public' }
    const token = req.cookies[cookieName(req, services)]
    if (!token) return
    const session = await sessionOf(services.db, token, services.now(), services.config)
    if (!session) return
    req.session = session
    if (session.stage !== 'full') return
    const acting =
      (await directory.actorIn(services.db, session.personId, session.agencyId)) ??
      (await directory.actorIn(services.db, session.personId, null))
    if (!acting) return
    req.standing = {
      personName: acting.actor.name,
      role: acting.roleTitle,
      agencyName: acting.agencyName,
      mayAgencySwitch: acting.maySwitch,
    }
    req.actor = acting.actor
    req.agencyId = acting.agencyId
  })
  app.addHook('onRequest', async (req, reply) => {
    const route = req.routeOptions.url
    const isStaffPage = route === '/console' || route?.startsWith('/console/') === true
    // What staff see must not stay in the browser's store after signing out.
    if (isStaffPage) reply.header('cache-control', 'no-store')
    if (!isStaffPage || req.standing !== null || openPages.some((open) => route.startsWith(open)))
      return undefined
    const back = req.method === 'GET' ? `?back=${encodeURIComponent(req.url)}` : ''
    return reply.redirect(`${signInPage}${back}`, 303)
  })
}

export const signInPage = '/console/sign-in'

/** Console pages for people who are not signed in yet. All others send them to the sign-in page first. */
const openPages = [signInPage, '/console/invitations']

/** What a staff page needs to know about who asks. */
export interface StaffRequest {
  readonly session: Session
  readonly actor: Extract<FastifyRequest['actor'], { kind: 'person' }>
  readonly agencyId: string
}

/**
 * The signed-in person of a request.
 * @param permission one the person must hold
 * @throws Forbidden when nobody is signed in or the permission is missing
 */
export function staffOf(req: FastifyRequest, permission?: string): StaffRequest {
  const { session, actor, agencyId } = req
  if (!session || session.stage !== 'full' || actor.kind !== 'person' || agencyId === null)
    throw new Forbidden([sessionRefusals['sessions.signIn.first']])
  if (permission !== undefined && !actor.permissions.has(permission))
    throw new Forbidden([sessionRefusals['sessions.permission.missing']])
  return { session, actor, agencyId }
}
