import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db } from '../../../platform/context.ts'
import type { RemedyKind, RemedyResult } from '../model.ts'

/** A reconsideration or a suit against what the agency did or did not do about a request. */
export interface Remedy {
  readonly remedyId: string
  readonly requestId: string | null
  readonly kind: RemedyKind
  readonly organ: string
  readonly caseNumber: string
  readonly notifiedOn: PlainDay
  readonly afterRemedyId: string | null
  readonly result: RemedyResult | null
  readonly closedOn: PlainDay | null
  readonly note: string
  readonly reanswerDueOn: PlainDay | null
  readonly reansweredOn: PlainDay | null
  readonly version: number
}

/** Remedies of an agency, or of one of its cases; the newest first. */
export async function remediesOf(
  db: Db,
  agencyId: string,
  requestId: string | null = null,
): Promise<readonly Remedy[]> {
  let query = db.selectFrom('request_remedies').selectAll().where('agency_id', '=', agencyId)
  if (requestId !== null) query = query.where('request_id', '=', requestId)
  const rows = await query.orderBy('notified_on', 'desc').orderBy('remedy_id').execute()
  return rows.map((row) => ({
    remedyId: row.remedy_id,
    requestId: row.request_id,
    kind: row.kind,
    organ: row.organ,
    caseNumber: row.case_number,
    notifiedOn: row.notified_on,
    afterRemedyId: row.after_remedy_id,
    result: row.result,
    closedOn: row.closed_on,
    note: row.note,
    reanswerDueOn: row.reanswer_due_on,
    reansweredOn: row.reanswered_on,
    version: row.version,
  }))
}
