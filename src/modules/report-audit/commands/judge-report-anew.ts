import { may, type Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { judgeBytes } from '../checks/judge-bytes.ts'
import { besideOf, neighboursOf } from '../checks/compare-check.ts'
import { judgeCorrected } from '../checks/judge-with-corrections.ts'
import { rulesVersion } from '../judge-file.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { auditRefusals } from '../refusals.ts'
import { findingKeys } from '../rules/finding-key.ts'
import { demandReach } from '../store/reach.ts'
import { writeJudgement } from '../store/standing.ts'
import { judgePermission } from '../words.ts'

/**
 * Judges a published report again: with today's rules (then it is read again too), beside last year's and its sisters' reports as
 * they stand now, with the corrections people made. The edition stays, and so does what people said of its findings. Harmless twice.
 * @throws Forbidden
 */
export async function judgeReportAnew(
  context: Context,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<void> {
  if (!may(context.actor, judgePermission))
    throw new Forbidden([auditRefusals['report-audit.permission.missing']])
  if (context.actor.kind === 'person') await demandReach(context, judgePermission, agencyId)
  const stands = await publishedReport(context.db, agencyId, year)
  if (!stands) return
  const isOld = stands.rulesVersion !== rulesVersion
  const outcome = isOld
    ? await judgeBytes(await context.files.get(stands.digest), stands.fileName)
    : undefined
  // A reader that has become stricter takes nothing away: what was read once stays.
  const recovered =
    outcome?.kind === 'judged' ? { ...outcome.judged.report, file: stands.fileName } : stands.recovered
  const neighbours = await neighboursOf(context, { ...recovered, year }, agencyId)
  const findings = await judgeCorrected(
    context,
    { agencyId, year, digest: stands.digest },
    recovered,
    neighbours,
  )
  await writeJudgement(
    context.db,
    { agencyId, year, edition: stands.edition },
    {
      findings,
      ...(isOld ? { recovered } : {}),
      beside: besideOf(neighbours),
      rulesVersion,
      judgedAt: context.now,
    },
  )
  const before = findingKeys(stands.findings).join('\n')
  if (!isOld && before === findingKeys(findings).join('\n')) return
  await context.journal({
    verb: 'judge-report-anew',
    subject: { kind: 'annualReport', id: `${agencyId}/${year}` },
    agencyId,
    detail: { edition: stands.edition, rulesVersion, before: stands.findings.length, after: findings.length },
  })
}
