import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { Acts, ConsolePage, Notice, renderPage, type Act } from '../../../../platform/html/index.ts'
import { may, type Context } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf, type StaffRequest } from '../../../../platform/sessions/index.ts'
import { agencyBySlug } from '../../../agencies/index.ts'
import { correctReading } from '../../commands/correct-reading.ts'
import { importCheck } from '../../commands/import-check.ts'
import { placeCheck } from '../../commands/place-check.ts'
import { restoreReading } from '../../commands/restore-reading.ts'
import { triageFinding } from '../../commands/triage-finding.ts'
import { auditJson } from '../../judge-file.ts'
import { confirmedPoints } from '../../queries/confirmed-points.ts'
import { editionsOf, publishedReport } from '../../queries/published-reports.ts'
import { auditRefusals } from '../../refusals.ts'
import { changesBetween } from '../../rules/finding-key.ts'
import { batchOf } from '../../store/batches.ts'
import { checkOf } from '../../store/checks.ts'
import { withinReach } from '../../store/reach.ts'
import { judgePermission, rectifyPermission } from '../../words.ts'
import { besideInWords } from '../beside-in-words.ts'
import { sendJudgementSheet } from '../send-judgement.ts'
import { PlacePanel } from './batch-pages.tsx'
import { auditHome, JudgedPage, type Judged } from './judged-page.tsx'
import { judgedCheck, judgedReport } from './load-judged.ts'

type CheckRequest = FastifyRequest<{ Params: { batchId: string; number: string } }>
type ReportRequest = FastifyRequest<{ Params: { slug: string; year: string } }>

const checkPath = `${auditHome}/batches/:batchId(^[0-9a-f-]{36}$)/:number(^\\d{1,4}$)`
const reportPath = `${auditHome}/reports/:slug/:year(^\\d{4}$)`

const done: Readonly<Record<string, string>> = {
  triage: '判断已记下。',
  correct: '已更正，并按新的数重新检查。',
  restore: '更正已撤回，按原来的读数重新检查。',
  place: '已保存。',
  import: '已登记为已发布的报告，公众现在可以看到。',
}

