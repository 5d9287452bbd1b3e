import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { outcomeOf, type OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import { outcomeWords } from '../../../law/outcomes/words.ts'
import type { Db } from '../../../platform/context.ts'
import { findCase } from '../store/cases.ts'
import { caseStateForApplicant } from '../words.ts'

/** How a request goes, as the platform that handed it in may know it: nothing about the applicant, nothing internal. */
export interface PlatformView {
  readonly number: string
  readonly state: string
  readonly stateInWords: string
  readonly receivedOn: PlainDay | null
  readonly dueOn: PlainDay | null
  readonly applicantDueOn: PlainDay | null
  readonly outcome: OutcomeCode | null
  readonly outcomeInWords: string | null
  readonly row: string | null
  readonly closedOn: PlainDay | null
}

/** @returns undefined for a request that this platform did not hand in */
export async function presentCaseForPlatform(
  db: Db,
  key: { readonly agencyId: string; readonly platformId: string; readonly number: string },
  today: PlainDay,
): Promise<PlatformView | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('request_id')
    .where('agency_id', '=', key.agencyId)
    .where('platform_id', '=', key.platformId)
    .where('number', '=', key.number)
    .executeTakeFirst()
  const found = row && (await findCase(db, key.agencyId, row.request_id, today))
  if (!found) return undefined
  const { standing, outcome } = found
  return {
    number: found.number,
    state: standing.state,
    stateInWords: caseStateForApplicant[standing.state],
    receivedOn: found.receivedOn,
    dueOn: standing.dueOn,
    applicantDueOn: standing.applicantDueOn,
    outcome,
    outcomeInWords: outcome === null ? null : outcomeWords[outcome],
    row: outcome === null ? null : outcomeOf(outcome).row,
    closedOn: found.closedOn,
  }
}

/** What happened to the platform's requests since a place in the journal, oldest first; at most 200. */
export async function eventsForPlatform(
  db: Db,
  key: { readonly agencyId: string; readonly platformId: string },
  verbs: readonly string[],
  after: number,
): Promise<
  readonly { readonly id: number; readonly event: string; readonly number: string; readonly at: string }[]
> {
  const { rows } = await sql<{ id: string; verb: string; number: string; at: Date }>`
    select journal.number as id, journal.verb, requests.number, journal.at
    from journal join requests
      on requests.agency_id = ${key.agencyId}::uuid and requests.request_id::text = journal.subject_id
    where journal.agency_id = ${key.agencyId} and journal.subject_kind = 'request'
      and journal.verb = any(${[...verbs]}::text[]) and journal.number > ${after}
      and requests.platform_id = ${key.platformId}::uuid
    order by journal.number limit 200`.execute(db)
  return rows.map(({ id, verb, number, at }) => ({
    id: Number(id),
    event: verb,
    number,
    at: at.toISOString(),
  }))
}
