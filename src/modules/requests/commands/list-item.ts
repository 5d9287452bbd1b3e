import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { demandHere } from '../../agencies/index.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { demandUnsigned } from '../store/paper-ground.ts'

export const itemInput = z.object({
  title: z.string().trim().min(1, '写信息的名称').max(300, '最多300个字'),
  documentNumber: z.string().trim().max(100).default(''),
  pages: z.coerce.number('页数写数字').int('页数写整数').min(0).max(100_000).default(0),
})

/**
 * Puts one piece of information on the inventory of a case: what was found, to be judged piece by piece (条例 Art 37).
 * @returns id of the item
 */
export async function listItem(
  context: Context,
  input: CaseKey & { readonly item: z.input<typeof itemInput> },
): Promise<string> {
  demandHere(context, 'requests.handle', input.agencyId)
  const item = checked(itemInput, input.item)
  const found = await openCase(context, input, 'judgeItems')
  await demandUnsigned(context, found)
  const last = await context.db
    .selectFrom('request_items')
    .select((row) => row.fn.max('position').as('position'))
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .executeTakeFirst()
  const itemId = crypto.randomUUID()
  await context.db
    .insertInto('request_items')
    .values({
      agency_id: found.agencyId,
      request_id: found.requestId,
      item_id: itemId,
      position: (last?.position ?? 0) + 1,
      title: item.title,
      document_number: item.documentNumber,
      pages: item.pages,
      judgement: null,
      because: null,
      original_file: null,
      release_file: null,
      release_checked_at: null,
    })
    .execute()
  await context.journal({
    verb: 'list-item',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    detail: { itemId, pages: item.pages },
  })
  return itemId
}
