import type { Room } from '../../platform/room.ts'
import { firstStart } from './first-start.ts'
import { portalRoutes } from './pages/portal/routes.tsx'
import { migrations } from './store/migrations.ts'

/** Published annual reports, read and judged: anyone's. */
export const reportAuditRoom: Room = {
  name: 'report-audit',
  migrations,
  verbs: { 'import-report': '导入年度报告' },
  portal: portalRoutes,
  portalNav: [{ title: '年度报告', href: '/reports', order: 50 }],
  firstStart,
}
