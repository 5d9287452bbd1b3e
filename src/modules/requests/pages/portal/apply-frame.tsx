import {
  Button,
  ErrorSummary,
  PageHead,
  PortalPage,
  Split,
  Stages,
  inBytes,
  when,
  type Children,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { IslandName } from '../../../../platform/html/index.ts'
import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import { applySteps, type ApplyStep } from '../../rules/application.ts'
import type { Draft, DraftFile } from '../../store/drafts.ts'
import { kindTitles, stepTitle } from './apply-words.ts'

/** What every step of the guided application is drawn from. */
export interface StepProps {
  readonly frame: PortalFrame
  readonly agency: { readonly name: string; readonly slug: string }
  readonly draft: Draft
  readonly files: readonly DraftFile[]
  readonly problems?: readonly FieldProblem[]
}

export const applyBase = '/requests/apply'
export const stepAddress = (draftId: string, step: ApplyStep) => `${applyBase}/${draftId}/${step}`

interface ApplyFrameProps extends Omit<StepProps, 'files'> {
  readonly step: ApplyStep
  readonly islands?: readonly IslandName[]
  readonly aside: Children
  readonly children: Children
}

/** Head, stages, what must be mended, the step's form, and what one should know beside it. */
export function ApplyFrame({
  frame,
  agency,
  draft,
  step,
  problems,
  islands,
  aside,
  children,
}: ApplyFrameProps) {
  const { kind } = draft.content
  return (
    <PortalPage
      frame={frame}
      title={`${kindTitles[kind]}：${stepTitle(step, kind)}`}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '填写申请' },
      ]}
      problems={problems?.length}
      islands={islands}
      hidden
    >
      <PageHead title={kindTitles[kind]}>
        {kind === 'information' || kind === 'recordCorrection' ? '向' : '写给'}
        {agency.name}
        {kind === 'information' || kind === 'recordCorrection' ? '申请。' : '。'}
        填到一半可以离开，写下的内容保留到{when(beijingDay(draft.expiresAt), 'short')}。
      </PageHead>
      <Stages
        stages={applySteps.map((one) => ({ title: stepTitle(one, kind) }))}
        at={applySteps.indexOf(step)}
      />
      <Split quiet asideName="说明" aside={aside}>
        <ErrorSummary problems={problems} />
        {children}
      </Split>
    </PortalPage>
  )
}

/** The form of a step. What Enter presses comes first, so that it never removes a file by surprise. */
export function StepForm({
  draft,
  step,
  children,
}: {
  readonly draft: Draft
  readonly step: ApplyStep
  readonly children: Children
}) {
  return (
    <form method="post" action={stepAddress(draft.draftId, step)} enctype="multipart/form-data" novalidate>
      <button class="sr" name="act" value="next" tabIndex={-1} aria-hidden="true">
        保存并继续
      </button>
      {children}
      <p class="btns">
        <Button name="act" value="next">
          保存并继续
        </Button>
        {step !== 'who' && (
          <Button look="line" name="act" value="back" unchecked>
            上一步
          </Button>
        )}
        <Button look="line" name="act" value="later" unchecked>
          先存着，以后再填
        </Button>
      </p>
    </form>
  )
}

/** Files that are kept already, each with a button to take it out. */
export function KeptFiles({ files }: { readonly files: readonly DraftFile[] }) {
  if (files.length === 0) return null
  return (
    <ul class="files kept-files">
      {files.map(({ fileId, name, size: bytes }) => (
        <li key={fileId}>
          <span>{name}</span>
          <span class="note num">{inBytes(bytes)}，已收下</span>
          <Button small look="line" name="act" value={`dropFile-${fileId}`} unchecked>
            删去<span class="sr">{name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What happens after it was sent off: beside every step. */
export function AfterwardsAside() {
  return (
    <>
      <h2>提交以后</h2>
      <p>我们先和您确认收到。从确认的第二天起，20个工作日内答复。</p>
      <p>内容不清楚的，7个工作日内一次告诉您补什么；补好的那天重新起算。</p>
      <h2>不收费</h2>
      <p>一般不收任何费用。数量、频次明显超过合理范围的，才收信息处理费，收之前先书面告诉您。</p>
    </>
  )
}

export function PrivacyAside() {
  return (
    <>
      <h2>您的信息</h2>
      <p>
        姓名、证件和联系方式只用来办这件申请（条例第二十九条），加密保存，办理人员每次查看都有记录。征求第三方意见时，不透露您是谁。
      </p>
      <p>没有提交的，7天后连同文件一起删除。</p>
    </>
  )
}
