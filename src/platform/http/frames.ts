import type { FastifyRequest } from 'fastify'
import { may } from '../context.ts'
import { plainLook, readLook } from '../html/look.ts'
import type { ConsoleFrame, ConsoleNavGroup, PortalFrame } from '../html/page-facts.ts'
import type { NavItem } from '../room.ts'
import type { Services } from '../services.ts'
import { siteFacts } from './site.ts'

/** Who is signed in and where, in the words pages show. Set by the door for signed-in requests. */
export interface Standing {
  readonly personName: string
  readonly role: string | null
  readonly agencyName: string | null
  /** The person belongs to more than one agency. */
  readonly mayAgencySwitch: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    standing: Standing | null
  }
}

const ordered = (items: readonly NavItem[]): NavItem[] => [...items].sort((a, b) => a.order - b.order)

/** What every portal page is drawn in: the site, today, this visitor's look, the rooms' public entrances. */
export async function portalFrame(services: Services, request: FastifyRequest): Promise<PortalFrame> {
  return {
    site: await siteFacts(services),
    today: services.today(),
    look: request.headers.cookie ? readLook(request.headers.cookie) : plainLook,
    path: request.url,
    nav: portalNav(services),
  }
}

const portalNavs = new WeakMap<Services, readonly { title: string; href: string }[]>()

function portalNav(services: Services): readonly { title: string; href: string }[] {
  let nav = portalNavs.get(services)
  if (!nav) {
    const rooms = ordered(services.rooms.flatMap((room) => room.portalNav ?? []))
    nav = [{ title: '首页', href: '/' }, ...rooms.map(({ title, href }) => ({ title, href }))]
    portalNavs.set(services, nav)
  }
  return nav
}

/** What every console page is drawn in: only what this person may enter stands in the rail. */
export async function consoleFrame(services: Services, request: FastifyRequest): Promise<ConsoleFrame> {
  const site = await siteFacts(services)
  const groups = new Map<string, NavItem[]>([['我的', [{ title: '待办', href: '/console', order: 0 }]]])
  for (const item of ordered(services.rooms.flatMap((room) => room.consoleNav ?? []))) {
    if (item.permission !== undefined && !may(request.actor, item.permission)) continue
    const group = item.group ?? '业务'
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  const nav: ConsoleNavGroup[] = [...groups].map(([title, items]) => ({
    title,
    items: items.map((item) => ({ title: item.title, href: item.href })),
  }))
  const { standing } = request
  return {
    agencyName: standing?.agencyName ?? null,
    siteName: site.name,
    today: services.today(),
    dayKind: null,
    person: standing ? { name: standing.personName, role: standing.role } : null,
    nav: standing ? nav : [],
    mayAgencySwitch: standing?.mayAgencySwitch ?? false,
    look: request.headers.cookie ? readLook(request.headers.cookie) : plainLook,
    path: request.url,
    demo: site.demo,
  }
}
