import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { docxDangers } from '../../../documents/fill/docx-dangers.ts'
import {
  hasTornMark,
  isUnseen,
  marksIn,
  paragraphsOf,
  printedParts,
  textOf,
} from '../../../documents/fill/docx-marks.ts'
import { fillDocx, isAlone } from '../../../documents/fill/fill-docx.ts'
import { docxParts } from '../../../documents/redact/docx-parts.ts'
import { redactDocx } from '../../../documents/redact/redact-docx.ts'
import { parseXml } from '../../../documents/redact/xml-tree.ts'
import { UnreadableDocument } from '../../../documents/tree.ts'
import { writeDocx } from '../../../documents/write/docx.ts'
import {
  paragraph,
  writtenDay,
  type OfficialDocument,
  type WrittenBlock,
} from '../../../documents/write/model.ts'
import { writeText } from '../../../documents/write/text.ts'
import { blankFields } from './blank-fields.ts'
import { allMarkValues, blockMarks, frameMarks, letterMarks } from './letter-marks.ts'
import { opening } from './phrases.ts'
import { composeLetter, type LetterTemplate } from './template.ts'

/** A letter's form is a page or two with a few pictures; more unpacked bytes than this are refused. */
const largestForm = 12 * 1024 * 1024

/** A day that no letter bears, and a name as wide as most agencies': they hold the places while ours is written with marks. */
const placeOfDate = '1900-01-01'
const placeOfAgency = '〇'.repeat(14)

const mark = (name: string): string => `{{${name}}}`

/**
 * Our own letter as a Word file with its blanks as marks, for an agency to edit and bring back. The opening is open prose; what
 * decides, with its facts, reasons and articles, is one block, and so is the remedy.
 */
export async function letterWithMarks(template: LetterTemplate): Promise<Uint8Array> {
  const document = composeLetter(template, template.example)
  const has = new Set(letterMarks(template).map(({ name }) => name))
  const alone = (name: string): WrittenBlock[] => (has.has(name) ? [{ ...paragraph(mark(name)) }] : [])
  const isForm = document.title[0] === document.letterhead
  const marked: OfficialDocument = {
    layout: document.layout,
    letterhead: mark(frameMarks.letterhead),
    title: isForm ? [mark(frameMarks.letterhead), mark(frameMarks.title)] : [mark(frameMarks.title)],
    body: [
      ...openingWithMarks(template, document),
      ...alone(blockMarks.main),
      ...alone(blockMarks.remedy),
      ...alone(blockMarks.closing),
      ...alone(blockMarks.enclosures),
    ],
    ...(document.documentNumber === undefined ? {} : { documentNumber: mark(frameMarks.number) }),
    ...(document.addressee === undefined ? {} : { addressee: mark(frameMarks.addressee) }),
    ...(document.signature === undefined
      ? {}
      : { signature: { agencies: [placeOfAgency], on: placeOfDate } }),
    ...(document.note === undefined ? {} : { note: mark(frameMarks.note) }),
  }
  const parts = unzipSync(await writeDocx(marked))
  for (const name of Object.keys(parts).filter((one) => printedParts.test(one)))
    parts[name] = strToU8(
      strFromU8(parts[name] ?? new Uint8Array())
        .replaceAll(writtenDay(placeOfDate), mark(frameMarks.date))
        .replaceAll(placeOfAgency, mark(frameMarks.letterhead)),
    )
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })
}

