import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../../platform/http/form.ts'
import { sentForm } from '../../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../../platform/html/index.ts'
import { Invalid, NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { answerConsultation } from '../../../commands/answer-consultation.ts'
import { attachFile } from '../../../commands/attach-file.ts'
import { judgeObjection } from '../../../commands/judge-objection.ts'
import { openConsultation, type ConsultationInput } from '../../../commands/open-consultation.ts'
import type { Opinion } from '../../../model.ts'
import { requestRefusals } from '../../../refusals.ts'
import { uploadLimits } from '../../../rules/uploads.ts'
import { answerToken } from '../../../store/consultations.ts'
import { takeFiles } from '../../take-files.ts'
import { caseHere, idOf, type CaseHere } from '../papers/case-here.ts'
import { dayTyped } from '../papers/service-input.ts'
import { consultationAt, consultationPaperAt } from './consultation-addresses.ts'
import { ConsultationPage } from './consultation-page.tsx'
import { ConsultationsPage } from './consultations-page.tsx'

type ConsultationRequest = FastifyRequest<{ Params: { requestId: string; consultationId: string } }>

const done: Readonly<Record<string, string>> = {
  answered: '意见已登记，从次日起继续计算答复期限。',
  judged: '判断已记下。',
}

const base = '/console/requests/:requestId/consultations'

/** Asking third parties, co-makers and other agencies in writing (条例第三十二条至第三十四条). */
export function mountConsultations(app: FastifyInstance, services: Services): void {
  async function showAll(req: FastifyRequest, here: CaseHere, form: Form, stopped?: Stopped) {
    const kept = form.text('key')
    return renderPage(
      <ConsultationsPage
        frame={await consoleFrame(services, req)}
        here={here}
        typed={form.text}
        formKey={kept === '' ? crypto.randomUUID() : kept}
        stopped={stopped}
      />,
    )
  }

  app.get(base, async (req, reply) => {
    const here = await caseHere(services, req)
    return reply.html(await showAll(req, here, formOf(req)))
  })

  app.post(base, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const form = formOf(req)
    const consultation = {
      kind: form.text('kind'),
      name: form.text('name'),
      address: form.text('address'),
      phone: form.text('phone'),
      email: form.text('email'),
      isNaturalPerson: form.text('isNaturalPerson') !== '',
      information: form.text('information').replaceAll('\r', ''),
      interest: form.text('interest') === '' ? null : form.text('interest'),
    } as ConsultationInput
    let consultationId = ''
    const stopped = await stoppedBy(async () => {
      consultationId = await here.act((context) =>
        openConsultation(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          consultation,
          ...(form.text('key') === '' ? {} : { consultationKey: idOf(form.text('key')) }),
        }),
      )
    })
    if (stopped) return reply.html(await showAll(req, here, form, stopped), stopped.status)
    const letter = consultation.kind === 'thirdParty' ? 'D09' : 'D13'
    return reply.redirect(consultationPaperAt(here.requestId, letter, consultationId), 303)
  })

  async function oneHere(
    req: ConsultationRequest,
    permission: Parameters<typeof caseHere>[2] = 'requests.see',
  ) {
    const here = await caseHere(services, req, permission)
    const consultationId = idOf(req.params.consultationId)
    const one = here.file.consultations.find((each) => each.consultationId === consultationId)
    if (!one) throw new NotFound([requestRefusals['requests.consultation.missing']])
    return { here, one, at: consultationAt(here.requestId, consultationId) }
  }

  async function showOne(req: ConsultationRequest, form: Form, stopped?: Stopped) {
    const { here, one } = await oneHere(req)
    const isOpen = one.sentOn !== null && one.answeredOn === null && here.may('requests.issue')
    const publicUrl = services.config.publicUrl ?? `${req.protocol}://${req.host}`
    return renderPage(
      <ConsultationPage
        frame={await consoleFrame(services, req)}
        here={here}
        one={one}
        answerLink={
          isOpen ? `${publicUrl}/consultations/${answerToken(services.cipher, one.consultationId)}` : null
        }
        typed={form.text}
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  app.get(`${base}/:consultationId`, async (req: ConsultationRequest, reply) =>
    reply.header('cache-control', 'no-store').html(await showOne(req, formOf(req))),
  )

  app.post(`${base}/:consultationId/answer`, async (req: ConsultationRequest, reply) => {
    const { here, one, at } = await oneHere(req, 'requests.register')
    const { form, files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(services, files)
    const key = { agencyId: here.agencyId, requestId: here.requestId }
    const stopped = await stoppedBy(async () => {
      if (problems.length > 0) throw new Invalid(problems)
      const on = dayTyped(form, 'on')
      await here.act(async (context) => {
        await answerConsultation(context, {
          ...key,
          consultationId: one.consultationId,
          on,
          answer: { opinion: form.text('opinion') as Opinion, reasons: form.text('reasons') },
        })
        for (const { field: _, ...file } of taken)
          await attachFile(context, { ...key, file: { ...file, purpose: 'opinion' } })
      })
    })
    if (stopped) return reply.html(await showOne(req, form, stopped), stopped.status)
    return reply.redirect(`${at}?done=answered`, 303)
  })

  app.post(`${base}/:consultationId/judge`, async (req: ConsultationRequest, reply) => {
    const { here, one, at } = await oneHere(req, 'requests.handle')
    const form = formOf(req)
    const stopped = await stoppedBy(async () => {
      const verdict = form.text('isReasonable')
      if (verdict !== 'yes' && verdict !== 'no')
        throw new Invalid([{ field: 'isReasonable', sentence: '选理由成立还是不成立' }])
      await here.act((context) =>
        judgeObjection(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          consultationId: one.consultationId,
          isReasonable: verdict === 'yes',
          why: form.text('why'),
        }),
      )
    })
    if (stopped) return reply.html(await showOne(req, form, stopped), stopped.status)
    return reply.redirect(`${at}?done=judged`, 303)
  })
}
