import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may } from '../../../../../platform/context.ts'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../../platform/http/form.ts'
import { renderPage } from '../../../../../platform/html/index.ts'
import { Invalid, NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { staffOf } from '../../../../../platform/sessions/index.ts'
import { recordLitigation } from '../../../commands/record-litigation.ts'
import { recordReconsideration } from '../../../commands/record-reconsideration.ts'
import { recordRemedyResult } from '../../../commands/record-remedy-result.ts'
import type { RemedyResult } from '../../../model.ts'
import { remedyRegister } from '../../../queries/remedy-register.ts'
import { requestRefusals } from '../../../refusals.ts'
import { remediesAt, RemediesPage, RemedyPage } from './remedies-pages.tsx'

/** The register of reconsiderations and suits. */
export function mountRemedies(app: FastifyInstance, services: Services): void {
  const { db } = services

  async function drawList(req: FastifyRequest, stopped?: Stopped) {
    const { agencyId, actor } = staffOf(req, 'requests.see')
    const form = formOf(req)
    return renderPage(
      <RemediesPage
        frame={await consoleFrame(services, req)}
        remedies={await remedyRegister(db, agencyId)}
        mayRecord={may(actor, 'requests.remedies')}
        typed={{
          kind: form.text('kind') || 'reconsideration',
          requestNumber: form.text('requestNumber') || formOf(req, 'query').text('number'),
          organ: form.text('organ'),
          caseNumber: form.text('caseNumber'),
          notifiedOn: form.text('notifiedOn'),
          afterRemedyId: form.text('afterRemedyId'),
          note: form.text('note'),
        }}
        said={formOf(req, 'query').text('done') === 'recorded' ? '已登记。' : undefined}
        stopped={stopped}
      />,
    )
  }

  app.get(remediesAt, async (req, reply) => reply.html(await drawList(req)))

  app.post(remediesAt, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.remedies')
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, async (context) => {
        const input = {
          agencyId,
          requestId: await caseNumbered(agencyId, form.text('requestNumber').trim()),
          organ: form.text('organ'),
          caseNumber: form.text('caseNumber'),
          notifiedOn: form.text('notifiedOn'),
          note: form.text('note'),
        }
        return form.text('kind') === 'litigation'
          ? recordLitigation(context, { ...input, afterRemedyId: form.text('afterRemedyId') || null })
          : recordReconsideration(context, input)
      }),
    )
    if (stopped) return reply.html(await drawList(req, stopped), stopped.status)
    return reply.redirect(`${remediesAt}?done=recorded`, 303)
  })

  async function drawOne(req: FastifyRequest, remedyId: string, stopped?: Stopped) {
    const { agencyId, actor } = staffOf(req, 'requests.see')
    const remedy = (await remedyRegister(db, agencyId)).find((one) => one.remedyId === remedyId)
    if (!remedy) throw new NotFound([requestRefusals['requests.remedy.missing']])
    const form = formOf(req)
    return renderPage(
      <RemedyPage
        frame={await consoleFrame(services, req)}
        remedy={remedy}
        mayRecord={may(actor, 'requests.remedies')}
        mayDraft={may(actor, 'requests.handle')}
        typed={{
          result: form.text('result'),
          closedOn: form.text('closedOn'),
          reanswerDueOn: form.text('reanswerDueOn'),
          note: form.text('note') || remedy.note,
        }}
        stopped={stopped}
      />,
    )
  }

  app.get<{ Params: { remedyId: string } }>(`${remediesAt}/:remedyId`, async (req, reply) =>
    reply.html(await drawOne(req, req.params.remedyId)),
  )

  app.post<{ Params: { remedyId: string } }>(`${remediesAt}/:remedyId`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.remedies')
    const { remedyId } = req.params
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        recordRemedyResult(context, {
          agencyId,
          remedyId,
          version: Number(form.text('version')),
          result: form.text('result') as RemedyResult,
          closedOn: form.text('closedOn'),
          reanswerDueOn: form.text('reanswerDueOn'),
          note: form.text('note'),
        }),
      ),
    )
    if (stopped) return reply.html(await drawOne(req, remedyId, stopped), stopped.status)
    return reply.redirect(`${remediesAt}?done=recorded`, 303)
  })

  async function caseNumbered(agencyId: string, number: string): Promise<string | null> {
    if (number === '') return null
    const row = await db
      .selectFrom('requests')
      .select('request_id')
      .where('agency_id', '=', agencyId)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row) throw new Invalid([{ field: 'requestId', sentence: '没有这个编号的申请，请核对' }])
    return row.request_id
  }
}
