import { writtenDay, type OfficialDocument, type WrittenBlock } from '../../../documents/write/model.ts'
import type { MarkValues } from '../../../documents/fill/fill-docx.ts'
import { blankFields, type BlankField } from './blank-fields.ts'
import { channelPhrases, quoted, you } from './phrases.ts'
import { composeLetter, type LetterTemplate } from './template.ts'
import { yuan } from './yuan.ts'

/** A mark that an agency's own form of a letter may use. */
export interface LetterMark {
  readonly name: string
  /** A text stands anywhere in a line; a block takes a paragraph of its own. */
  readonly kind: 'text' | 'block'
  /** What is printed there in the example; the first block's words for a block. */
  readonly example: string
}

/** Blocks of a letter in the order in which ours prints them. */
export const blockMarks = {
  opening: '开头',
  main: '正文',
  remedy: '救济途径',
  closing: '结束语',
  enclosures: '附件',
} as const

/** Parts of the frame that a letter must not lack when ours has them. */
export const frameMarks = {
  letterhead: '发文机关',
  number: '发文字号',
  title: '标题',
  addressee: '收件人',
  date: '成文日期',
  note: '附注',
} as const

/** What stands at each mark of a letter. A blank that may be left out and was left out prints 无. */
export function markValues(
  template: LetterTemplate,
  blanks: Readonly<Record<string, unknown>>,
  document: OfficialDocument,
): MarkValues {
  const texts = new Map<string, string>()
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '' && !texts.has(name)) texts.set(name, value)
  }
  const [first, ...others] = document.title
  put(frameMarks.letterhead, document.letterhead)
  put(frameMarks.number, document.documentNumber)
  put(frameMarks.title, (first === document.letterhead ? others : document.title).join(''))
  put(frameMarks.addressee, document.addressee)
  put(frameMarks.date, document.signature && writtenDay(document.signature.on))
  put(frameMarks.note, document.note)
  const { applicant, request } = blanks as {
    readonly applicant?: { readonly isNaturalPerson: boolean }
    readonly request?: { readonly channel?: keyof typeof channelPhrases; readonly content?: string }
  }
  if (typeof applicant?.isNaturalPerson === 'boolean') put('称呼', you(applicant))
  if (request?.channel !== undefined) put('申请渠道', channelPhrases[request.channel])
  // Between the quotation marks of a sentence: inner ones are single.
  if (request?.content !== undefined) put('申请内容', quoted(request.content).slice(1, -1))
  putBlanks(blankFields(template.blanks, new Set()), blanks, put)
  const blocks = new Map<string, readonly WrittenBlock[]>()
  for (const [part, name] of Object.entries(blockMarks)) {
    const own = blocksOf(document, part as keyof typeof blockMarks)
    if (own !== null) blocks.set(name, own)
  }
  return { texts, blocks }
}

/** As `markValues`, with 无 at the marks that this letter has no value for and the example has one. */
export function allMarkValues(
  template: LetterTemplate,
  blanks: Readonly<Record<string, unknown>>,
  document: OfficialDocument,
): MarkValues {
  const own = markValues(template, blanks, document)
  const texts = new Map(own.texts)
  const blocks = new Map(own.blocks)
  for (const { name, kind } of letterMarks(template))
    if (kind === 'block') blocks.set(name, blocks.get(name) ?? [])
    else if (!texts.has(name)) texts.set(name, '无')
  return { texts, blocks }
}

/** The blocks of one part; null where the letter never has that part. */
function blocksOf(document: OfficialDocument, part: keyof typeof blockMarks): readonly WrittenBlock[] | null {
  if (part === 'enclosures') {
    const names = document.enclosures ?? []
    if (document.layout === 'plain') return null
    return names.map((name, index) => ({
      kind: 'paragraph',
      content: [`${index === 0 ? '附件：' : '　　　'}${names.length > 1 ? `${index + 1}. ` : ''}${name}`],
    }))
  }
  const own = document.body.filter((block) => ('part' in block && block.part ? block.part : 'main') === part)
  return own.length === 0 && part !== 'main' ? null : own
}

function putBlanks(
  fields: readonly BlankField[],
  blanks: Readonly<Record<string, unknown>>,
  put: (name: string, value: string) => void,
): void {
  for (const field of fields) {
    const value = blanks[field.name.slice(field.name.lastIndexOf('.') + 1)]
    if (field.kind === 'group') {
      putBlanks(field.fields, (value ?? {}) as Readonly<Record<string, unknown>>, put)
      continue
    }
    const printed = printedBlank(field, value)
    if (printed !== null) put(field.title, printed)
  }
}

/** A blank as it is printed; null for one that has no words of its own (entries of several blanks, either-or, yes or no). */
function printedBlank(field: BlankField, value: unknown): string | null {
  if (
    field.kind === 'rows' ||
    field.kind === 'either' ||
    field.kind === 'group' ||
    typeof value === 'boolean'
  )
    return null
  if (value === undefined || value === null || value === '') return field.isOptional ? '无' : null
  switch (field.kind) {
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? writtenDay(String(value)) : String(value)
    case 'money':
      return yuan(Number(value))
    case 'choice':
      return field.words[String(value)] ?? String(value)
    case 'many':
      return (value as readonly string[]).map((one) => field.words[one] ?? one).join('、')
    case 'list':
      return (value as readonly string[])
        .map((one, index, all) => (all.length > 1 ? `${index + 1}. ${one}` : one))
        .join('\n')
    default:
      return String(value)
  }
}

/** The marks of a letter, with what its example prints there. */
export function letterMarks(template: LetterTemplate): readonly LetterMark[] {
  const document = composeLetter(template, template.example)
  const { texts, blocks } = markValues(template, template.blanks.parse(template.example), document)
  return [
    ...[...blocks].map(([name, own]): LetterMark => ({ name, kind: 'block', example: firstWords(own) })),
    ...[...texts].map(([name, example]): LetterMark => ({ name, kind: 'text', example })),
  ]
}

function firstWords(blocks: readonly WrittenBlock[]): string {
  const [first] = blocks
  if (first === undefined) return '（没有附件时不印）'
  if (first.kind === 'table') return `（表格）${first.caption}`
  if (first.kind === 'paragraph')
    return first.content
      .map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : ''))
      .join('')
  return first.kind === 'heading' ? first.text : ''
}
