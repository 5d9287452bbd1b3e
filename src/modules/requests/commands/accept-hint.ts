import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { demandHere } from '../../agencies/index.ts'
import { decideHint } from '../store/hints.ts'

export const acceptedHint = z.object({
  agencyId: z.uuid(),
  key: z.string().min(1),
  place: z.string().trim().min(1, '写准备公开在哪里，例如“本局门户网站应急管理栏目”').max(200, '最多200个字'),
})

/**
 * Takes information that several applicants asked for into proactive publication (条例 Art 44(1): the agency may). Who had proposed it
 * (Art 44(2)) is told with D41 from that case.
 * @throws Invalid, NotFound, Refused, Forbidden
 */
export async function acceptHint(context: Context, input: z.input<typeof acceptedHint>): Promise<void> {
  demandHere(context, 'requests.handle', input.agencyId)
  const { agencyId, key, place } = checked(acceptedHint, input)
  const hint = await decideHint(context, agencyId, key, 'accepted', place)
  await context.journal({
    verb: 'accept-hint',
    subject: { kind: 'publicationHint', id: agencyId },
    agencyId,
    basis: '条例第四十四条第一款',
    detail: {
      information: hint.information,
      applicants: hint.applicants,
      cases: hint.cases.map(({ number }) => number),
      place,
    },
  })
}
