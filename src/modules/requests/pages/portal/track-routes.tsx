import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formOf, stoppedBy } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Context } from '../../../../platform/context.ts'
import { addMaterial } from '../../commands/add-material.ts'
import { answerClarification } from '../../commands/answer-clarification.ts'
import { changeContact, contactFields } from '../../commands/change-contact.ts'
import { collectPaper } from '../../commands/collect-paper.ts'
import { downloadFile } from '../../commands/download-file.ts'
import { giveReasons } from '../../commands/give-reasons.ts'
import { rateService } from '../../commands/rate-service.ts'
import { withdrawRequest } from '../../commands/withdraw-request.ts'
import { letterPress } from '../../letters/letter-press.ts'
import { caseByCode } from '../../queries/case-by-code.ts'
import { receiptOf } from '../../queries/receipt-of.ts'
import { trackedCase } from '../../queries/tracked-case.ts'
import { requestRefusals } from '../../refusals.ts'
import { mostFiles, uploadLimits } from '../../rules/uploads.ts'
import { takeFiles, type TakenFile } from '../take-files.ts'
import { caseAddress } from './case-acts.tsx'
import { CasePage, WithdrawPage } from './case-page.tsx'
import { TrackForm } from './track-form.tsx'
import { closeVisit, keepPrivate, limited, openVisit, readVisit, visitOf, type CaseVisit } from './visit.ts'

type PaperRequest = FastifyRequest<{ Params: { id: string } }>
const uuid = '[0-9a-f]{8}-[0-9a-f-]{27}'

/** What was just done; the address names it by a word of this list and nothing else. */
const doneWords: Readonly<Record<string, string>> = {
  clarification: '补正已经收到。从明天起重新计算20个工作日。',
  reasons: '理由已经收到。',
  material: '材料已经收到，放进了这一件。',
  collected: '已经记下您今天收到。下面可以下载。',
  withdrawn: '申请已经撤回。',
  contact: '联系方式已经改好，以后的文书和通知用新的。',
  rating: '评价已经收到，谢谢您。',
}

