import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Db } from '../../../platform/context.ts'
import { likeness } from '../../../text/likeness.ts'

/** A case that may be the same question: shown to a person, never decided by the machine (条例 Art 36(6), 44). */
export interface SimilarRequest {
  readonly requestId: string
  readonly number: string
  readonly content: string
  readonly receivedOn: PlainDay | null
  readonly outcome: OutcomeCode | null
  readonly isSameApplicant: boolean
  /** 0 to 1. */
  readonly likeness: number
}

const alikeEnough = 0.55

/** Cases of the last two years whose text is much like this one, the most alike first; at most ten. */
export async function similarRequests(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<readonly SimilarRequest[]> {
  const own = await db
    .selectFrom('requests')
    .select(['content', 'submitted_at'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (!own) return []
  const prints = await db
    .selectFrom('request_applicants')
    .select(['request_id', 'identity_fingerprint', 'name_fingerprint'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .execute()
  const same = await db
    .selectFrom('request_applicants')
    .select('request_id')
    .where('agency_id', '=', agencyId)
    .where('request_id', '!=', requestId)
    .where((row) =>
      row.or([
        row(
          'identity_fingerprint',
          'in',
          prints.map((print) => print.identity_fingerprint ?? ''),
        ),
        row(
          'name_fingerprint',
          'in',
          prints.map((print) => print.name_fingerprint),
        ),
      ]),
    )
    .limit(500)
    .execute()
  const sameIds = new Set(same.map((row) => row.request_id))
  const since = new Date(own.submitted_at.getTime() - 731 * 86_400_000)
  const others = await db
    .selectFrom('requests')
    .select(['request_id', 'number', 'content', 'received_on', 'outcome'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '!=', requestId)
    .where('submitted_at', '>', since)
    .orderBy('submitted_at', 'desc')
    .limit(2000)
    .execute()
  return others
    .map((row) => ({
      requestId: row.request_id,
      number: row.number,
      content: row.content,
      receivedOn: row.received_on,
      outcome: row.outcome,
      isSameApplicant: sameIds.has(row.request_id),
      likeness: likeness(own.content, row.content),
    }))
    .filter(
      ({ likeness: value, isSameApplicant }) => value >= (isSameApplicant ? alikeEnough - 0.2 : alikeEnough),
    )
    .sort(
      (one, other) =>
        Number(other.isSameApplicant) - Number(one.isSameApplicant) || other.likeness - one.likeness,
    )
    .slice(0, 10)
}
