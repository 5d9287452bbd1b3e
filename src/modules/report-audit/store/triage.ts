import type { Db } from '../../../platform/context.ts'
import type { AuditTriageTable, TriageVerdict } from './tables.ts'

/** What one office said of one finding. */
export interface TriageEntry {
  readonly findingKey: string
  readonly byAgencyId: string
  readonly verdict: TriageVerdict | 'open'
  readonly reason: string
  readonly revision: number
  readonly decidedBy: string
  readonly decidedAt: Date
}

/** Everything that was said of an agency's report of a year, by all offices. */
export async function triageOf(db: Db, agencyId: string, year: number): Promise<readonly TriageEntry[]> {
  return db
    .selectFrom('audit_triage')
    .select([
      'finding_key as findingKey',
      'by_agency_id as byAgencyId',
      'verdict',
      'reason',
      'revision',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('decided_at')
    .execute()
}

/**
 * Writes what was said when nobody else wrote since that revision.
 * @returns whether it was written
 */
export async function writeTriage(
  db: Db,
  row: Omit<AuditTriageTable, 'decided_at'> & { readonly decided_at: Date },
  seen: number,
): Promise<boolean> {
  const next = { ...row, revision: seen + 1 }
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('audit_triage')
      .values(next)
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'year', 'by_agency_id', 'finding_key']).doNothing(),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('audit_triage')
    .set(next)
    .where('agency_id', '=', row.agency_id)
    .where('year', '=', row.year)
    .where('by_agency_id', '=', row.by_agency_id)
    .where('finding_key', '=', row.finding_key)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
