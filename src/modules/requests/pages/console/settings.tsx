import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { editSettings } from '../../commands/edit-settings.ts'
import type { settingsInput } from '../../model.ts'
import { settingsOf } from '../../store/settings.ts'
import { SettingsPage, settingsAt } from './settings-page.tsx'

const permission = 'requests.settings'

/** The settings of the agency for requests. */
export function mountSettings(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, typed: Form | null = null, stopped?: Stopped): Promise<string> {
    const { agencyId } = staffOf(req, permission)
    return renderPage(
      <SettingsPage
        frame={await consoleFrame(services, req)}
        settings={await settingsOf(services.db, agencyId)}
        typed={typed}
        stopped={stopped}
        said={formOf(req, 'query').text('done') === 'saved' ? '设置已经保存。' : undefined}
      />,
    )
  }

  app.get(settingsAt, async (req, reply) => reply.html(await draw(req)))

  app.post(settingsAt, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        editSettings(context, {
          ...form.values,
          agencyId,
          replyChain: form.list('replyChain'),
          procedureChain: form.list('procedureChain'),
        } as z.input<typeof settingsInput>),
      ),
    )
    if (stopped) return reply.html(await draw(req, form, stopped), stopped.status)
    return reply.redirect(`${settingsAt}?done=saved`, 303)
  })
}
