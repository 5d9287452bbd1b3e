import type { Room } from '../../platform/room.ts'
import { firstStart } from './first-start.ts'
import { agencyMigrations } from './store/migrations.ts'
import { permissionWords } from './words.ts'

/** Agencies, people, roles, and who may do what. */
export const agenciesRoom: Room = {
  name: 'agencies',
  migrations: agencyMigrations,
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
  },
  portalNav: [{ title: '机关目录', href: '/agencies', order: 20 }],
  firstStart,
}
