import type { Db } from '../../../platform/context.ts'
import type { ItemJudgement } from '../model.ts'

/** One piece of information the request concerns. */
export interface Item {
  readonly itemId: string
  readonly position: number
  readonly title: string
  readonly documentNumber: string
  readonly pages: number
  readonly judgement: ItemJudgement | null
  /** Ground and reasons as the letters want them (letters/grounds.ts), with `what` for the withheld part; place for what is public. */
  readonly because: Readonly<Record<string, unknown>> | null
  readonly originalFile: string | null
  readonly releaseFile: string | null
  readonly releaseCheckedAt: Date | null
  readonly version: number
}

/** The inventory of a case. */
export async function itemsOf(db: Db, agencyId: string, requestId: string): Promise<readonly Item[]> {
  const rows = await db
    .selectFrom('request_items')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    position: row.position,
    title: row.title,
    documentNumber: row.document_number,
    pages: row.pages,
    judgement: row.judgement,
    because: row.because,
    originalFile: row.original_file,
    releaseFile: row.release_file,
    releaseCheckedAt: row.release_checked_at,
    version: row.version,
  }))
}
