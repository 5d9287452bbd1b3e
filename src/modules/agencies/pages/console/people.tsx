import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import { builtInRoles, type BuiltInRole } from '../../../../platform/roles.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { endEmployment } from '../../commands/end-employment.ts'
import { grantRole } from '../../commands/grant-role.ts'
import { invitePerson } from '../../commands/invite-person.ts'
import { registerPerson } from '../../commands/register-person.ts'
import { resetSecondFactor } from '../../commands/reset-second-factor.ts'
import { revokeRole } from '../../commands/revoke-role.ts'
import { unlockAccount } from '../../commands/unlock-account.ts'
import type { PersonInput } from '../../model.ts'
import { agencyById } from '../../queries/agency-tree.ts'
import { ownRolesOf, peopleOf, personIn } from '../../queries/people-of.ts'
import { dutyOfRole } from '../../rules/duties.ts'
import { roleNotes, roleWords } from '../../words.ts'
import { NewPersonPage, PeoplePage, PersonPage } from './people-pages.tsx'

const here = '/console/people'

const done: Readonly<Record<string, string>> = {
  registered: '已登记。现在可以发邀请。',
  granted: '角色已授予，下一次打开页面就生效。',
  revoked: '角色已收回。',
  invited: '邀请已发到本人的邮箱。',
  unlocked: '已解锁。',
  reset: '动态验证码已解除，本人下次登录后重新绑定。',
  left: '已办离岗。',
}

type PersonRequest = FastifyRequest<{ Params: { personId: string } }>

/** The public address links begin with: as configured, else as this request came. */
function publicUrlOf(services: Services, req: FastifyRequest): string {
  return services.config.publicUrl ?? `${req.protocol}://${req.host}`
}

/** The person named in the address; an address that cannot be one is not found. */
function personIdOf(req: PersonRequest): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(req.params.personId)) throw new NotFound()
  return req.params.personId
}

/** People of the agency acted for: registering, inviting, roles, leaving. */
export function mountPeople(app: FastifyInstance, services: Services): void {
  const rightsOf = (req: FastifyRequest) => {
    const { actor } = staffOf(req, 'agencies.seePeople')
    return {
      mayRegister: actor.permissions.has('agencies.registerPeople'),
      mayGrant: actor.permissions.has('agencies.grantRoles'),
    }
  }

  async function roleNamesOf(agencyId: string) {
    const own = await ownRolesOf(services.db, agencyId)
    const names = new Map(own.map(({ role, name }) => [role, name]))
    return {
      own,
      roleName: (role: string) => roleWords[role as BuiltInRole] ?? names.get(role) ?? role,
    }
  }

  app.get(here, async (req, reply) => {
    const rights = rightsOf(req)
    const { agencyId } = staffOf(req)
    const agency = await agencyById(services.db, agencyId)
    if (!agency) throw new NotFound()
    const { roleName } = await roleNamesOf(agencyId)
    return reply.html(
      renderPage(
        <PeoplePage
          frame={await consoleFrame(services, req)}
          agency={agency}
          people={await peopleOf(services.db, agencyId)}
          roleName={roleName}
          rights={rights}
          now={services.now()}
          said={done[formOf(req, 'query').text('done')]}
        />,
      ),
    )
  })

  async function newPersonPage(req: FastifyRequest, stopped?: Stopped) {
    const { agencyId } = staffOf(req, 'agencies.registerPeople')
    const agency = await agencyById(services.db, agencyId)
    if (!agency) throw new NotFound()
    const form = formOf(req)
    return renderPage(
      <NewPersonPage
        frame={await consoleFrame(services, req)}
        agency={agency}
        typed={form.text}
        stopped={stopped}
      />,
    )
  }

  app.get(`${here}/new`, async (req, reply) => reply.html(await newPersonPage(req)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req)
    const form = formOf(req)
    let personId = ''
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, async (context) => {
        personId = await registerPerson(context, { ...form.values, agencyId } as PersonInput)
      }),
    )
    if (stopped) return reply.html(await newPersonPage(req, stopped), stopped.status)
    return reply.redirect(`${here}/${personId}?done=registered`, 303)
  })

  async function personPage(
    req: PersonRequest,
    more: { readonly stopped?: Stopped; readonly link?: string } = {},
  ) {
    const rights = rightsOf(req)
    const { agencyId, actor } = staffOf(req)
    const person = await personIn(services.db, agencyId, req.params.personId)
    if (!person) throw new NotFound()
    const { own, roleName } = await roleNamesOf(agencyId)
    const roles = [
      ...builtInRoles.map((role) => ({ role: role as string, name: roleWords[role], note: roleNotes[role] })),
      ...own.map(({ role, name }) => ({ role, name, note: '本机关自定义' })),
    ].filter(({ role }) => dutyOfRole(role) === person.duty && !person.roles.includes(role))
    return renderPage(
      <PersonPage
        frame={await consoleFrame(services, req)}
        person={person}
        roles={roles}
        roleName={roleName}
        rights={rights}
        isOneself={person.personId === actor.personId}
        now={services.now()}
        said={done[formOf(req, 'query').text('done')]}
        {...more}
      />,
    )
  }

  app.get(`${here}/:personId`, async (req: PersonRequest, reply) => reply.html(await personPage(req)))

  /** One act on a person, as a form posts it. */
  function mountAct(
    path: string,
    word: string,
    act: (
      context: Parameters<typeof grantRole>[0],
      ids: { readonly agencyId: string; readonly personId: string },
      role: string,
    ) => Promise<void>,
  ): void {
    app.post(`${here}/:personId/${path}`, async (req: PersonRequest, reply) => {
      const { actor, agencyId } = staffOf(req)
      const ids = { agencyId, personId: personIdOf(req) }
      const stopped = await stoppedBy(() =>
        services.command(actor, agencyId, (context) => act(context, ids, formOf(req).text('role'))),
      )
      if (stopped) return reply.html(await personPage(req, { stopped }), stopped.status)
      return reply.redirect(`${here}/${ids.personId}?done=${word}`, 303)
    })
  }

  mountAct('roles', 'granted', (context, ids, role) => grantRole(context, { ...ids, role }))
  mountAct('roles/revoke', 'revoked', (context, ids, role) => revokeRole(context, { ...ids, role }))
  mountAct('unlock', 'unlocked', (context, ids) => unlockAccount(context, ids))
  mountAct('second-factor/reset', 'reset', (context, ids) => resetSecondFactor(context, ids))
  mountAct('leave', 'left', (context, ids) => endEmployment(context, ids))

  app.post(`${here}/:personId/invite`, async (req: PersonRequest, reply) => {
    const { actor, agencyId } = staffOf(req)
    let made: { readonly link: string; readonly isMailed: boolean } | undefined
    const stopped = await stoppedBy(async () => {
      made = await services.command(actor, agencyId, (context) =>
        invitePerson(context, {
          agencyId,
          personId: personIdOf(req),
          publicUrl: publicUrlOf(services, req),
        }),
      )
    })
    if (stopped || made === undefined)
      return reply.html(await personPage(req, stopped ? { stopped } : {}), stopped?.status ?? 409)
    // With an address the link goes only there; without one it is shown this once, to be handed over.
    if (!made.isMailed) return reply.html(await personPage(req, { link: made.link }))
    return reply.redirect(`${here}/${req.params.personId}?done=invited`, 303)
  })
}
