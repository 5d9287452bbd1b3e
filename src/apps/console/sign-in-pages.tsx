import type { FieldProblem } from '../../platform/refusals.ts'
import {
  Button,
  Buttons,
  ButtonLink,
  DoorPage,
  ErrorSummary,
  Field,
  Notice,
  PageHead,
  problemOf,
  type ConsoleFrame,
} from '../../platform/html/index.ts'
import type { QrPicture } from '../../platform/sessions/index.ts'

interface StepProps {
  readonly frame: ConsoleFrame
  readonly problems?: readonly FieldProblem[]
}

/** User name and password, or the unified sign-on of the government. */
export function SignInPage({
  frame,
  problems,
  loginName,
  back,
  hasSingleSignOn,
  said,
}: StepProps & {
  readonly loginName?: string
  readonly back: string
  readonly hasSingleSignOn: boolean
  /** What just happened: signed out, session over. */
  readonly said?: string
}) {
  return (
    <DoorPage frame={frame} title="登录" problems={problems?.length}>
      <PageHead title="登录公开工作台" />
      {said && (
        <Notice kind="plain" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} title="没有登录成功" />
      <form method="post" action="/console/sign-in">
        <input type="hidden" name="back" value={back} />
        <Field
          name="loginName"
          label="用户名"
          value={loginName}
          autocomplete="username"
          spellcheck={false}
          required
        />
        <Field name="password" label="密码" kind="password" autocomplete="current-password" required />
        <Buttons>
          <Button>登录</Button>
        </Buttons>
      </form>
      {hasSingleSignOn && (
        <>
          <p class="door-or">或者</p>
          <ButtonLink href={`/console/sign-in/sso?back=${encodeURIComponent(back)}`} look="line">
            用统一身份认证登录
          </ButtonLink>
        </>
      )}
      <p class="note">忘记密码，找本机关的系统管理员重发一次性链接。</p>
    </DoorPage>
  )
}

/** The code of the authenticator. */
export function SecondFactorPage({ frame, problems, back }: StepProps & { readonly back: string }) {
  return (
    <DoorPage frame={frame} title="动态验证码" problems={problems?.length}>
      <PageHead title="输入动态验证码">打开手机上的验证器，输入“{frame.siteName}”下面的6位数字。</PageHead>
      <ErrorSummary problems={problems} title="没有通过" />
      <form method="post" action="/console/sign-in/second-factor">
        <input type="hidden" name="back" value={back} />
        <Field
          name="code"
          label="验证码"
          hint="手机不在身边，就输入一个恢复码"
          error={problemOf(problems, 'code')}
          autocomplete="one-time-code"
          spellcheck={false}
          short
          required
        />
        <Buttons>
          <Button>登录</Button>
        </Buttons>
      </form>
      <p class="note">
        <a href="/console/sign-in">换一个账号</a>
      </p>
    </DoorPage>
  )
}

/** One's own password in place of a one-time one. */
export function NewPasswordPage({ frame, problems, back }: StepProps & { readonly back: string }) {
  return (
    <DoorPage frame={frame} title="设一个新密码" problems={problems?.length}>
      <PageHead title="设一个新密码">刚才用的是一次性密码，换成自己的密码才能继续。</PageHead>
      <ErrorSummary problems={problems} />
      <form method="post" action="/console/sign-in/new-password">
        <input type="hidden" name="back" value={back} />
        <NewPasswordFields problems={problems} />
        <Buttons>
          <Button>保存并继续</Button>
        </Buttons>
      </form>
    </DoorPage>
  )
}

/** The two fields of a new password, wherever one is set. */
export function NewPasswordFields({ problems }: { readonly problems: readonly FieldProblem[] | undefined }) {
  return (
    <>
      <Field
        name="password"
        label="新密码"
        hint="至少10个字符，大写字母、小写字母、数字、符号用其中三种。不要用常见的词和键盘顺序"
        error={problemOf(problems, 'password')}
        kind="password"
        autocomplete="new-password"
        required
      />
      <Field
        name="again"
        label="再输一遍"
        error={problemOf(problems, 'again')}
        kind="password"
        autocomplete="new-password"
        required
      />
    </>
  )
}

/** The picture that an authenticator reads. Black on white in every colour mode. */
function Qr({ picture }: { readonly picture: QrPicture }) {
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${picture.size} ${picture.size}`}
      role="img"
      aria-label="给验证器扫的二维码"
      shape-rendering="crispEdges"
    >
      <path d={picture.path} />
    </svg>
  )
}

/** Binding an authenticator: the picture, the secret in letters, the first code. */
export function EnrolFields({
  picture,
  secret,
  problems,
}: {
  readonly picture: QrPicture
  readonly secret: string
  readonly problems: readonly FieldProblem[] | undefined
}) {
  return (
    <>
      <ol class="steps">
        <li>
          在手机上打开验证器（任何支持 TOTP 的应用都可以），扫这张图：
          <Qr picture={picture} />
          <p class="note">
            扫不了，就手动输入密钥：<code class="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </li>
        <li>输入验证器上显示的6位数字：</li>
      </ol>
      <Field
        name="code"
        label="验证码"
        error={problemOf(problems, 'code')}
        autocomplete="one-time-code"
        inputMode="numeric"
        short
        required
      />
    </>
  )
}

/** Binding an authenticator before the first entry. */
export function EnrolPage({
  frame,
  problems,
  back,
  picture,
  secret,
}: StepProps & { readonly back: string; readonly picture: QrPicture; readonly secret: string }) {
  return (
    <DoorPage frame={frame} title="绑定动态验证码" problems={problems?.length}>
      <PageHead title="绑定动态验证码">你的账号登录时，除了密码还要一个手机上的验证码。</PageHead>
      <ErrorSummary problems={problems} title="没有绑定成功" />
      <form method="post" action="/console/sign-in/enrol">
        <input type="hidden" name="back" value={back} />
        <EnrolFields picture={picture} secret={secret} problems={problems} />
        <Buttons>
          <Button>绑定并登录</Button>
        </Buttons>
      </form>
    </DoorPage>
  )
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage({
  frame,
  codes,
  next,
}: {
  readonly frame: ConsoleFrame
  readonly codes: readonly string[]
  readonly next: { readonly title: string; readonly href: string }
}) {
  return (
    <DoorPage frame={frame} title="恢复码">
      <PageHead title="抄下恢复码">
        手机丢了或者换了，用恢复码登录。每个只能用一次，现在不抄，以后看不到。
      </PageHead>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Buttons>
        <ButtonLink href={next.href}>{next.title}</ButtonLink>
      </Buttons>
      <p class="note">抄在纸上放好，或者打印这一页，不要存在同一部手机里。</p>
    </DoorPage>
  )
}
