import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import { workingDaysBetween } from '../../../law/calendar/calendar.ts'
import type { ApprovalStep } from '../model.ts'
import { isReply, type PaperState } from '../rules/papers.ts'
import { stepNow } from '../rules/signing.ts'
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

/** One case that is late, as a supervisor may know it: its number and where it is stuck, nothing of its content or its applicant. */
export interface OverdueBelow {
  readonly requestId: string
  readonly agency: string
  readonly number: string
  readonly dueOn: PlainDay
  readonly workingDaysLate: number
  /** Whether it was given to anybody. */
  readonly isAssigned: boolean
  /** How far the reply is; null when none has been drafted. */
  readonly reply: PaperState | null
  /** Whose signature the reply waits for. */
  readonly step: ApprovalStep | null
}

/** At most so many late cases are listed; the counts hold them all. */
export const mostOverdue = 200

/** The late cases that `standingsBelow` counts, longest late first, with what each waits for. */
export async function overdueBelow(
  db: Db,
  agencyId: string,
  today: PlainDay,
): Promise<readonly OverdueBelow[]> {
  const names = new Map(flat(await agencyTree(db, agencyId)).map((one) => [one.agencyId, one.name]))
  if (names.size === 0) return []
  const rows = await db
    .selectFrom('requests')
    .select([
      'agency_id as agencyId',
      'request_id as requestId',
      'number',
      'kept_due_on as dueOn',
      'handler_id as handlerId',
    ])
    .where('kind', '=', 'information')
    .where('agency_id', 'in', [...names.keys()])
    .where('closed_on', 'is', null)
    .where('kept_due_on', '<', today)
    .orderBy('kept_due_on')
    .orderBy('number')
    .limit(mostOverdue)
    .execute()
  if (rows.length === 0) return []
  const papers = await db
    .selectFrom('request_papers')
    .select(['request_id as requestId', 'letter', 'state', 'chain', 'signed'])
    .where('agency_id', 'in', [...names.keys()])
    .where(
      'request_id',
      'in',
      rows.map(({ requestId }) => requestId),
    )
    .where('state', '<>', 'discarded')
    .orderBy('drafted_at')
    .execute()
  const calendar = await calendarFor(db, agencyId)
  return rows.flatMap(({ handlerId, dueOn, ...row }) => {
    if (dueOn === null) return []
    const reply = papers.findLast(({ requestId, letter }) => requestId === row.requestId && isReply(letter))
    return {
      requestId: row.requestId,
      agency: names.get(row.agencyId) ?? '',
      number: row.number,
      dueOn,
      workingDaysLate: workingDaysBetween(calendar, dueOn, today),
      isAssigned: handlerId !== null,
      reply: reply?.state ?? null,
      step: reply ? stepNow(reply) : null,
    }
  })
}
