import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'
import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'
import type { Batch } from './batches.ts'
import { storable, storableText } from './storable.ts'
import type { Beside, CheckState } from './tables.ts'

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

/** A file to be kept for reading. */
export interface NewCheck {
  readonly number: number
  readonly fileName: string
  readonly digest: string
  readonly bytes: Uint8Array
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
