import { unzipSync } from 'fflate'
import { defaultLimits, read } from '../../../documents/read/index.ts'
import { sniff } from '../../../documents/read/sniff.ts'
import { isReadWhole } from '../../../documents/redact/read-whole.ts'
import { pageSizes } from '../../../documents/redact/page-picture.ts'
import { pdfTexts } from '../../../documents/redact/pdf-texts.ts'
import { UnreadableDocument, type Block, type DocTree } from '../../../documents/tree.ts'
import { findBankCards } from '../../../text/personal-data/bank-card.ts'
import { findEmails } from '../../../text/personal-data/email.ts'
import { findDoubtfulIdNumbers, findIdNumbers } from '../../../text/personal-data/id-number.ts'
import { findLabelled, type LabelledKind } from '../../../text/personal-data/labelled.ts'
import { findMobileNumbers } from '../../../text/personal-data/mobile.ts'
import { findPlates } from '../../../text/personal-data/plate.ts'
import { withoutOverlaps, type Span } from '../../../text/spans.ts'

export type PersonalKind = LabelledKind | 'idNumber' | 'mobile' | 'bankCard' | 'email' | 'plate'

/** Something that looks like a person's particulars, proposed for masking. */
export interface PersonalFind {
  readonly kind: PersonalKind
  readonly text: string
  /** 第2页, 第5段, 表1第3行; the first three places. */
  readonly where: readonly string[]
  readonly times: number
}

/** What one file holds, seen and unseen, before it is decided how it goes out. */
export interface FileLook {
  readonly format: 'docx' | 'pdf' | 'text' | 'other'
  /** Its text is all there is to see: a masked copy is typeset anew instead of painted over. */
  readonly isWhole: boolean
  readonly pages: number
  /** Sizes of the first pages of a PDF in millimetres, to measure places on. */
  readonly sheets: readonly { readonly wide: number; readonly high: number }[]
  readonly finds: readonly PersonalFind[]
  /** What a reader of the page does not see: authors, comments, tracked deletions, attachments, hidden text. */
  readonly hidden: readonly { readonly what: string; readonly text: string }[]
  /** Pictures and pages that are pictures: no program says what they show. */
  readonly unseen: readonly string[]
  /** Why its text could not be read, in one sentence; then nothing was searched. */
  readonly unreadable: string | null
}

/** Pages that are shown to draw on; places on later ones are typed. */
const mostSheets = 30

/** Looks into a file that an office wants to give out (条例 Art 37; 个人信息保护法 Art 6). */
export async function lookInto(bytes: Uint8Array, name: string): Promise<FileLook> {
  let format: FileLook['format'] = 'other'
  try {
    const kind = sniff(bytes, defaultLimits)
    if (kind === 'docx' || kind === 'pdf' || kind === 'text') format = kind
    const carried =
      format === 'docx' ? docxCarries(bytes) : format === 'pdf' ? await pdfCarries(bytes) : nothing
    const found = await textOf(bytes, name)
    return {
      format,
      isWhole: found.tree !== null && isReadWhole(bytes, found.tree),
      pages: carried.pages,
      sheets: format === 'pdf' ? await pageSizes(bytes, mostSheets) : [],
      finds: found.tree === null ? [] : personalFinds(found.tree),
      hidden: [
        ...carried.hidden,
        ...(found.tree?.hidden ?? []).map(({ text, how }) => ({
          what: `看不见的文字（${how}）`,
          text: brief(text),
        })),
      ],
      unseen: [...carried.unseen, ...found.unseen],
      unreadable: found.unreadable,
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    return {
      format,
      isWhole: false,
      pages: 0,
      sheets: [],
      finds: [],
      hidden: [],
      unseen: [],
      unreadable: error.message,
    }
  }
}

interface Carried {
  readonly pages: number
  readonly hidden: FileLook['hidden']
  readonly unseen: readonly string[]
}
const nothing: Carried = { pages: 0, hidden: [], unseen: [] }

/** The text, or why there is none: a scan is a picture that a person has to look at, not an error. */
async function textOf(bytes: Uint8Array, name: string) {
  try {
    const tree = await read(bytes, { name })
    const pictures = tree.notes
      .filter(({ code }) => code === 'pdf.picturePages')
      .map(({ sentence }) => sentence)
    return { tree, unseen: pictures, unreadable: null }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    return error.code === 'needsOcr'
      ? { tree: null, unseen: ['页面是图片，文字读不出来'], unreadable: null }
      : { tree: null, unseen: [], unreadable: error.message }
  }
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function docxCarries(bytes: Uint8Array): Carried {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize
      return total <= defaultLimits.zipTotal
    },
  })
  const textIn = (path: string) => (parts[path] === undefined ? '' : new TextDecoder().decode(parts[path]))
  const hidden: { what: string; text: string }[] = []
  const core = textIn('docProps/core.xml')
  for (const [tag, what] of [
    ['dc:creator', '作者'],
    ['cp:lastModifiedBy', '最后修改人'],
    ['dc:title', '文档标题'],
    ['dc:subject', '文档主题'],
    ['cp:keywords', '关键词'],
    ['dc:description', '备注'],
  ] as const) {
    const value = new RegExp(`<${tag}[^>]*>([^<]+)</${tag}>`).exec(core)?.[1]
    if (value !== undefined && value.trim() !== '')
      hidden.push({ what: `文档属性：${what}`, text: brief(value) })
  }
  const names = Object.keys(parts)
  for (const name of names.filter((one) => /^word\/comments[^/]*\.xml$/.test(one))) {
    const text = plainText(textIn(name))
    if (text !== '') hidden.push({ what: '批注', text: brief(text) })
  }
  const deleted = [...textIn('word/document.xml').matchAll(/<w:delText[^>]*>([^<]*)</g)].map(
    (match) => match[1],
  )
  if (deleted.length > 0) hidden.push({ what: '修订中删去的文字', text: brief(deleted.join('')) })
  for (const name of names.filter((one) => /^word\/embeddings\/|^word\/vbaProject/.test(one)))
    hidden.push({ what: '嵌入的文件', text: name })
  const pictures = names.filter((one) => one.startsWith('word/media/'))
  return {
    pages: Number(/<Pages>(\d+)</.exec(textIn('docProps/app.xml'))?.[1] ?? 0),
    hidden,
    unseen: pictures.length === 0 ? [] : [`有${pictures.length}张图片`],
  }
}

