import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  DoorPage,
  ErrorSummary,
  Field,
  PageHead,
  problemOf,
  renderPage,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import { Refused } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { hashPassword, signInPage } from '../../../../platform/sessions/index.ts'
import { acceptInvitation, checkAcceptance } from '../../commands/accept-invitation.ts'
import { openInvitation, type OpenInvitation } from '../../queries/open-invitation.ts'
import { agencyRefusals } from '../../refusals.ts'

type TokenRequest = FastifyRequest<{ Params: { token: string } }>

function InvitationPage({
  frame,
  invitation,
  token,
  loginName,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly invitation: OpenInvitation
  readonly token: string
  readonly loginName: string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  const isNew = invitation.loginName === null
  const title = isNew ? '启用账号' : '重设密码'
  return (
    <DoorPage frame={frame} title={title} problems={problems?.length}>
      <PageHead title={title}>
        {invitation.name}，{isNew ? '设好用户名和密码，账号就可以用了。' : '设一个新密码。'}
      </PageHead>
      <ErrorSummary problems={problems} />
      <form method="post" action={`/console/invitations/${token}`}>
        <Field
          name="loginName"
          label="用户名"
          hint="3到32个小写字母、数字，以字母开头"
          value={loginName}
          error={problemOf(problems, 'loginName')}
          autocomplete="username"
          spellcheck={false}
          required
        />
        <Field
          name="password"
          label="密码"
          hint="至少10个字符，大写字母、小写字母、数字、符号用其中三种。不要用常见的词和键盘顺序"
          kind="password"
          error={problemOf(problems, 'password')}
          autocomplete="new-password"
          required
        />
        <Field
          name="again"
          label="再输一遍密码"
          kind="password"
          error={problemOf(problems, 'again')}
          autocomplete="new-password"
          required
        />
        <Buttons>
          <Button>{isNew ? '启用账号' : '保存新密码'}</Button>
        </Buttons>
      </form>
    </DoorPage>
  )
}

/** The page behind a one-time link. */
export function mountInvitation(app: FastifyInstance, services: Services): void {
  const find = async (token: string) => {
    const invitation = await openInvitation(services.db, token, services.now())
    if (!invitation) throw new Refused([agencyRefusals['agencies.invitation.over']])
    return invitation
  }

  app.get('/console/invitations/:token', async (req: TokenRequest, reply) => {
    const invitation = await find(req.params.token)
    return reply
      .header('referrer-policy', 'no-referrer')
      .html(
        renderPage(
          <InvitationPage
            frame={await consoleFrame(services, req)}
            invitation={invitation}
            token={req.params.token}
            loginName={invitation.loginName ?? ''}
          />,
        ),
      )
  })

  app.post('/console/invitations/:token', async (req: TokenRequest, reply) => {
    const invitation = await find(req.params.token)
    const form = formOf(req)
    const stopped = await stoppedBy(() => accept(req.params.token, form))
    if (stopped)
      return reply
        .header('referrer-policy', 'no-referrer')
        .html(
          renderPage(
            <InvitationPage
              frame={await consoleFrame(services, req)}
              invitation={invitation}
              token={req.params.token}
              loginName={form.text('loginName')}
              stopped={stopped}
            />,
          ),
          stopped.status,
        )
    return reply.redirect(`${signInPage}?said=invited`, 303)
  })

  async function accept(token: string, form: Form): Promise<void> {
    const input = {
      token,
      loginName: form.text('loginName'),
      password: form.text('password').slice(0, 500),
      again: form.text('again').slice(0, 500),
    }
    checkAcceptance(input)
    const hash = await hashPassword(input.password)
    await services.command({ kind: 'public' }, null, (context) => acceptInvitation(context, input, hash))
  }
}
