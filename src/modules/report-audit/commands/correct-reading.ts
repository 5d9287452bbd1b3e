import type { RecoveredReport } from '../../../law/report-form/model.ts'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { judgeAllOfBytes } from '../checks/judge-with-corrections.ts'
import { correctionInput } from '../model.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { auditRefusals } from '../refusals.ts'
import { valueOf } from '../rules/corrections.ts'
import { checkOf } from '../store/checks.ts'
import { correctionsOf, writeCorrection } from '../store/corrections.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { checksOfBytes } from '../store/standing.ts'
import { judgePermission } from '../words.ts'

/**
 * Puts the value that truly stands in the source in place of the one that was read, with the reason; everything made of these bytes
 * is judged again with it. What was read stays visible.
 * @throws Invalid, Forbidden, NotFound, Refused (no such cell), Stale
 */
export async function correctReading(context: Context, input: unknown): Promise<void> {
  const wanted = checked(correctionInput, input)
  const { agencyId, year, digest, cell, value, reason, revision } = wanted
  const own = await demandReach(context, judgePermission, agencyId)
  const recovered = await readingOf(context, own, agencyId, year, digest)
  const readAs = valueOf(recovered, cell)
  if (readAs === undefined) throw new Refused([auditRefusals['report-audit.correction.noCell']])
  if (readAs === value) throw new Refused([auditRefusals['report-audit.correction.same']])
  const isWritten = await writeCorrection(
    context.db,
    {
      agencyId,
      year,
      digest,
      cell,
      readAs,
      value,
      inForce: true,
      reason,
      decidedBy: deciding(context),
      decidedAt: context.now,
    },
    revision,
  )
  if (!isWritten)
    throw new Stale(
      [auditRefusals['report-audit.correction.stale']],
      await correctionsOf(context.db, agencyId, year, digest),
    )
  await judgeAllOfBytes(context, { agencyId, year, digest })
  await context.journal({
    verb: 'correct-reading',
    subject: { kind: 'annualReport', id: `${agencyId}/${year}` },
    agencyId: own,
    detail: { cell, readAs, value, reason },
  })
}

/** What was read of these bytes: the published edition's, or of a check in one's own office. */
async function readingOf(
  context: Context,
  own: string,
  agencyId: string,
  year: number,
  digest: string,
): Promise<RecoveredReport> {
  const stands = await publishedReport(context.db, agencyId, year)
  if (stands?.digest === digest) return stands.recovered
  const check = (await checksOfBytes(context.db, agencyId, year, digest)).find((key) => key.agencyId === own)
  const found = check && (await checkOf(context.db, own, check.batchId, check.number))
  if (!found?.recovered) throw new NotFound([auditRefusals['report-audit.check.missing']])
  return found.recovered
}