/** The opening as prose, where its words after the content of the application are the same for every case. */
function openingWithMarks(template: LetterTemplate, document: OfficialDocument): readonly WrittenBlock[] {
  const own = document.body.find((block) => block.kind === 'paragraph' && block.part === 'opening')
  if (own?.kind !== 'paragraph') return []
  const example = template.blanks.parse(template.example) as unknown as Parameters<typeof opening>[0] & Blanks
  const text = (block: WrittenBlock | undefined) =>
    block?.kind === 'paragraph' ? block.content.join('') : ''
  const bare = text(opening(example, ''))
  const after = text(own).slice(bare.length)
  // The words that follow must not depend on the case: whoever asked and whenever, they are these.
  const other = {
    ...example,
    applicant: { ...example.applicant, isNaturalPerson: !example.applicant.isNaturalPerson },
    dueOn: '2031-01-02',
    sentOn: '2031-01-03',
    withdrawnOn: '2031-01-04',
  }
  const otherOwn = template
    .compose(other as never)
    .body.find((block) => 'part' in block && block.part === 'opening')
  if (text(otherOwn).slice(text(opening(other, '')).length) !== after || hasDigits(after))
    return [paragraph(mark(blockMarks.opening))]
  return [
    paragraph(
      `本机关于${mark('收到申请之日')}收到${mark('称呼')}${mark('申请渠道')}政府信息公开申请`,
      `（申请编号：${mark('申请编号')}），申请公开“${mark('申请内容')}”。${after}`,
    ),
  ]
}

type Blanks = Readonly<Record<string, unknown>>
const hasDigits = (text: string): boolean => /\d/.test(text)

/** The marks that must be there, each with what it is for; several in one entry: any of these sets will do. */
export function neededMarks(template: LetterTemplate): readonly (readonly (readonly string[])[])[] {
  const document = composeLetter(template, template.example)
  const has = new Set(letterMarks(template).map(({ name }) => name))
  const needed: string[][][] = []
  if (document.documentNumber !== undefined) needed.push([[frameMarks.number]])
  if (document.addressee !== undefined) needed.push([[frameMarks.addressee]])
  if (has.has(blockMarks.opening)) needed.push([[blockMarks.opening], ['申请编号', '申请内容']])
  needed.push(isOpenForm(template) ? [[blockMarks.main], ownBlanks(template)] : [[blockMarks.main]])
  if (template.remedy !== 'none') needed.push([[blockMarks.remedy]])
  if (document.signature !== undefined) needed.push([[frameMarks.date]])
  return needed
}

/** A form or a record, whose every blank can be placed on its own: an agency may draw its own table. */
function isOpenForm(template: LetterTemplate): boolean {
  const document = composeLetter(template, template.example)
  const isSingle = blankFields(template.blanks, new Set()).every(
    ({ kind }) => kind !== 'rows' && kind !== 'either',
  )
  return document.layout === 'plain' && isSingle && ownBlanks(template).length > 0
}

/** The blanks that only the main part prints. */
function ownBlanks(template: LetterTemplate): string[] {
  const frame = new Set<string>([
    ...Object.values(frameMarks),
    '机关全称',
    '政府信息公开工作机构名称',
    '联系电话',
    '称呼',
    '申请渠道',
  ])
  return letterMarks(template)
    .filter(({ name, kind }) => kind === 'text' && !frame.has(name))
    .map(({ name }) => name)
}

/** Why a mark must not be missing. */
const whyNeeded: Readonly<Record<string, string>> = {
  [frameMarks.number]: '发文字号',
  [frameMarks.addressee]: '收件人',
  [blockMarks.main]: '正文（事实、理由和所依据的条款）',
  [blockMarks.remedy]: '救济途径（行政复议、行政诉讼的告知）',
  [frameMarks.date]: '成文日期',
  [blockMarks.opening]: '开头（答复的是哪一件申请）',
}

export type CheckedDocx = { readonly bytes: Uint8Array } | { readonly problems: readonly string[] }

/**
 * Checks a Word file that an agency brings as its own form of a letter: nothing in it may fetch or run anything, every mark must be
 * known, and no part that the law asks for may be missing, hidden, or stand only in a header. All that is wrong is said at once.
 * @returns the file to keep, without authors and traces of editing
 */
export function checkOwnDocx(template: LetterTemplate, given: Uint8Array): CheckedDocx {
  try {
    const parts = docxParts(given, largestForm)
    const problems = [...docxDangers(parts), ...markProblems(template, parts)]
    if (problems.length > 0) return { problems }
    const { bytes } = redactDocx(given, [])
    const wrong = previewProblem(template, bytes)
    return wrong === null ? { bytes } : { problems: [wrong] }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    return { problems: [error.message] }
  }
}

