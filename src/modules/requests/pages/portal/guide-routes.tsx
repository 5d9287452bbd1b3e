import type { FastifyInstance } from 'fastify'
import { formOf } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { publicPage } from '../../../../platform/http/public-page.ts'
import type { Fact } from '../../../../platform/html/index.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyBySlug, presentInstitutionForPublic, profileOf } from '../../../agencies/index.ts'
import { waysToApply } from '../../rules/ways-to-apply.ts'
import { ApplyGuidePage } from './guide-page.tsx'

interface SlugRoute {
  Params: { slug: string }
}

/** The pages that explain applying: for the whole site, and with the ways of one agency. */
export function guideRoutes(app: FastifyInstance, services: Services): void {
  publicPage(app, services, '/requests', async (req) => (
    <ApplyGuidePage
      frame={await portalFrame(services, req)}
      agency={null}
      isDiscarded={formOf(req, 'query').text('done') === 'discarded'}
    />
  ))

  publicPage<SlugRoute>(app, services, '/requests/agency/:slug', async (req) => {
    const agency = await agencyBySlug(services.db, req.params.slug)
    if (!agency || agency.closedOn !== null) throw new NotFound()
    const { profile } = presentInstitutionForPublic(agency, await profileOf(services.db, agency.agencyId))
    return (
      <ApplyGuidePage
        frame={await portalFrame(services, req)}
        agency={{
          name: agency.name,
          slug: agency.slug,
          ways: waysToApply(profile) satisfies readonly Fact[],
        }}
        isDiscarded={false}
      />
    )
  })
}
