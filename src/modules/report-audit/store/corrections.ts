import type { Db } from '../../../platform/context.ts'
import type { Correction } from '../rules/corrections.ts'

/** A correction with who made it and why. */
export interface CorrectionEntry extends Correction {
  readonly inForce: boolean
  readonly reason: string
  readonly revision: number
  readonly decidedBy: string
  readonly decidedAt: Date
}

/** Corrections of the reading of these bytes, those taken back as well. */
export async function correctionsOf(
  db: Db,
  agencyId: string,
  year: number,
  digest: string,
): Promise<readonly CorrectionEntry[]> {
  const rows = await db
    .selectFrom('audit_corrections')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('digest', '=', digest)
    .orderBy('decided_at')
    .execute()
  return rows.map((row) => ({
    cell: row.cell,
    readAs: row.read_as === null ? null : Number(row.read_as),
    value: row.value === null ? null : Number(row.value),
    inForce: row.in_force,
    reason: row.reason,
    revision: row.revision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }))
}

export interface CorrectionToWrite extends Correction {
  readonly agencyId: string
  readonly year: number
  readonly digest: string
  readonly inForce: boolean
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: Date
}

/**
 * Writes a correction when nobody else wrote since that revision.
 * @returns whether it was written
 */
export async function writeCorrection(db: Db, one: CorrectionToWrite, seen: number): Promise<boolean> {
  const values = {
    agency_id: one.agencyId,
    year: one.year,
    digest: one.digest,
    cell: one.cell,
    read_as: one.readAs,
    value: one.value,
    in_force: one.inForce,
    reason: one.reason,
    revision: seen + 1,
    decided_by: one.decidedBy,
    decided_at: one.decidedAt,
  }
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('audit_corrections')
      .values(values)
      .onConflict((conflict) => conflict.columns(['agency_id', 'year', 'digest', 'cell']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('audit_corrections')
    .set(values)
    .where('agency_id', '=', one.agencyId)
    .where('year', '=', one.year)
    .where('digest', '=', one.digest)
    .where('cell', '=', one.cell)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