function markProblems(template: LetterTemplate, parts: Readonly<Record<string, Uint8Array>>): string[] {
  const known = new Map(letterMarks(template).map((one) => [one.name, one]))
  const problems = new Set<string>()
  const seen = new Set<string>()
  const unseen = new Set<string>()
  for (const [name, content] of Object.entries(parts)) {
    if (!printedParts.test(name)) continue
    for (const one of paragraphsOf(parseXml(strFromU8(content)))) {
      if (hasTornMark(one.text)) problems.add(`“${shortened(one.text)}”里的标记不完整，要写成 {{名称}}。`)
      for (const found of marksIn(one.text)) {
        const own = known.get(found.name)
        if (own === undefined) problems.add(`不认识标记 {{${found.name}}}，这份文书没有这一项。`)
        else if (own.kind === 'block' && (name !== 'word/document.xml' || !isAlone(one.text, found)))
          problems.add(`标记 {{${found.name}}} 要在正文里单独成一段。`)
        else if (name === 'word/document.xml') {
          const run = runAt(one.texts, found.start)
          if (isUnseen(run)) unseen.add(found.name)
          else seen.add(found.name)
        }
      }
    }
  }
  for (const ways of neededMarks(template)) {
    const [first = []] = ways
    if (ways.some((way) => way.length > 0 && way.every((name) => seen.has(name)))) continue
    const name = first[0] ?? ''
    const missing = ways[1]?.filter((one) => !seen.has(one)) ?? []
    const isTried = missing.length > 0 && missing.length < (ways[1]?.length ?? 0)
    problems.add(
      unseen.has(name)
        ? `标记 {{${name}}} 是隐藏的或者看不见的字，要印得出来。`
        : `缺少${whyNeeded[name] ?? name}，请加上标记 {{${name}}}${
            isTried ? `，或者补全 ${missing.map(mark).join('、')}` : ''
          }。`,
    )
  }
  return [...problems]
}

function runAt(texts: ReturnType<typeof paragraphsOf>[number]['texts'], at: number) {
  let end = 0
  for (const { element, run } of texts) {
    end += textOf(element).length
    if (at < end) return run
  }
  return null
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

/** The checked file filled with the example once: what cannot be filled is found before a letter is due. */
function previewProblem(template: LetterTemplate, bytes: Uint8Array): string | null {
  const filled = exampleOf(template, bytes)
  const printed = docxText(filled)
  const missing = statutoryTexts(template).find((text) => !printed.includes(bare(text)))
  return missing === undefined ? null : `试填以后没有印出“${shortened(missing)}”，请检查标记所在的段落。`
}

/** What the example's letter must print: remedy, number, date. */
function statutoryTexts(template: LetterTemplate): readonly string[] {
  const document = composeLetter(template, template.example)
  return [
    ...(document.documentNumber === undefined ? [] : [document.documentNumber]),
    ...(document.signature === undefined ? [] : [writtenDay(document.signature.on)]),
    ...document.body
      .filter((block) => block.kind === 'paragraph' && block.part === 'remedy')
      .map((block) => writeText({ layout: 'plain', letterhead: '', title: [], body: [block] }).trim()),
  ]
}

const bare = (text: string): string => text.replace(/\s/gu, '')

function docxText(bytes: Uint8Array): string {
  const parts = docxParts(bytes)
  return bare(
    paragraphsOf(parseXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
      .map(({ text }) => text)
      .join('\n'),
  )
}

/** The agency's own form filled with the letter's example. */
export function exampleOf(template: LetterTemplate, bytes: Uint8Array): Uint8Array {
  const document = composeLetter(template, template.example)
  return fillDocx(bytes, allMarkValues(template, template.blanks.parse(template.example), document))
}

/** The agency's own form filled with a letter as composed. */
export function fillOwnDocx(
  bytes: Uint8Array,
  template: LetterTemplate,
  blanks: Blanks,
  document: OfficialDocument,
): Uint8Array {
  return fillDocx(bytes, allMarkValues(template, template.blanks.parse(blanks), document))
}
