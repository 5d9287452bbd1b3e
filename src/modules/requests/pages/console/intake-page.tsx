import { channelWords } from '../../../../law/clock/words.ts'
import { channels } from '../../../../law/clock/case.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  Field,
  Panel,
  problemOf,
  Stages,
  Tick,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import { applicantKinds, identityKinds, requestKinds, wantedForms, wantedWays } from '../../model.ts'
import { needsConfirmation } from '../../rules/receipt.ts'
import {
  applicantKindWords,
  identityKindWords,
  requestKindWords,
  wantedFormWords,
  wantedWayWords,
} from '../../words.ts'
import { requestsAt } from './addresses.ts'
import { applicantRows } from './intake-form.ts'

export interface IntakePageProps {
  readonly frame: ConsoleFrame
  readonly form: Form
  readonly submissionKey: string
  readonly stopped: Stopped | undefined
}

export const intakeStages = [{ title: '填写来件' }, { title: '核对日期和重复' }, { title: '交回执' }] as const

const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }))

/** Channels that the desk takes in; what comes online registers itself. */
const deskChannels = channels.filter((channel) => channel !== 'online')

type Problems = readonly FieldProblem[] | undefined

function ApplicantFields({
  form,
  index,
  problems,
}: {
  readonly form: Form
  readonly index: number
  readonly problems: Problems
}) {
  const at = (field: string) => `applicants.${index}.${field}`
  const line = (
    field: string,
    label: string,
    more: { readonly hint?: string; readonly optional?: boolean; readonly short?: boolean } = {},
  ) => (
    <Field
      name={at(field)}
      label={label}
      value={form.text(at(field))}
      error={problemOf(problems, at(field))}
      autocomplete="off"
      {...more}
    />
  )
  const hasAgent = ['agentName', 'agentIdentityNumber', 'agentPhone'].some(
    (field) => form.text(at(field)) !== '',
  )
  return (
    <Panel title={index === 0 ? '申请人' : `第${index + 1}位申请人`} id={`applicant-${index}`}>
      <div class="fields-two">
        {line('name', '姓名或者名称')}
        <Field
          name={at('kind')}
          label="申请人类别"
          kind="pick"
          value={form.text(at('kind')) || 'natural'}
          options={optionsOf(applicantKinds, applicantKindWords)}
          error={problemOf(problems, at('kind'))}
        />
        <Field
          name={at('identityKind')}
          label="身份证明的种类"
          kind="pick"
          value={form.text(at('identityKind')) || 'identityCard'}
          options={optionsOf(identityKinds, identityKindWords)}
          error={problemOf(problems, at('identityKind'))}
        />
        {line('identityNumber', '身份证明的号码')}
        {line('contactName', '联系人', { hint: '单位申请的，写联系人', optional: true })}
        {line('phone', '电话', { hint: '电话、邮箱、通信地址至少写一种' })}
        {line('email', '邮箱', { optional: true })}
        {line('address', '通信地址', { optional: true })}
        {line('postcode', '邮政编码', { optional: true, short: true })}
      </div>
      <details class="more-fields" open={hasAgent}>
        <summary>有代理人</summary>
        {line('agentName', '代理人姓名', { optional: true })}
        {line('agentIdentityNumber', '代理人身份证件号码', { optional: true })}
        {line('agentPhone', '代理人电话', { optional: true })}
        <p class="note">授权委托书和双方的身份证明，在下一步上传。</p>
      </details>
    </Panel>
  )
}

