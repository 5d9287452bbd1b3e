import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { directoryOf } from '../../modules/agencies/index.ts'
import { consoleFrame } from '../../platform/http/frames.ts'
import { formOf, stoppedBy } from '../../platform/http/form.ts'
import { ownPath, renderPage } from '../../platform/html/index.ts'
import { Refused } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import {
  accountById,
  clearSessionCookie,
  endSession,
  enrolSecondFactor,
  giveSecondFactor,
  linkSingleSignOn,
  openSingleSignOn,
  originOf,
  replaceOneTimePassword,
  revokeSession,
  secretToEnrol,
  sessionRefusals,
  setSessionCookie,
  signIn,
  signInBySubject,
  signInPage,
  signOnMinutes,
  totpAddress,
  totpPicture,
  type Session,
  type SessionStage,
  type SignInResult,
} from '../../platform/sessions/index.ts'
import {
  EnrolPage,
  NewPasswordPage,
  RecoveryCodesPage,
  SecondFactorPage,
  SignInPage,
} from './sign-in-pages.tsx'

const ssoCookie = 'gongkai-sso'
const ssoPath = '/console/sign-in/sso'

const pageOfStage: Readonly<Record<SessionStage, string>> = {
  full: '/console',
  secondFactor: '/console/sign-in/second-factor',
  newPassword: '/console/sign-in/new-password',
  enrolSecondFactor: '/console/sign-in/enrol',
}

const said: Readonly<Record<string, string>> = {
  out: '已退出。在公用电脑上，请关掉浏览器窗口。',
  over: sessionRefusals['sessions.signIn.stepOver'].sentence,
  invited: '账号已经可以用了，请登录。',
}

/** Where to go after sign-in: only a page of the console, never another host. */
function backOf(given: string): string {
  const path = ownPath(given)
  return /^\/console(\/|$|\?)/.test(path) && !path.startsWith(signInPage) ? path : '/console'
}

