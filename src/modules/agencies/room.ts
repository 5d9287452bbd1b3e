import { plainDay } from '../../law/calendar/plain-day.ts'
import { may } from '../../platform/context.ts'
import type { Room } from '../../platform/room.ts'
import { firstStart } from './first-start.ts'
import { journalWords } from './journal-words.ts'
import { mountAgencies } from './pages/console/agencies.tsx'
import { mountCalendar } from './pages/console/calendar.tsx'
import { mountInstitution } from './pages/console/institution.tsx'
import { mountInvitation } from './pages/console/invitation.tsx'
import { mountPeople } from './pages/console/people.tsx'
import { mountRoles } from './pages/console/roles.tsx'
import { mountAgencyPortal } from './pages/portal/agencies.tsx'
import { findInstitution } from './queries/find-institution.ts'
import { isNextYearMissing } from './queries/calendar-entries.ts'
import { agencyMigrations } from './store/migrations.ts'
import { permissionWords, verbWords } from './words.ts'

/** Agencies, people, roles, and who may do what. */
export const agenciesRoom: Room = {
  name: 'agencies',
  migrations: agencyMigrations,
  sealed: [{ table: 'agency_people', columns: ['email_sealed'] }],
  permissions: permissionWords,
  grants: {
    'agencies.editTree': ['systemAdministrator'],
    'agencies.registerPeople': ['systemAdministrator'],
    'agencies.grantRoles': ['securityAdministrator'],
    'agencies.readJournal': ['auditAdministrator'],
    'agencies.seePeople': [
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
      'disclosureOfficeHead',
      'head',
    ],
    'agencies.editProfile': ['officer', 'disclosureOfficeHead'],
    'agencies.editCalendar': ['disclosureOfficeHead', 'supervisor'],
  },
  verbs: verbWords,
  journalWords,
  portal: mountAgencyPortal,
  console(app, services) {
    mountInvitation(app, services)
    mountPeople(app, services)
    mountRoles(app, services)
    mountAgencies(app, services)
    mountInstitution(app, services)
    mountCalendar(app, services)
  },
  portalNav: [{ title: '机关目录', href: '/agencies', order: 20 }],
  consoleNav: [
    {
      title: '机构信息',
      href: '/console/institution',
      permission: 'agencies.editProfile',
      group: '业务',
      order: 80,
    },
    {
      title: '放假安排',
      href: '/console/calendar',
      permission: 'agencies.editCalendar',
      group: '管理',
      order: 86,
    },
    {
      title: '机关设置',
      href: '/console/agencies',
      permission: 'agencies.editTree',
      group: '管理',
      order: 90,
    },
    { title: '人员', href: '/console/people', permission: 'agencies.seePeople', group: '管理', order: 91 },
    {
      title: '角色和权限',
      href: '/console/roles',
      permission: 'agencies.seePeople',
      group: '管理',
      order: 92,
    },
    {
      title: '日志',
      href: '/console/journal',
      permission: 'agencies.readJournal',
      group: '管理',
      order: 93,
    },
  ],
  findPublic: findInstitution,
  async toDo(context, actor) {
    const { agencyId, db, today } = context
    if (agencyId === null || !may(actor, 'agencies.editCalendar')) return []
    if (!(await isNextYearMissing(db, agencyId, today))) return []
    const next = Number(today.slice(0, 4)) + 1
    return [
      {
        title: `录入${next}年的放假通知`,
        href: '/console/calendar',
        dueOn: plainDay(`${next - 1}-12-31`),
        urgency: 'soon',
        why: '落在明年的答复期限现在是暂算的',
      },
    ]
  },
  firstStart,
}
