import type { At, Paragraph } from '../../../law/report-form/model.ts'
import { fold } from '../../../text/fold.ts'
import { cutSentence, type Block } from './cut-sentence.ts'

/** What a stretch of text speaks about; a heading or an earlier clause sets it, a later clause may rely on it. */
export type Topic = 'requests' | 'publications' | 'proposals' | 'remedies' | 'fees' | 'other'

/** A number with its measure word and the words around it, as far as the next number or comma. */
export interface Quantity {
  readonly value: number
  readonly approximate: boolean
  readonly percent: boolean
  /** Measure word: 件, 条, 万元 … ; '' when none follows. */
  readonly unit: string
  /** Offsets in the sentence's text: first digit, and after the measure word. */
  readonly start: number
  readonly end: number
  /** From the previous number or the start of the clause up to the number. */
  readonly lead: string
  /** From the measure word to the next number or the end of the clause. */
  readonly tail: string
  readonly clause: number
}

/** A stretch between commas, semicolons or brackets. */
export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Speaks of what is still to come, or of a condition: no fact. */
  readonly planned: boolean
}

/** One sentence of the running text in its plain form (half width, simplified, no spaces). */
export interface Sentence {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly quantities: readonly Quantity[]
  readonly section: number
  /** Topic of the heading it stands under. */
  readonly heading: Topic | null
  /** Counts up from 0; sentences of one paragraph share it. */
  readonly paragraph: number
  /** Whether it stands alone on its line and is short: a heading, a signature, a date. */
  readonly alone: boolean
  /** The words of the source between two offsets of `text`. */
  quote(start: number, end: number): string
  at(start: number, end: number): At
}

const numbering =
  /^(?:[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十]+部分)/
const endOfSentence = /[。!?！？]/
const stopsLine = /[。!?！？;:,、]$/

/** Joins lines that were broken in the middle of a sentence, cuts the text into sentences, and finds what stands in each. */
export function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = []
  let heading: Topic | null = null
  let section = -1
  let about: Topic | null = null
  let indented = false
  for (const [number, block] of joinLines(paragraphs).entries()) {
    // 「共收到申请8件。其中网上5件。办结7件。」: sentences of one paragraph go on about the requests the first spoke of; a line
    // that is not indented goes on with the indented paragraph before it.
    const isIndented = /^[\s\u3000]/.test(block.paragraphs[block.owner[0] ?? 0]?.text ?? '')
    if (!(indented && !isIndented && block.section === section)) about = null
    if (isIndented) indented = true
    if (block.section !== section) {
      section = block.section
      heading =
        section === 3 ? 'requests' : section === 4 ? 'remedies' : section === 2 ? 'publications' : null
    }
    const own = isHeading(block.text)
    if (own) {
      heading = topicOf(block.text) ?? 'other'
    }
    let from = 0
    const cuts: [number, number][] = []
    for (let at = 0; at < block.text.length; at += 1) {
      const sign = block.text[at] ?? ''
      if (!endOfSentence.test(sign)) continue
      cuts.push([from, at + 1])
      from = at + 1
    }
    if (from < block.text.length) cuts.push([from, block.text.length])
    for (const [start, end] of cuts) {
      const sentence = cutSentence(block, start, end, number, heading, cuts.length === 1)
      if (sentence === null) continue
      // 「（二）依申请公开情况。2023年……」: the first short sentence is the heading of the rest of its paragraph.
      if (!own && numbering.test(sentence.text)) {
        const first = sentence.clauses[0]?.text ?? ''
        const title =
          sentence.quantities.length === 0 && sentence.text.length <= 34
            ? sentence.text
            : first.length <= 22
              ? first
              : ''
        if (title !== '') heading = topicOf(title) ?? (sentence.text.length <= 34 ? 'other' : heading)
      }
      const topic = topicOf(sentence.text)
      if (topic !== null) about = topic
      sentences.push({ ...sentence, heading: topic === null && about === 'requests' ? about : heading })
    }
  }
  return sentences
}

/** What a heading or clause speaks about, by its words; null when they tell nothing. */
export function topicOf(text: string): Topic | null {
  if (/复议|诉讼/.test(text)) return 'remedies'
  if (/收费|信息处理费/.test(text)) return 'fees'
  if (/建议|提案/.test(text)) return 'proposals'
  if (/依申请|申请公开|公开申请|申请办理|申请情况|新收申请|零申请/.test(text)) return 'requests'
  if (/主动公开|(?<!部分|不予|予以)公开情况$|信息发布|政策解读/.test(text)) return 'publications'
  return null
}

function joinLines(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  let lastLength = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const plain = compact(paragraph.text)
    if (plain.text === '') continue
    const joins: boolean =
      open !== null &&
      open.section === paragraph.section &&
      !endOfSentence.test(open.text.slice(-1)) &&
      (lastLength >= 22 || /[,、;:]$/.test(open.text)) &&
      !(stopsLine.test(open.text) && /[:;]$/.test(open.text) && numbering.test(plain.text)) &&
      !isHeading(open.text) &&
      !/(?:年度报告|年报)$|^(?:来源|发布|时间)/.test(open.text) &&
      !numbering.test(plain.text)
    if (!joins || open === null) {
      open = { text: '', source: [], owner: [], paragraphs, section: paragraph.section }
      blocks.push(open)
    }
    open.text += plain.text
    for (const offset of plain.at) {
      open.source.push(offset)
      open.owner.push(index)
    }
    lastLength = plain.text.length
  }
  return blocks
}

/** Set wide or read by machine: nearly every character stands alone between spaces, digits too. */
function isSpacedOut(text: string): boolean {
  const chunks = text.trim().split(/\s+/)
  return (
    chunks.length >= 6 &&
    /\p{Script=Han}/u.test(text) &&
    chunks.filter((chunk) => Array.from(chunk).length === 1).length >= chunks.length * 0.8
  )
}

/** Folded text without its spaces (a space between two digits stays, unless all characters are set apart). */
function compact(source: string): { text: string; at: number[] } {
  const folded = fold(source)
  const spaced = isSpacedOut(folded.text)
  let text = ''
  const at: number[] = []
  for (let index = 0; index < folded.text.length; index += 1) {
    const sign = folded.text[index] ?? ''
    if (sign === ' ') {
      const next = folded.text.slice(index + 1).trimStart()[0] ?? ''
      if (spaced || !(/\d$/.test(text) && /\d/.test(next)) || text.endsWith(' ')) continue
    }
    text += sign
    at.push(folded.at[index] ?? 0)
  }
  return { text, at }
}

function isHeading(text: string): boolean {
  if (text.length > 44 || endOfSentence.test(text.slice(0, -1))) return false
  const bare = text.replace(endOfSentence, '')
  if (numbering.test(text))
    return bare.length <= 40 && !/\d+(?:余|多)?[件条份篇]/.test(bare) && !/,/.test(bare)
  return (
    bare === text &&
    bare.length <= 20 &&
    !/[,;:]/.test(bare) &&
    /(?:公开|情况|方面|工作|管理|建设|保障|事项)$/.test(bare)
  )
}
