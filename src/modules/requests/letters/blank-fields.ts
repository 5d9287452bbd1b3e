import { z } from 'zod'

/**
 * A blank of a letter as a form shows it. `name` is where its value goes in the blanks, parts joined by dots; it is also the name
 * of the control, so that a sentence about a blank finds its place.
 */
export type BlankField =
  | {
      readonly kind: 'line' | 'lines' | 'day' | 'count' | 'money'
      readonly name: string
      readonly title: string
      readonly isOptional: boolean
    }
  | {
      readonly kind: 'choice' | 'many'
      readonly name: string
      readonly title: string
      readonly isOptional: boolean
      readonly words: Readonly<Record<string, string>>
    }
  /** Short texts, one a line. */
  | { readonly kind: 'list'; readonly name: string; readonly title: string; readonly isOptional: boolean }
  /** Entries that have several blanks each. */
  | {
      readonly kind: 'rows'
      readonly name: string
      readonly title: string
      readonly isOptional: boolean
      readonly entry: (index: number) => readonly BlankField[]
    }
  | {
      readonly kind: 'group'
      readonly name: string
      readonly title: string
      readonly isOptional: boolean
      readonly fields: readonly BlankField[]
    }
  /** One of several forms; each has blanks of its own, under `name.option.…`. */
  | {
      readonly kind: 'either'
      readonly name: string
      readonly title: string
      readonly isOptional: boolean
      readonly by: string
      readonly options: readonly EitherOption[]
    }

export interface EitherOption {
  readonly value: string
  readonly label: string
  readonly fields: readonly BlankField[]
}

type Schema = z.core.$ZodType

interface BlankMeta {
  readonly title?: string
  readonly words?: Readonly<Record<string, string>>
}

const metaOf = (schema: Schema): BlankMeta =>
  schema instanceof z.ZodType ? ((schema.meta() ?? {}) as BlankMeta) : {}

/** Texts that are sentences rather than a name get room. */
const isLong = (title: string): boolean =>
  /理由|指导|情况|内容|措施|衡量|初步意见|数量说明|检索记录/.test(title)

/** Days are strings that a form asks for with a calendar; their titles say so. */
const isDay = (title: string): boolean => /日期$|之日$|期限$/.test(title)

/**
 * The fields of a schema's blanks.
 * @param without blanks that the records know: they are shown, not asked
 */
export function blankFields(
  schema: z.ZodObject,
  without: ReadonlySet<string>,
  path = '',
): readonly BlankField[] {
  return Object.entries(schema.shape as Record<string, Schema>)
    .filter(([key]) => !without.has(key))
    .map(([key, part]) => fieldOf(part, path === '' ? key : `${path}.${key}`))
}

function fieldOf(given: Schema, name: string, title = metaOf(given).title, isOptional = false): BlankField {
  const own = title ?? metaOf(given).title
  if (given instanceof z.ZodOptional || given instanceof z.ZodDefault)
    return fieldOf(given.unwrap(), name, own, true)
  const base = { name, title: own ?? name, isOptional }
  if (given instanceof z.ZodObject)
    return { kind: 'group', ...base, fields: blankFields(given, new Set(), name) }
  if (given instanceof z.ZodDiscriminatedUnion) return eitherOf(given, base)
  if (given instanceof z.ZodArray) return listOf(given.element, base)
  if (given instanceof z.ZodEnum)
    return { kind: 'choice', ...base, words: metaOf(given).words ?? ownWords(given) }
  if (given instanceof z.ZodNumber)
    return { kind: /金额|单价|小计/.test(base.title) ? 'money' : 'count', ...base }
  if (isDay(base.title)) return { kind: 'day', ...base }
  return { kind: isLong(base.title) ? 'lines' : 'line', ...base }
}

function ownWords(schema: z.ZodEnum): Readonly<Record<string, string>> {
  return Object.fromEntries(schema.options.map((code) => [String(code), String(code)]))
}

function listOf(element: Schema, base: { name: string; title: string; isOptional: boolean }): BlankField {
  if (element instanceof z.ZodEnum)
    return { kind: 'many', ...base, words: metaOf(element).words ?? ownWords(element) }
  if (element instanceof z.ZodObject)
    return {
      kind: 'rows',
      ...base,
      entry: (index) => blankFields(element, new Set(), `${base.name}.${index}`),
    }
  return { kind: 'list', ...base }
}

function eitherOf(
  schema: z.ZodDiscriminatedUnion,
  base: { name: string; title: string; isOptional: boolean },
): BlankField {
  const by = String(schema.def.discriminator)
  const words = metaOf(schema).words ?? {}
  const options = schema.options.flatMap((option): EitherOption[] => {
    if (!(option instanceof z.ZodObject)) return []
    const tag = (option.shape as Record<string, Schema>)[by]
    const value = tag instanceof z.ZodLiteral ? String([...tag.values][0]) : ''
    return [
      {
        value,
        label: words[value] ?? value,
        fields: blankFields(option, new Set([by]), `${base.name}.${value}`),
      },
    ]
  })
  return { kind: 'either', ...base, by, options }
}

