import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { stoppedBy } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid, NotFound, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { answerConsultation } from '../../commands/answer-consultation.ts'
import type { Opinion } from '../../model.ts'
import { askedParty } from '../../queries/asked-party.ts'
import { requestRefusals } from '../../refusals.ts'
import { mostFiles, uploadLimits } from '../../rules/uploads.ts'
import { takeFiles } from '../take-files.ts'
import { ConsultationPage, OpinionReceivedPage } from './consultation-page.tsx'
import { keepPrivate, limited } from './visit.ts'

type TokenRequest = FastifyRequest<{ Params: { token: string } }>

/** The one-time answer pages. The secret stands in the address, so nothing of the page may carry it further. */
export function consultationRoutes(app: FastifyInstance, services: Services): void {
  // Browsers that get no word of the way either send no Origin with a form; over plain http they have nothing else to show that
  // the form is ours. There the referrer stays within this site, which is as far as the address has gone already.
  const policy = services.config.publicUrl?.startsWith('https:') ? 'no-referrer' : 'same-origin'

  app.get('/consultations/:token', { config: limited(30) }, async (req: TokenRequest, reply) => {
    const asked = await opened(req, reply)
    return reply.html(await drawn(req, asked.shown, {}))
  })

  app.post('/consultations/:token', { config: limited(20) }, async (req: TokenRequest, reply) => {
    const asked = await opened(req, reply)
    const { form, files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(
      services,
      files.filter(({ field }) => field === 'opinionFile').slice(0, mostFiles),
    )
    const stopped = await stoppedBy(async () => {
      if (problems.length > 0) throw new Invalid(problems)
      await services.command({ kind: 'public' }, asked.key.agencyId, (context) =>
        answerConsultation(
          context,
          {
            ...asked.key,
            on: context.today,
            answer: { opinion: form.text('opinion') as Opinion, reasons: form.text('reasons') },
          },
          taken.map((file) => ({ ...file, purpose: 'opinion' })),
        ),
      )
    })
    if (stopped) {
      const typed = { opinion: form.text('opinion'), reasons: form.text('reasons').slice(0, 6_000) }
      return reply.html(await drawn(req, asked.shown, typed, stopped.problems), stopped.status)
    }
    // Drawn at once: there is no address left that would show it again.
    return reply.html(
      renderPage(<OpinionReceivedPage frame={{ ...(await portalFrame(services, req)), path: '/' }} />),
    )
  })

  /** @throws NotFound with the same words for a used, an unsent and an invented link */
  async function opened(req: TokenRequest, reply: FastifyReply) {
    keepPrivate(reply)
    reply.header('referrer-policy', policy)
    const asked = await askedParty(services, req.params.token)
    if (!asked) throw new NotFound([requestRefusals['requests.consultation.linkUsed']])
    return asked
  }

  async function drawn(
    req: TokenRequest,
    shown: NonNullable<Awaited<ReturnType<typeof askedParty>>>['shown'],
    typed: Readonly<Record<string, string>>,
    problems?: readonly FieldProblem[],
  ): Promise<string> {
    return renderPage(
      <ConsultationPage
        frame={await portalFrame(services, req)}
        shown={shown}
        action={`/consultations/${encodeURIComponent(req.params.token)}`}
        typed={typed}
        problems={problems}
      />,
    )
  }
}
