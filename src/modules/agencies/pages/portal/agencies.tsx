import type { FastifyInstance, FastifyRequest } from 'fastify'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { publicPage } from '../../../../platform/http/public-page.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyHistory } from '../../queries/agency-history.ts'
import { agencyBySlug, branchesOf, everyAgency } from '../../queries/agency-tree.ts'
import { presentInstitutionForPublic, profileOf } from '../../queries/institution.ts'
import { AgencyListPage, GuidePage, InstitutionPage } from './agency-pages.tsx'

interface SlugRoute {
  Params: { slug: string }
}
type SlugRequest = FastifyRequest<SlugRoute>

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

  publicPage(app, services, '/agencies', async (req) => {
    const agencies = await everyAgency(services.db)
    return (
      <AgencyListPage
        frame={await portalFrame(services, req)}
        tree={branchesOf(agencies, null)}
        count={agencies.filter(({ closedOn }) => closedOn === null).length}
      />
    )
  })

  publicPage<SlugRoute>(app, services, '/agency/:slug/institution', async (req) => (
    <InstitutionPage {...(await load(req))} />
  ))

  publicPage<SlugRoute>(app, services, '/agency/:slug/guide', async (req) => {
    // The room of requests stands above this one: whether it is there shows in its page.
    const takesRequests = app.hasRoute({ method: 'GET', url: '/requests/new' })
    const applyAt = takesRequests ? `/requests/new?agency=${req.params.slug}` : null
    return <GuidePage {...(await load(req))} applyAt={applyAt} />
  })
}
