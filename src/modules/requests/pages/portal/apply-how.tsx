import { Choice, Field, problemOf } from '../../../../platform/html/index.ts'
import { openContacts } from '../../rules/application.ts'
import { AfterwardsAside, ApplyFrame, PrivacyAside, StepForm, type StepProps } from './apply-frame.tsx'
import { formOptions, wayOptions } from './apply-words.ts'

const contactWords = {
  email: { label: '电子邮箱', hint: '选电子邮件的，要写。', kind: 'email' },
  address: { label: '通信地址', hint: '选邮寄的，要写到门牌号。', kind: 'text' },
  phone: { label: '电话或者传真', hint: '选传真的，要写。', kind: 'tel' },
} as const

/** Step three: in which form and by which way (条例 Art 29(2)(3), 40), and help for those who need it (Art 43). */
export function HowPage(props: StepProps) {
  const { draft, problems } = props
  const { wantedForm, wantedWay, assistance, kind, applicants } = draft.content
  const open = openContacts(draft.content).filter((field) => field !== 'phone' || kind === 'information')
  return (
    <ApplyFrame
      {...props}
      step="how"
      aside={
        <>
          <h2>都可以选</h2>
          <p>
            机关按您选的形式提供。原件容易损坏，或者复制费用太高的，可能改用别的形式，会告诉您原因（条例第四十条）。
          </p>
          <PrivacyAside />
          <AfterwardsAside />
        </>
      }
    >
      <StepForm draft={draft} step="how">
        {kind === 'information' && (
          <Choice
            name="wantedForm"
            label="用什么载体给您"
            options={formOptions}
            value={wantedForm}
            error={problemOf(problems, 'wantedForm')}
          />
        )}
        <Choice
          name="wantedWay"
          label={kind === 'information' ? '怎样交给您' : '怎样答复您'}
          options={wayOptions(kind)}
          value={wantedWay}
          error={problemOf(problems, 'wantedWay')}
        />
        {open.map((field) => {
          const words = contactWords[field]
          return (
            <Field
              key={field}
              kind={words.kind}
              name={`applicants.0.${field}`}
              label={words.label}
              hint={words.hint}
              optional
              value={applicants[0]?.[field] ?? ''}
              error={problemOf(problems, `applicants.0.${field}`)}
              maxLength={200}
            />
          )
        })}
        <Field
          kind="lines"
          name="assistance"
          label="需要的帮助"
          optional
          hint="看不清、听不见或者读写有困难的，写下需要怎样帮您：大字版、读给您听、手语等。我们应当提供（条例第四十三条）。"
          value={assistance}
          error={problemOf(problems, 'assistance')}
          rows={2}
          maxLength={200}
        />
      </StepForm>
    </ApplyFrame>
  )
}
