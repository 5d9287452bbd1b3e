import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid, NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import type { Reason } from '../../../../law/reason.ts'
import { handlersOf, sectionsOf } from '../../queries/hands.ts'
import { similarRequests } from '../../queries/similar-requests.ts'
import { requestRefusals } from '../../refusals.ts'
import { uploadLimits } from '../../rules/uploads.ts'
import { takeFiles } from '../take-files.ts'
import { ActPage } from './act-page.tsx'
import { actAt, caseAt } from './addresses.ts'
import { changedSince } from './case-course.tsx'
import { caseViewOf, type CaseView } from './case-view.ts'
import { formActs, performAct, purposeOfAct, type FormAct } from './perform-act.ts'

type ActRequest = FastifyRequest<{ Params: { requestId: string; act: string } }>

const inOneSentence = ({ sentence, help, basis }: Reason): string =>
  `${sentence}${help ?? ''}${basis ? `（${basis}）` : ''}`

/** Why the form of an act is not offered now: the same reasons as on the case page. */
function reasonsAgainst(act: FormAct, view: CaseView): readonly string[] {
  if (act === 'revoke') {
    if (!view.ground.permissions.has('requests.approveProcedure'))
      return [inOneSentence(requestRefusals['requests.permission.missing'])]
    return view.file.request.closedOn === null ? [] : [inOneSentence(requestRefusals['requests.case.closed'])]
  }
  return view.acts.find((one) => one.act === act)?.reasons.map(inOneSentence) ?? []
}

/** Pages of the acts on a case that are done by a form: each calls the one command of its name. */
export function mountActs(app: FastifyInstance, services: Services): void {
  async function draw(
    req: ActRequest,
    act: FormAct,
    typed: Form,
    stopped?: Stopped,
    seen?: number,
  ): Promise<string> {
    const view = await caseViewOf(services, req)
    const { agencyId, file, lines } = view
    const isStale = stopped?.status === 412
    const [hands, sections, similar] = await Promise.all([
      handlersOf(services.db, agencyId),
      sectionsOf(services.db, agencyId),
      act === 'link' ? similarRequests(services.db, agencyId, file.request.requestId) : [],
    ])
    const changed = isStale ? changedSince(lines, seen ?? 0, view.names) : []
    return renderPage(
      <ActPage
        frame={await consoleFrame(services, req)}
        act={act}
        file={file}
        today={view.today}
        seen={lines.at(-1)?.number ?? 0}
        typed={typed}
        stopped={stopped}
        changed={isStale && changed.length === 0 ? ['期限已经重新计算'] : changed}
        refused={reasonsAgainst(act, view)}
        hands={hands}
        sections={sections}
        similar={similar}
      />,
    )
  }

  const actOf = (req: ActRequest): FormAct => {
    const act = formActs.find((one) => one === req.params.act)
    if (act === undefined) throw new NotFound()
    return act
  }

  app.get(actAt(':requestId', ':act'), async (req: ActRequest, reply) => {
    staffOf(req, 'requests.see')
    return reply.html(await draw(req, actOf(req), formOf(req, 'query')))
  })

  app.post(actAt(':requestId', ':act'), async (req: ActRequest, reply) => post(req, reply, actOf(req)))

  async function post(req: ActRequest, reply: FastifyReply, act: FormAct) {
    const { actor, agencyId } = staffOf(req, 'requests.see')
    // Before anything is read: the case is one of this agency's.
    await caseViewOf(services, req)
    const { form, files } = await sentForm(req, uploadLimits)
    const { requestId } = req.params
    const purpose = purposeOfAct[act]
    const stopped = await stoppedBy(async () => {
      const { taken, problems } = await takeFiles(services, files)
      if (problems.length > 0) throw new Invalid(problems)
      await services.command(actor, agencyId, (context) =>
        performAct(
          act,
          context,
          { agencyId, requestId, version: Number(form.text('version')) || 0 },
          form,
          purpose === null ? [] : taken.map((file) => ({ ...file, purpose })),
        ),
      )
    })
    if (stopped)
      return reply.html(await draw(req, act, form, stopped, Number(form.text('seen')) || 0), stopped.status)
    return reply.redirect(`${caseAt(requestId)}?done=${act}`, 303)
  }
}
