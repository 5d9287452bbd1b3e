import type { FastifyInstance } from 'fastify'
import { agenciesOpenTo, everyAgency, rolesIn, switchAgency } from '../../modules/agencies/index.ts'
import { consoleFrame } from '../../platform/http/frames.ts'
import { formOf } from '../../platform/http/form.ts'
import { renderPage } from '../../platform/html/index.ts'
import type { Services } from '../../platform/services.ts'
import { staffOf } from '../../platform/sessions/index.ts'
import { AgencySwitchPage } from './pages/agency-switch-page.tsx'

const here = '/console/agency-switch'

/** Changing to another agency that is open to the person. */
export function mountAgencySwitch(app: FastifyInstance, services: Services): void {
  app.get(here, async (req, reply) => {
    const { session, agencyId } = staffOf(req)
    const open = new Set(await agenciesOpenTo(services.db, session.personId))
    const choices = []
    for (const agency of await everyAgency(services.db))
      if (open.has(agency.agencyId))
        choices.push({
          agencyId: agency.agencyId,
          name: agency.name,
          roles: await rolesIn(services.db, session.personId, agency.agencyId),
          isCurrent: agency.agencyId === agencyId,
        })
    return reply.html(
      renderPage(
        <AgencySwitchPage frame={await consoleFrame(services, req)} choices={choices} action={here} />,
      ),
    )
  })

  app.post(here, async (req, reply) => {
    const { session, actor, agencyId } = staffOf(req)
    const wanted = formOf(req).text('agencyId')
    await services.command(actor, agencyId, (context) => switchAgency(context, session, wanted))
    return reply.redirect('/console', 303)
  })
}