const plainText = (xml: string): string => xml.replace(/<[^>]*>/g, '').trim()

async function pdfCarries(bytes: Uint8Array): Promise<Carried> {
  const { texts, attachments } = await pdfTexts(bytes)
  const hidden: { what: string; text: string }[] = []
  const info = texts.find(({ where }) => where === '文档属性')
  const properties = (info === undefined ? {} : JSON.parse(info.text)) as Record<string, unknown>
  for (const [key, what] of [
    ['Author', '作者'],
    ['Title', '文档标题'],
    ['Subject', '文档主题'],
    ['Keywords', '关键词'],
  ] as const) {
    const value = properties[key]
    if (typeof value === 'string' && value.trim() !== '')
      hidden.push({ what: `文档属性：${what}`, text: brief(value) })
  }
  for (const { kind, text, where } of texts)
    if ((kind === 'comment' || kind === 'formField' || kind === 'link') && text.trim() !== '')
      hidden.push({
        what: kind === 'comment' ? `批注（${where}）` : kind === 'link' ? '脚本' : `表单（${where}）`,
        text: brief(text.trim()),
      })
  for (const { name } of attachments) hidden.push({ what: '附件', text: name })
  return {
    pages: texts.filter(({ kind, where }) => kind === 'text' && /^第\d+页$/.test(where)).length,
    hidden,
    unseen: [],
  }
}

/** The pieces of a document that are read together, each with its place. */
function pieces(tree: DocTree): readonly { readonly text: string; readonly where: string }[] {
  let paragraphs = 0
  let tables = 0
  return tree.blocks.flatMap((block: Block) => {
    const page = block.place.page === undefined ? null : `第${block.place.page}页`
    if (block.kind !== 'table') {
      paragraphs += 1
      return [{ text: block.text, where: page ?? `第${paragraphs}段` }]
    }
    tables += 1
    const rows = new Map<number, string[]>()
    for (const { row, text } of block.cells) rows.set(row, [...(rows.get(row) ?? []), text])
    return [...rows].map(([row, texts]) => ({
      text: texts.join('\t'),
      where: `${page === null ? '' : page}表${tables}第${row + 1}行`,
    }))
  })
}

/** Identity numbers and bank cards that go on in the next line, paragraph or cell; their check digits keep chance finds away. */
function brokenNumbers(
  parts: ReturnType<typeof pieces>,
): readonly (PersonalFind & { readonly where: string[] })[] {
  let text = ''
  const breaks: { readonly at: number; readonly where: string }[] = []
  for (const part of parts)
    for (const line of part.text.split(/[\n\t]/)) {
      breaks.push({ at: text.length, where: part.where })
      text += line
    }
  return (
    [
      ['idNumber', findIdNumbers],
      ['bankCard', findBankCards],
    ] as const
  ).flatMap(([kind, find]) =>
    find(text).flatMap(({ start, end }) => {
      const crossed = breaks.find(({ at }) => at > start && at < end)
      return crossed === undefined
        ? []
        : [{ kind, text: text.slice(start, end), where: [`${crossed.where}（分成两处）`], times: 1 }]
    }),
  )
}

function personalFinds(tree: DocTree): readonly PersonalFind[] {
  const found = new Map<string, { kind: PersonalKind; text: string; where: string[]; times: number }>()
  for (const one of brokenNumbers(pieces(tree))) found.set(one.text, { ...one })
  for (const { text, where } of pieces(tree)) {
    const spans: (Span & { readonly kind: PersonalKind })[] = [
      ...findIdNumbers(text).map((span) => ({ ...span, kind: 'idNumber' as const })),
      // A number called 身份证号 that fails its check is somebody's all the same, mistyped once: better proposed than given away.
      ...findDoubtfulIdNumbers(text).map((span) => ({ ...span, kind: 'idNumber' as const })),
      ...findMobileNumbers(text).map((span) => ({ ...span, kind: 'mobile' as const })),
      ...findBankCards(text).map((span) => ({ ...span, kind: 'bankCard' as const })),
      ...findEmails(text).map((span) => ({ ...span, kind: 'email' as const })),
      ...findPlates(text).map((span) => ({ ...span, kind: 'plate' as const })),
      ...findLabelled(text),
    ]
    for (const { kind, start, end } of withoutOverlaps(spans)) {
      const value = text.slice(start, end).trim()
      const known = found.get(value) ?? { kind, text: value, where: [], times: 0 }
      known.times += 1
      if (known.where.length < 3 && !known.where.includes(where)) known.where.push(where)
      found.set(value, known)
    }
  }
  // A name that a label gave away once is looked for everywhere.
  for (const find of found.values())
    if (find.kind === 'name') find.times = Math.max(find.times, tree.text.split(find.text).length - 1)
  return [...found.values()]
}
