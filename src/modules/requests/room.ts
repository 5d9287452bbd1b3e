import type { Room } from '../../platform/room.ts'
import { requestsApi } from './api.ts'
import { firstStart } from './first-start.ts'
import { jobs, onJournal } from './jobs.ts'
import { journalWords } from './journal-words.ts'
import { mountConsultations } from './pages/console/consultations/consultations.tsx'
import { mountItems } from './pages/console/items/items.tsx'
import { mountPapers } from './pages/console/papers/papers.tsx'
import { mountArchive } from './pages/console/desk/archive.ts'
import { mountPlatforms } from './pages/console/desk/platforms.tsx'
import { mountRemedies } from './pages/console/desk/remedies.tsx'
import { requestPortal } from './pages/portal/routes.ts'
import { caseDeskNav, mountCaseDesk } from './pages/console/case-desk.ts'
import { caseNumbers } from './queries/case-numbers.ts'
import { requestMigrations } from './store/migrations.ts'
import { keptFiles, sealedTables } from './store/sealed-tables.ts'
import { countedDays } from './queries/counted-days.ts'
import { requestsToDo } from './to-do.ts'
import { permissionWords, verbWords } from './words.ts'

/** Requests for information from the applicant's hand to the archive (条例第二十七条至第四十五条). */
export const requestsRoom: Room = {
  name: 'requests',
  migrations: requestMigrations,
  sealed: sealedTables,
  files: keptFiles,
  permissions: permissionWords,
  grants: {
    'requests.see': [
      'officer',
      'liaison',
      'legalReviewer',
      'secrecyReviewer',
      'disclosureOfficeHead',
      'head',
      'supervisor',
    ],
    'requests.register': ['officer', 'disclosureOfficeHead'],
    'requests.handle': ['officer', 'disclosureOfficeHead'],
    'requests.seeApplicant': ['officer', 'disclosureOfficeHead', 'head'],
    'requests.reviewLegal': ['legalReviewer'],
    'requests.reviewSecrecy': ['secrecyReviewer'],
    'requests.approveProcedure': ['disclosureOfficeHead'],
    'requests.approveReply': ['head'],
    'requests.issue': ['officer', 'disclosureOfficeHead'],
    'requests.remedies': ['officer', 'legalReviewer', 'disclosureOfficeHead'],
    'requests.archive': ['officer', 'disclosureOfficeHead'],
    'requests.settings': ['disclosureOfficeHead'],
    'requests.supervise': ['supervisor'],
  },
  verbs: verbWords,
  journalWords,
  namesOf: caseNumbers,
  console(app, services) {
    mountCaseDesk(app, services)
    mountPapers(app, services)
    mountItems(app, services)
    mountConsultations(app, services)
    mountRemedies(app, services)
    mountArchive(app, services)
    mountPlatforms(app, services)
  },
  consoleNav: [
    ...caseDeskNav,
    {
      title: '复议和诉讼',
      href: '/console/remedies',
      permission: 'requests.see',
      group: '业务',
      order: 30,
    },
    {
      title: '统一受理平台',
      href: '/console/request-platforms',
      permission: 'requests.settings',
      group: '管理',
      order: 85,
    },
  ],
  toDo: requestsToDo,
  countedDays,
  api: requestsApi,
  jobs,
  onJournal,
  firstStart,
  portal: requestPortal,
  portalNav: [{ title: '依申请公开', href: '/requests', order: 30 }],
}
