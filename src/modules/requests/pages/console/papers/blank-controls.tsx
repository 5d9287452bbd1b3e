import { Choice, Field, problemOf, type Children, type Option } from '../../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../../platform/refusals.ts'
import { fewestRows, rowsOf, type BlankField, type TypedForm } from '../../../letters/blank-fields.ts'

interface ControlsProps {
  readonly fields: readonly BlankField[]
  readonly form: TypedForm
  readonly problems?: readonly FieldProblem[] | undefined
  readonly hint: (name: string) => string | undefined
}

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The blanks of a letter as controls; every kind of blank works without script. */
export function BlankControls({ fields, ...rest }: ControlsProps) {
  return (
    <>
      {fields.map((field) => (
        <Blank key={field.name} field={field} {...rest} />
      ))}
    </>
  )
}

function Blank({
  field,
  form,
  problems,
  hint,
}: Omit<ControlsProps, 'fields'> & { readonly field: BlankField }) {
  const shared = {
    name: field.name,
    label: field.title,
    hint: hint(field.name),
    error: problemOf(problems, field.name),
    optional: field.isOptional,
  }
  switch (field.kind) {
    case 'line':
      return <Field {...shared} value={form.text(field.name)} maxLength={300} />
    case 'lines':
      return <Field {...shared} kind="lines" rows={4} value={form.text(field.name)} maxLength={4000} />
    case 'list':
      return (
        <Field
          {...shared}
          kind="lines"
          rows={3}
          hint={shared.hint ?? '一行一项。'}
          value={form.text(field.name)}
        />
      )
    case 'day':
      return <Field {...shared} kind="date" short value={form.text(field.name)} />
    case 'count':
    case 'money':
      return (
        <Field
          {...shared}
          short
          inputMode={field.kind === 'money' ? 'decimal' : 'numeric'}
          value={form.text(field.name)}
          note={field.kind === 'money' ? '元' : undefined}
        />
      )
    case 'choice':
      return <Choice {...shared} options={optionsOf(field.words)} value={form.text(field.name)} />
    case 'many':
      return <Choice {...shared} many options={optionsOf(field.words)} value={form.list(field.name)} />
    case 'group':
      return (
        <Part {...shared}>
          <BlankControls fields={field.fields} form={form} problems={problems} hint={hint} />
        </Part>
      )
    case 'rows': {
      const shown = Math.max(fewestRows, rowsOf(field, form) + 1)
      return (
        <Part {...shared}>
          {Array.from({ length: shown }, (_, index) => (
            <fieldset class="blank-row" key={index}>
              <legend>第{index + 1}项</legend>
              <BlankControls fields={field.entry(index)} form={form} problems={problems} hint={hint} />
            </fieldset>
          ))}
          <p class="note">空着的一项不会写进文书。保存以后会多出一项。</p>
        </Part>
      )
    }
    case 'either': {
      const by = `${field.name}.${field.by}`
      const chosen = form.text(by)
      return (
        <>
          <Choice
            {...shared}
            name={by}
            error={problemOf(problems, by) ?? shared.error}
            options={field.options.map(({ value, label }) => ({ value, label }))}
            value={chosen}
          />
          {field.options
            .filter((option) => option.fields.length > 0)
            .map((option) => (
              <details class="blank-option" open={option.value === chosen} key={option.value}>
                <summary>选“{option.label}”时写</summary>
                <BlankControls fields={option.fields} form={form} problems={problems} hint={hint} />
              </details>
            ))}
        </>
      )
    }
  }
}

function Part({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly optional: boolean
  readonly children: Children
}) {
  return (
    <fieldset
      class={error ? 'blank-part is-wrong' : 'blank-part'}
      id={name}
      tabIndex={error ? -1 : undefined}
    >
      <legend>
        {label}
        {optional && (
          <>
            {' '}
            <span class="note">选填</span>
          </>
        )}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="error">{error}</p>}
      {children}
    </fieldset>
  )
}
