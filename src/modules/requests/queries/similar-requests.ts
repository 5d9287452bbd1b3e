import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { likeness } from '../../../text/likeness.ts'
import type { Applicant } from '../model.ts'
import { fingerprintsOf } from '../store/applicants.ts'

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
/** The same person's other words are looked at more kindly. */
const alikeEnoughOfSame = 0.35
const yearsBack = 2

/** What is compared: a text, and the keyed digests of who asks. */
interface Sought {
  readonly content: string
  readonly at: Date
  readonly names: readonly string[]
  readonly identities: readonly string[]
  /** The case itself, when it is registered already. */
  readonly except: string | null
}

/** Cases of the last two years whose text is much like this case, the most alike first; at most ten. */
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
    .select(['identity_fingerprint', 'name_fingerprint'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .execute()
  return similarTo(db, agencyId, {
    content: own.content,
    at: own.submitted_at,
    names: prints.map((print) => print.name_fingerprint),
    identities: prints.flatMap((print) => print.identity_fingerprint ?? []),
    except: requestId,
  })
}

/**
 * The same for what is only about to be registered, and how often these applicants have asked this agency in the last two years
 * (条例 Art 35, 36(6)): told to the clerk, who judges.
 */
export async function similarToNew(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  given: {
    readonly content: string
    readonly applicants: readonly Pick<Applicant, 'name' | 'identityNumber'>[]
  },
  now: Date,
): Promise<{ readonly similar: readonly SimilarRequest[]; readonly bySame: number }> {
  const prints = given.applicants.map((applicant) => fingerprintsOf(ground.cipher, applicant))
  const sought: Sought = {
    content: given.content,
    at: now,
    names: prints.map(({ name }) => name),
    identities: prints.map(({ identity }) => identity),
    except: null,
  }
  const [similar, same] = await Promise.all([
    similarTo(ground.db, agencyId, sought),
    bySameApplicants(ground.db, agencyId, sought),
  ])
  return { similar, bySame: same.size }
}

async function bySameApplicants(db: Db, agencyId: string, sought: Sought): Promise<ReadonlySet<string>> {
  if (sought.names.length === 0) return new Set()
  const rows = await db
    .selectFrom('request_applicants')
    .select('request_id')
    .distinct()
    .where('agency_id', '=', agencyId)
    .where((row) =>
      row.or([
        row('name_fingerprint', 'in', [...sought.names]),
        ...(sought.identities.length > 0 ? [row('identity_fingerprint', 'in', [...sought.identities])] : []),
      ]),
    )
    .limit(500)
    .execute()
  return new Set(rows.map((row) => row.request_id).filter((id) => id !== sought.except))
}

async function similarTo(db: Db, agencyId: string, sought: Sought): Promise<readonly SimilarRequest[]> {
  const sameIds = await bySameApplicants(db, agencyId, sought)
  let query = db
    .selectFrom('requests')
    .select(['request_id', 'number', 'content', 'received_on', 'outcome'])
    .where('agency_id', '=', agencyId)
    .where('submitted_at', '>', new Date(sought.at.getTime() - yearsBack * 366 * 86_400_000))
  if (sought.except !== null) query = query.where('request_id', '!=', sought.except)
  const others = await query.orderBy('submitted_at', 'desc').limit(2000).execute()
  return others
    .map((row) => ({
      requestId: row.request_id,
      number: row.number,
      content: row.content,
      receivedOn: row.received_on,
      outcome: row.outcome,
      isSameApplicant: sameIds.has(row.request_id),
      likeness: likeness(sought.content, row.content),
    }))
    .filter(
      ({ likeness: value, isSameApplicant }) => value >= (isSameApplicant ? alikeEnoughOfSame : alikeEnough),
    )
    .sort(
      (one, other) =>
        Number(other.isSameApplicant) - Number(one.isSameApplicant) || other.likeness - one.likeness,
    )
    .slice(0, 10)
}