/** What a form was filled with: one text of a name, or all of them. */
export interface TypedForm {
  text(name: string): string
  list(name: string): readonly string[]
}

/** Entries of a list of rows that a form shows at least, so that one more can be added without script. */
export const fewestRows = 2
const mostRows = 40

/**
 * The blanks as typed. What was left empty is not there: it counts as missing and is never printed as nothing.
 */
export function typedBlanks(
  fields: readonly BlankField[],
  form: TypedForm,
): Readonly<Record<string, unknown>> {
  const blanks: Record<string, unknown> = {}
  for (const field of fields) {
    const value = typedValue(field, form)
    if (value !== undefined) blanks[lastOf(field.name)] = value
  }
  return blanks
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

function typedValue(field: BlankField, form: TypedForm): unknown {
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'day':
    case 'choice':
      return form.text(field.name).trim() || undefined
    case 'count':
    case 'money': {
      const text = form.text(field.name).trim().replaceAll(',', '')
      if (text === '') return undefined
      const value = Number(text)
      return field.kind === 'money' ? Math.round(value * 100) : value
    }
    case 'many': {
      const chosen = form.list(field.name).filter((code) => Object.hasOwn(field.words, code))
      return chosen.length > 0 ? chosen : undefined
    }
    case 'list': {
      const lines = form
        .text(field.name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      return lines.length > 0 ? lines : undefined
    }
    case 'rows': {
      const rows = Array.from({ length: mostRows }, (_, index) =>
        typedBlanks(field.entry(index), form),
      ).filter((row) => Object.keys(row).length > 0)
      return rows.length > 0 ? rows : undefined
    }
    case 'group': {
      const group = typedBlanks(field.fields, form)
      return Object.keys(group).length > 0 ? group : undefined
    }
    case 'either': {
      const chosen = field.options.find(({ value }) => value === form.text(`${field.name}.${field.by}`))
      return chosen === undefined
        ? undefined
        : { [field.by]: chosen.value, ...typedBlanks(chosen.fields, form) }
    }
  }
}

/** Values of blanks as a form shows them: the opposite of `typedBlanks`. */
export function shownBlanks(
  blanks: Readonly<Record<string, unknown>>,
  fields: readonly BlankField[],
): TypedForm {
  const texts = new Map<string, readonly string[]>()
  const put = (all: readonly BlankField[], values: Readonly<Record<string, unknown>>): void => {
    for (const field of all) {
      const value = values[lastOf(field.name)]
      if (value === undefined || value === null) continue
      if (field.kind === 'group') put(field.fields, value as Record<string, unknown>)
      else if (field.kind === 'either') {
        const chosen = String((value as Record<string, unknown>)[field.by] ?? '')
        texts.set(`${field.name}.${field.by}`, [chosen])
        const option = field.options.find((one) => one.value === chosen)
        if (option) put(option.fields, value as Record<string, unknown>)
      } else if (field.kind === 'rows')
        (value as readonly Record<string, unknown>[]).forEach((row, index) => put(field.entry(index), row))
      else if (field.kind === 'list') texts.set(field.name, [(value as readonly string[]).join('\n')])
      else if (field.kind === 'many') texts.set(field.name, value as readonly string[])
      else if (field.kind === 'money') texts.set(field.name, [String(Number(value) / 100)])
      else texts.set(field.name, [String(value)])
    }
  }
  put(fields, blanks)
  return { text: (name) => texts.get(name)?.[0] ?? '', list: (name) => texts.get(name) ?? [] }
}

/** How many rows of a list of entries are filled. */
export function rowsOf(field: Extract<BlankField, { kind: 'rows' }>, form: TypedForm): number {
  let last = 0
  for (let index = 0; index < mostRows; index += 1)
    if (Object.keys(typedBlanks(field.entry(index), form)).length > 0) last = index + 1
  return last
}

/**
 * The control beside which a sentence about a blank stands: the blank itself, inside the form chosen of several, or the nearest
 * group; empty when the form has none.
 */
export function fieldAt(path: string, fields: readonly BlankField[], form: TypedForm): string {
  for (const field of fields) {
    if (path !== field.name && !path.startsWith(`${field.name}.`)) continue
    if (field.kind === 'group') return fieldAt(path, field.fields, form) || field.name
    if (field.kind === 'rows') {
      const index = Number(path.slice(field.name.length + 1).split('.')[0])
      return Number.isInteger(index) ? fieldAt(path, field.entry(index), form) || field.name : field.name
    }
    if (field.kind === 'either') {
      const by = `${field.name}.${field.by}`
      const chosen = field.options.find(({ value }) => value === form.text(by))
      const inside = path.slice(field.name.length + 1)
      if (chosen === undefined || inside === '') return by
      return fieldAt(`${field.name}.${chosen.value}.${inside}`, chosen.fields, form) || by
    }
    return field.name
  }
  return ''
}
