import { sql, type Kysely } from 'kysely'
import type { FileStore, Tables } from '../context.ts'
import { verifyJournal, type ChainEnd, type JournalVerdict } from '../journal/verify-journal.ts'

/** A table that names files in the file store. */
export interface KeptFiles {
  readonly table: string
  readonly column: string
  /** Filled when the bytes were removed on purpose. */
  readonly gone?: string
}

export interface CopyVerdict {
  readonly journal: JournalVerdict
  /** Files that the database names. */
  readonly files: number
  /** Addresses that the database names and the store does not have. */
  readonly missing: readonly string[]
}

/**
 * Looks whether database and files belong together: every chain of the journal whole (and still holding the ends written down
 * earlier), every file that a room names there.
 */
export async function checkCopy(
  db: Kysely<Tables>,
  files: FileStore,
  kept: readonly KeptFiles[],
  ends: readonly ChainEnd[] = [],
): Promise<CopyVerdict> {
  const missing: string[] = []
  let count = 0
  for (const { table, column, gone } of kept) {
    const there = gone === undefined ? sql`true` : sql`${sql.ref(gone)} is null`
    const { rows } = await sql<{ address: string }>`select distinct ${sql.ref(column)} as address
      from ${sql.table(table)} where ${sql.ref(column)} is not null and ${there}`.execute(db)
    for (const { address } of rows) {
      count += 1
      if (!(await files.has(address))) missing.push(address)
    }
  }
  return { journal: await verifyJournal(db, ends), files: count, missing }
}
