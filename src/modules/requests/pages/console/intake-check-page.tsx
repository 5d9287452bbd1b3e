import { channelWords } from '../../../../law/clock/words.ts'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import {
  Button,
  Buttons,
  ButtonLink,
  ConsolePage,
  ErrorSummary,
  FactsList,
  FileDrop,
  monthAndDay,
  Notice,
  Panel,
  problemOf,
  Stages,
  weekdayInWords,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import { matterTimes } from '../../../../law/clock/other-matters.ts'
import type { Applicant, RequestKind } from '../../model.ts'
import type { SimilarRequest } from '../../queries/similar-requests.ts'
import { isChannel, receiptRule } from '../../rules/receipt.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'
import { applicantKindWords, wantedFormWords, wantedWayWords } from '../../words.ts'
import { caseAt, requestsAt } from './addresses.ts'
import { SimilarList } from './case-links.tsx'
import { intakeStages } from './intake-page.tsx'

export interface IntakeCheckProps {
  readonly frame: ConsoleFrame
  readonly form: Form
  readonly kind: RequestKind
  readonly applicants: readonly Applicant[]
  readonly receivedOn: PlainDay | null
  readonly dueOn: PlainDay | null
  readonly similar: readonly SimilarRequest[]
  readonly bySame: number
  readonly stopped: Stopped | undefined
}

/** Everything typed before, carried along. */
function Carried({ form }: { readonly form: Form }) {
  return (
    <>
      {Object.keys(form.values)
        .filter((name) => name !== 'go')
        .flatMap((name) =>
          form.list(name).map((value) => <input key={name} type="hidden" name={name} value={value} />),
        )}
    </>
  )
}

function ReceiptDay({ form, kind, receivedOn, dueOn }: IntakeCheckProps) {
  const code = form.text('channel')
  const rule = isChannel(code)
    ? `${receiptRule(code, kind)}${kind === 'information' ? `（${channelWords[code].basis}）` : ''}。`
    : ''
  return (
    <section class="clock" aria-labelledby="clock">
      <div>
        <h2 class="note" id="clock">
          {kind === 'information' ? '收到申请之日' : '收到之日'}
        </h2>
        <p class="clock-day">
          <b>{receivedOn === null ? '待确认' : monthAndDay(receivedOn)}</b>
          {receivedOn && weekdayInWords(receivedOn)}
        </p>
        <p>{rule}</p>
      </div>
      <div>
        {kind !== 'information' ? (
          <p>
            {matterTimes[kind].says}（{matterTimes[kind].basis}）。
            {dueOn && (
              <>
                按本机关的规定，最迟
                <b>
                  <When day={dueOn} as="full" />
                </b>
                办结。
              </>
            )}
          </p>
        ) : dueOn === null ? (
          <p>期限没有开始。登记以后尽快与申请人联系；确认的日期登记在这一件的页面上。</p>
        ) : (
          <p>
            从次日起数20个工作日，最迟
            <b>
              <When day={dueOn} as="full" />
            </b>
            答复（条例第三十三条第二款）。
          </p>
        )}
      </div>
    </section>
  )
}

/** Step two: the day of receipt by its rule, what looks like it, the scans; then it is registered. */
export function IntakeCheckPage(props: IntakeCheckProps) {
  const { frame, form, applicants, similar, bySame, stopped } = props
  const wantedForm = form.text('wantedForm') as keyof typeof wantedFormWords
  const way = form.text('wantedWay') as keyof typeof wantedWayWords
  return (
    <ConsolePage
      frame={frame}
      title="核对来件"
      current={requestsAt}
      crumbs={[{ title: '依申请公开', href: requestsAt }, { title: '登记来件' }]}
      problems={stopped?.problems.length}
    >
      <WorkHead title="核对来件">日期按渠道的规则定，不由人填。</WorkHead>
      <Stages stages={intakeStages} at={1} />
      <ErrorSummary problems={stopped?.problems} />
      <ReceiptDay {...props} />
      {(similar.length > 0 || bySame > 0) && (
        <Panel title="可能重复" id="similar">
          {bySame > 0 && <p>这位申请人近两年在本机关申请过{bySame}件。</p>}
          {similar.length > 0 && <SimilarList similar={similar} />}
          <p class="note">只是提示。照样登记，是不是重复申请由经办人看过以后答复（条例第三十六条第六项）。</p>
        </Panel>
      )}
      <Panel title="登记的内容">
        <FactsList
          facts={[
            ...applicants.map((applicant, index) => ({
              name: index === 0 ? '申请人' : `第${index + 1}位`,
              value: `${applicant.name}，${applicantKindWords[applicant.kind]}${applicant.agentName ? `，代理人${applicant.agentName}` : ''}`,
            })),
            { name: '来件', value: form.text('arrivedOn') },
            { name: '要的信息', value: <span class="as-written">{form.text('content')}</span> },
            { name: '形式', value: `${wantedFormWords[wantedForm]}，${wantedWayWords[way]}` },
          ]}
        />
      </Panel>
      <form method="post" action={`${requestsAt}/new`} enctype="multipart/form-data" class="act-form">
        <Carried form={form} />
        <Panel title="扫描件" id="scans">
          {(
            [
              ['application', '申请书'],
              ['identity', '身份证明'],
              ['powerOfAttorney', '授权委托书'],
            ] as const
          ).map(([name, label]) => (
            <FileDrop
              key={name}
              name={name}
              label={label}
              accept={uploadEndings}
              largest={uploadLimits.fileBytes}
              multiple
              error={problemOf(stopped?.problems, name)}
            />
          ))}
          <p class="note">可以以后再补。加密保存，身份证明到期自动删除。</p>
        </Panel>
        <Buttons>
          <Button look="seal" name="go" value="register">
            登记来件
          </Button>
          <Button look="line" name="go" value="back" unchecked>
            回去改
          </Button>
        </Buttons>
      </form>
    </ConsolePage>
  )
}

interface RegisteredProps {
  readonly frame: ConsoleFrame
  readonly requestId: string
  readonly number: string
  readonly queryCode: string
  readonly receivedOn: PlainDay | null
  /** False when the same form had been sent before. */
  readonly isNew: boolean
}

/** Step three: what the applicant takes home. The code is shown here and on the printed receipt, nowhere else. */
export function RegisteredPage({ frame, requestId, number, queryCode, receivedOn, isNew }: RegisteredProps) {
  return (
    <ConsolePage
      frame={frame}
      title="已登记"
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: number, href: caseAt(requestId) },
      ]}
    >
      <WorkHead title={`已登记为 ${number}`}>
        {isNew ? '把编号和查询码交给申请人。' : '这份来件刚才已经登记过，没有重复登记。'}
      </WorkHead>
      <Stages stages={intakeStages} at={2} />
      <CodePanel requestId={requestId} number={number} queryCode={queryCode} mayPrint />
      {receivedOn === null && (
        <Notice kind="warn">
          <p>还没有与申请人确认收到日期，期限没有开始。确认以后，在这一件的页面上登记。</p>
        </Notice>
      )}
      <Buttons>
        <ButtonLink href={caseAt(requestId)} look="line">
          打开这一件
        </ButtonLink>
        <ButtonLink href={`${requestsAt}/new`} look="line">
          再登记一件
        </ButtonLink>
      </Buttons>
    </ConsolePage>
  )
}

/** Number and code for the applicant, with the printed receipt. */
export function CodePanel({
  requestId,
  number,
  queryCode,
  mayPrint,
}: {
  readonly requestId: string
  readonly number: string
  readonly queryCode: string
  readonly mayPrint: boolean
}) {
  return (
    <Panel title="给申请人" id="code">
      <FactsList
        facts={[
          { name: '申请编号', value: <b class="num">{number}</b> },
          { name: '查询码', value: <b class="num code">{queryCode}</b> },
        ]}
      />
      <p class="note">凭编号和查询码在门户查进度、补正、取答复。查询码只在这里和回执上出现。</p>
      {mayPrint && (
        <form method="post" action={`${caseAt(requestId)}/receipt`}>
          <input type="hidden" name="queryCode" value={queryCode} />
          <Buttons>
            <Button icon="file">打印接收回执</Button>
          </Buttons>
        </form>
      )}
    </Panel>
  )
}
