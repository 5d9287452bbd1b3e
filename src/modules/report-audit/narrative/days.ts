import type { NarrativeFact } from '../../../law/report-form/model.ts'
import { findDays } from '../../../text/dates.ts'
import type { Told } from './facts.ts'
import type { Sentence } from './sentences.ts'

/** The days a report gives: the period it covers, the day of its signature, the day it was put on the site. */
export function dayFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  const last = told.sentences.length - 1
  let signed: NarrativeFact | null = null
  for (const [index, sentence] of told.sentences.entries()) {
    facts.push(...period(sentence))
    const published = publishedOn(sentence)
    if (published) facts.push(published)
    else if ((sentence.section >= 6 || index >= last - 5) && index >= last - 12 && index > 3)
      signed = signature(sentence) ?? signed
  }
  if (signed) facts.push(signed)
  return facts
}

function period(sentence: Sentence): NarrativeFact[] {
  if (sentence.section > 1) return []
  if (!/统计|数据|期限|时限|截至|截止|时间范围|报告期|起止/.test(sentence.text)) return []
  const range =
    /(\d{4})年(?:度)?(\d{1,2})月(\d{1,2})[日号]起?(?:,|、)?(?:至|到|-|~|止)+(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/.exec(
      sentence.text,
    )
  if (range) {
    const start = dayText(range[1], range[2], range[3])
    const end = dayText(range[4] ?? range[1], range[5], range[6])
    const span: [number, number] = [range.index, range.index + range[0].length]
    return [
      ...(start === null ? [] : [dayFact(sentence, 'periodStart', start, span)]),
      ...(end === null ? [] : [dayFact(sentence, 'periodEnd', end, span)]),
    ]
  }
  const until = /截[至止](?:到|于)?(\d{4})年(\d{1,2})月(\d{1,2})[日号]/.exec(sentence.text)
  if (!until) return []
  const end = dayText(until[1], until[2], until[3])
  return end === null
    ? []
    : [dayFact(sentence, 'periodEnd', end, [until.index, until.index + until[0].length])]
}

/** 「发布时间：2024-02-02」: a day the site put beside the report. */
function publishedOn(sentence: Sentence): NarrativeFact | null {
  if (sentence.section >= 2 && sentence.section <= 5) return null
  if (sentence.text.length > 160) return null
  const label =
    /(?:发布|公开|发文|刊发|上传|更新)(?:时间|日期)[:\]]?"?|(?:^|[^效成文签字作会办理生截止起始])(?:时间|日期):"?/.exec(
      sentence.text,
    )
  if (!label) return null
  const from = label.index + label[0].length
  const day = findDays(sentence.text.slice(from))[0]
  if (day === undefined || day.day === null || day.start > 2) return null
  return dayFact(sentence, 'publishedOn', day.day, [from + day.start, from + day.end])
}

/** A short line at the end that holds a day and nothing but, perhaps, the agency. */
function signature(sentence: Sentence): NarrativeFact | null {
  if (!sentence.alone || sentence.text.length > 48 || /[,;:。]/.test(sentence.text.slice(0, -1))) return null
  const day = findDays(sentence.text)[0]
  if (day === undefined || day.day === null) return null
  const rest = sentence.text.slice(0, day.start) + sentence.text.slice(day.end)
  if (/至|截|发布|公开(?!办)|年度|报告|第|时间/.test(rest) || rest.length > 30) return null
  return dayFact(sentence, 'signedOn', day.day, [day.start, day.end])
}

function dayText(year?: string, month?: string, day?: string): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return findDays(text)[0]?.day ?? null
}

function dayFact(
  sentence: Sentence,
  id: string,
  value: string,
  [start, end]: [number, number],
): NarrativeFact {
  return {
    fact: id,
    value,
    approximate: false,
    quote: sentence.quote(
      sentence.text.length <= 80 ? 0 : start,
      sentence.text.length <= 80 ? sentence.text.length : end,
    ),
    at: sentence.at(start, end),
  }
}