function ArrivalFields({
  form,
  problems,
  today,
}: {
  readonly form: Form
  readonly problems: Problems
  readonly today: string
}) {
  return (
    <Panel title="怎样来的" id="arrival">
      <Choice
        name="channel"
        label="来件渠道"
        value={form.text('channel') || 'counter'}
        options={deskChannels.map((channel) => ({
          value: channel,
          label: channelWords[channel].name,
          hint: `${channelWords[channel].counts}（${channelWords[channel].basis}）`,
        }))}
        error={problemOf(problems, 'channel')}
      />
      <div class="fields-two">
        <Field
          name="arrivedOn"
          label="来件日期"
          hint="当面交的写当天，邮寄的写签收或者收到那天"
          kind="date"
          short
          value={form.text('arrivedOn') || today}
          error={problemOf(problems, 'arrivedOn')}
        />
        <Field
          name="confirmedOn"
          label="与申请人确认的日期"
          hint={`${deskChannels
            .filter((channel) => needsConfirmation(channel, 'information'))
            .map((channel) => channelWords[channel].name)
            .join('、')}要确认；还没有联系上就空着，期限不开始`}
          kind="date"
          short
          optional
          value={form.text('confirmedOn')}
          error={problemOf(problems, 'confirmedOn')}
        />
        <Field
          name="postNumber"
          label="邮件号码"
          optional
          short
          value={form.text('postNumber')}
          error={problemOf(problems, 'postNumber')}
        />
      </div>
      <Tick
        name="readBack"
        label="口头申请：已经读给申请人听，申请人确认无误"
        checked={form.text('readBack') === '1'}
      />
    </Panel>
  )
}

/** Step one of intake on behalf: what came in, as the applicant wrote it. */
export function IntakePage({ frame, form, submissionKey, stopped }: IntakePageProps) {
  const problems = stopped?.problems
  return (
    <ConsolePage
      frame={frame}
      title="登记来件"
      current={requestsAt}
      crumbs={[{ title: '依申请公开', href: requestsAt }, { title: '登记来件' }]}
      problems={problems?.length}
    >
      <WorkHead title="登记来件">照申请人写的登记。不问用途，不缺的不要求补。</WorkHead>
      <Stages stages={intakeStages} at={0} />
      <ErrorSummary problems={problems} />
      <form method="post" action={`${requestsAt}/new`} class="act-form">
        <input type="hidden" name="submissionKey" value={submissionKey} />
        {/* Enter in a field presses the first button of a form: that must be the way on. */}
        <button class="sr" name="go" value="check" tabIndex={-1} aria-hidden="true">
          下一步
        </button>
        <ArrivalFields form={form} problems={problems} today={frame.today} />
        {Array.from({ length: applicantRows(form) }, (_, index) => (
          <ApplicantFields form={form} index={index} problems={problems} />
        ))}
        <p>
          <Button look="line" small name="go" value="more" unchecked>
            再加一位申请人
          </Button>
        </p>
        <Panel title="要的信息" id="wanted">
          <Field
            name="kind"
            label="来件种类"
            hint="只有政府信息公开申请计入年报表三"
            kind="pick"
            value={form.text('kind') || 'information'}
            options={optionsOf(requestKinds, requestKindWords)}
            error={problemOf(problems, 'kind')}
          />
          <Field
            name="content"
            label="需要的政府信息"
            hint="名称、文号，或者便于查询的特征"
            kind="lines"
            rows={5}
            maxLength={4000}
            value={form.text('content')}
            error={problemOf(problems, 'content')}
          />
          <div class="fields-two">
            <Field
              name="documentNumber"
              label="文号"
              optional
              value={form.text('documentNumber')}
              error={problemOf(problems, 'documentNumber')}
            />
            <Field
              name="wantedForm"
              label="提供信息的形式"
              kind="pick"
              value={form.text('wantedForm') || 'paper'}
              options={optionsOf(wantedForms, wantedFormWords)}
              error={problemOf(problems, 'wantedForm')}
            />
            <Field
              name="wantedWay"
              label="获取信息的方式"
              kind="pick"
              value={form.text('wantedWay') || 'post'}
              options={optionsOf(wantedWays, wantedWayWords)}
              error={problemOf(problems, 'wantedWay')}
            />
            <Field
              name="assistance"
              label="需要的协助"
              hint="阅读、视听有困难的（条例第四十三条）"
              optional
              value={form.text('assistance')}
              error={problemOf(problems, 'assistance')}
            />
          </div>
        </Panel>
        <Buttons>
          <Button name="go" value="check">
            下一步：核对日期
          </Button>
          <ButtonLink href={requestsAt} look="line">
            不登记了
          </ButtonLink>
        </Buttons>
      </form>
    </ConsolePage>
  )
}
