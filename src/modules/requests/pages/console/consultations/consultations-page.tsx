import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  Field,
  problemOf,
  Tick,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import { consultationKinds } from '../../../model.ts'
import { reasonAgainst } from '../../../rules/transitions.ts'
import { consultationKindWords } from '../../../words.ts'
import { caseAt, consultationsAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from '../papers/case-here.ts'
import { interestWords } from './consultation-standing.ts'
import { ConsultationsPanel } from './consultations-panel.tsx'

const kindHints = {
  thirdParty:
    '公开会涉及其商业秘密、个人隐私等的企业或者个人。收到后15个工作日内答复，不答复的由本机关决定。',
  coMaker: '和本机关共同制作这份信息的机关。收到后15个工作日内答复，不答复视为同意公开。',
  otherAgency: '信息和它有关的其他机关。没有“不答复视为同意”的规定。',
} as const

/** Everyone asked in a case, and the form to ask one more. */
export function ConsultationsPage({
  frame,
  here,
  typed,
  formKey,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly typed: (name: string) => string
  /** Makes a double click one consultation. */
  readonly formKey: string
  readonly stopped?: Stopped | undefined
}) {
  const { request } = here.file
  const problems = stopped?.problems
  const against = reasonAgainst('consult', request.standing.state, request.kind)
  return (
    <ConsolePage
      frame={frame}
      title={`征求意见 · ${request.number}`}
      current={requestsAt}
      problems={problems?.length}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '征求意见' },
      ]}
    >
      <WorkHead title="征求意见">
        从发出征求意见书的次日起，到收到意见为止，不计入答复期限。文书里不出现申请人的任何信息。
      </WorkHead>
      <ErrorSummary problems={problems} />
      <ConsultationsPanel file={here.file} today={frame.today} />
      {here.may('requests.handle') && against !== null && (
        <p>
          现在不能再征求意见：{against.sentence}
          {against.help}
        </p>
      )}
      {here.may('requests.handle') && against === null && (
        <form class="panel" method="post" action={consultationsAt(here.requestId)}>
          <h2>征求一方的意见</h2>
          <input type="hidden" name="key" value={formKey} />
          <Choice
            name="kind"
            label="征求谁的意见"
            value={typed('kind') || 'thirdParty'}
            error={problemOf(problems, 'kind')}
            options={consultationKinds.map((value) => ({
              value,
              label: consultationKindWords[value],
              hint: kindHints[value],
            }))}
          />
          <Field
            name="name"
            label="姓名或者全称"
            value={typed('name')}
            error={problemOf(problems, 'name')}
            maxLength={100}
          />
          <Tick name="isNaturalPerson" label="是自然人" checked={typed('isNaturalPerson') !== ''} />
          <Field
            name="information"
            label="征求意见的信息"
            hint="一行一项，写信息的名称。不写谁在申请、为什么申请。"
            kind="lines"
            rows={3}
            value={typed('information')}
            error={problemOf(problems, 'information')}
            maxLength={2000}
          />
          <Choice
            name="interest"
            label="可能涉及的权益"
            hint="第三方的必选。"
            optional
            value={typed('interest')}
            error={problemOf(problems, 'interest')}
            options={Object.entries(interestWords).map(([value, label]) => ({ value, label }))}
          />
          <Field
            name="address"
            label="通信地址"
            optional
            value={typed('address')}
            error={problemOf(problems, 'address')}
            maxLength={200}
          />
          <Field
            name="phone"
            label="电话"
            short
            optional
            value={typed('phone')}
            error={problemOf(problems, 'phone')}
            maxLength={40}
          />
          <Field
            name="email"
            label="电子邮箱"
            hint="写了的，文书发出时同时发一份电子邮件，里面有网上答复的链接。"
            kind="email"
            optional
            value={typed('email')}
            error={problemOf(problems, 'email')}
          />
          <Buttons>
            <Button>记下，去拟征求意见书</Button>
          </Buttons>
        </form>
      )}
    </ConsolePage>
  )
}
