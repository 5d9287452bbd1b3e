import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Stale } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { day, itemJudgements } from '../model.ts'
import { groundBlanks, groundShapes } from '../letters/grounds.ts'
import { blankProblem } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { demandUnsigned } from '../store/paper-ground.ts'
import { itemsOf } from '../store/items.ts'

const withheldPart = z.object({ what: z.string().trim().max(300).default('') })
const publicPlace = z.object({
  where: z.string().trim().min(1, '写公开的位置：网站、栏目、网址').max(500),
  publishedOn: day('写公开日期'),
})

/**
 * Judges one piece of information: open, partly, withheld with ground and reason, not there, or public already (条例 Art 36, 37).
 * What is withheld needs its own ground and reason; the letter takes them from here.
 */
export async function judgeItem(
  context: Context,
  input: CaseKey & {
    readonly itemId: string
    readonly itemVersion?: number
    readonly judgement: (typeof itemJudgements)[number]
    /** Ground and its blanks (letters/grounds.ts) with `what`, or the public place; none for what is open. */
    readonly because: Readonly<Record<string, unknown>> | null
  },
): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const found = await openCase(context, input, 'judgeItems')
  await demandUnsigned(context, found)
  const item = (await itemsOf(context.db, found.agencyId, found.requestId)).find(
    ({ itemId }) => itemId === input.itemId,
  )
  if (!item) throw new NotFound([requestRefusals['requests.item.missing']])
  if (input.itemVersion !== undefined && input.itemVersion !== item.version)
    throw new Stale([requestRefusals['requests.case.changed']], { version: item.version })
  const because = becauseOf(input.judgement, input.because)
  await context.db
    .updateTable('request_items')
    .set({
      judgement: input.judgement,
      because: because === null ? null : JSON.stringify(because),
      // A copy was made for the judgement it stood under: another judgement needs another copy.
      ...(item.judgement === input.judgement ? {} : { release_file: null, release_checked_at: null }),
      version: item.version + 1,
    })
    .where('agency_id', '=', found.agencyId)
    .where('item_id', '=', item.itemId)
    .execute()
  await context.journal({
    verb: 'judge-item',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十六条、第三十七条',
    detail: { itemId: item.itemId, judgement: input.judgement, ground: because?.['ground'] ?? null },
  })
}

function becauseOf(
  judgement: (typeof itemJudgements)[number],
  given: Readonly<Record<string, unknown>> | null,
): Readonly<Record<string, unknown>> | null {
  if (judgement === 'open') return null
  if (judgement === 'alreadyPublished') return checked(publicPlace, given ?? {})
  const ground = groundBlanks.safeParse(judgement === 'notHeld' ? { ...given, ground: 'notHeld' } : given)
  if (!ground.success) {
    const code = judgement === 'notHeld' ? 'notHeld' : String(given?.['ground'])
    const shape = Object.entries(groundShapes).find(([name]) => name === code)?.[1]
    throw new Invalid(
      ground.error.issues.map((issue) =>
        shape === undefined
          ? { field: 'ground', sentence: '写明不公开的理由和依据' }
          : blankProblem(shape, issue),
      ),
    )
  }
  return { ...checked(withheldPart, given ?? {}), ...ground.data }
}
