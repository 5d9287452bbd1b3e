import type { RecoveredReport } from '../../../law/report-form/model.ts'
import type { Context } from '../../../platform/context.ts'
import { rulesVersion } from '../judge-file.ts'
import { anewQueue } from './queues.ts'
import { tellSisters } from './tell-sisters.ts'
import { judgePool } from '../judge-pool.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { withCorrections } from '../rules/corrections.ts'
import { publicOwner } from '../store/batches.ts'
import { changeCheck, checkOf, reportsBeside } from '../store/checks.ts'
import { correctionsOf } from '../store/corrections.ts'
import { checksOfBytes, writeJudgement } from '../store/standing.ts'
import { besideOf, neighboursOf, sistersToSend, type Neighbours } from './compare-check.ts'

/** Judges a reading with the corrections people made of it, beside its neighbours. */
export async function judgeCorrected(
  { db }: Pick<Context, 'db'>,
  of: { readonly agencyId: string; readonly year: number; readonly digest: string },
  recovered: RecoveredReport,
  neighbours: Neighbours,
) {
  const corrections = await correctionsOf(db, of.agencyId, of.year, of.digest)
  const { report } = withCorrections(
    recovered,
    corrections.filter(({ inForce }) => inForce),
  )
  return judgePool().judgeAgain(report, {
    ...(neighbours.previous ? { previous: neighbours.previous.report } : {}),
    sisters: sistersToSend(neighbours),
  })
}

/** After a correction: judges again everything that was made of these bytes, the published edition and the checks. */
export async function judgeAllOfBytes(
  context: Context,
  of: { readonly agencyId: string; readonly year: number; readonly digest: string },
): Promise<void> {
  const stands = await publishedReport(context.db, of.agencyId, of.year)
  if (stands?.digest === of.digest) {
    const neighbours = await neighboursOf(context, stands.recovered, of.agencyId)
    await writeJudgement(
      context.db,
      { agencyId: of.agencyId, year: of.year, edition: stands.edition },
      {
        findings: await judgeCorrected(context, of, stands.recovered, neighbours),
        beside: besideOf(neighbours),
        rulesVersion,
        judgedAt: context.now,
      },
    )
    // Next year's report carries on from these figures, the sisters' are measured by them.
    await tellSisters(context, of)
    await context.send({
      queue: anewQueue,
      key: `${of.agencyId} ${of.year + 1} after a correction at ${context.now.toISOString()}`,
      payload: { agencyId: of.agencyId, year: of.year + 1 },
    })
  }
  for (const key of await checksOfBytes(context.db, of.agencyId, of.year, of.digest)) {
    if (key.agencyId === publicOwner) continue
    const check = await checkOf(context.db, key.agencyId, key.batchId, key.number)
    if (!check?.recovered) continue
    const together = await reportsBeside(context.db, key.agencyId, key.batchId, key.number)
    const neighbours = await neighboursOf(context, check.recovered, of.agencyId, together)
    await changeCheck(context.db, key, key.number, {
      findings: await judgeCorrected(context, of, check.recovered, neighbours),
      beside: besideOf(neighbours),
    })
  }
}
