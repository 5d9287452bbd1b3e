import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Notice,
  Panel,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import type { Hand } from '../../queries/hands.ts'
import type { SimilarRequest } from '../../queries/similar-requests.ts'
import { actAt, caseAt, requestsAt } from './addresses.ts'
import { ActFields } from './act-fields.tsx'
import { CaseClock } from './case-clock.tsx'
import type { FormAct } from './perform-act.ts'

export interface ActPageProps {
  readonly frame: ConsoleFrame
  readonly act: FormAct
  readonly file: CaseFileView
  readonly today: PlainDay
  /** Last line of the journal when the form was drawn: what came later was not seen. */
  readonly seen: number
  readonly typed: Form
  readonly stopped: Stopped | undefined
  /** What others did since the form was drawn, when they did. */
  readonly changed: readonly string[]
  /** Reasons why the act is not possible now, in sentences; the form is not drawn then. */
  readonly refused: readonly string[]
  readonly hands: readonly Hand[]
  readonly sections: readonly string[]
  readonly similar: readonly SimilarRequest[]
}

interface ActText {
  readonly title: string
  readonly says: string
  readonly button: string
  /** Of legal effect: the red button. */
  readonly seal?: boolean
}

export const actTexts: Readonly<Record<FormAct, ActText>> = {
  confirmReceipt: {
    title: '确认收到日期',
    says: '与申请人联系上、双方确认的那一天，是收到申请之日（条例第三十一条）。确定以后不能再改。',
    button: '确认收到日期',
    seal: true,
  },
  answerClarification: {
    title: '登记补正',
    says: '申请人寄来或者当面交来的补正。从收到的次日起，重新计算20个工作日（条例第三十条）。',
    button: '登记补正',
  },
  giveReasons: {
    title: '登记理由',
    says: '申请人对申请数量、频次的说明（条例第三十五条）。是否合理，由人判断。',
    button: '登记理由',
  },
  payFee: {
    title: '登记缴费',
    says: '足额缴清的，从次日起重新计算20个工作日（信息处理费管理办法第六条）。',
    button: '登记缴费',
  },
  withdraw: {
    title: '登记撤回',
    says: '申请人不要了。本件就此办结，计入年报表三“其他处理”；没有发出的文书一并作废。',
    button: '登记撤回，办结本件',
    seal: true,
  },
  attach: {
    title: '添加文件',
    says: '放进本件的卷宗，加密保存，只有本机关有权限的人看得到，每次下载都有记录。',
    button: '放进卷宗',
  },
  assign: {
    title: '分派',
    says: '分给科室和经办人。内部征询科室的时间不扣除，法定期限照算。',
    button: '分派',
  },
  split: {
    title: '拆分',
    says: '一件一答复、一件一统计。第一件沿用原来的编号，其余各编新号，收到日期都和原来一样。',
    button: '拆分',
  },
  link: {
    title: '关联申请',
    says: '只是记录，不影响期限，也不代替对重复申请的答复。',
    button: '关联',
  },
  revoke: {
    title: '撤销写错的记录',
    says: '记录不会删掉，会标为撤销，写明原因；期限按其余的记录重新计算。文书已经发出的事，不能这样撤销。',
    button: '撤销这条记录',
    seal: true,
  },
}

/** What others did meanwhile: shown before anything is written over it. */
function Changed({ changed }: { readonly changed: readonly string[] }) {
  if (changed.length === 0) return null
  return (
    <Notice kind="warn" title="你打开以后，这一件有了变化">
      <ul>
        {changed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>你写的都在下面。看过变化，仍要办的，再点一次。</p>
    </Notice>
  )
}

/** One act on a case: how the case stands, what the act asks for, what it brings. */
export function ActPage(props: ActPageProps) {
  const { frame, act, file, today, seen, stopped, refused } = props
  const { request } = file
  const { title, says, button, seal } = actTexts[act]
  return (
    <ConsolePage
      frame={frame}
      title={`${title} ${request.number}`}
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(request.requestId) },
        { title },
      ]}
      problems={stopped?.problems.length}
    >
      <WorkHead title={title}>{says}</WorkHead>
      <ErrorSummary problems={props.changed.length > 0 ? [] : stopped?.problems} />
      <Changed changed={props.changed} />
      <CaseClock request={request} today={today} />
      {refused.length > 0 ? (
        <Panel title="现在不能办">
          {refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Buttons>
            <ButtonLink href={caseAt(request.requestId)} look="line">
              回到这一件
            </ButtonLink>
          </Buttons>
        </Panel>
      ) : (
        <form
          method="post"
          action={actAt(request.requestId, act)}
          enctype="multipart/form-data"
          class="act-form"
        >
          <input type="hidden" name="version" value={String(request.version)} />
          <input type="hidden" name="seen" value={String(seen)} />
          <ActFields {...props} />
          <Buttons>
            <Button look={seal ? 'seal' : undefined}>{button}</Button>
            <ButtonLink href={caseAt(request.requestId)} look="line">
              返回本件
            </ButtonLink>
          </Buttons>
        </form>
      )}
    </ConsolePage>
  )
}
