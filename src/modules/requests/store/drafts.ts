import { randomBytes } from 'node:crypto'
import { sm3 } from '../../../platform/cipher/digest.ts'
import type { Db, FieldCipher, FileStore } from '../../../platform/context.ts'
import { digestOf } from '../../../platform/sessions/index.ts'
import type { FilePurpose } from '../model.ts'
import type { DraftContent } from '../rules/application.ts'
import { queryCodeDigest, spokenCode } from './insert-case.ts'

/** What drafts are kept with. An unsent application is nobody's business: it is sealed, and the journal does not know of it. */
export interface DraftGround {
  readonly db: Db
  readonly cipher: FieldCipher
  readonly files: FileStore
  readonly now: Date
}

/** An application on its way, or the case it became. */
export interface Draft {
  readonly agencyId: string
  readonly draftId: string
  readonly content: DraftContent
  readonly savedAt: Date
  readonly expiresAt: Date
  /** The case it became; the receipt may be shown until the draft is over. */
  readonly requestId: string | null
}

export interface DraftFile {
  readonly fileId: string
  readonly field: string
  readonly purpose: FilePurpose
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

const day = 86_400_000
/** Days that an unsent application is kept after the last change. */
export const draftDays = 7
/** Minutes in which the receipt of a sent one can be shown again in the same browser. */
export const receiptMinutes = 30

/** Begins an application. @param browser the secret of the browser's cookie */
export async function startDraft(
  { db, cipher, now }: DraftGround,
  agencyId: string,
  browser: string,
  content: DraftContent,
): Promise<string> {
  const draftId = crypto.randomUUID()
  await db
    .insertInto('request_drafts')
    .values({
      agency_id: agencyId,
      draft_id: draftId,
      token_digest: digestOf(browser),
      content_sealed: cipher.seal(JSON.stringify(content)),
      saved_at: now,
      expires_at: new Date(now.getTime() + draftDays * day),
      code_digest: null,
      submitted_sealed: null,
    })
    .execute()
  return draftId
}

/** An application of this browser; undefined when it is another's, over, or never was. */
export async function findDraft(
  { db, cipher, now }: Omit<DraftGround, 'files'>,
  draftId: string,
  browser: string,
  lock = false,
): Promise<Draft | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(draftId)) return undefined
  let query = db
    .selectFrom('request_drafts')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('token_digest', '=', digestOf(browser))
    .where('expires_at', '>', now)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  return {
    agencyId: row.agency_id,
    draftId: row.draft_id,
    content: JSON.parse(cipher.open(row.content_sealed)) as DraftContent,
    savedAt: row.saved_at,
    expiresAt: row.expires_at,
    requestId: row.submitted_sealed === null ? null : cipher.open(row.submitted_sealed),
  }
}

/** Keeps what was typed, for another seven days. What was sent off or thrown away meanwhile is not written over. */
export async function saveDraft(
  { db, cipher, now }: DraftGround,
  draft: Draft,
  content: DraftContent,
): Promise<void> {
  await db
    .updateTable('request_drafts')
    .set({
      content_sealed: cipher.seal(JSON.stringify(content)),
      saved_at: now,
      expires_at: new Date(now.getTime() + draftDays * day),
    })
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .where('submitted_sealed', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** A fresh code by which the application can be taken up elsewhere; an earlier one is void. */
export async function newResumeCode({ db }: DraftGround, draft: Draft): Promise<string> {
  const code = spokenCode(randomBytes(12))
  await db
    .updateTable('request_drafts')
    .set({ code_digest: queryCodeDigest(`draft${code}`) })
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .where('submitted_sealed', 'is', null)
    .execute()
  return code
}

/** Takes an application up by its code, once: it now belongs to this browser. @returns its id, or undefined */
export async function resumeDraft(
  { db, now }: DraftGround,
  code: string,
  browser: string,
): Promise<string | undefined> {
  const row = await db
    .updateTable('request_drafts')
    .set({ token_digest: digestOf(browser), code_digest: null })
    .where('code_digest', '=', queryCodeDigest(`draft${code}`))
    .where('expires_at', '>', now)
    .where('submitted_sealed', 'is', null)
    .returning('draft_id as draftId')
    .executeTakeFirst()
  return row?.draftId
}

/**
 * Keeps an uploaded file with the application, sealed, if there is room: files sent at the same moment are counted one after another.
 * @param hasRoom whether it may lie beside those that are there
 * @returns false when it was not kept: no room, or the application was sent off or thrown away meanwhile
 */
export async function keepDraftFile(
  { db, cipher, files, now }: DraftGround,
  draft: Draft,
  file: Omit<DraftFile, 'fileId' | 'size'> & { readonly bytes: Uint8Array },
  hasRoom: (beside: readonly { readonly field: string }[]) => boolean,
): Promise<boolean> {
  const stored = await files.put(Buffer.from(cipher.seal(Buffer.from(file.bytes).toString('base64')), 'utf8'))
  const isKept = await db.transaction().execute(async (step) => {
    const open = await step
      .selectFrom('request_drafts')
      .select('draft_id')
      .where('agency_id', '=', draft.agencyId)
      .where('draft_id', '=', draft.draftId)
      .where('submitted_sealed', 'is', null)
      .where('expires_at', '>', now)
      .forUpdate()
      .executeTakeFirst()
    if (!open) return false
    const beside = await step
      .selectFrom('request_draft_files')
      .select('field')
      .where('agency_id', '=', draft.agencyId)
      .where('draft_id', '=', draft.draftId)
      .execute()
    if (!hasRoom(beside)) return false
    await step
      .insertInto('request_draft_files')
      .values({
        agency_id: draft.agencyId,
        draft_id: draft.draftId,
        file_id: crypto.randomUUID(),
        field: file.field,
        purpose: file.purpose,
        name_sealed: cipher.seal(file.name),
        media_type: file.mediaType,
        size: file.bytes.length,
        digest: sm3(file.bytes),
        stored,
        added_at: now,
      })
      .execute()
    return true
  })
  if (!isKept) await files.remove(stored)
  return isKept
}

export async function draftFilesOf(
  { db, cipher }: Pick<DraftGround, 'db' | 'cipher'>,
  draft: Draft,
): Promise<readonly DraftFile[]> {
  const rows = await db
    .selectFrom('request_draft_files')
    .selectAll()
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    field: row.field,
    purpose: row.purpose,
    name: cipher.open(row.name_sealed),
    mediaType: row.media_type,
    size: row.size,
  }))
}

