import {
  Button,
  Choice,
  Empty,
  ErrorSummary,
  Field,
  PageHead,
  PortalPage,
  SearchBox,
  Section,
  Split,
  problemOf,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import { AfterwardsAside, PrivacyAside } from './apply-frame.tsx'
import { applicantOptions, kindOptions } from './apply-words.ts'

const crumbs = [
  { title: '首页', href: '/' },
  { title: '依申请公开', href: '/requests' },
  { title: '填写申请' },
]

interface ChoosePageProps {
  readonly frame: PortalFrame
  readonly sought: string
  readonly groups: readonly {
    readonly title: string
    readonly agencies: readonly { readonly name: string; readonly slug: string }[]
  }[]
}

/** Which agency made or keeps the information (条例 Art 10). */
export function ChooseAgencyPage({ frame, sought, groups }: ChoosePageProps) {
  return (
    <PortalPage frame={frame} title="向哪个机关申请" current="/requests" crumbs={crumbs} hidden>
      <PageHead title="向哪个机关申请">
        谁制作的信息，向谁申请；从别处得到的，谁保存就向谁申请。拿不准，选最像的一个，不对的我们会告诉您该找谁。
      </PageHead>
      <SearchBox
        action="/requests/new"
        value={sought}
        label="找机关"
        placeholder="机关名称里的字，例如 应急"
      />
      {groups.length === 0 && (
        <Empty says="没有名称里带这些字的机关">
          换一个词，或者<a href="/requests/new">看全部机关</a>。
        </Empty>
      )}
      {groups.map(({ title, agencies }) => (
        <Section key={title} title={title}>
          <ul class="index">
            {agencies.map(({ name, slug }) => (
              <li key={slug}>
                <a href={`/requests/new?agency=${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </PortalPage>
  )
}

interface StartPageProps {
  readonly frame: PortalFrame
  readonly agency: { readonly name: string; readonly slug: string }
  readonly soleTrader: 'natural' | 'business'
  readonly chosen: { readonly kind: string; readonly applicantKind: string }
  readonly problems?: readonly FieldProblem[]
}

/** What kind of matter, and who comes: the two things the form depends on. */
export function StartPage({ frame, agency, soleTrader, chosen, problems }: StartPageProps) {
  return (
    <PortalPage
      frame={frame}
      title={`向${agency.name}申请`}
      current="/requests"
      crumbs={crumbs}
      problems={problems?.length}
      hidden
    >
      <PageHead title={`向${agency.name}申请`}>
        大约十分钟。准备好身份证明的照片。<a href="/requests/new">换一个机关</a>
      </PageHead>
      <Split
        quiet
        asideName="说明"
        aside={
          <>
            <h2>以前填过一半</h2>
            <p>
              <a href="/requests/resume">凭接续码接着填</a>
            </p>
            <h2>已经提交过</h2>
            <p>
              <a href="/requests/track">查申请进度</a>
            </p>
            <AfterwardsAside />
            <PrivacyAside />
          </>
        }
      >
        <ErrorSummary problems={problems} />
        <form method="post" action="/requests/new" novalidate>
          <input type="hidden" name="agency" value={agency.slug} />
          <Choice
            name="kind"
            label="您要办什么"
            options={kindOptions}
            value={chosen.kind}
            error={problemOf(problems, 'kind')}
          />
          <Choice
            name="applicantKind"
            label="您以什么身份申请"
            hint="法定的六类，只用来填统计表，不影响答复。"
            options={applicantOptions(soleTrader)}
            value={chosen.applicantKind}
            error={problemOf(problems, 'applicantKind')}
          />
          <p class="btns">
            <Button>开始填写</Button>
          </p>
        </form>
      </Split>
    </PortalPage>
  )
}

interface ResumePageProps {
  readonly frame: PortalFrame
  readonly problems?: readonly FieldProblem[]
}

/** Takes an application up that was begun elsewhere. */
export function ResumePage({ frame, problems }: ResumePageProps) {
  return (
    <PortalPage
      frame={frame}
      title="接着填写申请"
      current="/requests"
      crumbs={[...crumbs.slice(0, 2), { title: '接着填写' }]}
      problems={problems?.length}
      hidden
    >
      <PageHead title="接着填写申请">输入您先存着的时候抄下的接续码。</PageHead>
      <ErrorSummary problems={problems} />
      <form method="post" action="/requests/resume" novalidate>
        <Field
          name="code"
          label="接续码"
          hint="12个字母和数字，大小写、短横线都可以不管。"
          error={problemOf(problems, 'code')}
          autocomplete="off"
          spellcheck={false}
          maxLength={30}
          short
        />
        <p class="btns">
          <Button>接着填</Button>
          <a href="/requests/new">重新填一份</a>
        </p>
      </form>
    </PortalPage>
  )
}

interface LaterPageProps {
  readonly frame: PortalFrame
  readonly code: string
  readonly until: string
  readonly continueAt: string
}

/** The application is kept; here is the code for another computer or another day. */
export function LaterPage({ frame, code, until, continueAt }: LaterPageProps) {
  return (
    <PortalPage
      frame={frame}
      title="已经存好"
      current="/requests"
      crumbs={[...crumbs.slice(0, 2), { title: '已经存好' }]}
      hidden
    >
      <PageHead title="已经存好">写下的内容和上传的文件保留到{until}。还没有提交，期限没有开始。</PageHead>
      <section class="answer-by" aria-labelledby="code">
        <div>
          <h2 id="code">接续码</h2>
          <p class="big-code num">{code}</p>
        </div>
        <div>
          <p>把它抄下来，或者拍一张照。换一台电脑、改天再来，凭它接着填。</p>
          <p>只显示这一次；用过就失效，再存会换新的。谁拿到它，就能看到您填的内容，请不要给别人。</p>
        </div>
      </section>
      <p class="btns">
        <a href={continueAt}>现在就接着填</a>
        <a href="/requests/resume">输入接续码的地方</a>
      </p>
    </PortalPage>
  )
}
