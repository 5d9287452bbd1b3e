import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formOf } from '../../../../platform/http/form.ts'
import { portalFrame } from '../../../../platform/http/frames.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { NotFound, Refused, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { agencyBySlug, agencyTree, type Agency, type AgencyBranch } from '../../../agencies/index.ts'
import { requestRefusals } from '../../refusals.ts'
import { isApplicantKind, isRequestKind, newDraft } from '../../rules/application.ts'
import { resumeDraft, startDraft } from '../../store/drafts.ts'
import { settingsOf } from '../../store/settings.ts'
import { applyBase, stepAddress } from './apply-frame.tsx'
import { ChooseAgencyPage, ResumePage, StartPage } from './apply-start.tsx'
import { browserOf, keepPrivate, limited, newBrowser } from './visit.ts'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

/** The ways into an application: which agency, what kind, or taking one up again. */
export function startRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services

  app.get('/requests/new', async (req, reply) => {
    keepPrivate(reply)
    const query = formOf(req, 'query')
    const slug = query.text('agency')
    const frame = await portalFrame(services, req)
    if (slug === '') {
      const sought = query.text('q').trim().slice(0, 40)
      return reply.html(
        renderPage(
          <ChooseAgencyPage frame={frame} sought={sought} groups={groupsOf(await agencyTree(db), sought)} />,
        ),
      )
    }
    return reply.html(
      await startPage(req, await openAgency(slug), { kind: query.text('kind') || 'information' }),
    )
  })

  app.get('/agency/:slug/apply', async (req: SlugRequest, reply) =>
    reply.redirect(`/requests/new?agency=${encodeURIComponent(req.params.slug)}`, 303),
  )

  app.post('/requests/new', { config: limited(20) }, async (req, reply) => {
    keepPrivate(reply)
    const form = formOf(req)
    const agency = await openAgency(form.text('agency'))
    const kind = form.text('kind')
    const applicantKind = form.text('applicantKind')
    if (!isRequestKind(kind) || !isApplicantKind(applicantKind)) {
      const problems: FieldProblem[] = []
      if (!isRequestKind(kind)) problems.push({ field: 'kind', sentence: '选一项您要办的事' })
      if (!isApplicantKind(applicantKind))
        problems.push({ field: 'applicantKind', sentence: '选您以什么身份申请' })
      return reply.html(await startPage(req, agency, { kind, applicantKind, problems }), 422)
    }
    const browser = newBrowser(req, reply, services)
    const draftId = await startDraft(
      { ...services, now: services.now() },
      agency.agencyId,
      browser,
      newDraft(kind, applicantKind),
    )
    return reply.redirect(stepAddress(draftId, 'who'), 303)
  })

  app.get('/requests/resume', async (req, reply) => {
    keepPrivate(reply)
    return reply.html(renderPage(<ResumePage frame={await portalFrame(services, req)} />))
  })

  app.post('/requests/resume', { config: limited(10) }, async (req, reply) => {
    keepPrivate(reply)
    const browser = browserOf(req, services) ?? newBrowser(req, reply, services)
    const draftId = await resumeDraft(
      { ...services, now: services.now() },
      formOf(req).text('code').slice(0, 60),
      browser,
    )
    if (draftId !== undefined) return reply.redirect(`${applyBase}/${draftId}`, 303)
    const { sentence } = requestRefusals['requests.draft.wrongCode']
    return reply.html(
      renderPage(
        <ResumePage frame={await portalFrame(services, req)} problems={[{ field: 'code', sentence }]} />,
      ),
      422,
    )
  })

  /** @throws NotFound, Refused for one that is closed: its successor takes requests */
  async function openAgency(slug: string): Promise<Agency> {
    const agency = await agencyBySlug(db, slug.slice(0, 80))
    if (!agency) throw new NotFound()
    if (agency.closedOn !== null && agency.closedOn <= services.today())
      throw new Refused([requestRefusals['requests.case.agencyClosed']])
    return agency
  }

  async function startPage(
    req: FastifyRequest,
    agency: Agency,
    chosen: { kind: string; applicantKind?: string; problems?: readonly FieldProblem[] },
  ): Promise<string> {
    const { soleTraderKind } = await settingsOf(db, agency.agencyId)
    return renderPage(
      <StartPage
        frame={await portalFrame(services, req)}
        agency={agency}
        soleTrader={soleTraderKind}
        chosen={{ kind: chosen.kind, applicantKind: chosen.applicantKind ?? '' }}
        problems={chosen.problems ?? []}
      />,
    )
  }
}

/** Agencies that take requests, by the branches of the tree; only those whose name holds what is sought. */
function groupsOf(tree: readonly AgencyBranch[], sought: string) {
  const all = (branch: AgencyBranch): AgencyBranch[] => [branch, ...branch.below.flatMap(all)]
  const isArea = ({ kind, below }: AgencyBranch) => kind !== 'department' && below.length > 0
  const groups = tree.flatMap((top) => [
    { title: top.shortName, agencies: [top, ...top.below.filter((branch) => !isArea(branch)).flatMap(all)] },
    ...top.below.filter(isArea).map((area) => ({ title: area.shortName, agencies: all(area) })),
  ])
  return groups
    .map(({ title, agencies }) => ({
      title,
      agencies: agencies.filter(
        ({ name, shortName, closedOn }) =>
          closedOn === null && (name.includes(sought) || shortName.includes(sought)),
      ),
    }))
    .filter(({ agencies }) => agencies.length > 0)
}
