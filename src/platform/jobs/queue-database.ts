import { CompiledQuery } from 'kysely'
import type { Db } from '../context.ts'

/** How pg-boss asks the database: through our own pool, or inside a transaction of ours. */
export interface QueueDatabase {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: never[] }>
}

/**
 * Lets pg-boss work on our pool, or in the given transaction.
 * @param tell is told how many rows each statement stored or changed
 */
export function queueDatabase(db: Db, tell?: (rows: number) => void): QueueDatabase {
  return {
    async executeSql(text, values = []) {
      const result = await db.executeQuery(CompiledQuery.raw(text, [...values]))
      tell?.(Number(result.numAffectedRows ?? 0))
      // Of several statements at once nothing comes back, and pg-boss does not ask for it.
      return { rows: (result.rows ?? []) as never[] }
    },
  }
}
