import { sql, type Kysely } from 'kysely'
import type { Tables } from '../context.ts'
import { chainStart, linkHash, type JournalRow } from './entry.ts'

/** A place where the journal is not what was written. */
export interface JournalBreak {
  readonly agencyId: string
  /** The link at which it shows. */
  readonly number: number
  /** What is wrong: a link altered, links missing, or the end cut off or replaced. */
  readonly what: 'altered' | 'missing' | 'cutOff'
}

/** The end of a chain, to be kept outside the system: only so can a later cutting of the whole end be seen. */
export interface ChainEnd {
  readonly agencyId: string
  readonly number: number
  readonly hash: string
}

export interface JournalVerdict {
  readonly links: number
  readonly chains: readonly ChainEnd[]
  readonly breaks: readonly JournalBreak[]
}

const batch = 5_000

/**
 * Recomputes every chain of the journal from its first link, on one snapshot of the database.
 * After a break the chain is followed on from what is stored, so that one altered link is one break.
 * @param kept ends written down earlier; each must still be in its chain
 */
export async function verifyJournal(
  db: Kysely<Tables>,
  kept: readonly ChainEnd[] = [],
): Promise<JournalVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await sql`set transaction read only`.execute(transaction)
      const heads = await transaction.selectFrom('journal_heads').selectAll().orderBy('agency_id').execute()
      const others = await sql<{ agency_id: string }>`select distinct agency_id from journal
        where agency_id not in (select agency_id from journal_heads) order by 1`.execute(transaction)
      const breaks: JournalBreak[] = []
      let links = 0
      for (const head of [...heads, ...others.rows.map((row) => ({ ...row, number: 0, hash: '' }))]) {
        const expected = new Map<number, string>([[head.number, head.hash]])
        const alsoKept = kept.filter((end) => end.agencyId === head.agency_id)
        const end = await followChain(
          head.agency_id,
          (after) =>
            transaction
              .selectFrom('journal')
              .selectAll()
              .where('agency_id', '=', head.agency_id)
              .where('number', '>', after)
              .orderBy('number')
              .limit(batch)
              .execute(),
          (found) => breaks.push(found),
          (link) => {
            links += 1
            for (const one of alsoKept)
              if (one.number === link.number && one.hash !== link.hash)
                breaks.push({ agencyId: link.agency_id, number: link.number, what: 'altered' })
          },
        )
        const isCut = end.number !== head.number || expected.get(end.number) !== end.hash
        if (isCut || alsoKept.some((one) => one.number > end.number))
          breaks.push({ agencyId: head.agency_id, number: end.number, what: 'cutOff' })
      }
      for (const one of kept)
        if (!heads.some((head) => head.agency_id === one.agencyId))
          breaks.push({ agencyId: one.agencyId, number: 0, what: 'cutOff' })
      return {
        links,
        chains: heads.map((head) => ({ agencyId: head.agency_id, number: head.number, hash: head.hash })),
        breaks,
      }
    })
}

/** Walks one chain and tells its breaks; gives the last link's number and hash. */
async function followChain(
  agencyId: string,
  read: (after: number) => Promise<readonly JournalRow[]>,
  tell: (found: JournalBreak) => void,
  each: (link: JournalRow) => void,
): Promise<{ number: number; hash: string }> {
  let last = { number: 0, hash: chainStart(agencyId) }
  for (;;) {
    const rows = await read(last.number)
    for (const row of rows) {
      if (row.number !== last.number + 1) tell({ agencyId, number: last.number + 1, what: 'missing' })
      else if (row.previous !== last.hash || linkHash(row) !== row.hash)
        tell({ agencyId, number: row.number, what: 'altered' })
      each(row)
      last = { number: row.number, hash: row.hash }
    }
    if (rows.length < batch) return last
  }
}
