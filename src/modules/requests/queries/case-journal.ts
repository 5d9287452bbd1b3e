import type { Db } from '../../../platform/context.ts'
import { journalOf } from '../../../platform/journal/read-journal.ts'
import { namesOfPeople } from '../../agencies/index.ts'

/** One thing that was done to a case, by whom. */
export interface CaseJournalLine {
  /** Place in the agency's journal: what came later has a higher one. */
  readonly number: number
  readonly at: Date
  /** The person's name, 申请人, or the system worker. */
  readonly who: string
  readonly verb: string
  readonly basis: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Everything that was done to a case, oldest first: what the people of the office did, and what the applicant did online. */
export async function caseJournal(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<readonly CaseJournalLine[]> {
  const rows = await journalOf(db, agencyId, { kind: 'request', id: requestId })
  const names = await namesOfPeople(
    db,
    rows.flatMap(({ actor_kind: kind, actor }) => (kind === 'person' && actor !== null ? actor : [])),
  )
  return rows.map((row) => ({
    number: Number(row.number),
    at: row.at,
    who:
      row.actor_kind === 'person'
        ? (names.get(row.actor ?? '') ?? '已不在名册')
        : row.actor_kind === 'public'
          ? '网上来人'
          : '自动办理',
    verb: row.verb,
    basis: row.basis,
    detail: row.detail ?? {},
  }))
}