/** Throws files of an application away, bytes and all. Bytes of one that was sent off at the same moment belong to the case and stay. */
export async function dropDraftFiles(
  { db, files }: DraftGround,
  draft: Pick<Draft, 'agencyId' | 'draftId'>,
  which: (file: { readonly fileId: string; readonly field: string }) => boolean,
): Promise<void> {
  const rows = await db
    .selectFrom('request_draft_files')
    .select(['file_id as fileId', 'field', 'stored'])
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .execute()
  for (const row of rows.filter(which)) {
    const out = await db
      .deleteFrom('request_draft_files')
      .where('agency_id', '=', draft.agencyId)
      .where('draft_id', '=', draft.draftId)
      .where('file_id', '=', row.fileId)
      .executeTakeFirst()
    if (out.numDeletedRows > 0n) await files.remove(row.stored)
  }
}

/** An applicant after another one was taken out: files of those behind move up with them. */
export async function moveDraftFiles(
  { db }: DraftGround,
  draft: Draft,
  from: string,
  to: string,
): Promise<void> {
  await db
    .updateTable('request_draft_files')
    .set({ field: to })
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .where('field', '=', from)
    .execute()
}

/**
 * Throws an unsent application away. One that is being sent off at the same moment is waited for and stays, with its receipt.
 * @returns false when it was sent off
 */
export async function discardDraft(
  ground: DraftGround,
  draft: Pick<Draft, 'agencyId' | 'draftId'>,
): Promise<boolean> {
  const over = await ground.db
    .updateTable('request_drafts')
    // Over for every clock, also for one who began to send it off a moment ago.
    .set({ expires_at: new Date(0) })
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .where('submitted_sealed', 'is', null)
    .executeTakeFirst()
  if (over.numUpdatedRows === 0n) return false
  await dropDraft(ground, draft)
  return true
}

/** Removes a draft that is over, whatever became of it. */
async function dropDraft(ground: DraftGround, draft: Pick<Draft, 'agencyId' | 'draftId'>): Promise<void> {
  await dropDraftFiles(ground, draft, () => true)
  await ground.db
    .deleteFrom('request_drafts')
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .execute()
}

/** Throws away what is past its day. @returns how many */
export async function dropExpiredDrafts(ground: DraftGround): Promise<number> {
  const rows = await ground.db
    .selectFrom('request_drafts')
    .select(['agency_id as agencyId', 'draft_id as draftId'])
    .where('expires_at', '<=', ground.now)
    .limit(5_000)
    .execute()
  for (const row of rows) await dropDraft(ground, row)
  return rows.length
}

/**
 * The application was sent off: its files belong to the case now, what was typed is gone, and only the receipt can still be shown
 * for a while in this browser.
 */
export async function closeDraft(ground: DraftGround, draft: Draft, requestId: string): Promise<number> {
  const { db, cipher, now } = ground
  const rows = await db
    .deleteFrom('request_draft_files')
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .returningAll()
    .execute()
  if (rows.length > 0)
    await db
      .insertInto('request_files')
      .values(
        rows.map((row) => ({
          agency_id: row.agency_id,
          request_id: requestId,
          file_id: row.file_id,
          purpose: row.purpose,
          name_sealed: row.name_sealed,
          media_type: row.media_type,
          size: row.size,
          digest: row.digest,
          stored: row.stored,
          item_id: null,
          paper_id: null,
          added_by: null,
          added_at: now,
          erased_at: null,
        })),
      )
      .execute()
  await db
    .updateTable('request_drafts')
    .set({
      content_sealed: cipher.seal(JSON.stringify({})),
      submitted_sealed: cipher.seal(requestId),
      code_digest: null,
      expires_at: new Date(now.getTime() + receiptMinutes * 60_000),
    })
    .where('agency_id', '=', draft.agencyId)
    .where('draft_id', '=', draft.draftId)
    .execute()
  return rows.length
}
