import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { demandHere } from '../../agencies/index.ts'
import { decideHint } from '../store/hints.ts'

export const dismissedHint = z.object({
  agencyId: z.uuid(),
  key: z.string().min(1),
  reason: z.string().trim().min(1, '写不主动公开的理由').max(500, '最多500个字'),
})

/**
 * Leaves information that several applicants asked for to requests, with the reason (条例 Art 44(1) is a may, not a must).
 * @throws Invalid, NotFound, Refused, Forbidden
 */
export async function dismissHint(context: Context, input: z.input<typeof dismissedHint>): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const { agencyId, key, reason } = checked(dismissedHint, input)
  const hint = await decideHint(context, agencyId, key, 'dismissed', reason)
  await context.journal({
    verb: 'dismiss-hint',
    subject: { kind: 'publicationHint', id: agencyId },
    agencyId,
    basis: '条例第四十四条第一款',
    detail: {
      information: hint.information,
      applicants: hint.applicants,
      cases: hint.cases.map(({ number }) => number),
      reason,
    },
  })
}
