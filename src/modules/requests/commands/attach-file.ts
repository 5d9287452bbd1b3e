import { sm3 } from '../../../platform/cipher/digest.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { demandUnsigned } from '../store/paper-ground.ts'
import { filesOf, putFile, type NewFile } from '../store/files.ts'
import { itemsOf } from '../store/items.ts'

/**
 * Puts a file into a case: evidence, search record, original of an item, scan of what came by post. An original becomes the item's
 * own; its copy for release comes from the redaction, never from here.
 * @returns id of the file
 */
export async function attachFile(
  context: Context,
  input: CaseKey & { readonly file: NewFile },
): Promise<string> {
  demandHere(context, 'requests.handle', input.agencyId)
  const itemId = input.file.itemId ?? null
  // A new original throws away the copy that was made of the old one: that is work on the inventory, and a closed case has none.
  const found = await openCase(context, input, itemId === null ? 'attach' : 'judgeItems')
  if (itemId !== null) {
    await demandUnsigned(context, found)
    const items = await itemsOf(context.db, found.agencyId, found.requestId)
    if (!items.some((item) => item.itemId === itemId))
      throw new NotFound([requestRefusals['requests.item.missing']])
  }
  // The same file sent twice for the same paper is one file.
  const twin = (await filesOf(context.db, context.cipher, found.agencyId, found.requestId)).find(
    ({ purpose, paperId, digest, isErased }) =>
      !isErased &&
      paperId !== null &&
      paperId === (input.file.paperId ?? null) &&
      purpose === input.file.purpose &&
      digest === sm3(input.file.bytes),
  )
  if (twin) return twin.fileId
  const fileId = await putFile(context, found, input.file)
  if (itemId !== null && input.file.purpose === 'original')
    await context.db
      .updateTable('request_items')
      .set({ original_file: fileId, release_file: null, release_checked_at: null })
      .where('agency_id', '=', found.agencyId)
      .where('item_id', '=', itemId)
      .execute()
  await context.journal({
    verb: 'attach-file',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { fileId, purpose: input.file.purpose, size: input.file.bytes.length },
  })
  return fileId
}
