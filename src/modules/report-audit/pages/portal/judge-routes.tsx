import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import { rules } from '../../../../law/report-checks/index.ts'
import { sm3 } from '../../../../platform/cipher/digest.ts'
import { formOf, stoppedBy } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { siteFacts } from '../../../../platform/http/site.ts'
import { renderPage, renderPart } from '../../../../platform/html/index.ts'
import { NotFound, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { discardReports } from '../../commands/discard-reports.ts'
import { submitReports, type Submitted } from '../../commands/submit-reports.ts'
import { auditJson } from '../../judge-file.ts'
import { auditRefusals } from '../../refusals.ts'
import { submissionLimits } from '../../rules/submission.ts'
import { batchByToken } from '../../store/batches.ts'
import { checkOf, checksOf } from '../../store/checks.ts'
import { besideInWords } from '../beside-in-words.ts'
import { isFinished } from '../check-list.tsx'
import { sendJudgementSheet } from '../send-judgement.ts'
import { receiveFiles } from '../receive-files.ts'
import { BatchPage, BatchProgress, CheckPage, judgeHome, JudgePage, RulesPage } from './judge-pages.tsx'

type TokenRequest = FastifyRequest<{ Params: { token: string } }>
type CheckRequest = FastifyRequest<{ Params: { token: string; number: string } }>

/** How often a minute one address may send. */
export const submissionsAMinute = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** The public place where anyone has reports judged. What is private opens by its unguessable address only. */
export function judgeRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function judgePage(req: FastifyRequest, problems?: readonly FieldProblem[]): Promise<string> {
    const said = formOf(req, 'query').text('done') === 'discarded' ? '已经删除，什么都没有留下。' : undefined
    return renderPage(
      <JudgePage
        frame={await portalFrame(services, req)}
        once={randomBytes(16).toString('base64url')}
        problems={problems}
        said={problems ? undefined : said}
      />,
    )
  }

  app.get(judgeHome, async (req, reply) =>
    reply.header('cache-control', 'no-store').html(await judgePage(req)),
  )

  app.post(judgeHome, { config: submissionsAMinute }, async (req, reply) => {
    let submitted: Submitted | undefined
    const stopped = await stoppedBy(async () => {
      const { files, fields } = await receiveFiles(req, submissionLimits.page, 'reports')
      const once = fields['once'] ?? ''
      submitted = await services.command({ kind: 'public' }, null, (context) =>
        submitReports(context, {
          door: 'page',
          files,
          address: req.ip,
          key: once.length >= 16 && once.length <= 64 ? once : null,
          keyMayRepeat: true,
        }),
      )
    })
    if (stopped || !submitted?.token)
      return reply.html(await judgePage(req, stopped?.problems ?? []), stopped?.status ?? 500)
    return reply.redirect(`${judgeHome}/${submitted.token}`, 303)
  })

  app.get(`${judgeHome}/rules`, async (req, reply) =>
    reply.html(renderPage(<RulesPage frame={await portalFrame(services, req)} rules={rules} />)),
  )

  app.get(`${judgeHome}/:token`, async (req: TokenRequest, reply) => {
    const batch = await found(req, reply)
    const checks = await checksOf(db, batch.agencyId, batch.batchId)
    const [only] = checks
    if (only && checks.length === 1 && isFinished(checks))
      return reply.redirect(`${baseOf(req)}/${only.number}`, 303)
    return reply.html(
      renderPage(
        <BatchPage
          frame={await portalFrame(services, req)}
          base={baseOf(req)}
          expiresAt={batch.expiresAt}
          checks={checks}
        />,
      ),
    )
  })

  app.get(`${judgeHome}/:token/progress`, async (req: TokenRequest, reply) => {
    const batch = await found(req, reply)
    const checks = await checksOf(db, batch.agencyId, batch.batchId)
    if (isFinished(checks)) reply.header('x-go-to', baseOf(req))
    return reply.html(renderPart(<BatchProgress base={baseOf(req)} checks={checks} />))
  })

  app.post(`${judgeHome}/:token/discard`, async (req: TokenRequest, reply) => {
    const batch = await found(req, reply)
    await services.command({ kind: 'public' }, null, (context) =>
      discardReports(context, { owner: batch.agencyId, batchId: batch.batchId }),
    )
    return reply.redirect(`${judgeHome}?done=discarded`, 303)
  })

  app.get(`${judgeHome}/:token/:number(^\\d{1,4}$)`, async (req: CheckRequest, reply) => {
    const { batch, check, together } = await foundCheck(req, reply)
    return reply.html(
      renderPage(
        <CheckPage
          frame={await portalFrame(services, req)}
          base={baseOf(req)}
          expiresAt={batch.expiresAt}
          check={check}
          together={together}
        />,
      ),
    )
  })

  app.get(`${judgeHome}/:token/:number(^\\d{1,4}).json`, async (req: CheckRequest, reply) => {
    const { check } = await foundCheck(req, reply)
    if (!check.recovered) throw new NotFound([auditRefusals['report-audit.check.notReady']])
    return reply
      .header('content-disposition', `attachment; filename="judgement-${check.number}.json"`)
      .send(auditJson({ report: check.recovered, findings: check.findings, format: check.format ?? '' }))
  })

  app.get(`${judgeHome}/:token/:number(^\\d{1,4}).docx`, async (req: CheckRequest, reply) => {
    const { check } = await foundCheck(req, reply)
    if (!check.recovered) throw new NotFound([auditRefusals['report-audit.check.notReady']])
    return sendJudgementSheet(reply, `judgement-${check.number}`, {
      report: check.recovered,
      findings: check.findings,
      judgedOn: beijingDay(services.now()),
      beside: besideInWords(check.beside),
      issuer: (await siteFacts(services)).name,
    })
  })

  /** The batch under the address; what is over is as if it had never been. */
  async function found(req: TokenRequest, reply: FastifyReply) {
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
    const batch = await batchByToken(db, sm3(req.params.token), services.now())
    if (!batch) throw new NotFound([auditRefusals['report-audit.check.missing']])
    return batch
  }

  async function foundCheck(req: CheckRequest, reply: FastifyReply) {
    const batch = await found(req, reply)
    const check = await checkOf(db, batch.agencyId, batch.batchId, Number(req.params.number))
    if (!check) throw new NotFound([auditRefusals['report-audit.check.missing']])
    const { length: together } = await checksOf(db, batch.agencyId, batch.batchId)
    return { batch, check, together }
  }
}

function baseOf(req: TokenRequest): string {
  return `${judgeHome}/${encodeURIComponent(req.params.token)}`
}
