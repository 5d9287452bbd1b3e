import { agenciesRoom } from '../modules/agencies/room.ts'
import { requestsRoom } from '../modules/requests/room.ts'
import { reportAuditRoom } from '../modules/report-audit/room.ts'
import type { Room } from '../platform/room.ts'
import { sessionRoom } from '../platform/sessions/index.ts'

/** The one list of rooms, in dependency order: migrations, seeding and navigation follow it. Sessions are plumbing with tables of their own. */
export const rooms: readonly Room[] = [sessionRoom, agenciesRoom, requestsRoom, reportAuditRoom]
