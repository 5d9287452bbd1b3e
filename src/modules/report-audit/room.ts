import type { Room } from '../../platform/room.ts'
import { auditApi } from './api.ts'
import { firstStart } from './first-start.ts'
import { jobs } from './jobs.ts'
import { journalWords } from './journal-words.ts'
import { auditRoutes } from './pages/console/routes.tsx'
import { compareRoutes } from './pages/portal/compare-routes.tsx'
import { judgeRoutes } from './pages/portal/judge-routes.tsx'
import { portalRoutes } from './pages/portal/routes.tsx'
import { findReports } from './queries/find-reports.ts'
import { migrations } from './store/migrations.ts'
import { toDo } from './to-do.ts'
import { judgePermission, permissionWords, rectifyPermission, verbWords } from './words.ts'

/** Published annual reports, read and judged: anyone's. */
export const reportAuditRoom: Room = {
  name: 'report-audit',
  migrations,
  files: [
    { table: 'audit_reports', column: 'digest' },
    { table: 'audit_rectifications', column: 'pdf_digest' },
    { table: 'audit_rectifications', column: 'docx_digest' },
  ],
  permissions: permissionWords,
  grants: {
    [judgePermission]: ['officer', 'disclosureOfficeHead', 'supervisor'],
    [rectifyPermission]: ['disclosureOfficeHead', 'supervisor'],
  },
  verbs: verbWords,
  journalWords,
  portal(app, services) {
    portalRoutes(app, services)
    compareRoutes(app, services)
    judgeRoutes(app, services)
  },
  console: auditRoutes,
  api: auditApi,
  portalNav: [
    { title: '年度报告', href: '/reports', order: 50 },
    { title: '报告检查', href: '/judge', order: 55 },
  ],
  consoleNav: [
    { title: '报告检查', href: '/console/audit', permission: judgePermission, group: '监督', order: 85 },
  ],
  findPublic: findReports,
  jobs,
  toDo,
  firstStart,
}
