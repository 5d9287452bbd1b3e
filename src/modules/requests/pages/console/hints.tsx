import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may } from '../../../../platform/context.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { acceptHint } from '../../commands/accept-hint.ts'
import { dismissHint } from '../../commands/dismiss-hint.ts'
import { publicationHints } from '../../queries/publication-hints.ts'
import { settingsOf } from '../../store/settings.ts'
import { hintsAt, HintsPage } from './hints-page.tsx'

const said: Readonly<Record<string, string>> = {
  accepted: '已经记下，请在公开栏目里公开。有人提过建议的，用告知书告诉他。',
  dismissed: '已经记下理由。',
}

/** What several applicants asked for: taken into proactive publication, or left with a reason (条例 Art 44). */
export function mountHints(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, typed: Form | null = null, stopped?: Stopped): Promise<string> {
    const { agencyId, actor } = staffOf(req, 'requests.see')
    const [hints, { askedBySeveral }] = await Promise.all([
      publicationHints(services.db, agencyId),
      settingsOf(services.db, agencyId),
    ])
    return renderPage(
      <HintsPage
        frame={await consoleFrame(services, req)}
        hints={hints}
        several={askedBySeveral}
        mayDecide={may(actor, 'requests.handle')}
        typed={typed}
        stopped={stopped}
        said={said[formOf(req, 'query').text('done')]}
      />,
    )
  }

  app.get(hintsAt, async (req, reply) => reply.html(await draw(req)))

  app.post(hintsAt, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.handle')
    const form = formOf(req)
    const key = form.text('key')
    // Several forms stand on the page: each field has the place of its form in its name.
    const at = form.text('at')
    const isAccepted = form.text('decision') === 'accepted'
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        isAccepted
          ? acceptHint(context, { agencyId, key, place: form.text(`place.${at}`) })
          : dismissHint(context, { agencyId, key, reason: form.text(`reason.${at}`) }),
      ),
    )
    if (stopped) {
      const problems = stopped.problems.map((problem) =>
        problem.field === '' ? problem : { ...problem, field: `${problem.field}.${at}` },
      )
      return reply.html(await draw(req, form, { ...stopped, problems }), stopped.status)
    }
    return reply.redirect(`${hintsAt}?done=${isAccepted ? 'accepted' : 'dismissed'}`, 303)
  })
}
