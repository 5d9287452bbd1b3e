import { sm3 } from '../../../platform/cipher/digest.ts'
import type { Context, Db, FieldCipher, FileStore } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { FilePurpose } from '../model.ts'
import { requestRefusals } from '../refusals.ts'

/** A file of a case without its bytes. */
export interface CaseFile {
  readonly fileId: string
  readonly requestId: string
  readonly purpose: FilePurpose
  readonly name: string
  readonly mediaType: string
  /** Bytes, unsealed. */
  readonly size: number
  /** SM3 of the plain bytes. */
  readonly digest: string
  readonly itemId: string | null
  readonly paperId: string | null
  readonly addedAt: Date
  readonly isErased: boolean
}

export interface NewFile {
  readonly purpose: FilePurpose
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly itemId?: string | null
  readonly paperId?: string | null
}

/**
 * Keeps a file of a case, sealed: what lies in the file store cannot be read, and no two cases share bytes there.
 * @returns its id
 */
export async function putFile(
  context: Context,
  key: { readonly agencyId: string; readonly requestId: string },
  file: NewFile,
): Promise<string> {
  const sealed = context.cipher.seal(Buffer.from(file.bytes).toString('base64'))
  const stored = await context.files.put(Buffer.from(sealed, 'utf8'))
  const fileId = crypto.randomUUID()
  await context.db
    .insertInto('request_files')
    .values({
      agency_id: key.agencyId,
      request_id: key.requestId,
      file_id: fileId,
      purpose: file.purpose,
      name_sealed: context.cipher.seal(file.name),
      media_type: file.mediaType,
      size: file.bytes.length,
      digest: sm3(file.bytes),
      stored,
      item_id: file.itemId ?? null,
      paper_id: file.paperId ?? null,
      added_by: context.actor.kind === 'person' ? context.actor.personId : null,
      added_at: context.now,
      erased_at: null,
    })
    .execute()
  return fileId
}

/** The files of a case, oldest first; those that came in the same moment by name, so that an archive is the same each time. */
export async function filesOf(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestId: string,
): Promise<readonly CaseFile[]> {
  const rows = await db
    .selectFrom('request_files')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute()
  const files = rows.map((row) => ({
    fileId: row.file_id,
    requestId: row.request_id,
    purpose: row.purpose,
    name: cipher.open(row.name_sealed),
    mediaType: row.media_type,
    size: row.size,
    digest: row.digest,
    itemId: row.item_id,
    paperId: row.paper_id,
    addedAt: row.added_at,
    isErased: row.erased_at !== null,
  }))
  return files.sort(
    (a, b) => a.addedAt.getTime() - b.addedAt.getTime() || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
}

/**
 * The bytes of one file of one case. The case is part of the question: a file of another case is not found.
 * @throws NotFound also when the file was erased
 */
export async function readFile(
  ground: { readonly db: Db; readonly cipher: FieldCipher; readonly files: FileStore },
  key: { readonly agencyId: string; readonly requestId: string; readonly fileId: string },
): Promise<{ readonly file: CaseFile; readonly bytes: Uint8Array }> {
  const row = await ground.db
    .selectFrom('request_files')
    .select(['stored', 'erased_at'])
    .where('agency_id', '=', key.agencyId)
    .where('request_id', '=', key.requestId)
    .where('file_id', '=', key.fileId)
    .executeTakeFirst()
  const file = (await filesOf(ground.db, ground.cipher, key.agencyId, key.requestId)).find(
    ({ fileId }) => fileId === key.fileId,
  )
  if (!row || !file || row.erased_at !== null) throw new NotFound([requestRefusals['requests.file.missing']])
  const sealed = Buffer.from(await ground.files.get(row.stored)).toString('utf8')
  return { file, bytes: Buffer.from(ground.cipher.open(sealed), 'base64') }
}
