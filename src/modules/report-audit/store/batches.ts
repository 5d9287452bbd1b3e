import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'
import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'
import { storable, storableText } from './storable.ts'
import type { Beside, CheckDoor, CheckState } from './tables.ts'

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

/** A check in a list: no report, only how it stands. */
export interface CheckEntry {
  readonly number: number
  readonly fileName: string
  readonly size: number
  readonly state: CheckState
  readonly sentence: string | null
  readonly agency: string | null
  readonly year: number | null
  readonly findings: readonly Finding[]
  readonly reportOf: string | null
  readonly reportYear: number | null
  readonly importedEdition: number | null
  /** Laid beside its neighbours, or nothing more will come of it. */
  readonly isSettled: boolean
}

/** A check with everything that was read. */
export interface Check extends CheckEntry {
  readonly digest: string
  readonly format: string | null
  readonly recovered: RecoveredReport | null
  readonly beside: Beside | null
  readonly attempts: number
}

export interface NewBatch extends Omit<Batch, 'readAt'> {
  readonly tokenDigest: string | null
  readonly requestKey: string | null
}

export interface NewCheck {
  readonly number: number
  readonly fileName: string
  readonly digest: string
  readonly bytes: Uint8Array
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

/** Keeps one more file of a batch, to be read. */
export async function insertCheck(
  db: Db,
  { agencyId, batchId }: Pick<Batch, 'agencyId' | 'batchId'>,
  check: NewCheck,
): Promise<void> {
  const key = { agency_id: agencyId, batch_id: batchId, number: check.number }
  await db
    .insertInto('audit_checks')
    .values({
      ...key,
      file_name: storableText(check.fileName),
      size: check.bytes.length,
      digest: check.digest,
      state: 'waiting',
      sentence: null,
      format: null,
      recovered: null,
      findings: null,
      beside: null,
      rules_version: null,
      report_of: null,
      report_year: null,
      imported_edition: null,
      finished_at: null,
    })
    .execute()
  await db
    .insertInto('audit_check_files')
    .values({ ...key, bytes: Buffer.from(check.bytes) })
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

/** The checks of a batch in the order in which the files came. */
export async function checksOf(db: Db, agencyId: string, batchId: string): Promise<readonly CheckEntry[]> {
  const rows = await db
    .selectFrom('audit_checks')
    .select([
      'number',
      'file_name as fileName',
      'size',
      'state',
      'sentence',
      'findings',
      'report_of as reportOf',
      'report_year as reportYear',
      'imported_edition as importedEdition',
      sql<string | null>`recovered ->> 'agency'`.as('agency'),
      sql<number | null>`(recovered ->> 'year')::int`.as('year'),
      sql<boolean>`state = 'unreadable' or beside is not null`.as('isSettled'),
    ])
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, findings: row.findings ?? [] }))
}

/** One check whole. */
export async function checkOf(
  db: Db,
  agencyId: string,
  batchId: string,
  number: number,
): Promise<Check | undefined> {
  const row = await db
    .selectFrom('audit_checks')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    number,
    fileName: row.file_name,
    size: row.size,
    state: row.state,
    sentence: row.sentence,
    agency: row.recovered?.agency ?? null,
    year: row.recovered?.year ?? null,
    findings: row.findings ?? [],
    reportOf: row.report_of,
    reportYear: row.report_year,
    importedEdition: row.imported_edition,
    isSettled: row.state === 'unreadable' || row.beside !== null,
    digest: row.digest,
    format: row.format,
    recovered: row.recovered,
    beside: row.beside,
    attempts: row.attempts,
  }
}

/** The bytes of a check; undefined when they have been thrown away. */
export async function bytesOf(
  db: Db,
  agencyId: string,
  batchId: string,
  number: number,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('audit_check_files')
    .select('bytes')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.bytes
}

/** What reading or comparing changes of a check. */
export interface CheckChange {
  readonly state?: CheckState
  readonly attempts?: number
  readonly sentence?: string | null
  readonly format?: string
  readonly recovered?: RecoveredReport
  readonly findings?: readonly Finding[]
  readonly beside?: Beside
  readonly rulesVersion?: string
  readonly reportOf?: string | null
  readonly reportYear?: number | null
  readonly importedEdition?: number
  readonly finishedAt?: Date
}

/** Writes what changed of a check. */
export async function changeCheck(
  db: Db,
  { agencyId, batchId }: Pick<Batch, 'agencyId' | 'batchId'>,
  number: number,
  change: CheckChange,
): Promise<void> {
  await db
    .updateTable('audit_checks')
    .set({
      state: change.state,
      attempts: change.attempts,
      sentence: change.sentence,
      format: change.format,
      recovered: change.recovered && storable(change.recovered),
      findings: change.findings && storable(change.findings),
      beside: change.beside && storable(change.beside),
      rules_version: change.rulesVersion,
      report_of: change.reportOf,
      report_year: change.reportYear,
      imported_edition: change.importedEdition,
      finished_at: change.finishedAt,
    })
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .execute()
}

/** Throws the bytes of a check away; what was read of them stays. */
export async function dropBytes(
  db: Db,
  { agencyId, batchId }: Pick<Batch, 'agencyId' | 'batchId'>,
  number: number,
): Promise<void> {
  await db
    .deleteFrom('audit_check_files')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .execute()
}

/** Takes a check out of its batch: an archive that has been taken apart. */
export async function dropCheck(
  db: Db,
  { agencyId, batchId }: Pick<Batch, 'agencyId' | 'batchId'>,
  number: number,
): Promise<void> {
  await db
    .deleteFrom('audit_checks')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .execute()
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

/**
 * Waits until nobody else changes the batch, then says how many of its files are not read yet. Two files that end at the same time
 * see each other, so that exactly one of them is the last.
 */
export async function unreadInLocked(db: Db, agencyId: string, batchId: string): Promise<number> {
  await db
    .selectFrom('audit_batches')
    .select('batch_id')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .forUpdate()
    .execute()
  const { count } = await db
    .selectFrom('audit_checks')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('state', 'in', ['waiting', 'reading'])
    .executeTakeFirstOrThrow()
  return Number(count)
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

/** Files of all batches that wait to be read. */
export async function queueLength(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('audit_checks')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', 'in', ['waiting', 'reading'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The reports of a batch that could be read, except one. */
export async function reportsBeside(
  db: Db,
  agencyId: string,
  batchId: string,
  number: number,
): Promise<readonly RecoveredReport[]> {
  const rows = await db
    .selectFrom('audit_checks')
    .select('recovered')
    .where('agency_id', '=', agencyId)
    .where('batch_id', '=', batchId)
    .where('number', '!=', number)
    .where('state', '=', 'done')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ recovered }) => (recovered ? [recovered] : []))
}
