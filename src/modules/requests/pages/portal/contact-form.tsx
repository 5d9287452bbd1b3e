import { Button, FactsList, Field, problemOf } from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { ApplicantCase } from '../../queries/present-case.ts'
import { caseAddress } from './case-acts.tsx'

/** Where the applicant is reached, masked, and the form that changes it: what is left empty stays. */
export function ContactForm({
  shown,
  problems,
  typed,
}: {
  readonly shown: ApplicantCase
  readonly problems: readonly FieldProblem[] | undefined
  readonly typed: Readonly<Record<string, string>>
}) {
  const { contact } = shown
  const fields = [
    { name: 'phone', label: '新的电话', kind: 'tel' },
    { name: 'email', label: '新的邮箱', kind: 'email' },
    { name: 'address', label: '新的通信地址', kind: 'text' },
    { name: 'postcode', label: '新的邮政编码', kind: 'text' },
  ] as const
  const isOpen = problems?.some(({ field }) => fields.some(({ name }) => name === field)) ?? false
  return (
    <>
      <FactsList
        facts={[
          { name: '电话', value: contact.phone },
          { name: '邮箱', value: contact.email },
          { name: '通信地址', value: contact.address },
        ].map(({ name, value }) => ({ name, value: value === '' ? '没有留' : value }))}
      />
      <details open={isOpen}>
        <summary>改联系方式</summary>
        <form method="post" action={`${caseAddress}/contact`} novalidate>
          <p class="note">不改的空着。改了以后，文书和通知用新的；已经送达的不受影响。</p>
          {fields.map(({ name, label, kind }) => (
            <Field
              key={name}
              name={name}
              label={label}
              kind={kind}
              optional
              value={typed[name] ?? ''}
              error={problemOf(problems, name)}
            />
          ))}
          <p class="btns">
            <Button look="line">改成这样</Button>
          </p>
        </form>
      </details>
    </>
  )
}
