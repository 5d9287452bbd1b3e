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
export const journalQueue = 'platform.journal'

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

/** Which rooms subscribe to a journal verb. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>

/** What a message to a subscriber carries: the room, and the place in the chain. */
export interface JournalNews {
  readonly room: string
  readonly agencyId: string
  readonly number: number
}

/** The messages that tell subscribers of journal entries: one for each room, so that one room's failure is not the others'. */
export function subscriptionMessages(
  links: readonly JournalRow[],
  subscriptions: Subscriptions,
): readonly OutboxMessage[] {
  return links.flatMap((link) =>
    (subscriptions.get(link.verb) ?? []).map((room) => {
      const news: JournalNews = { room, agencyId: link.agency_id, number: link.number }
      return {
        queue: journalQueue,
        key: `${link.agency_id} ${link.number} ${room}`,
        payload: { ...news },
      }
    }),
  )
}
