import type { Context } from '../../../platform/context.ts'
import { everyAgency } from '../../agencies/index.ts'
import { sistersOf } from '../rules/sisters.ts'
import { markBesideStale } from '../store/standing.ts'

/**
 * A report came in or was corrected: the standing reports of its sisters for the same year (copied text, outliers) are to be
 * judged again. They are only marked here; the sweep of every five minutes judges each once, however many sisters came.
 */
export async function tellSisters(
  context: Context,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<void> {
  const agencies = await everyAgency(context.db)
  const self = agencies.find((one) => one.agencyId === agencyId)
  if (self === undefined) return
  await markBesideStale(
    context.db,
    sistersOf(self, agencies).map((sister) => sister.agencyId),
    year,
  )
}
