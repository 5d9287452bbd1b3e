import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formOf, stoppedBy, type Stopped } from '../../../../platform/http/form.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { may } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { agencyById, agencyBySlug } from '../../../agencies/index.ts'
import { answerRectification } from '../../commands/answer-rectification.ts'
import { closeRectification } from '../../commands/close-rectification.ts'
import { issueRectification } from '../../commands/issue-rectification.ts'
import { confirmedPoints } from '../../queries/confirmed-points.ts'
import { publishedReport } from '../../queries/published-reports.ts'
import { auditRefusals } from '../../refusals.ts'
import { findingKeys } from '../../rules/finding-key.ts'
import { withinReach } from '../../store/reach.ts'
import { letterOf } from '../../store/rectifications.ts'
import { letterAddress } from '../../to-do.ts'
import { judgePermission, rectifyPermission } from '../../words.ts'
import { docxType } from '../send-judgement.ts'
import { auditHome } from './judged-page.tsx'
import { LetterPage, NewLetterPage } from './letter-pages.tsx'

type ReportRequest = FastifyRequest<{ Params: { slug: string; year: string } }>
type LetterRequest = FastifyRequest<{ Params: { agencyId: string; letterId: string } }>

const uuid = '^[0-9a-f-]{36}'
const letterPath = `${auditHome}/letters/:agencyId(${uuid}$)/:letterId(${uuid}$)`

const done: Readonly<Record<string, string>> = {
  issue: '整改通知已经签发，对方的待办里已经有了。',
  answer: '整改情况已经反馈。',
  close: '已经办结。',
}

/** Composing, reading, answering and closing rectification letters. */
export function letterRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function newLetterPage(req: ReportRequest, stopped?: Stopped): Promise<string> {
    const staff = staffOf(req, rectifyPermission)
    const year = Number(req.params.year)
    const agency = await agencyBySlug(db, req.params.slug)
    const reach = await withinReach({ db }, staff.agencyId)
    const isBelow =
      agency !== undefined &&
      agency.agencyId !== staff.agencyId &&
      reach.some(({ agencyId }) => agencyId === agency.agencyId)
    const report = isBelow ? await publishedReport(db, agency.agencyId, year) : undefined
    if (!agency || !report) throw new NotFound([auditRefusals['report-audit.report.missing']])
    const form = formOf(req)
    return renderPage(
      <NewLetterPage
        frame={await consoleFrame(services, req)}
        base={`${auditHome}/reports/${agency.slug}/${year}`}
        agencyName={agency.name}
        year={year}
        points={await confirmedPoints(db, staff.agencyId, report)}
        chosen={stopped ? form.list('keys') : null}
        typed={stopped ? form.text : () => ''}
        problems={stopped?.problems}
      />,
    )
  }

  const newPath = `${auditHome}/reports/:slug/:year(^\\d{4}$)/letter`
  app.get(newPath, async (req: ReportRequest, reply) => reply.html(await newLetterPage(req)))

  app.post(newPath, async (req: ReportRequest, reply) => {
    const { actor, agencyId: own } = staffOf(req, rectifyPermission)
    const agency = await agencyBySlug(db, req.params.slug)
    if (!agency) throw new NotFound([auditRefusals['report-audit.report.missing']])
    const form = formOf(req)
    let letterId = ''
    const stopped = await stoppedBy(async () => {
      letterId = await services.command(actor, own, (context) =>
        issueRectification(context, {
          ...form.values,
          keys: form.list('keys'),
          agencyId: agency.agencyId,
          year: Number(req.params.year),
        }),
      )
    })
    if (stopped) return reply.html(await newLetterPage(req, stopped), stopped.status)
    return reply.redirect(`${letterAddress({ agencyId: agency.agencyId, letterId })}?done=issue`, 303)
  })

  /** The letter, for the agency it went to and the office it came from; for all others it is not there. */
  async function found(req: LetterRequest) {
    const staff = staffOf(req, judgePermission)
    const letter = await letterOf(db, req.params.agencyId, req.params.letterId)
    if (!letter || (letter.agencyId !== staff.agencyId && letter.byAgencyId !== staff.agencyId))
      throw new NotFound([auditRefusals['report-audit.letter.missing']])
    return { staff, letter }
  }

  async function letterPage(req: LetterRequest, stopped?: Stopped): Promise<string> {
    const { staff, letter } = await found(req)
    const agency = await agencyById(db, letter.agencyId)
    const by = await agencyById(db, letter.byAgencyId)
    const stands = await publishedReport(db, letter.agencyId, letter.year)
    const now = new Set(findingKeys(stands?.findings ?? []))
    const isOurs = letter.byAgencyId === staff.agencyId
    return renderPage(
      <LetterPage
        frame={await consoleFrame(services, req)}
        letter={{ ...letter, agencyName: agency?.name ?? '', byName: by?.name ?? '' }}
        today={services.today()}
        mayAnswer={letter.agencyId === staff.agencyId}
        mayClose={isOurs && may(staff.actor, rectifyPermission)}
        standing={
          stands && stands.edition > letter.edition
            ? {
                edition: stands.edition,
                left: letter.points.filter(({ key }) => now.has(key)).length,
              }
            : null
        }
        reportHref={`${auditHome}/reports/${agency?.slug ?? ''}/${letter.year}`}
        typed={stopped ? formOf(req).text : () => ''}
        problems={stopped?.problems}
        said={stopped ? undefined : done[formOf(req, 'query').text('done')]}
      />,
    )
  }

  app.get(letterPath, async (req: LetterRequest, reply) => reply.html(await letterPage(req)))

  const acts = [
    ['answer', answerRectification],
    ['close', closeRectification],
  ] as const
  for (const [name, act] of acts)
    app.post(`${letterPath}/${name}`, async (req: LetterRequest, reply) => {
      const { staff, letter } = await found(req)
      const { agencyId, letterId } = letter
      const stopped = await stoppedBy(() =>
        services.command(staff.actor, staff.agencyId, (context) =>
          act(context, { ...formOf(req).values, agencyId, letterId }),
        ),
      )
      if (stopped) return reply.html(await letterPage(req, stopped), stopped.status)
      return reply.redirect(`${letterAddress(letter)}?done=${name}`, 303)
    })

  async function send(req: LetterRequest, reply: FastifyReply, kind: 'pdf' | 'docx'): Promise<FastifyReply> {
    const { letter } = await found(req)
    const digest = kind === 'pdf' ? letter.pdfDigest : letter.docxDigest
    const name = encodeURIComponent(`${letter.documentNumber}.${kind}`)
    return reply
      .type(kind === 'pdf' ? 'application/pdf' : docxType)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(Buffer.from(await services.files.get(digest)))
  }
  const filePath = `${auditHome}/letters/:agencyId(${uuid}$)/:letterId(${uuid})`
  app.get(`${filePath}.pdf`, async (req: LetterRequest, reply) => send(req, reply, 'pdf'))
  app.get(`${filePath}.docx`, async (req: LetterRequest, reply) => send(req, reply, 'docx'))
}
