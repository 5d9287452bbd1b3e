import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may } from '../../../../platform/context.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { seeFile } from '../../queries/see-file.ts'
import { similarRequests } from '../../queries/similar-requests.ts'
import { previewAct } from '../../rules/what-if.ts'
import { caseAt } from './addresses.ts'
import { saidOf } from './act-words.ts'
import { CasePage } from './case-page.tsx'
import { caseViewOf, isId, type CaseRequest } from './case-view.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import { requestRefusals } from '../../refusals.ts'

const previewed = ['extend', 'askClarification', 'consult', 'noticeFee'] as const

/** The page of a case and the files in it. */
export function mountCase(app: FastifyInstance, services: Services): void {
  app.get(caseAt(':requestId'), async (req: CaseRequest, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.see')
    const view = await caseViewOf(services, req)
    const query = formOf(req, 'query')
    const act = previewed.find((one) => one === query.text('if'))
    const days = Math.trunc(Number(query.text('days')))
    const { request } = view.file
    return reply.html(
      renderPage(
        <CasePage
          frame={await consoleFrame(services, req)}
          today={view.today}
          file={view.file}
          acts={view.acts}
          lines={view.lines}
          names={view.names}
          similar={await similarRequests(services.db, agencyId, request.requestId)}
          asked={
            act === undefined
              ? null
              : previewAct(act, Number.isFinite(days) && days > 0 && days <= 60 ? days : 10, view.ground)
          }
          handlerName={
            request.handlerId === null ? null : (view.names.people.get(request.handlerId) ?? '已离岗')
          }
          said={saidOf(query.text('done'))}
          mayRegister={may(actor, 'requests.register')}
          maySeeApplicant={may(actor, 'requests.seeApplicant')}
          mayDraft={may(actor, 'requests.handle')}
          isThere={(address) =>
            address.includes('/acts/') ||
            app.hasRoute({ method: 'GET', url: address.split('?')[0] ?? address })
          }
          mayArchive={may(actor, 'requests.archive')}
          mayContest={may(actor, 'requests.remedies')}
          mayRevoke={may(actor, 'requests.approveProcedure') && request.closedOn === null}
        />,
      ),
    )
  })

  app.get(
    `${caseAt(':requestId')}/files/:fileId`,
    async (req: FastifyRequest<{ Params: { requestId: string; fileId: string } }>, reply) => {
      const { actor, agencyId } = staffOf(req, 'requests.see')
      const { requestId, fileId } = req.params
      if (!isId(requestId) || !isId(fileId)) throw new NotFound([requestRefusals['requests.file.missing']])
      const { file, bytes } = await services.command(actor, agencyId, (context) =>
        seeFile(context, { agencyId, requestId, fileId }),
      )
      // Whatever it is, it is kept and never shown in the page: what strangers send is not run here.
      return reply
        .type('application/octet-stream')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(Buffer.from(bytes))
    },
  )
}
