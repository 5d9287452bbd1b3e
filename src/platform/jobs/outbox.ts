import type { ColumnType, Transaction } from 'kysely'
import type { OutboxMessage, Tables } from '../context.ts'
import type { JournalRow } from '../journal/entry.ts'

declare module '../context.ts' {
  interface Tables {
    outbox: {
      agency_id: string
      queue: string
      key: string
      payload: ColumnType<Readonly<Record<string, unknown>>, string, never>
      made_at: Date
      sent_at: Date | null
    }
  }
}

/** The queue that carries journal entries to the rooms that subscribe to their verbs. */
export const journalQueue = 'journal'

/** Stores messages in the command's transaction; one with the same agency, queue and key is there already and is left alone. */
export async function storeMessages(
  transaction: Transaction<Tables>,
  agencyId: string,
  now: Date,
  messages: readonly OutboxMessage[],
): Promise<void> {
  // In one fixed order, so that two commands that send the same messages wait for each other instead of blocking each other.
  const ordered = [...messages].sort((a, b) => (a.queue + a.key < b.queue + b.key ? -1 : 1))
  await transaction
    .insertInto('outbox')
    .values(
      ordered.map(({ queue, key, payload }) => ({
        agency_id: agencyId,
        queue,
        key,
        payload: JSON.stringify(payload),
        made_at: now,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'queue', 'key']).doNothing())
    .execute()
}

/** The messages that tell subscribers of journal entries; the place in the chain is the key. */
export function subscriptionMessages(
  links: readonly JournalRow[],
  subscribed: ReadonlySet<string>,
): readonly OutboxMessage[] {
  return links
    .filter((link) => subscribed.has(link.verb))
    .map((link) => ({
      queue: journalQueue,
      key: `${link.agency_id} ${link.number}`,
      payload: { agencyId: link.agency_id, number: link.number, verb: link.verb },
    }))
}
