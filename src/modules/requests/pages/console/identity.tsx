import type { FastifyInstance } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { issueReceipt } from '../../commands/issue-receipt.ts'
import { renewQueryCode } from '../../commands/renew-query-code.ts'
import { letterPress } from '../../letters/letter-press.ts'
import { seeApplicants } from '../../queries/see-applicants.ts'
import { actAt, caseAt, fileAt } from './addresses.ts'
import { caseViewOf, type CaseRequest } from './case-view.ts'
import { ApplicantPage, lookPurposes, RenewPage, type Seen } from './identity-pages.tsx'

/** Pages on which the applicant's identity is dealt with: who applied in clear, a new query code, the printed receipt. */
export function mountIdentity(app: FastifyInstance, services: Services): void {
  async function applicantPage(
    req: CaseRequest,
    typed: Form,
    seen: Seen | null,
    stopped?: Stopped,
  ): Promise<string> {
    const { file } = await caseViewOf(services, req)
    return renderPage(
      <ApplicantPage
        frame={await consoleFrame(services, req)}
        file={file}
        typed={typed}
        seen={seen}
        stopped={stopped}
      />,
    )
  }

  app.get(actAt(':requestId', 'applicant'), async (req: CaseRequest, reply) => {
    staffOf(req, 'requests.seeApplicant')
    return reply.html(await applicantPage(req, formOf(req, 'query'), null))
  })

  app.post(actAt(':requestId', 'applicant'), async (req: CaseRequest, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.seeApplicant')
    const { file } = await caseViewOf(services, req)
    const form = formOf(req)
    let seen: Seen | null = null
    const stopped = await stoppedBy(async () => {
      const purpose = lookPurposes.find(({ value }) => value === form.text('purpose'))
      const more = form.text('why').trim().slice(0, 200)
      if (purpose === undefined || (purpose.value === 'other' && more === ''))
        throw new Invalid([
          purpose === undefined
            ? { field: 'purpose', sentence: '选为什么要看' }
            : { field: 'why', sentence: '写明为什么要看' },
        ])
      const why = [purpose.value === 'other' ? '' : purpose.label, more].filter(Boolean).join('：')
      seen = await services.command(actor, agencyId, (context) =>
        seeApplicants(context, { agencyId, requestId: file.request.requestId, why }),
      )
    })
    return reply.html(
      await applicantPage(req, form, stopped ? null : seen, stopped ?? undefined),
      stopped?.status ?? 200,
    )
  })

  async function renewPage(
    req: CaseRequest,
    typed: Form,
    queryCode: string | null,
    stopped?: Stopped,
  ): Promise<string> {
    const { file } = await caseViewOf(services, req)
    return renderPage(
      <RenewPage
        frame={await consoleFrame(services, req)}
        file={file}
        typed={typed}
        queryCode={queryCode}
        stopped={stopped}
      />,
    )
  }

  app.get(actAt(':requestId', 'renewCode'), async (req: CaseRequest, reply) => {
    staffOf(req, 'requests.register')
    return reply.html(await renewPage(req, formOf(req, 'query'), null))
  })

  app.post(actAt(':requestId', 'renewCode'), async (req: CaseRequest, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.register')
    const { file } = await caseViewOf(services, req)
    const form = formOf(req)
    let queryCode: string | null = null
    const stopped = await stoppedBy(async () => {
      const renewed = await services.command(actor, agencyId, (context) =>
        renewQueryCode(context, {
          agencyId,
          requestId: file.request.requestId,
          version: Number(form.text('version')) || 0,
          identityChecked: form.text('identityChecked'),
        }),
      )
      queryCode = renewed.queryCode
    })
    return reply.html(await renewPage(req, form, queryCode, stopped ?? undefined), stopped?.status ?? 200)
  })

  app.post(`${caseAt(':requestId')}/receipt`, async (req: CaseRequest, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.register')
    const { file } = await caseViewOf(services, req)
    const { requestId } = file.request
    const typed = formOf(req).text('queryCode')
    const { fileId } = await services.command(actor, agencyId, (context) =>
      issueReceipt(context, {
        agencyId,
        requestId,
        press: letterPress(services),
        ...(typed === '' ? {} : { queryCode: typed }),
      }),
    )
    return reply.redirect(fileAt(requestId, fileId), 303)
  })
}