/** Pages about one judged report: a check of one's own office, or a published report within reach. */
export function judgedRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function check(req: CheckRequest) {
    const staff = staffOf(req, judgePermission)
    const { batchId } = req.params
    const number = Number(req.params.number)
    const batch = await batchOf(db, staff.agencyId, batchId, services.now())
    const found = batch && (await checkOf(db, staff.agencyId, batchId, number))
    if (!found) throw new NotFound([auditRefusals['report-audit.check.missing']])
    const reach = await withinReach({ db }, staff.agencyId)
    const base = `${auditHome}/batches/${batchId}/${number}`
    const { recovered } = found
    const judged = recovered
      ? await judgedCheck(db, staff.agencyId, new Set(reach.map(({ agencyId }) => agencyId)), base, {
          ...found,
          recovered,
        })
      : null
    return { staff, batchId, number, found, reach, base, judged }
  }

  async function checkPage(req: CheckRequest, stopped?: Stopped): Promise<string> {
    const { batchId, found, reach, base, judged } = await check(req)
    const frame = await consoleFrame(services, req)
    const batchCrumb = { title: '这一批', href: `${auditHome}/batches/${batchId}` }
    if (!judged)
      return renderPage(
        <ConsolePage
          frame={frame}
          title={found.fileName}
          current={auditHome}
          crumbs={[{ title: '报告检查', href: auditHome }, batchCrumb, { title: found.fileName }]}
        >
          <h1>{found.fileName}</h1>
          <Notice kind="warn" title={found.state === 'unreadable' ? '没有读出来' : '还没有读完'}>
            <p>{found.sentence ?? '请过一会儿再看。'}</p>
          </Notice>
        </ConsolePage>,
      )
    const typed = typedIn(req, stopped)
    return renderPage(
      <JudgedPage
        frame={frame}
        judged={judged}
        crumbs={[batchCrumb]}
        downloads={[
          { title: '下载检查单', href: `${base}.docx` },
          { title: 'JSON', href: `${base}.json` },
        ]}
        chosenCell={formOf(req, 'query').text('cell')}
        typed={typed}
        problems={stopped?.problems}
        said={saidIn(req, stopped)}
        acts={
          <PlacePanel base={base} check={found} reach={reach} typed={typed} problems={stopped?.problems} />
        }
      />,
    )
  }

  async function report(req: ReportRequest) {
    const staff = staffOf(req, judgePermission)
    const { slug } = req.params
    const year = Number(req.params.year)
    const agency = await agencyBySlug(db, slug)
    const reach = await withinReach({ db }, staff.agencyId)
    const isReached = agency !== undefined && reach.some(({ agencyId }) => agencyId === agency.agencyId)
    const found = isReached ? await publishedReport(db, agency.agencyId, year) : undefined
    if (!agency || !found) throw new NotFound([auditRefusals['report-audit.report.missing']])
    const base = `${auditHome}/reports/${slug}/${year}`
    const judged = await judgedReport(db, staff.agencyId, base, found)
    return { staff, agency, year, found, base, judged }
  }

  async function reportPage(req: ReportRequest, stopped?: Stopped): Promise<string> {
    const { staff, agency, year, found, base, judged } = await report(req)
    const [, before] = await editionsOf(db, agency.agencyId, year)
    const points = await confirmedPoints(db, staff.agencyId, found)
    const acts: Act[] = [
      {
        title: '看公众看到的',
        href: `/reports/${agency.slug}/${year}`,
        says: `第${found.edition}版，已经公开。`,
      },
      ...(staff.agencyId === agency.agencyId || !may(staff.actor, rectifyPermission)
        ? []
        : [
            {
              title: '拟整改通知',
              says:
                points.length > 0
                  ? `已经判断属实的${points.length}处可以写进通知。`
                  : '还没有判断为属实的问题，先逐处判断。',
              ...(points.length > 0 ? { href: `${base}/letter` } : {}),
            },
          ]),
    ]
    return renderPage(
      <JudgedPage
        frame={await consoleFrame(services, req)}
        judged={judged}
        crumbs={[]}
        downloads={[
          { title: '下载检查单', href: `${base}.docx` },
          { title: 'JSON', href: `/reports/${agency.slug}/${year}.json` },
        ]}
        chosenCell={formOf(req, 'query').text('cell')}
        typed={typedIn(req, stopped)}
        problems={stopped?.problems}
        said={saidIn(req, stopped)}
        acts={<Acts acts={acts} />}
        changes={
          before
            ? { edition: before.edition, changes: changesBetween(before.findings, found.findings) }
            : null
        }
      />,
    )
  }

  /** A form of a judged report: what the command refuses is shown on the same page, else one is led back to it. */
  function mountAct<Req extends FastifyRequest>(
    path: string,
    load: (req: Req) => Promise<{ readonly staff: StaffRequest; readonly judged: Judged | null }>,
    page: (req: Req, stopped: Stopped) => Promise<string>,
    name: 'triage' | 'corrections' | 'corrections/restore',
    act: (context: Context, input: Readonly<Record<string, unknown>>) => Promise<void>,
    said: string,
  ): void {
    app.post(`${path}/${name}`, async (req, reply: FastifyReply) => {
      const { staff, judged } = await load(req as Req)
      if (!judged?.of) throw new NotFound([auditRefusals['report-audit.check.missing']])
      const { agencyId, year } = judged.of
      const form = formOf(req)
      const stopped = await stoppedBy(() =>
        services.command(staff.actor, staff.agencyId, (context) =>
          act(context, { ...form.values, agencyId, year, digest: form.text('digest') }),
        ),
      )
      if (stopped) return reply.html(await page(req as Req, stopped), stopped.status)
      // Back to the finding one has just judged, not to the head of a long page.
      const number = /^\d{1,4}$/.exec(form.text('number'))?.[0]
      return reply.redirect(`${judged.base}?done=${said}${number === undefined ? '' : `#f${number}`}`, 303)
    })
  }

  const acts = [
    ['triage', triageFinding, 'triage'],
    ['corrections', correctReading, 'correct'],
    ['corrections/restore', restoreReading, 'restore'],
  ] as const
  for (const [name, act, said] of acts) {
    mountAct<CheckRequest>(checkPath, check, checkPage, name, act, said)
    mountAct<ReportRequest>(reportPath, report, reportPage, name, act, said)
  }

  app.get(checkPath, async (req: CheckRequest, reply) => reply.html(await checkPage(req)))
  app.get(reportPath, async (req: ReportRequest, reply) => reply.html(await reportPage(req)))

  app.post(`${checkPath}/place`, async (req: CheckRequest, reply) => {
    const { staff, batchId, number, base } = await check(req)
    const stopped = await stoppedBy(() =>
      services.command(staff.actor, staff.agencyId, (context) =>
        placeCheck(context, { ...formOf(req).values, batchId, number }),
      ),
    )
    if (stopped) return reply.html(await checkPage(req, stopped), stopped.status)
    return reply.redirect(`${base}?done=place`, 303)
  })

  app.post(`${checkPath}/import`, async (req: CheckRequest, reply) => {
    const { staff, batchId, number, base } = await check(req)
    const stopped = await stoppedBy(() =>
      services.command(staff.actor, staff.agencyId, (context) => importCheck(context, { batchId, number })),
    )
    if (stopped) return reply.html(await checkPage(req, stopped), stopped.status)
    return reply.redirect(`${base}?done=import`, 303)
  })

  const sheetOf = async (req: FastifyRequest, judged: Judged) => ({
    report: judged.recovered,
    findings: judged.findings,
    judgedOn: services.today(),
    beside: besideInWords(judged.beside),
    issuer: (await consoleFrame(services, req)).agencyName ?? '',
  })

  app.get(
    `${auditHome}/batches/:batchId(^[0-9a-f-]{36}$)/:number(^\\d{1,4}).docx`,
    async (req: CheckRequest, reply) => {
      const { judged, number } = await check(req)
      if (!judged) throw new NotFound([auditRefusals['report-audit.check.notReady']])
      return sendJudgementSheet(reply, `judgement-${number}`, await sheetOf(req, judged))
    },
  )

  app.get(
    `${auditHome}/batches/:batchId(^[0-9a-f-]{36}$)/:number(^\\d{1,4}).json`,
    async (req: CheckRequest, reply) => {
      const { judged, number } = await check(req)
      if (!judged) throw new NotFound([auditRefusals['report-audit.check.notReady']])
      return reply
        .header('content-disposition', `attachment; filename="judgement-${number}.json"`)
        .send(auditJson({ report: judged.recovered, findings: judged.findings, format: '' }))
    },
  )

  app.get(`${auditHome}/reports/:slug/:year(^\\d{4}).docx`, async (req: ReportRequest, reply) => {
    const { judged, agency, year } = await report(req)
    return sendJudgementSheet(reply, `judgement-${agency.slug}-${year}`, await sheetOf(req, judged))
  })
}

function typedIn(req: FastifyRequest, stopped: Stopped | undefined): Form['text'] {
  return stopped ? formOf(req).text : () => ''
}

function saidIn(req: FastifyRequest, stopped: Stopped | undefined): string | undefined {
  return stopped ? undefined : done[formOf(req, 'query').text('done')]
}
