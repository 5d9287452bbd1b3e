import type { FastifyInstance } from 'fastify'
import type { NavItem } from '../../../../platform/room.ts'
import type { Services } from '../../../../platform/services.ts'
import { mountActs } from './acts.tsx'
import { mountCase } from './case.tsx'
import { mountContact } from './contact.tsx'
import { mountHints } from './hints.tsx'
import { mountIdentity } from './identity.tsx'
import { mountInbox } from './inbox.tsx'
import { mountIntake } from './intake.tsx'
import { mountLetterTemplates } from './letter-templates/letter-templates.tsx'
import { mountRecords } from './records/records.tsx'
import { mountSettings } from './settings.tsx'
import { mountSupervise } from './supervise.tsx'

/** The desk of the office: the list, intake on behalf, cases and the acts on them, settings, the view over agencies below. */
export function mountCaseDesk(app: FastifyInstance, services: Services): void {
  mountInbox(app, services)
  mountIntake(app, services)
  mountCase(app, services)
  mountActs(app, services)
  mountIdentity(app, services)
  mountContact(app, services)
  mountHints(app, services)
  mountRecords(app, services)
  mountSettings(app, services)
  mountLetterTemplates(app, services)
  mountSupervise(app, services)
}

/** Its entrances in the rail. */
export const caseDeskNav: readonly NavItem[] = [
  { title: '依申请公开', href: '/console/requests', permission: 'requests.see', group: '业务', order: 20 },
  {
    title: '主动公开提示',
    href: '/console/publication-hints',
    permission: 'requests.handle',
    group: '业务',
    order: 35,
  },
  {
    title: '各机关申请办理',
    href: '/console/requests-below',
    permission: 'requests.supervise',
    group: '监督',
    order: 40,
  },
  {
    title: '申请设置',
    href: '/console/request-settings',
    permission: 'requests.settings',
    group: '管理',
    order: 85,
  },
]
