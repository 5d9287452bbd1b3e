import type { Context } from '../../../platform/context.ts'
import { findCase, keepStanding } from '../store/cases.ts'

/**
 * Reads the clock of one open case anew: a night has passed over a pause, a period of the applicant's has run out, or the calendar has
 * changed. What had been told to the applicant stays with its letter. Nothing is written when nothing moved.
 * @returns whether anything moved
 */
export async function refreshCase(
  context: Context,
  input: { readonly agencyId: string; readonly requestId: string },
): Promise<boolean> {
  const row = await context.db
    .selectFrom('requests')
    .select([
      'kept_state',
      'kept_due_on',
      'kept_latest_due_on',
      'kept_applicant_due_on',
      'kept_is_provisional',
    ])
    .where('agency_id', '=', input.agencyId)
    .where('request_id', '=', input.requestId)
    .forUpdate()
    .executeTakeFirst()
  const found = await findCase(context.db, input.agencyId, input.requestId, context.today)
  if (!row || !found || found.closedOn !== null) return false
  const { standing } = found
  const isSame =
    row.kept_state === standing.state &&
    row.kept_due_on === standing.dueOn &&
    row.kept_latest_due_on === standing.latestDueOn &&
    row.kept_applicant_due_on === standing.applicantDueOn &&
    row.kept_is_provisional === standing.isProvisional
  if (isSame) return false
  await keepStanding(context.db, found, standing)
  await context.journal({
    verb: 'refresh-case',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    ...(found.kind === 'information' ? { basis: '条例第三十三条' } : {}),
    detail: {
      state: standing.state,
      before: row.kept_due_on,
      dueOn: standing.dueOn,
      isProvisional: standing.isProvisional,
    },
  })
  return true
}
