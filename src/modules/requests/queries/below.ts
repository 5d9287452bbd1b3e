import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { agencyTree, calendarFor, type AgencyBranch } from '../../agencies/index.ts'
import { soonUntil } from './inbox.ts'

/** How the requests of one agency stand: counts only, nothing of any case or applicant. */
export interface AgencyStanding {
  readonly agencyId: string
  readonly name: string
  /** 0 for the agency that looks, 1 for those right below… */
  readonly depth: number
  readonly receivedThisYear: number
  readonly closedThisYear: number
  readonly open: number
  readonly overdue: number
  readonly dueSoon: number
  readonly awaitingConfirmation: number
}

function flat(
  branches: readonly AgencyBranch[],
  depth = 0,
): { readonly agencyId: string; readonly name: string; readonly depth: number }[] {
  return branches.flatMap((branch) => [
    ...(branch.closedOn === null ? [{ agencyId: branch.agencyId, name: branch.name, depth }] : []),
    ...flat(branch.below, depth + 1),
  ])
}

/**
 * Open, overdue and due soon for an agency and every one below it (条例 Art 46: supervision). Counted by the kept days, which the night
 * keeps up; a pause that ended during the day shows the next morning.
 */
export async function standingsBelow(
  db: Db,
  agencyId: string,
  today: PlainDay,
): Promise<readonly AgencyStanding[]> {
  const agencies = flat(await agencyTree(db, agencyId))
  if (agencies.length === 0) return []
  const soon = soonUntil(await calendarFor(db, agencyId), today)
  const first = `${today.slice(0, 4)}-01-01`
  const rows = await db
    .selectFrom('requests')
    .select([
      'agency_id as agencyId',
      sql<number>`count(*) filter (where received_on >= ${first})`.as('receivedThisYear'),
      sql<number>`count(*) filter (where closed_on >= ${first})`.as('closedThisYear'),
      sql<number>`count(*) filter (where closed_on is null)`.as('open'),
      sql<number>`count(*) filter (where closed_on is null and kept_due_on < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where closed_on is null and kept_state <> 'paused' and kept_due_on between ${today} and ${soon})`.as(
        'dueSoon',
      ),
      sql<number>`count(*) filter (where closed_on is null and kept_state = 'awaitingConfirmation')`.as(
        'awaitingConfirmation',
      ),
    ])
    .where('kind', '=', 'information')
    .where(
      'agency_id',
      'in',
      agencies.map((agency) => agency.agencyId),
    )
    // What was closed in earlier years takes no part.
    .where((row) => row.or([row('closed_on', 'is', null), sql<boolean>`closed_on >= ${first}`]))
    .groupBy('agency_id')
    .execute()
  const counted = new Map(rows.map((row) => [row.agencyId, row]))
  return agencies.map((agency) => {
    const row = counted.get(agency.agencyId)
    return {
      ...agency,
      receivedThisYear: Number(row?.receivedThisYear ?? 0),
      closedThisYear: Number(row?.closedThisYear ?? 0),
      open: Number(row?.open ?? 0),
      overdue: Number(row?.overdue ?? 0),
      dueSoon: Number(row?.dueSoon ?? 0),
      awaitingConfirmation: Number(row?.awaitingConfirmation ?? 0),
    }
  })
}