/** Following a case: number and code open it for an hour; everything after that has neither in its address. */
export function trackRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  app.get('/requests/track', async (req, reply) => {
    keepPrivate(reply)
    return reply.html(
      renderPage(
        <TrackForm
          frame={await portalFrame(services, req)}
          number=""
          isOver={formOf(req, 'query').text('over') === '1'}
        />,
      ),
    )
  })

  app.post('/requests/track', { config: limited(10) }, async (req, reply) => {
    keepPrivate(reply)
    const form = formOf(req)
    const number = form.text('number').trim().slice(0, 40)
    const code = form.text('code').trim().slice(0, 60)
    const problems: FieldProblem[] = []
    if (number === '') problems.push({ field: 'number', sentence: '写申请编号' })
    if (code === '') problems.push({ field: 'code', sentence: '写查询码' })
    const found = problems.length > 0 ? undefined : await caseByCode(db, number, code)
    if (found) {
      openVisit(req, reply, services, found)
      return reply.redirect(caseAddress, 303)
    }
    if (problems.length === 0)
      problems.push({ field: 'code', sentence: requestRefusals['requests.track.unknown'].sentence })
    return reply.html(
      renderPage(<TrackForm frame={await portalFrame(services, req)} number={number} problems={problems} />),
      422,
    )
  })

  app.get(caseAddress, async (req, reply) => {
    keepPrivate(reply)
    // A bookmark of yesterday leads to where number and code are asked, not to an error.
    if (readVisit(req, services) === null) return reply.redirect('/requests/track?over=1', 303)
    return reply.html(await drawn(req))
  })

  app.post(`${caseAddress}/leave`, async (req, reply) => {
    keepPrivate(reply)
    closeVisit(req, reply, services)
    return reply.redirect('/requests/track?over=1', 303)
  })

  acting('clarification', 'clarification', async (context, key, { text, files }) =>
    answerClarification(
      context,
      { ...key, on: context.today, content: text('content') },
      files.map((file) => ({ ...file, purpose: 'clarification' })),
    ),
  )
  acting('reasons', 'reasonFiles', async (context, key, { text, files }) =>
    giveReasons(
      context,
      { ...key, on: context.today, reasons: text('reasons') },
      files.map((file) => ({ ...file, purpose: 'reasons' })),
    ),
  )
  acting('material', 'material', async (context, key, { files }) => addMaterial(context, key, files))
  acting('contact', null, async (context, key, { text }) =>
    changeContact(context, {
      ...key,
      position: 0,
      contact: Object.fromEntries(contactFields.map((name) => [name, text(name)])),
    }),
  )
  acting('rating', null, async (context, key, { text }) =>
    rateService(context, { ...key, rating: { score: text('score') || undefined, comment: text('comment') } }),
  )

  app.get(`${caseAddress}/withdraw`, async (req, reply) => {
    const shown = await load(req, reply)
    if (!shown.may.withdraw) return reply.redirect(caseAddress, 303)
    return reply.html(renderPage(<WithdrawPage frame={await portalFrame(services, req)} shown={shown} />))
  })

  app.post(`${caseAddress}/withdraw`, { config: limited(20) }, async (req, reply) =>
    act(req, reply, 'withdrawn', {}, (context, key) =>
      withdrawRequest(context, { ...key, on: context.today, way: '在网上撤回' }),
    ),
  )

  app.post(
    `${caseAddress}/papers/:id(^${uuid}$)`,
    { config: limited(30) },
    async (req: PaperRequest, reply) =>
      act(req, reply, 'collected', {}, (context, key) =>
        collectPaper(context, { ...key, paperId: req.params.id }),
      ),
  )

  app.get(
    `${caseAddress}/papers/:id(^${uuid}).pdf`,
    { config: limited(60) },
    async (req: PaperRequest, reply) => download(req, reply, { paperId: req.params.id }),
  )

  app.get(`${caseAddress}/files/:id(^${uuid}$)`, { config: limited(60) }, async (req: PaperRequest, reply) =>
    download(req, reply, { fileId: req.params.id }),
  )

  app.get(`${caseAddress}/receipt.pdf`, { config: limited(20) }, async (req, reply) => {
    keepPrivate(reply)
    const receipt = await receiptOf(services, visitOf(req, services), services.today())
    const { pdf } = await letterPress(services).print(receipt.document())
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="receipt-${receipt.number}.pdf"`)
      .send(Buffer.from(pdf))
  })

  interface Sent {
    text(name: string): string
    readonly files: readonly Omit<TakenFile, 'field'>[]
  }

  /** A form of the case page, with the files of one input. What is refused comes back with what was typed. */
  function acting(
    name: 'clarification' | 'reasons' | 'material' | 'contact' | 'rating',
    input: string | null,
    command: (context: Context, key: CaseVisit, sent: Sent) => Promise<unknown>,
  ): void {
    app.post(`${caseAddress}/${name}`, { config: limited(20) }, async (req, reply) => {
      const visit = visitOf(req, services)
      const { form, files } = await sentForm(req, uploadLimits)
      const { taken, problems } = await takeFiles(
        services,
        files.filter(({ field }) => field === input),
      )
      const typed = Object.fromEntries(Object.keys(form.values).map((key) => [key, form.text(key)]))
      const tooMany =
        taken.length > mostFiles
          ? [{ field: input ?? '', sentence: requestRefusals['requests.file.tooMany'].sentence }]
          : []
      return act(req, reply, name, typed, (context) => {
        if (problems.length + tooMany.length > 0) throw new Invalid([...problems, ...tooMany])
        return command(context, visit, { text: (key) => form.text(key), files: taken })
      })
    })
  }

  /** Runs a command on the opened case and comes back to its page: with what was done, or with what was wrong. */
  async function act(
    req: FastifyRequest,
    reply: FastifyReply,
    done: string,
    typed: Readonly<Record<string, string>>,
    command: (context: Context, key: CaseVisit) => Promise<unknown>,
  ) {
    keepPrivate(reply)
    const visit = visitOf(req, services)
    const stopped = await stoppedBy(() =>
      services.command({ kind: 'public' }, visit.agencyId, (context) => command(context, visit)),
    )
    if (stopped) return reply.html(await drawn(req, stopped.problems, typed), stopped.status)
    return reply.redirect(`${caseAddress}?done=${done}${done === 'collected' ? '#papers' : ''}`, 303)
  }

  async function load(req: FastifyRequest, reply: FastifyReply) {
    keepPrivate(reply)
    return trackedCase(services, visitOf(req, services), services.today())
  }

  async function drawn(
    req: FastifyRequest,
    problems?: readonly FieldProblem[],
    typed?: Readonly<Record<string, string>>,
  ): Promise<string> {
    const shown = await trackedCase(services, visitOf(req, services), services.today())
    const word = problems ? '' : formOf(req, 'query').text('done')
    return renderPage(
      <CasePage
        frame={await portalFrame(services, req)}
        shown={shown}
        done={Object.hasOwn(doneWords, word) ? doneWords[word] : undefined}
        problems={problems}
        typed={typed}
      />,
    )
  }

  async function download(
    req: FastifyRequest,
    reply: FastifyReply,
    wanted: { readonly paperId: string } | { readonly fileId: string },
  ) {
    keepPrivate(reply)
    const visit = visitOf(req, services)
    const { file, bytes } = await services.command({ kind: 'public' }, visit.agencyId, (context) =>
      downloadFile(context, { ...visit, wanted }),
    )
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(bytes))
  }
}
