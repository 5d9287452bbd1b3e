import type { Paragraph } from '../../../law/report-form/model.ts'
import { findNumbers } from '../../../text/numbers.ts'
import type { Clause, Quantity, Sentence, Topic } from './sentences.ts'

/** Lines that are one paragraph in truth, in their plain form, with the way back to the source. */
export interface Block {
  text: string
  /** Source offsets inside the paragraph `owner[i]` for every code unit of the text. */
  readonly source: number[]
  readonly owner: number[]
  readonly paragraphs: readonly Paragraph[]
  readonly section: number
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

/** One sentence of a block: its clauses and numbers, with the way back to its place. Null for blank. */
export function cutSentence(
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
