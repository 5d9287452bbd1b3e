import { beijingDay } from '../../law/calendar/plain-day.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  clockTime,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  when,
  WorkHead,
  type ConsoleFrame,
} from '../../platform/html/index.ts'
import type { Stopped } from '../../platform/http/form.ts'
import type { FieldProblem } from '../../platform/refusals.ts'
import type { ListedSession, QrPicture } from '../../platform/sessions/index.ts'
import { EnrolFields, NewPasswordFields } from './sign-in-pages.tsx'

/** The part of the page whose form came back. */
export type AccountPart = 'password' | 'secondFactor'

interface AccountPageProps {
  readonly frame: ConsoleFrame
  readonly loginName: string
  readonly passwordSetAt: Date | null
  readonly sessions: readonly ListedSession[]
  readonly ownSessionId: string
  readonly secondFactor: { readonly isBound: boolean; readonly isRequired: boolean }
  /** null when the installation has none. */
  readonly singleSignOn: { readonly isLinked: boolean } | null
  readonly said?: string
  readonly stopped?: { readonly part: AccountPart } & Stopped
}

/** Edge, Chrome, Firefox, Safari and the system they run on, from the User-Agent line; 其他浏览器 when it is none of them. */
export function browserInWords(userAgent: string): string {
  const browser =
    /Edg\//.exec(userAgent) !== null
      ? 'Edge'
      : /QQBrowser|360SE|MetaSr|UCBrowser/.exec(userAgent) !== null
        ? '国产浏览器'
        : /Chrome\//.exec(userAgent) !== null
          ? 'Chrome'
          : /Firefox\//.exec(userAgent) !== null
            ? 'Firefox'
            : /Safari\//.exec(userAgent) !== null
              ? 'Safari'
              : '其他浏览器'
  const system = (
    [
      [/Windows/, 'Windows'],
      [/Android/, '安卓手机'],
      [/iPhone|iPad/, '苹果手机或平板'],
      [/Mac OS/, 'macOS'],
      [/Linux/, 'Linux'],
    ] as const
  ).find(([pattern]) => pattern.test(userAgent))?.[1]
  return system ? `${browser}，${system}` : browser
}

const moment = (at: Date) => `${when(beijingDay(at), 'short')} ${clockTime(at)}`

/** One's own account. */
export function AccountPage(props: AccountPageProps) {
  const { frame, stopped } = props
  const of = (part: AccountPart) => (stopped?.part === part ? stopped.problems : undefined)
  return (
    <ConsolePage frame={frame} title="我的账号" problems={stopped?.problems.length}>
      <WorkHead title="我的账号">
        {frame.person?.name}，用户名 {props.loginName}
      </WorkHead>
      {props.said && (
        <Notice kind="good" announce>
          <p>{props.said}</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} />
      <Panel title="正在登录的浏览器" id="sessions">
        <Table
          caption="正在登录的浏览器"
          stack
          rows={props.sessions}
          columns={[
            {
              title: '浏览器',
              kind: 'title',
              cell: (session) => browserInWords(session.browser),
            },
            { title: '网络地址', kind: 'short', cell: (session) => session.address },
            { title: '登录时间', kind: 'short', cell: (session) => moment(session.startedAt) },
            { title: '最近使用', kind: 'short', cell: (session) => moment(session.seenAt) },
            {
              title: '结束登录',
              titleUnseen: true,
              cell: (session) =>
                session.sessionId === props.ownSessionId ? (
                  <Tag kind="good">就是这里</Tag>
                ) : (
                  <form method="post" action="/console/account/sessions">
                    <input type="hidden" name="sessionId" value={session.sessionId} />
                    <Button look="line" small>
                      结束登录
                    </Button>
                  </form>
                ),
            },
          ]}
        />
        <p class="note">看到不认识的，结束它，再改密码。</p>
      </Panel>
      <Panel title="修改密码" id="password-part">
        {props.passwordSetAt && <p class="note">上次修改：{when(beijingDay(props.passwordSetAt))}</p>}
        <form method="post" action="/console/account/password">
          <Field
            name="current"
            label="现在的密码"
            kind="password"
            autocomplete="current-password"
            error={problemOf(of('password'), 'current')}
            required
          />
          <NewPasswordFields problems={of('password')} />
          <Buttons>
            <Button>修改密码</Button>
          </Buttons>
        </form>
      </Panel>
      <Panel title="动态验证码" id="second-factor">
        <SecondFactor {...props} problems={of('secondFactor')} />
      </Panel>
      {props.singleSignOn && (
        <Panel title="统一身份认证" id="single-sign-on">
          {props.singleSignOn.isLinked ? (
            <>
              <p>
                <Tag kind="good">已关联</Tag>　可以用统一身份认证登录这个账号。
              </p>
              <form method="post" action="/console/account/single-sign-on/unlink">
                <Buttons>
                  <Button look="line">解除关联</Button>
                </Buttons>
              </form>
            </>
          ) : (
            <>
              <p>还没有关联。关联以后，可以用统一身份认证登录，不用再输密码。</p>
              <Buttons>
                <ButtonLink href="/console/sign-in/sso?link=1" look="line">
                  关联统一身份
                </ButtonLink>
              </Buttons>
            </>
          )}
        </Panel>
      )}
    </ConsolePage>
  )
}

function SecondFactor(props: AccountPageProps & { readonly problems: readonly FieldProblem[] | undefined }) {
  const { isBound, isRequired } = props.secondFactor
  if (!isBound)
    return (
      <>
        <p>还没有绑定。绑定以后，登录时除了密码还要手机上的6位数字，密码泄露了别人也进不来。</p>
        <Buttons>
          <ButtonLink href="/console/account/second-factor" look="line">
            绑定手机上的验证器
          </ButtonLink>
        </Buttons>
      </>
    )
  if (isRequired)
    return (
      <p>
        <Tag kind="good">已绑定</Tag>　你的账号必须使用，不能停用。换手机时，请安全管理员先解除绑定。
      </p>
    )
  return (
    <>
      <p>
        <Tag kind="good">已绑定</Tag>　换手机时，先停用，再绑定新的。
      </p>
      <form method="post" action="/console/account/second-factor/drop">
        <Field
          name="currentForDrop"
          label="现在的密码"
          kind="password"
          autocomplete="current-password"
          error={problemOf(props.problems, 'currentForDrop')}
          required
        />
        <Buttons>
          <Button look="line">停用动态验证码</Button>
        </Buttons>
      </form>
    </>
  )
}

/** Binding an authenticator from inside the console. */
export function BindPage({
  frame,
  picture,
  secret,
  problems,
}: {
  readonly frame: ConsoleFrame
  readonly picture: QrPicture
  readonly secret: string
  readonly problems?: readonly FieldProblem[]
}) {
  return (
    <ConsolePage
      frame={frame}
      title="绑定动态验证码"
      problems={problems?.length}
      crumbs={[{ title: '我的账号', href: '/console/account' }, { title: '绑定动态验证码' }]}
    >
      <WorkHead title="绑定动态验证码">绑定后会给你10个恢复码，准备好纸和笔。</WorkHead>
      <ErrorSummary problems={problems} title="没有绑定成功" />
      <form method="post" action="/console/account/second-factor">
        <EnrolFields picture={picture} secret={secret} problems={problems} />
        <Buttons>
          <Button>绑定</Button>
          <a href="/console/account">先不绑了</a>
        </Buttons>
      </form>
    </ConsolePage>
  )
}
