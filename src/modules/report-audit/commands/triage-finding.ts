import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Stale } from '../../../platform/refusals.ts'
import { triageInput } from '../model.ts'
import { auditRefusals } from '../refusals.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { triageOf, writeTriage } from '../store/triage.ts'
import { judgePermission } from '../words.ts'

/**
 * Says of a finding that it is so, that it is none (with the reason), or takes back what was said. Each office has its own say; it
 * stands over new readings, editions and rules.
 * @throws Invalid, Forbidden, Stale (a colleague decided in between)
 */
export async function triageFinding(context: Context, input: unknown): Promise<void> {
  const { agencyId, year, findingKey, verdict, reason, revision } = checked(triageInput, input)
  const own = await demandReach(context, judgePermission, agencyId)
  const isWritten = await writeTriage(
    context.db,
    {
      agency_id: agencyId,
      year,
      by_agency_id: own,
      finding_key: findingKey,
      verdict,
      reason,
      revision,
      decided_by: deciding(context),
      decided_at: context.now,
    },
    revision,
  )
  if (!isWritten) {
    const now = (await triageOf(context.db, agencyId, year)).find(
      (entry) => entry.byAgencyId === own && entry.findingKey === findingKey,
    )
    throw new Stale([auditRefusals['report-audit.triage.stale']], now)
  }
  await context.journal({
    verb: 'triage-finding',
    subject: { kind: 'annualReport', id: `${agencyId}/${year}` },
    agencyId: own,
    detail: { finding: findingKey, verdict, reason },
  })
}
