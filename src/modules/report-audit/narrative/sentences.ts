import type { At, Paragraph } from '../../../law/report-form/model.ts'
import { fold } from '../../../text/fold.ts'
import { findNumbers } from '../../../text/numbers.ts'

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
      const sentence = cut(block, start, end, number, heading, cuts.length === 1)
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

interface Block {
  text: string
  /** Source offsets inside the paragraph `owner[i]` for every code unit of the text. */
  readonly source: number[]
  readonly owner: number[]
  readonly paragraphs: readonly Paragraph[]
  readonly section: number
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

/** Numbers that count nothing here are covered by □ of the same length, so that offsets stay. */
const covered: readonly RegExp[] = [
  /https?:\/\/[\w./?=&%#:-]+|[\w.-]+@[\w.-]+|www\.[\w./-]+/g,
  /\d{4}年?\d{1,2}月\d{1,2}[日号]|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /\d{1,2}月(?:\d{1,2}[日号]|份)?|(?<!\d)\d{4}年度?|[〇零一二三四五六七八九]{4}年(?:度|[一二三四五六七八九十]+月(?:[一二三四五六七八九十]+日)?)?/g,
  /(?:\d{1,2}(?:-|至|~))\d{1,2}月(?:份)?/g,
  /\[\d{4}\]\d*号?|\(\d{4}\)\d+号|第?\d+号令?/g,
  /[\d一二三四五六七八九十]+届(?:[\d一二三四五六七八九十]+次)?/g,
  /第[\d一二三四五六七八九十百]+[条款项章届批期轮季次名位个]/g,
  /0\d{2,3}-?\d{7,8}|(?<!\d)1\d{10}(?!\d)|\d{3}-\d{7,8}/g,
  /12345(?=热线|政务|政府|平台|便民|市民|市长|工单|服务|"|\()|(?:"?12345"?)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?/g,
  /\([一二三四五六七八九十\d]{1,2}\)|^\d{1,2}[.、]|(?<=[;。:])\d{1,2}[.、](?!\d)/g,
]

function cover(text: string): string {
  let plain = text
  for (const pattern of covered) plain = plain.replace(pattern, (match) => '□'.repeat(match.length))
  return plain.replace(/《[^》]{1,60}》/g, (match) => match.replace(/[\d一二三四五六七八九十百千]/g, '□'))
}

const unitAfter =
  /^(?:余|多|来|左右)?(万元|亿元|个工作日|个月|个自然日|个小时|工作日|元|%|件次|人次|场次|条次|余人|件|条|份|篇|项|则|个|起|宗|例|次|人|名|场|期|部|册|块|张|幅|套|家|户|处|台|类|批|天|日|字|页|分|页|倍|篇次|辆|种|轮|讲|课时|小时)?/

/** From here on the sentence speaks of what is still to come. */
const ahead = /下一步|今后|明年|来年|力争|争取|拟(?:于|在|定)|计划(?:于|在|完成|公开|开展)|工作(?:目标|打算)/
/** Only this clause is a condition or a rule. */
const condition = /^(?:若|如果|如有|凡|对于?未|因未)|应当|要求各|不少于|不低于|不得少于|不超过/

const clauseEnds = new Set(',;()。!?！？')

function cut(
  block: Block,
  from: number,
  to: number,
  paragraph: number,
  heading: Topic | null,
  whole: boolean,
): Sentence | null {
  const text = block.text.slice(from, to)
  if (text.trim() === '') return null
  const plain = cover(text)
  const clauses: Clause[] = []
  let start = 0
  let future = false
  const close = (end: number) => {
    if (end > start) {
      const words = text.slice(start, end)
      future ||= ahead.test(words)
      clauses.push({ text: words, start, end, planned: future || condition.test(words) })
    }
    start = end + 1
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (!clauseEnds.has(sign)) continue
    if (
      sign === ',' &&
      /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5)) &&
      /^\d{1,3}$/.test(/\d+$/.exec(text.slice(0, at))?.[0] ?? '')
    )
      continue
    close(at)
  }
  close(text.length)
  const quantities: Quantity[] = []
  const numbers = findNumbers(plain).filter((number) => !number.ordinal)
  const ends = numbers.map(
    (number) => number.end + (unitAfter.exec(plain.slice(number.end))?.[0].length ?? 0),
  )
  for (const [index, number] of numbers.entries()) {
    const clause = clauses.findIndex((one) => number.start >= one.start && number.start < one.end)
    const holder = clauses[clause]
    if (holder === undefined) continue
    const end = ends[index] ?? number.end
    const unit = /^(?:余|多|来|左右)?(.*)$/.exec(plain.slice(number.end, end))?.[1] ?? ''
    const before = Math.max(holder.start, index > 0 ? (ends[index - 1] ?? 0) : 0)
    const next = numbers[index + 1]
    const after = next === undefined ? holder.end : Math.min(holder.end, next.start)
    quantities.push({
      value: number.value,
      approximate: number.approximate || /^(?:余|多|来|左右)/.test(plain.slice(number.end, end)),
      percent: number.percent,
      unit: number.percent ? '%' : unit,
      start: number.start,
      end,
      lead: text.slice(before, number.start),
      tail: text.slice(end, Math.max(end, after)),
      clause,
    })
  }
  const place = (offset: number): { paragraph: Paragraph | undefined; source: number } => ({
    paragraph: block.paragraphs[block.owner[Math.min(from + offset, to - 1)] ?? 0],
    source: block.source[Math.min(from + offset, to - 1)] ?? 0,
  })
  return {
    text,
    clauses,
    quantities,
    section: block.section,
    heading,
    paragraph,
    alone: whole && text.length <= 60,
    quote(first, end) {
      let words = ''
      let owner = -1
      let segment = -1
      for (let at = from + first; at < from + end; at += 1) {
        if (block.owner[at] !== owner) {
          owner = block.owner[at] ?? -1
          segment = block.source[at] ?? 0
        }
        const last = at + 1 >= from + end || block.owner[at + 1] !== owner
        if (last) words += (block.paragraphs[owner]?.text ?? '').slice(segment, (block.source[at] ?? 0) + 1)
      }
      return words.replace(/\s+/g, ' ').trim()
    },
    at(first, end) {
      const begin = place(first)
      const last = place(Math.max(first, end - 1))
      const base = begin.paragraph?.at ?? {}
      const exact =
        begin.paragraph === last.paragraph &&
        base.start !== undefined &&
        base.end !== undefined &&
        base.end - base.start === begin.paragraph?.text.length
      const { start: _start, end: _end, ...where } = base
      const section = block.section >= 1 && block.section <= 6 ? { section: block.section } : {}
      return exact && base.start !== undefined
        ? { ...where, ...section, start: base.start + begin.source, end: base.start + last.source + 1 }
        : { ...base, ...section }
    },
  }
}
