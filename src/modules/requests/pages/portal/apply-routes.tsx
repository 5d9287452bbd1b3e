import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import { formOf, stoppedBy } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage, renderPart, when } from '../../../../platform/html/index.ts'
import { NotFound, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyById, agencyBySlug } from '../../../agencies/index.ts'
import { submitDraft } from '../../commands/submit-draft.ts'
import { letterPress } from '../../letters/letter-press.ts'
import { findPublic } from '../../queries/find-public.ts'
import { receiptOf } from '../../queries/receipt-of.ts'
import { requestRefusals } from '../../refusals.ts'
import {
  applicationProblems,
  applySteps,
  identityField,
  isApplicantKind,
  mostApplicants,
  newApplicant,
  openStep,
  stepProblems,
  type ApplyStep,
  type DraftContent,
} from '../../rules/application.ts'
import { uploadLimits } from '../../rules/uploads.ts'
import {
  discardDraft,
  draftFilesOf,
  dropDraftFiles,
  findDraft,
  keepDraftFile,
  moveDraftFiles,
  newResumeCode,
  saveDraft,
  type Draft,
  type DraftGround,
} from '../../store/drafts.ts'
import { settingsOf } from '../../store/settings.ts'
import { takeFiles } from '../take-files.ts'
import { hasRoom, nameInCase, withRoom } from './apply-files.ts'
import { applyBase, stepAddress } from './apply-frame.tsx'
import { HowPage } from './apply-how.tsx'
import { mergeStep } from './apply-merge.ts'
import { ReviewPage } from './apply-review.tsx'
import { LaterPage } from './apply-start.tsx'
import { Finds, WhatPage } from './apply-what.tsx'
import { WhoPage } from './apply-who.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { browserOf, keepPrivate, limited } from './visit.ts'

type DraftRequest = FastifyRequest<{ Params: { draftId: string } }>
type StepRequest = FastifyRequest<{ Params: { draftId: string; step: ApplyStep } }>

