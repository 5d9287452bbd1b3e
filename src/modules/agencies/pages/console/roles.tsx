import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  problemOf,
  renderPage,
  Table,
  WorkHead,
  type ConsoleFrame,
  type Option,
} from '../../../../platform/html/index.ts'
import { builtInRoles } from '../../../../platform/roles.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { createRole } from '../../commands/create-role.ts'
import { ownRolesOf } from '../../queries/people-of.ts'
import { administratorPermissions, permissionNames, permissionsByRole } from '../../rules/grants.ts'
import { roleNotes, roleWords } from '../../words.ts'

const here = '/console/roles'

/** A role with what it may do, in words. */
export interface RoleLine {
  readonly name: string
  readonly note: string
  readonly permissions: readonly string[]
}

/** Every role of the agency and what it may do. */
export function RolesPage({
  frame,
  roles,
  offered,
  typed,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly roles: readonly RoleLine[]
  /** Permissions that a role of the agency's own may carry; null when the person may not make roles. */
  readonly offered: readonly Option[] | null
  readonly typed: { readonly name: string; readonly permissions: readonly string[] }
  readonly said?: string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  return (
    <ConsolePage frame={frame} title="角色和权限" current={here} problems={problems?.length}>
      <WorkHead title="角色和权限">
        每个角色能办什么，由各项业务规定。三个管理员互相分开，都不办业务。
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <Table
        caption="角色和权限"
        stack
        rows={roles}
        columns={[
          {
            title: '角色',
            kind: 'title',
            cell: ({ name, note }) => (
              <>
                {name}
                <span class="note sub">{note}</span>
              </>
            ),
          },
          {
            title: '能办的事',
            cell: ({ permissions }) =>
              permissions.length > 0 ? permissions.join('、') : <span class="note">还没有</span>,
          },
        ]}
      />
      {offered && (
        <Panel title="加一个本机关的角色" id="new-role">
          <form method="post" action={here}>
            <Field
              name="name"
              label="角色名称"
              hint="例如：公众号编辑"
              value={typed.name}
              error={problemOf(problems, 'name')}
              short
              required
            />
            <Choice
              name="permissions"
              label="能办的事"
              many
              options={offered}
              value={typed.permissions}
              error={problemOf(problems, 'permissions')}
            />
            <Buttons>
              <Button>加上这个角色</Button>
            </Buttons>
          </form>
        </Panel>
      )}
    </ConsolePage>
  )
}

/** Roles and permissions of the agency acted for. */
export function mountRoles(app: FastifyInstance, services: Services): void {
  const names = permissionNames(services.rooms)
  const byRole = permissionsByRole(services.rooms)
  const reserved = administratorPermissions(services.rooms)
  const inWords = (codes: Iterable<string>) => [...codes].map((code) => names.get(code) ?? code)

  async function draw(req: FastifyRequest, stopped?: Stopped) {
    const { agencyId, actor } = staffOf(req, 'agencies.seePeople')
    const form = formOf(req)
    const own = await ownRolesOf(services.db, agencyId)
    return renderPage(
      <RolesPage
        frame={await consoleFrame(services, req)}
        roles={[
          ...own.map(({ name, permissions }) => ({
            name,
            note: '本机关自定义',
            permissions: inWords(permissions),
          })),
          ...builtInRoles.map((role) => ({
            name: roleWords[role],
            note: roleNotes[role],
            permissions: inWords(byRole[role]),
          })),
        ]}
        offered={
          actor.permissions.has('agencies.grantRoles')
            ? [...names].filter(([code]) => !reserved.has(code)).map(([value, label]) => ({ value, label }))
            : null
        }
        typed={{ name: form.text('name'), permissions: form.list('permissions') }}
        said={formOf(req, 'query').text('done') === 'made' ? '角色已加上，可以授给人了。' : undefined}
        stopped={stopped}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req)
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        createRole(context, services.rooms, {
          agencyId,
          name: form.text('name'),
          permissions: form.list('permissions'),
        }),
      ),
    )
    if (stopped) return reply.html(await draw(req, stopped), stopped.status)
    return reply.redirect(`${here}?done=made`, 303)
  })
}
