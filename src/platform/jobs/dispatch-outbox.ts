import type PgBoss from 'pg-boss'
import type { Kysely } from 'kysely'
import type { Tables } from '../context.ts'
import { queueDatabase } from './queue-database.ts'

/** What a queued job carries. */
export interface JobData {
  readonly agencyId: string
  readonly payload: Readonly<Record<string, unknown>>
}

const batch = 200

/**
 * Moves waiting messages from the outbox into the queues, in one transaction: after a crash a message is either still waiting or
 * queued, never both and never neither. Several workers may do this at once.
 * @param queues those that have a job; a message for another one stays until a program comes that knows it
 * @returns the queues that got something
 */
export async function dispatchOutbox(
  db: Kysely<Tables>,
  boss: PgBoss,
  queues: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const moved = new Set<string>()
  for (;;) {
    const count = await db.transaction().execute(async (transaction) => {
      const waiting = await transaction
        .selectFrom('outbox')
        .select(['agency_id', 'queue', 'key', 'payload'])
        .where('sent_at', 'is', null)
        .where('queue', 'in', queues)
        .orderBy('made_at')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      if (waiting.length === 0) return 0
      const jobs = waiting.map(({ queue, agency_id, payload }) => ({
        name: queue,
        data: { agencyId: agency_id, payload } satisfies JobData,
      }))
      let stored = 0
      await boss.insert(jobs, { db: queueDatabase(transaction, (rows) => (stored += rows)) as never })
      // pg-boss passes over a job whose queue it does not know; a message must not get lost that way.
      if (stored !== jobs.length) throw new Error('not every message found its queue')
      await transaction
        .updateTable('outbox')
        .set({ sent_at: now })
        .where((e) =>
          e.or(waiting.map((row) => e.and({ agency_id: row.agency_id, queue: row.queue, key: row.key }))),
        )
        .execute()
      for (const { queue } of waiting) moved.add(queue)
      return waiting.length
    })
    if (count < batch) return moved
  }
}