/** Sign-in with its steps, single sign-on, sign-out. */
export function mountSignIn(app: FastifyInstance, services: Services): void {
  const directory = directoryOf(services.rooms)
  const sso = services.config.oidc
    ? openSingleSignOn(services.config.oidc, services.cipher, () => new Date())
    : null
  const frame = (req: FastifyRequest) => consoleFrame(services, req)

  /** Sends the browser on to the step that is due, with the token of that step. */
  function goOn(req: FastifyRequest, reply: FastifyReply, result: SignInResult, back: string) {
    if (result.kind === 'refused') return null
    setSessionCookie(req, reply, services, result.token)
    const next =
      result.stage === 'full' ? back : `${pageOfStage[result.stage]}?back=${encodeURIComponent(back)}`
    return reply.redirect(next, 303)
  }

  /** The session that waits for a step; null when it waited too long or for something else. */
  const waiting = (req: FastifyRequest, stage: SessionStage): Session | null =>
    req.session?.stage === stage ? req.session : null

  const startOver = (reply: FastifyReply) => reply.redirect(`${signInPage}?said=over`, 303)

  app.get(signInPage, async (req, reply) => {
    const query = formOf(req, 'query')
    if (req.standing) return reply.redirect(backOf(query.text('back')), 303)
    return reply.html(
      renderPage(
        <SignInPage
          frame={await frame(req)}
          back={backOf(query.text('back'))}
          hasSingleSignOn={sso !== null}
          said={said[query.text('said')]}
        />,
      ),
    )
  })

  app.post(signInPage, { config: { rateLimit: { max: 60 } } }, async (req, reply) => {
    const form = formOf(req)
    const back = backOf(form.text('back'))
    if (req.session) await endSession(services.db, req.session.personId, req.session.sessionId)
    const result = await signIn(services, directory, {
      loginName: form.text('loginName').slice(0, 100),
      password: form.text('password').slice(0, 500),
      origin: originOf(req),
    })
    const next = goOn(req, reply, result, back)
    if (next || result.kind !== 'refused') return next
    clearSessionCookie(req, reply, services)
    return reply.html(
      renderPage(
        <SignInPage
          frame={await frame(req)}
          problems={[{ field: 'loginName', sentence: result.reason.sentence }]}
          loginName={form.text('loginName').slice(0, 100)}
          back={back}
          hasSingleSignOn={sso !== null}
        />,
      ),
      result.reason.code === 'sessions.signIn.addressBusy' ? 429 : 422,
    )
  })

  app.get(pageOfStage.secondFactor, async (req, reply) => {
    if (!waiting(req, 'secondFactor')) return startOver(reply)
    const back = backOf(formOf(req, 'query').text('back'))
    return reply.html(renderPage(<SecondFactorPage frame={await frame(req)} back={back} />))
  })

  app.post(pageOfStage.secondFactor, async (req, reply) => {
    const session = waiting(req, 'secondFactor')
    if (!session) return startOver(reply)
    const form = formOf(req)
    const back = backOf(form.text('back'))
    const result = await giveSecondFactor(services, session, {
      code: form.text('code').slice(0, 40),
      origin: originOf(req),
      // An authenticator shows the real time, whatever day the demo is moved to.
      at: new Date(),
    })
    const next = goOn(req, reply, result, back)
    if (next || result.kind !== 'refused') return next
    return reply.html(
      renderPage(
        <SecondFactorPage
          frame={await frame(req)}
          problems={[{ field: 'code', sentence: result.reason.sentence }]}
          back={back}
        />,
      ),
      422,
    )
  })

  app.get(pageOfStage.newPassword, async (req, reply) => {
    if (!waiting(req, 'newPassword')) return startOver(reply)
    const back = backOf(formOf(req, 'query').text('back'))
    return reply.html(renderPage(<NewPasswordPage frame={await frame(req)} back={back} />))
  })

  app.post(pageOfStage.newPassword, async (req, reply) => {
    const session = waiting(req, 'newPassword')
    if (!session) return startOver(reply)
    const form = formOf(req)
    const back = backOf(form.text('back'))
    let result: SignInResult | undefined
    const stopped = await stoppedBy(async () => {
      result = await replaceOneTimePassword(services, directory, session, {
        password: form.text('password').slice(0, 500),
        again: form.text('again').slice(0, 500),
        origin: originOf(req),
      })
    })
    if (stopped)
      return reply.html(
        renderPage(<NewPasswordPage frame={await frame(req)} problems={stopped.problems} back={back} />),
        stopped.status,
      )
    return (result && goOn(req, reply, result, back)) ?? startOver(reply)
  })

  /** The picture and the letters of the secret that waits for its first code. */
  async function enrolment(req: FastifyRequest, session: Session) {
    const secret = await secretToEnrol(services, session)
    const account = await accountById(services.db, session.personId)
    if (secret === null) return null
    const address = totpAddress(secret, account?.login_name ?? '', (await frame(req)).siteName)
    return { secret, picture: totpPicture(address) }
  }

  app.get(pageOfStage.enrolSecondFactor, async (req, reply) => {
    const session = waiting(req, 'enrolSecondFactor')
    const enrol = session && (await enrolment(req, session))
    if (!enrol) return startOver(reply)
    const back = backOf(formOf(req, 'query').text('back'))
    return reply.html(renderPage(<EnrolPage frame={await frame(req)} back={back} {...enrol} />))
  })

  app.post(pageOfStage.enrolSecondFactor, async (req, reply) => {
    const session = waiting(req, 'enrolSecondFactor')
    const enrol = session && (await enrolment(req, session))
    if (!session || !enrol) return startOver(reply)
    const form = formOf(req)
    const back = backOf(form.text('back'))
    let codes: readonly string[] = []
    const stopped = await stoppedBy(async () => {
      const enrolled = await enrolSecondFactor(services, session, {
        code: form.text('code').slice(0, 40),
        at: new Date(),
        origin: originOf(req),
      })
      codes = enrolled.recoveryCodes
      if (enrolled.next?.kind === 'open') setSessionCookie(req, reply, services, enrolled.next.token)
    })
    if (stopped)
      return reply.html(
        renderPage(<EnrolPage frame={await frame(req)} problems={stopped.problems} back={back} {...enrol} />),
        stopped.status,
      )
    return reply.html(
      renderPage(
        <RecoveryCodesPage
          frame={await frame(req)}
          codes={codes}
          next={{ title: '抄好了，进入工作台', href: back }}
        />,
      ),
    )
  })

  app.post('/console/sign-out', async (req, reply) => {
    if (req.session) await revokeSession(services, req.session, req.actor, req.session.sessionId)
    clearSessionCookie(req, reply, services)
    return reply.redirect(`${signInPage}?said=out`, 303)
  })

  if (!sso) return

  const returnAddress = (req: FastifyRequest) =>
    `${services.config.publicUrl ?? `${req.protocol}://${req.host}`}${ssoPath}/return`

  /** Off to the provider; what must come back with the browser is sealed into a cookie of its own. */
  app.get(ssoPath, async (req, reply) => {
    const query = formOf(req, 'query')
    const { address, sealed } = await sso.begin(returnAddress(req), {
      act: query.text('link') === '1' && req.standing ? 'link' : 'signIn',
      back: backOf(query.text('back')),
      sessionId: req.standing ? (req.session?.sessionId ?? null) : null,
    })
    return reply
      .setCookie(ssoCookie, sealed, {
        path: ssoPath,
        httpOnly: true,
        sameSite: 'lax',
        secure: returnAddress(req).startsWith('https:'),
        maxAge: signOnMinutes * 60,
      })
      .redirect(address, 303)
  })

  app.get(`${ssoPath}/return`, async (req, reply) => {
    reply.clearCookie(ssoCookie, { path: ssoPath })
    const address = new URL(returnAddress(req))
    address.search = new URL(req.url, 'http://x').search
    const { subject, purpose } = await sso.end(address, req.cookies[ssoCookie] ?? '', new Date())
    if (purpose.act === 'link') {
      if (!req.session || !req.standing || req.session.sessionId !== purpose.sessionId)
        throw new Refused([sessionRefusals['sessions.signIn.first']])
      await linkSingleSignOn(services, req.session, req.actor, subject)
      return reply.redirect('/console/account?done=linked', 303)
    }
    const result = await signInBySubject(services, directory, { subject, origin: originOf(req) })
    if (result.kind === 'refused') throw new Refused([result.reason])
    return goOn(req, reply, result, purpose.back)
  })
}
