import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formOf, stoppedBy, type Stopped } from '../../../../platform/http/form.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { renderPage, renderPart } from '../../../../platform/html/index.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { agencyById } from '../../../agencies/index.ts'
import { discardReports } from '../../commands/discard-reports.ts'
import { importCheck } from '../../commands/import-check.ts'
import { submitReports, type Submitted } from '../../commands/submit-reports.ts'
import { publishedReports } from '../../queries/published-reports.ts'
import { auditRefusals } from '../../refusals.ts'
import { submissionLimits } from '../../rules/submission.ts'
import { batchesOf, batchOf } from '../../store/batches.ts'
import { checksOf, type CheckEntry } from '../../store/checks.ts'
import { withinReach } from '../../store/reach.ts'
import { lettersBy, lettersTo } from '../../store/rectifications.ts'
import { triageOfYear, type TriageCount } from '../../queries/triage-of-year.ts'
import { judgePermission } from '../../words.ts'
import { isFinished } from '../check-list.tsx'
import { csvLine } from '../portal/open-data.ts'
import { receiveFiles } from '../receive-files.ts'
import { AuditHomePage } from './audit-pages.tsx'
import { ConsoleBatchPage, ConsoleBatchProgress, worstFirst } from './batch-pages.tsx'
import { judgedRoutes } from './judged-routes.tsx'
import { auditHome } from './judged-page.tsx'
import { letterRoutes } from './letter-routes.tsx'