/** The guided application, step by step, from the draft to the receipt. */
export function applyRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services
  const step = `:step(^(?:${applySteps.join('|')})$)`
  const ground = (): DraftGround => ({ ...services, now: services.now() })

  app.get(`${applyBase}/:draftId`, async (req: DraftRequest, reply) => {
    const draft = await opened(req, reply)
    return reply.redirect(
      draft.requestId === null
        ? stepAddress(draft.draftId, openStep(draft.content, await draftFilesOf(services, draft)))
        : `${applyBase}/${draft.draftId}/receipt`,
      303,
    )
  })

  app.get(`${applyBase}/:draftId/${step}`, async (req: StepRequest, reply) => {
    const draft = await unsent(req, reply)
    if (draft === null) return reply
    // A link from the review leads to a field: what is wrong is said there too.
    const isSent = formOf(req, 'query').text('problems') === '1'
    const problems = isSent
      ? stepProblems(req.params.step, draft.content, await draftFilesOf(services, draft))
      : []
    return reply.html(await drawn(req, draft, req.params.step, problems))
  })

  app.post(`${applyBase}/:draftId/${step}`, { config: limited(60) }, async (req: StepRequest, reply) => {
    const draft = await unsent(req, reply)
    if (draft === null) return reply
    const { form, files } = await sentForm(req, uploadLimits)
    const at = req.params.step
    let content = mergeStep(at, draft.content, form)
    const { taken, problems: refused } = await takeFiles(services, files)
    const kept = await draftFilesOf(services, draft)
    const { files: roomy, problems: full } = withRoom(taken, kept, content.applicants.length)
    const most = content.applicants.length
    for (const file of roomy)
      await keepDraftFile(ground(), draft, { ...file, name: nameInCase(file, most) }, (beside) =>
        hasRoom(file, beside, most),
      )
    const act = form.text('act') || 'next'
    content = await changed(draft, content, act, form.text('newKind'))
    await saveDraft(ground(), draft, content)
    const now = { ...draft, content }

    const problems: FieldProblem[] = [...refused, ...full]
    if (act === 'next')
      for (const problem of stepProblems(at, content, await draftFilesOf(services, now)))
        if (!problems.some(({ field }) => field === problem.field)) problems.push(problem)
    if (problems.length > 0) return reply.html(await drawn(req, now, at, problems), 422)
    if (act === 'later') return reply.html(await laterPage(req, now))
    return reply.redirect(nextAddress(now, at, act), 303)
  })

  app.post(`${applyBase}/:draftId/submit`, { config: limited(20) }, async (req: DraftRequest, reply) => {
    const draft = await opened(req, reply)
    const browser = browserOf(req, services) ?? ''
    const stopped = await stoppedBy(() =>
      services.command({ kind: 'public' }, draft.agencyId, (context) =>
        submitDraft(context, { draftId: draft.draftId, browser }),
      ),
    )
    if (stopped) return reply.html(await drawn(req, draft, 'review', stopped.problems), stopped.status)
    return reply.redirect(`${applyBase}/${draft.draftId}/receipt`, 303)
  })

  app.post(`${applyBase}/:draftId/discard`, async (req: DraftRequest, reply) => {
    const draft = await unsent(req, reply)
    if (draft === null) return reply
    // Sent off in the same moment: it is a case now, and its number and code must still be shown.
    const isGone = await discardDraft(ground(), draft)
    return reply.redirect(isGone ? '/requests?done=discarded' : `${applyBase}/${draft.draftId}/receipt`, 303)
  })

  app.get(`${applyBase}/:draftId/receipt`, async (req: DraftRequest, reply) => {
    const { receipt, draft } = await receiptFor(req, reply)
    return reply.html(
      renderPage(
        <ReceiptPage
          {...receipt}
          frame={await portalFrame(services, req)}
          pdfAt={`${applyBase}/${draft.draftId}/receipt.pdf`}
        />,
      ),
    )
  })

  app.get(`${applyBase}/:draftId/receipt.pdf`, { config: limited(20) }, async (req: DraftRequest, reply) => {
    const { receipt } = await receiptFor(req, reply)
    const { pdf } = await letterPress(services).print(receipt.document())
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="receipt-${receipt.number}.pdf"`)
      .send(Buffer.from(pdf))
  })

  app.get('/requests/already-public', { config: limited(120) }, async (req, reply) => {
    keepPrivate(reply)
    const query = formOf(req, 'query')
    const agency = await agencyBySlug(db, query.text('agency').slice(0, 80))
    if (!agency) throw new NotFound()
    return reply.html(
      renderPart(
        <Finds finds={await findPublic(services, agency.agencyId, query.text('q').slice(0, 300))} />,
      ),
    )
  })

  /** The application of this browser. @throws NotFound for another browser's, whether it exists or not */
  async function opened(req: DraftRequest, reply: FastifyReply): Promise<Draft> {
    keepPrivate(reply)
    const browser = browserOf(req, services)
    const draft = browser === null ? undefined : await findDraft(ground(), req.params.draftId, browser)
    if (!draft) throw new NotFound([requestRefusals['requests.draft.gone']])
    return draft
  }

  /** The same, while it can still be changed; one that was sent off leads to its receipt (null: answered). */
  async function unsent(req: DraftRequest, reply: FastifyReply): Promise<Draft | null> {
    const draft = await opened(req, reply)
    if (draft.requestId === null) return draft
    void reply.redirect(`${applyBase}/${draft.draftId}/receipt`, 303)
    return null
  }

  async function receiptFor(req: DraftRequest, reply: FastifyReply) {
    const draft = await opened(req, reply)
    const { agencyId, requestId } = draft
    if (requestId === null) throw new NotFound([requestRefusals['requests.draft.gone']])
    return { draft, receipt: await receiptOf(services, { agencyId, requestId }, services.today()) }
  }

  /** What the smaller buttons of a step do to the application. */
  async function changed(draft: Draft, content: DraftContent, act: string, newKind: string) {
    const { applicants } = content
    if (act === 'addApplicant' && applicants.length < mostApplicants)
      return {
        ...content,
        applicants: [...applicants, newApplicant(isApplicantKind(newKind) ? newKind : 'natural')],
      }
    const fileId = /^dropFile-([0-9a-f-]{36})$/.exec(act)?.[1]
    if (fileId !== undefined) await dropDraftFiles(ground(), draft, (file) => file.fileId === fileId)
    const out = Number(/^removeApplicant-(\d{1,2})$/.exec(act)?.[1] ?? Number.NaN)
    if (!(out < applicants.length) || applicants.length === 1) return content
    await dropDraftFiles(ground(), draft, ({ field }) => field === identityField(out))
    for (let behind = out + 1; behind < applicants.length; behind += 1)
      await moveDraftFiles(ground(), draft, identityField(behind), identityField(behind - 1))
    return { ...content, applicants: applicants.filter((_, position) => position !== out) }
  }

  async function drawn(
    req: DraftRequest,
    draft: Draft,
    at: ApplyStep,
    problems: readonly FieldProblem[],
  ): Promise<string> {
    const [frame, agency, files] = await Promise.all([
      portalFrame(services, req),
      agencyById(db, draft.agencyId),
      draftFilesOf(services, draft),
    ])
    if (!agency) throw new NotFound()
    const props = { frame, agency, draft, files, problems }
    switch (at) {
      case 'who': {
        const { soleTraderKind } = await settingsOf(db, draft.agencyId)
        return renderPage(<WhoPage {...props} soleTrader={soleTraderKind} />)
      }
      case 'what': {
        const { content, documentNumber } = draft.content
        const finds = await findPublic(services, draft.agencyId, `${documentNumber} ${content}`.slice(0, 300))
        return renderPage(<WhatPage {...props} finds={finds} />)
      }
      case 'how':
        return renderPage(<HowPage {...props} />)
      case 'review': {
        const open = problems.length > 0 ? problems : applicationProblems(draft.content, files)
        return renderPage(<ReviewPage {...props} problems={open} />)
      }
    }
  }

  async function laterPage(req: DraftRequest, draft: Draft): Promise<string> {
    const code = await newResumeCode(ground(), draft)
    const saved = (await findDraft(ground(), draft.draftId, browserOf(req, services) ?? '')) ?? draft
    return renderPage(
      <LaterPage
        frame={await portalFrame(services, req)}
        code={code}
        until={when(beijingDay(saved.expiresAt))}
        continueAt={`${applyBase}/${draft.draftId}`}
      />,
    )
  }
}

/** Where one stands after a step: forward, back, or at the place of the small change. */
function nextAddress(draft: Draft, at: ApplyStep, act: string): string {
  const place = applySteps.indexOf(at)
  if (act === 'next') return stepAddress(draft.draftId, applySteps[place + 1] ?? 'review')
  if (act === 'back') return stepAddress(draft.draftId, applySteps[place - 1] ?? 'who')
  const anchor =
    act === 'addApplicant'
      ? `#applicants.${draft.content.applicants.length - 1}.name`
      : act === 'look'
        ? '#content'
        : ''
  return `${stepAddress(draft.draftId, at)}${anchor}`
}
