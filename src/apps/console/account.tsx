import type { FastifyInstance, FastifyRequest } from 'fastify'
import { directoryOf } from '../../modules/agencies/index.ts'
import { consoleFrame } from '../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../platform/http/form.ts'
import { renderPage } from '../../platform/html/index.ts'
import type { Services } from '../../platform/services.ts'
import {
  accountById,
  changePassword,
  dropSecondFactor,
  enrolSecondFactor,
  isRequired,
  originOf,
  revokeSession,
  secretToEnrol,
  sessionsOf,
  staffOf,
  totpAddress,
  totpPicture,
  unlinkSingleSignOn,
} from '../../platform/sessions/index.ts'
import { AccountPage, BindPage, type AccountPart } from './account-pages.tsx'
import { RecoveryCodesPage } from './sign-in-pages.tsx'

const here = '/console/account'

const done: Readonly<Record<string, string>> = {
  password: '密码已改。其他浏览器上的登录都已结束。',
  session: '那个浏览器上的登录已结束。',
  dropped: '动态验证码已停用。',
  linked: '已关联统一身份。',
  unlinked: '已解除关联。',
}

/** One's own account: sessions, password, second factor, single sign-on. */
export function mountAccount(app: FastifyInstance, services: Services): void {
  const directory = directoryOf(services.rooms)

  async function draw(req: FastifyRequest, stopped?: { readonly part: AccountPart } & Stopped) {
    const { session } = staffOf(req)
    const account = await accountById(services.db, session.personId)
    return renderPage(
      <AccountPage
        frame={await consoleFrame(services, req)}
        loginName={account?.login_name ?? ''}
        passwordSetAt={account?.password_set_at ?? null}
        sessions={await sessionsOf(services.db, session.personId, services.now(), services.config)}
        ownSessionId={session.sessionId}
        secondFactor={{
          isBound: account?.totp_confirmed_at != null,
          isRequired: await isRequired(services, directory, { account_id: session.personId }),
        }}
        singleSignOn={services.config.oidc ? { isLinked: account?.oidc_subject != null } : null}
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req)))

  app.post(`${here}/password`, async (req, reply) => {
    const { session, actor } = staffOf(req)
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      changePassword(services, session, actor, {
        current: form.text('current').slice(0, 500),
        password: form.text('password').slice(0, 500),
        again: form.text('again').slice(0, 500),
      }),
    )
    if (stopped) return reply.html(await draw(req, { part: 'password', ...stopped }), stopped.status)
    return reply.redirect(`${here}?done=password`, 303)
  })

  app.post(`${here}/sessions`, async (req, reply) => {
    const { session, actor } = staffOf(req)
    await revokeSession(services, session, actor, formOf(req).text('sessionId'))
    return reply.redirect(`${here}?done=session`, 303)
  })

  async function binding(req: FastifyRequest) {
    const { session } = staffOf(req)
    const secret = await secretToEnrol(services, session)
    if (secret === null) return null
    const frame = await consoleFrame(services, req)
    const account = await accountById(services.db, session.personId)
    const picture = totpPicture(totpAddress(secret, account?.login_name ?? '', frame.siteName))
    return { frame, secret, picture }
  }

  app.get(`${here}/second-factor`, async (req, reply) => {
    const bind = await binding(req)
    if (!bind) return reply.redirect(here, 303)
    return reply.html(renderPage(<BindPage {...bind} />))
  })

  app.post(`${here}/second-factor`, async (req, reply) => {
    const { session } = staffOf(req)
    const bind = await binding(req)
    if (!bind) return reply.redirect(here, 303)
    let codes: readonly string[] = []
    const stopped = await stoppedBy(async () => {
      const enrolled = await enrolSecondFactor(services, session, {
        code: formOf(req).text('code').slice(0, 40),
        at: new Date(),
        origin: originOf(req),
      })
      codes = enrolled.recoveryCodes
    })
    if (stopped)
      return reply.html(renderPage(<BindPage {...bind} problems={stopped.problems} />), stopped.status)
    return reply.html(
      renderPage(
        <RecoveryCodesPage
          frame={bind.frame}
          codes={codes}
          next={{ title: '抄好了，回到我的账号', href: here }}
        />,
      ),
    )
  })

  app.post(`${here}/second-factor/drop`, async (req, reply) => {
    const { session, actor } = staffOf(req)
    const stopped = await stoppedBy(() =>
      dropSecondFactor(services, directory, session, actor, {
        current: formOf(req).text('currentForDrop').slice(0, 500),
      }),
    )
    if (stopped) {
      const problems = stopped.problems.map((problem) => ({
        ...problem,
        field: problem.field === 'current' ? 'currentForDrop' : problem.field,
      }))
      return reply.html(await draw(req, { part: 'secondFactor', ...stopped, problems }), stopped.status)
    }
    return reply.redirect(`${here}?done=dropped`, 303)
  })

  app.post(`${here}/single-sign-on/unlink`, async (req, reply) => {
    const { session, actor } = staffOf(req)
    await unlinkSingleSignOn(services, session, actor)
    return reply.redirect(`${here}?done=unlinked`, 303)
  })
}