type BatchRequest = FastifyRequest<{ Params: { batchId: string } }>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The console's pages for judging: own drafts and published reports, and those of the agencies below. */
export function auditRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function homePage(req: FastifyRequest, stopped?: Stopped): Promise<string> {
    const { agencyId } = staffOf(req, judgePermission)
    const query = formOf(req, 'query')
    const reach = await withinReach({ db }, agencyId)
    const ids = new Set(reach.map((one) => one.agencyId))
    const reports = (await publishedReports(db)).filter((report) => ids.has(report.agencyId))
    const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => b - a)
    const asked = Number(query.text('year'))
    const year = years.includes(asked) ? asked : (years[0] ?? null)
    const triage =
      year === null
        ? new Map<string, TriageCount>()
        : await triageOfYear(
            db,
            year,
            reach.map((one) => one.agencyId),
            agencyId,
          )
    const batches = []
    for (const batch of await batchesOf(db, agencyId, services.now()))
      batches.push({ ...batch, count: (await checksOf(db, agencyId, batch.batchId)).length })
    const letters = []
    for (const letter of [...(await lettersTo(db, agencyId)), ...(await lettersBy(db, agencyId))])
      letters.push({
        ...letter,
        agencyName: (await agencyById(db, letter.agencyId))?.shortName ?? '',
        byName: (await agencyById(db, letter.byAgencyId))?.shortName ?? '',
      })
    return renderPage(
      <AuditHomePage
        frame={await consoleFrame(services, req)}
        once={randomBytes(16).toString('base64url')}
        problems={stopped?.problems}
        said={query.text('done') === 'discarded' && !stopped ? '这一批已经删除。' : undefined}
        batches={batches}
        year={year}
        years={years}
        rows={reach
          .filter((agency) => agency.isOpen)
          .map((agency) => ({
            agency,
            report:
              reports.find((report) => report.agencyId === agency.agencyId && report.year === year) ?? null,
            triage: triage.get(agency.agencyId) ?? null,
          }))}
        letters={letters}
      />,
    )
  }

  app.get(auditHome, async (req, reply) => reply.html(await homePage(req)))

  app.post(auditHome, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, judgePermission)
    let submitted: Submitted | undefined
    const stopped = await stoppedBy(async () => {
      const { files, fields } = await receiveFiles(req, submissionLimits.console, 'reports')
      submitted = await services.command(actor, agencyId, (context) =>
        submitReports(context, {
          door: 'console',
          files,
          address: null,
          key: fields['once'] ?? null,
          keyMayRepeat: true,
        }),
      )
    })
    if (stopped || !submitted)
      return reply.html(await homePage(req, stopped ?? undefined), stopped?.status ?? 500)
    return reply.redirect(`${auditHome}/batches/${submitted.batchId}`, 303)
  })

  /** The batch, when it is this agency's own. */
  async function found(req: BatchRequest) {
    const staff = staffOf(req, judgePermission)
    const { batchId } = req.params
    const batch = uuid.test(batchId) ? await batchOf(db, staff.agencyId, batchId, services.now()) : undefined
    if (!batch) throw new NotFound([auditRefusals['report-audit.check.missing']])
    const checks = await checksOf(db, staff.agencyId, batchId)
    const reach = new Set((await withinReach({ db }, staff.agencyId)).map((one) => one.agencyId))
    const ready = checks.filter(
      ({ state, reportOf, reportYear, importedEdition }) =>
        state === 'done' &&
        importedEdition === null &&
        reportOf !== null &&
        reportYear !== null &&
        reach.has(reportOf),
    )
    return { ...staff, batch, checks, ready }
  }

  async function batchPage(req: BatchRequest, stopped?: Stopped): Promise<string> {
    const { batch, checks, ready } = await found(req)
    const count = Number(formOf(req, 'query').text('imported'))
    return renderPage(
      <ConsoleBatchPage
        frame={await consoleFrame(services, req)}
        batch={batch}
        checks={checks}
        ready={isFinished(checks) ? ready.length : 0}
        said={count > 0 && !stopped ? `登记了${count}份。` : undefined}
        problems={stopped?.problems}
      />,
    )
  }

  app.get(`${auditHome}/batches/:batchId`, async (req: BatchRequest, reply) => {
    const { checks } = await found(req)
    const [only] = checks
    if (only && checks.length === 1 && isFinished(checks) && only.state === 'done')
      return reply.redirect(`${auditHome}/batches/${req.params.batchId}/${only.number}`, 303)
    return reply.html(await batchPage(req))
  })

  app.get(`${auditHome}/batches/:batchId/progress`, async (req: BatchRequest, reply) => {
    const { checks } = await found(req)
    const base = `${auditHome}/batches/${req.params.batchId}`
    if (isFinished(checks)) reply.header('x-go-to', base)
    return reply.html(renderPart(<ConsoleBatchProgress base={base} checks={checks} />))
  })

  app.get(`${auditHome}/batches/:batchId.csv`, async (req: BatchRequest, reply) => {
    const { checks } = await found(req)
    const lines = worstFirst(checks).map(csvOfCheck)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="checks.csv"')
      .send(`\uFEFF${['机关,年度,文件,状态,错误,全部发现,说明', ...lines].join('\r\n')}\r\n`)
  })

  app.post(`${auditHome}/batches/:batchId/discard`, async (req: BatchRequest, reply) => {
    const { actor, agencyId, batch } = await found(req)
    await services.command(actor, agencyId, (context) =>
      discardReports(context, { owner: agencyId, batchId: batch.batchId }),
    )
    return reply.redirect(`${auditHome}?done=discarded`, 303)
  })

  app.post(`${auditHome}/batches/:batchId/import`, async (req: BatchRequest, reply) => {
    const { actor, agencyId, batch, ready } = await found(req)
    let count = 0
    // Each in its own transaction: one that is refused does not undo the others.
    const stopped = await stoppedBy(async () => {
      for (const { number } of ready) {
        await services.command(actor, agencyId, (context) =>
          importCheck(context, { batchId: batch.batchId, number }),
        )
        count += 1
      }
    })
    if (stopped) return reply.html(await batchPage(req, stopped), stopped.status)
    return reply.redirect(`${auditHome}/batches/${batch.batchId}?imported=${count}`, 303)
  })

  judgedRoutes(app, services)
  letterRoutes(app, services)
}

function csvOfCheck(check: CheckEntry): string {
  const errors = check.findings.filter(({ severity }) => severity === 'error').length
  const states = { waiting: '排队', reading: '正在读', done: '检查完了', unreadable: '没有读出来' } as const
  return csvLine(
    check.agency,
    check.year,
    check.fileName,
    states[check.state],
    errors,
    check.findings.length,
    check.sentence,
  )
}
