import type { FastifyInstance, FastifyRequest } from 'fastify'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyHistory } from '../../queries/agency-history.ts'
import { agencyBySlug, branchesOf, everyAgency } from '../../queries/agency-tree.ts'
import { presentInstitutionForPublic, profileOf } from '../../queries/institution.ts'
import { AgencyListPage, GuidePage, InstitutionPage } from './agency-pages.tsx'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

/** What the public reads about agencies: the list, the institution page, the guide. */
export function mountAgencyPortal(app: FastifyInstance, services: Services): void {
  async function load(req: SlugRequest) {
    const agency = await agencyBySlug(services.db, req.params.slug)
    if (!agency) throw new NotFound()
    return {
      frame: await portalFrame(services, req),
      institution: presentInstitutionForPublic(agency, await profileOf(services.db, agency.agencyId)),
      history: await agencyHistory(services.db, agency.agencyId),
    }
  }

  app.get('/agencies', async (req, reply) => {
    const agencies = await everyAgency(services.db)
    return reply.html(
      renderPage(
        <AgencyListPage
          frame={await portalFrame(services, req)}
          tree={branchesOf(agencies, null)}
          count={agencies.filter(({ closedOn }) => closedOn === null).length}
        />,
      ),
    )
  })

  app.get('/agency/:slug/institution', async (req: SlugRequest, reply) =>
    reply.html(renderPage(<InstitutionPage {...(await load(req))} />)),
  )

  app.get('/agency/:slug/guide', async (req: SlugRequest, reply) => {
    // The room of requests stands above this one: whether it is there shows in its page.
    const takesRequests = app.hasRoute({ method: 'GET', url: '/requests/new' })
    const applyAt = takesRequests ? `/requests/new?agency=${req.params.slug}` : null
    return reply.html(renderPage(<GuidePage {...(await load(req))} applyAt={applyAt} />))
  })
}
