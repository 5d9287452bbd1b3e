import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../../platform/http/form.ts'
import { sentForm } from '../../../../../platform/http/sent-form.ts'
import { renderPage, renderPart } from '../../../../../platform/html/index.ts'
import { Invalid, NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { approvePaper } from '../../../commands/approve-paper.ts'
import { attachFile } from '../../../commands/attach-file.ts'
import { discardPaper } from '../../../commands/discard-paper.ts'
import { draftPaper } from '../../../commands/draft-paper.ts'
import { issuePaper } from '../../../commands/issue-paper.ts'
import { recordDelivery } from '../../../commands/record-delivery.ts'
import { sendBackPaper } from '../../../commands/send-back-paper.ts'
import { servePaper } from '../../../commands/serve-paper.ts'
import { submitPaper } from '../../../commands/submit-paper.ts'
import { letterPress } from '../../../letters/letter-press.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { possiblePapers } from '../../../queries/possible-papers.ts'
import { seeApplicants } from '../../../queries/see-applicants.ts'
import { requestRefusals } from '../../../refusals.ts'
import { tellsApplicant } from '../../../rules/intake-records.ts'
import { uploadLimits } from '../../../rules/uploads.ts'
import { readFile } from '../../../store/files.ts'
import { takeFiles, type TakenFile } from '../../take-files.ts'
import { paperAt } from '../addresses.ts'
import { caseHere, idOf, type CaseHere } from './case-here.ts'
import { ChoosePaperPage } from './choose-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { DraftPreview } from './draft-preview.tsx'
import { draftTyped, draftView, letterOf, type DraftAsked } from './draft-view.ts'
import { PaperPage, type PaperInFile } from './paper-page.tsx'
import { paperView } from './paper-view.ts'
import { dayTyped, serviceInput } from './service-input.ts'

type PaperRequest = FastifyRequest<{ Params: { requestId: string; paperId: string } }>

const done: Readonly<Record<string, string>> = {
  drafted: '草稿已保存。',
  submitted: '已送审。',
  approved: '已签同意。',
  back: '已退回拟稿人，意见在审签记录里。',
  issued: '已编号发出，登记送达以后才算数。',
  served: '送达已登记。',
  delivered: '收到日期已登记。',
  printed: '已打印入卷，在下面下载。',
}

/** Which consultation or which remedy a new paper is about, if any. */
function aboutOf(form: Form): { readonly consultationId: string | null; readonly remedyId: string | null } {
  const named = (name: string) => (form.text(name) === '' ? null : idOf(form.text(name)))
  return { consultationId: named('consultation'), remedyId: named('remedy') }
}

const base = '/console/requests/:requestId/papers'

/** Papers of a case in the console: choosing, drafting, signing, sending out and serving. */
export function mountPapers(app: FastifyInstance, services: Services): void {
  const press = letterPress(services)

  async function showDraft(req: FastifyRequest, here: CaseHere, asked: DraftAsked, stopped?: Stopped) {
    return renderPage(
      <DraftPage
        frame={await consoleFrame(services, req)}
        here={here}
        view={await draftView(services, here, asked)}
        stopped={stopped}
      />,
    )
  }

  app.get(`${base}/new`, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const query = formOf(req, 'query')
    if (query.text('letter') === '') {
      const possible = await possiblePapers(services, here.file.request, services.today())
      return reply.html(
        renderPage(
          <ChoosePaperPage frame={await consoleFrame(services, req)} here={here} possible={possible} />,
        ),
      )
    }
    const letter = letterOf(query.text('letter'))
    return reply.html(await showDraft(req, here, { letter, ...aboutOf(query), paper: null, typed: null }))
  })

  app.post(`${base}/preview/:letter`, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const letter = letterOf((req.params as { readonly letter: string }).letter)
    const form = formOf(req)
    const view = await draftView(services, here, { letter, ...aboutOf(form), paper: null, typed: form })
    return reply.html(renderPart(<DraftPreview preview={view.preview} letter={letter} />))
  })

  /** Saves a draft, or only shows it as typed; what the rules refuse comes back in the same form. */
  async function save(req: FastifyRequest, here: CaseHere, paper: PaperInFile | null) {
    const { form, files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(services, files)
    const about = paper ?? { letter: letterOf(formOf(req, 'query').text('letter')), ...aboutOf(form) }
    const { letter, consultationId, remedyId } = about
    const asked: DraftAsked = { letter, consultationId, remedyId, paper, typed: form }
    if (form.text('then') === 'preview') return { page: await showDraft(req, here, asked), status: 200 }
    const view = await draftView(services, here, asked)
    const draft = draftTyped(view, asked, taken)
    const key = { agencyId: here.agencyId, requestId: here.requestId }
    let paperId = ''
    const stopped = await stoppedBy(async () => {
      if (problems.length > 0) throw new Invalid(problems)
      paperId = await here.act(async (context) => {
        const drafted = await draftPaper(context, { ...key, ...draft })
        for (const { field, ...file } of taken) {
          const purpose = field === 'file.searchRecord' ? 'searchRecord' : 'evidence'
          await attachFile(context, { ...key, file: { ...file, purpose, paperId: drafted } })
        }
        return drafted
      })
    })
    if (stopped) return { page: await showDraft(req, here, asked, stopped), status: stopped.status }
    return { paperId }
  }

  app.post(`${base}/new`, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const saved = await save(req, here, null)
    if (saved.page !== undefined) return reply.html(saved.page, saved.status)
    return reply.redirect(`${paperAt(here.requestId, saved.paperId)}?done=drafted`, 303)
  })

  async function paperHere(req: PaperRequest) {
    const here = await caseHere(services, req)
    const paperId = idOf(req.params.paperId)
    const paper = here.file.papers.find((one) => one.paperId === paperId)
    if (!paper) throw new NotFound([requestRefusals['requests.paper.missing']])
    return { here, paper, at: paperAt(here.requestId, paperId) }
  }

  async function showPaper(req: PaperRequest, form: Form, stopped?: Stopped) {
    const { here, paper } = await paperHere(req)
    return renderPage(
      <PaperPage
        frame={await consoleFrame(services, req)}
        here={here}
        view={await paperView(services, here, paper)}
        typed={form.text}
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  app.get(`${base}/:paperId`, async (req: PaperRequest, reply) =>
    reply.html(await showPaper(req, formOf(req))),
  )

  app.get(`${base}/:paperId/edit`, async (req: PaperRequest, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const { paper, at } = await paperHere(req)
    if (paper.state !== 'draft') return reply.redirect(at, 303)
    return reply.html(
      await showDraft(req, here, {
        letter: paper.letter,
        consultationId: paper.consultationId,
        remedyId: paper.remedyId,
        paper,
        typed: null,
      }),
    )
  })

  app.post(`${base}/:paperId`, async (req: PaperRequest, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const { paper, at } = await paperHere(req)
    const saved = await save(req, here, paper)
    if (saved.page !== undefined) return reply.html(saved.page, saved.status)
    return reply.redirect(`${at}?done=drafted`, 303)
  })

  /** One act on a paper, as a form posts it with the version that was looked at. */
  function mountAct(
    path: string,
    word: string,
    act: (
      here: CaseHere,
      key: { readonly agencyId: string; readonly paperId: string; readonly version: number },
      form: Form,
      files: readonly TakenFile[],
      req: FastifyRequest,
    ) => Promise<unknown>,
  ): void {
    app.post(`${base}/:paperId/${path}`, async (req: PaperRequest, reply) => {
      const { here, paper, at } = await paperHere(req)
      const { form, files } = await sentForm(req, uploadLimits)
      const { taken, problems } = await takeFiles(services, files)
      const key = { agencyId: here.agencyId, paperId: paper.paperId, version: Number(form.text('version')) }
      const stopped = await stoppedBy(async () => {
        if (problems.length > 0) throw new Invalid(problems)
        await act(here, key, form, taken, req)
      })
      if (stopped) return reply.html(await showPaper(req, form, stopped), stopped.status)
      return reply.redirect(`${at}?done=${word}`, 303)
    })
  }

  mountAct('submit', 'submitted', (here, key) => here.act((context) => submitPaper(context, key)))
  mountAct('approve', 'approved', (here, key, form) =>
    here.act((context) => approvePaper(context, { ...key, opinion: form.text('opinion') })),
  )
  mountAct('send-back', 'back', (here, key, form) =>
    here.act((context) => sendBackPaper(context, { ...key, opinion: form.text('opinion') })),
  )
  mountAct('discard', '', (here, key) => here.act((context) => discardPaper(context, key)))
  mountAct('issue', 'issued', (here, key, _form, _files, req) => {
    const publicUrl = services.config.publicUrl ?? `${req.protocol}://${req.host}`
    return here.act((context) => issuePaper(context, { ...key, press, publicUrl }))
  })
  mountAct('serve', 'served', (here, key, form, files) => {
    const given = files.find(({ field }) => field === 'proof')
    const proof = given ? { ...given, purpose: 'serviceProof' as const } : null
    return here.act((context) => servePaper(context, { ...key, ...serviceInput(form) }, proof))
  })
  mountAct('deliver', 'delivered', (here, key, form) =>
    here.act((context) => recordDelivery(context, { ...key, deliveredOn: dayTyped(form, 'deliveredOn') })),
  )

  app.get(`${base}/:paperId/draft.pdf`, async (req: PaperRequest, reply) => {
    const { here, paper } = await paperHere(req)
    const { document } = await paperView(services, here, paper)
    if (document === null || paper.state === 'issued' || paper.state === 'served')
      throw new NotFound([requestRefusals['requests.paper.missing']])
    const { pdf } = await press.print({
      ...document,
      documentNumber: '草稿，未编号',
      note: '草稿，仅供审签，不作为答复',
    })
    return reply
      .type('application/pdf')
      .header('content-disposition', 'attachment; filename="draft.pdf"')
      .header('cache-control', 'no-store')
      .send(Buffer.from(pdf))
  })

  for (const kind of ['pdf', 'docx'] as const)
    app.get(`${base}/:paperId/letter.${kind}`, async (req: PaperRequest, reply) => {
      const { here, paper } = await paperHere(req)
      const fileId = kind === 'pdf' ? paper.pdfFile : paper.docxFile
      if (fileId === null) throw new NotFound([requestRefusals['requests.file.missing']])
      // A letter to the applicant shows the whole name: who may see it, and that it was seen, is the same as on the case page.
      if (letterTemplate(paper.letter).reader === 'applicant' || tellsApplicant(paper.letter))
        await here.act((context) =>
          seeApplicants(context, { agencyId: here.agencyId, requestId: here.requestId, why: '下载文书' }),
        )
      const { file, bytes } = await readFile(services, {
        agencyId: here.agencyId,
        requestId: here.requestId,
        fileId,
      })
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    })
}
