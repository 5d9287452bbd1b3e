import { sql, type ColumnType, type Transaction } from 'kysely'
import { changesChannel } from '../db/hear-changes.ts'
import type { Actor, JournalEntry, Tables } from '../context.ts'
import {
  actorColumns,
  chainStart,
  installationChain,
  linkHash,
  plainDetail,
  type JournalRow,
} from './entry.ts'

declare module '../context.ts' {
  interface Tables {
    journal: Omit<JournalRow, 'detail'> & {
      detail: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>
    }
    journal_heads: { agency_id: string; number: number; hash: string }
    installation: { name: string; value: string }
  }
}

/**
 * Appends a command's entries to their chains. To be called last in the command's transaction: the row of the chain's end stays
 * locked until commit, which keeps the chain in order and holds up only commands of the same agency, only for the commit.
 * Chains are locked in the order of their names, so that two commands over several agencies cannot block each other.
 * @returns the links as stored, in the order of their chains
 */
export async function appendJournal(
  transaction: Transaction<Tables>,
  actor: Actor,
  at: Date,
  entries: readonly JournalEntry[],
): Promise<readonly JournalRow[]> {
  const chains = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const chain = entry.agencyId ?? installationChain
    chains.set(chain, [...(chains.get(chain) ?? []), entry])
  }
  const links: JournalRow[] = []
  for (const agencyId of [...chains.keys()].sort()) {
    let end = await lockEnd(transaction, agencyId)
    for (const entry of chains.get(agencyId) ?? []) {
      const link = {
        agency_id: agencyId,
        number: end.number + 1,
        at,
        ...actorColumns(actor),
        verb: entry.verb,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        basis: entry.basis ?? null,
        detail: plainDetail(entry.detail),
        previous: end.hash,
      }
      end = { ...link, hash: linkHash(link) }
      links.push(end as JournalRow)
    }
    const mine = links.filter((link) => link.agency_id === agencyId)
    await transaction
      .with('appended', (db) =>
        db
          .insertInto('journal')
          .values(mine.map((link) => ({ ...link, detail: link.detail && JSON.stringify(link.detail) }))),
      )
      .updateTable('journal_heads')
      .set({ number: end.number, hash: end.hash })
      .where('agency_id', '=', agencyId)
      // Heard at the commit by every server process on this database.
      .returning(sql`pg_notify(${changesChannel}, '')`.as('told'))
      .execute()
  }
  return links
}

async function lockEnd(
  transaction: Transaction<Tables>,
  agencyId: string,
): Promise<{ number: number; hash: string }> {
  const find = () =>
    transaction
      .selectFrom('journal_heads')
      .select(['number', 'hash'])
      .where('agency_id', '=', agencyId)
      .forUpdate()
      .executeTakeFirst()
  const end = await find()
  if (end) return end
  await sql`insert into journal_heads (agency_id, number, hash) values (${agencyId}, 0, ${chainStart(agencyId)})
    on conflict (agency_id) do nothing`.execute(transaction)
  const made = await find()
  if (!made) throw new Error('the end of the journal chain vanished')
  return made
}
