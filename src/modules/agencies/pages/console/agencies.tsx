import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import type { Context } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { closeAgency } from '../../commands/close-agency.ts'
import { correctAgency } from '../../commands/correct-agency.ts'
import { createAgency } from '../../commands/create-agency.ts'
import { moveAgency } from '../../commands/move-agency.ts'
import { renameAgency } from '../../commands/rename-agency.ts'
import type { AgencyInput } from '../../model.ts'
import { agencyHistory } from '../../queries/agency-history.ts'
import { agencyById, agencyTree, type AgencyBranch } from '../../queries/agency-tree.ts'
import { AgenciesPage, AgencyPage, NewAgencyPage } from './agency-pages.tsx'

const here = '/console/agencies'

const done: Readonly<Record<string, string>> = {
  made: '机关已加上。',
  rename: '已改名。',
  correct: '登记已更正。',
  move: '上级已换。',
  close: '已登记撤并。',
}

type AgencyRequest = FastifyRequest<{ Params: { agencyId: string } }>

/** Open agencies of a tree as options, indented by depth. */
function optionsOf(branches: readonly AgencyBranch[], depth = 0): { value: string; label: string }[] {
  return branches.flatMap((branch) => [
    ...(branch.closedOn === null
      ? [{ value: branch.agencyId, label: `${'　'.repeat(depth)}${branch.name}` }]
      : []),
    ...optionsOf(branch.below, depth + 1),
  ])
}

function isBelow(branches: readonly AgencyBranch[], agencyId: string): boolean {
  return branches.some((branch) => branch.agencyId === agencyId || isBelow(branch.below, agencyId))
}

/** The tree of agencies: from the agency acted for downward. */
export function mountAgencies(app: FastifyInstance, services: Services): void {
  const treeOf = (req: FastifyRequest) => agencyTree(services.db, staffOf(req, 'agencies.editTree').agencyId)

  app.get(here, async (req, reply) =>
    reply.html(
      renderPage(
        <AgenciesPage
          frame={await consoleFrame(services, req)}
          tree={await treeOf(req)}
          said={done[formOf(req, 'query').text('done')]}
        />,
      ),
    ),
  )

  async function newAgencyPage(req: FastifyRequest, stopped?: Stopped) {
    const form = formOf(req)
    return renderPage(
      <NewAgencyPage
        frame={await consoleFrame(services, req)}
        parents={optionsOf(await treeOf(req))}
        typed={form.text}
        stopped={stopped}
      />,
    )
  }

  app.get(`${here}/new`, async (req, reply) => reply.html(await newAgencyPage(req)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req)
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        createAgency(context, { ...form.values, sortOrder: form.text('sortOrder') || 0 } as AgencyInput),
      ),
    )
    if (stopped) return reply.html(await newAgencyPage(req, stopped), stopped.status)
    return reply.redirect(`${here}?done=made`, 303)
  })

  async function agencyPage(req: AgencyRequest, stopped?: Stopped) {
    const { agencyId: own } = staffOf(req, 'agencies.editTree')
    const { agencyId } = req.params
    const tree = await treeOf(req)
    // Only what stands in one's own part of the tree is shown: elsewhere it is as if it were not there.
    const agency = isBelow(tree, agencyId) ? await agencyById(services.db, agencyId) : undefined
    if (!agency) throw new NotFound()
    const options = optionsOf(tree).filter(({ value }) => value !== agencyId)
    const parent = agency.parentId === null ? undefined : await agencyById(services.db, agency.parentId)
    const form = formOf(req)
    return renderPage(
      <AgencyPage
        frame={await consoleFrame(services, req)}
        agency={agency}
        parentName={parent?.name ?? null}
        history={await agencyHistory(services.db, agencyId)}
        parents={agencyId === own ? [] : options}
        others={agencyId === own ? [] : options}
        typed={form.text}
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  app.get(`${here}/:agencyId`, async (req: AgencyRequest, reply) => reply.html(await agencyPage(req)))

  function mountAct(
    path: 'rename' | 'correct' | 'move' | 'close',
    act: (context: Context, agencyId: string, form: Form) => Promise<void>,
  ): void {
    app.post(`${here}/:agencyId/${path}`, async (req: AgencyRequest, reply) => {
      const { actor, agencyId } = staffOf(req)
      const stopped = await stoppedBy(() =>
        services.command(actor, agencyId, (context) => act(context, req.params.agencyId, formOf(req))),
      )
      if (stopped) return reply.html(await agencyPage(req, stopped), stopped.status)
      return reply.redirect(`${here}/${req.params.agencyId}?done=${path}`, 303)
    })
  }

  mountAct('rename', (context, agencyId, form) =>
    renameAgency(context, {
      agencyId,
      name: form.text('name'),
      shortName: form.text('shortName'),
      fromOn: form.text('fromOn'),
      basis: form.text('basis'),
    }),
  )
  mountAct('correct', (context, agencyId, form) =>
    correctAgency(context, {
      ...(form.values as Omit<Parameters<typeof correctAgency>[1], 'agencyId'>),
      agencyId,
      sortOrder: form.text('sortOrder') || 0,
    }),
  )
  mountAct('move', (context, agencyId, form) =>
    moveAgency(context, { agencyId, parentId: form.text('parentId') }),
  )
  mountAct('close', (context, agencyId, form) =>
    closeAgency(context, {
      agencyId,
      closedOn: form.text('closedOn'),
      successorIds: form.list('successorIds'),
      basis: form.text('closeBasis'),
    }),
  )
}
