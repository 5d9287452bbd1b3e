import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { rulesVersion } from '../judge-file.ts'
import { auditRefusals } from '../refusals.ts'
import { bytesOf, changeCheck, checkOf } from '../store/checks.ts'
import { demandReach } from '../store/reach.ts'
import { judgePermission } from '../words.ts'
import { importReport } from './import-report.ts'

/**
 * Keeps a checked file as the published report of its agency and year: from now on it is shown on the portal and is a fact of past
 * years (条例第四十九条). The same bytes twice change nothing; other bytes become a new edition.
 * @throws Forbidden, NotFound, Refused (unread, unplaced, the file is gone)
 */
export async function importCheck(
  context: Context,
  { batchId, number }: { readonly batchId: string; readonly number: number },
): Promise<{
  readonly agencyId: string
  readonly year: number
  readonly edition: number
  readonly changed: boolean
}> {
  const own = await demandReach(context, judgePermission, context.agencyId ?? '')
  const check = await checkOf(context.db, own, batchId, number)
  if (!check) throw new NotFound([auditRefusals['report-audit.check.missing']])
  if (!check.recovered || check.format === null)
    throw new Refused([auditRefusals['report-audit.check.notReady']])
  const { reportOf, reportYear } = check
  if (reportOf === null || reportYear === null)
    throw new Refused([auditRefusals['report-audit.check.unplaced']])
  await demandReach(context, judgePermission, reportOf)
  if (reportYear < 2008 || reportYear > Number(context.today.slice(0, 4)))
    throw new Refused([auditRefusals['report-audit.check.yearImpossible']])
  const bytes = await bytesOf(context.db, own, batchId, number)
  if (!bytes) throw new Refused([auditRefusals['report-audit.check.bytesGone']])
  const { edition, changed } = await importReport(context, {
    agencyId: reportOf,
    year: reportYear,
    fileName: check.fileName,
    format: check.format,
    bytes,
    recovered: check.recovered,
    findings: check.findings,
    rulesVersion,
  })
  await changeCheck(context.db, { agencyId: own, batchId }, number, { importedEdition: edition })
  await context.journal({
    verb: 'import-check',
    subject: { kind: 'reportCheck', id: `${batchId}/${number}` },
    agencyId: own,
    basis: '条例第四十九条',
    detail: { of: reportOf, year: reportYear, edition, changed },
  })
  return { agencyId: reportOf, year: reportYear, edition, changed }
}
