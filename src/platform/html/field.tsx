import type { FieldProblem } from '../refusals.ts'
import { inWords } from './figures-in-words.ts'
import { classes, type Children } from './trusted.ts'

/** What is wrong with one field, out of everything that is wrong. */
export function problemOf(problems: readonly FieldProblem[] | undefined, name: string): string | undefined {
  return problems?.find(({ field }) => field === name)?.sentence
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Labelled {
  /** Name of the control; also its id, so that the error summary can lead to it. */
  readonly name: string
  readonly label: string
  readonly hint?: Children
  /** What is wrong, in one sentence that says what to do. */
  readonly error?: string
  /** Says 选填 beside the label. */
  readonly optional?: boolean
  /** Under the control: an example, a limit. */
  readonly note?: Children
}

interface FieldProps extends Labelled {
  readonly kind?:
    | 'text'
    | 'email'
    | 'tel'
    | 'password'
    | 'search'
    | 'date'
    | 'number'
    | 'lines'
    | 'pick'
    | 'file'
  readonly value?: string
  readonly options?: readonly Option[]
  readonly short?: boolean
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly maxLength?: number
  readonly rows?: number
  readonly multiple?: boolean
  readonly accept?: string
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly spellcheck?: boolean
}

function describedBy(name: string, hint: unknown, error: unknown, note: unknown): string | undefined {
  const ids = [hint && `${name}-h`, error && `${name}-e`, note && `${name}-n`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The element types want to know each kind of input on its own; ours differ only in this attribute. */
export function inputType(kind: string): { type: 'text' } {
  return { type: kind as 'text' }
}

function Control({ field }: { readonly field: FieldProps }) {
  const { name, kind = 'text', value, error, short } = field
  const shared = {
    id: name,
    name,
    class: classes('input', short && 'input-short'),
    'aria-describedby': describedBy(name, field.hint, error, field.note),
    'aria-invalid': error ? true : undefined,
    autocomplete: field.autocomplete,
    required: field.required,
  }
  if (kind === 'lines')
    return (
      <textarea {...shared} rows={field.rows} maxLength={field.maxLength} readOnly={field.readOnly}>
        {value}
      </textarea>
    )
  if (kind === 'pick')
    return (
      <select {...shared}>
        {field.options?.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  return (
    <input
      {...shared}
      class={kind === 'file' ? undefined : shared.class}
      {...inputType(kind)}
      value={kind === 'file' ? undefined : value}
      inputMode={field.inputMode}
      maxLength={field.maxLength}
      multiple={field.multiple}
      accept={field.accept}
      readOnly={field.readOnly}
      spellcheck={field.spellcheck}
    />
  )
}

/** Label, hint, error, control, in this order. What was typed stays. */
export function Field(field: FieldProps) {
  const { name, label, hint, error, optional, note } = field
  return (
    <div class={classes('field', error && 'is-wrong')}>
      <label for={name}>
        {label}
        {optional && (
          <>
            {' '}
            <span class="note">选填</span>
          </>
        )}
      </label>
      {hint && (
        <span class="hint" id={`${name}-h`}>
          {hint}
        </span>
      )}
      {error && (
        <p class="error" id={`${name}-e`}>
          {error}
        </p>
      )}
      <Control field={field} />
      {note && (
        <p class="note" id={`${name}-n`}>
          {note}
        </p>
      )}
    </div>
  )
}

interface ChoiceProps extends Labelled {
  readonly options: readonly Option[]
  /** What is chosen; several when `many`. */
  readonly value?: string | readonly string[]
  readonly many?: boolean
}

/** One of a few, or several of a few: all options in sight, each easy to hit. */
export function Choice({ name, label, hint, error, optional, note, options, value, many }: ChoiceProps) {
  const chosen = value === undefined ? [] : typeof value === 'string' ? [value] : value
  return (
    <fieldset
      class={classes('field', error && 'is-wrong')}
      id={name}
      tabIndex={error ? -1 : undefined}
      aria-describedby={describedBy(name, hint, error, note)}
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
      {hint && (
        <span class="hint" id={`${name}-h`}>
          {hint}
        </span>
      )}
      {error && (
        <p class="error" id={`${name}-e`}>
          {error}
        </p>
      )}
      <div class="choices">
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <span class="choice-words">
              {option.label}
              {option.hint && <span>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {note && (
        <p class="note" id={`${name}-n`}>
          {note}
        </p>
      )}
    </fieldset>
  )
}

/** A single yes: one box with its sentence. */
export function Tick({
  name,
  label,
  hint,
  checked,
  value = '1',
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly checked?: boolean
  readonly value?: string
}) {
  return (
    <div class="field">
      <label class="choice">
        <input type="checkbox" id={name} name={name} value={value} checked={checked} />
        <span class="choice-words">
          {label}
          {hint && <span>{hint}</span>}
        </span>
      </label>
    </div>
  )
}

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[] | undefined
  readonly title?: string
}

/** Everything that is wrong, at once, each leading to its field. Takes the focus when the page comes back. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  if (!problems || problems.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer to a post that failed: here the reader must begin
    <div class="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{title ?? `有${inWords(problems.length)}处要改`}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={field + sentence}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}
