import type { Db } from '../../../platform/context.ts'
import type { CheckDoor } from './tables.ts'

/** Stands in place of an agency where a visitor of the portal or the API sends files. */
export const publicOwner = '00000000-0000-0000-0000-000000000000'

export interface Batch {
  readonly agencyId: string
  readonly batchId: string
  readonly door: CheckDoor
  readonly contentDigest: string
  readonly submittedBy: string
  readonly submittedAt: Date
  readonly expiresAt: Date
  readonly readAt: Date | null
}

/** A batch to be kept. */
export interface NewBatch extends Omit<Batch, 'readAt'> {
  readonly tokenDigest: string | null
  readonly requestKey: string | null
}

/** Keeps a new batch. */
export async function insertBatch(db: Db, batch: NewBatch): Promise<void> {
  await db
    .insertInto('audit_batches')
    .values({
      agency_id: batch.agencyId,
      batch_id: batch.batchId,
      door: batch.door,
      token_digest: batch.tokenDigest,
      request_key: batch.requestKey,
      content_digest: batch.contentDigest,
      submitted_by: batch.submittedBy,
      submitted_at: batch.submittedAt,
      expires_at: batch.expiresAt,
      read_at: null,
    })
    .execute()
}

/** The batch under a token's digest, while it is kept. */
export async function batchByToken(db: Db, tokenDigest: string, now: Date): Promise<Batch | undefined> {
  const row = await batches(db)
    .where('agency_id', '=', publicOwner)
    .where('token_digest', '=', tokenDigest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row
}

/** A batch by its id, while it is kept. */
export async function batchOf(
  db: Db,
  agencyId: string,
  batchId: string,
  now: Date,
): Promise<Batch | undefined> {
  return batches(db)
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** The batch of an agency that was sent under a key. */
export async function batchByRequestKey(
  db: Db,
  agencyId: string,
  requestKey: string,
): Promise<Batch | undefined> {
  return batches(db)
    .where('agency_id', '=', agencyId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst()
}

/** An agency's batches, the newest first. */
export async function batchesOf(db: Db, agencyId: string, now: Date): Promise<readonly Batch[]> {
  return batches(db)
    .where('agency_id', '=', agencyId)
    .where('expires_at', '>', now)
    .orderBy('submitted_at', 'desc')
    .limit(50)
    .execute()
}

function batches(db: Db) {
  return db
    .selectFrom('audit_batches')
    .select([
      'agency_id as agencyId',
      'batch_id as batchId',
      'door',
      'content_digest as contentDigest',
      'submitted_by as submittedBy',
      'submitted_at as submittedAt',
      'expires_at as expiresAt',
      'read_at as readAt',
    ])
}

/** Throws a batch away with all its checks and bytes. */
export async function dropBatch(db: Db, agencyId: string, batchId: string): Promise<void> {
  await db
    .deleteFrom('audit_batches')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .execute()
}

/** Throws away every batch whose last day is over; how many there were. */
export async function dropExpired(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('audit_batches')
    .where('expires_at', '<=', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Marks a batch as read through. */
export async function markRead(db: Db, agencyId: string, batchId: string, now: Date): Promise<void> {
  await db
    .updateTable('audit_batches')
    .set({ read_at: now })
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .execute()
}

/** Files a sender has sent since an instant. */
export async function filesSince(db: Db, submittedBy: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('audit_batches as batch')
    .innerJoin('audit_checks as one', (join) =>
      join.onRef('one.agency_id', '=', 'batch.agency_id').onRef('one.batch_id', '=', 'batch.batch_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('batch.submitted_by', '=', submittedBy)
    .where('batch.submitted_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
