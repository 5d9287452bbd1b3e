import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { placeIn } from './passages.ts'

const rule: Rule = {
  code: 'source.mixedPunctuation',
  severity: 'notice',
  title: '全角、半角逗号混用',
  basis: '《标点符号用法》（GB/T 15834）（C10）',
  applies: '同一篇正文里汉字之间全角、半角逗号各有五处以上；通篇只用一种的不说。',
  remedy: '多半是转换格式造成的，不影响内容，请统一为全角。',
}
const few = 5
const half = /(?<=\p{Script=Han}),(?=\p{Script=Han})/gu
const full = /(?<=\p{Script=Han})，(?=\p{Script=Han})/gu

/** C10: commas of two widths in one text. */
export const punctuation: Check = {
  rules: [rule],
  run({ report }) {
    const places = report.paragraphs.flatMap((paragraph) =>
      [...paragraph.text.matchAll(half)].map((match) => placeIn(paragraph, match.index, 1)),
    )
    const others = report.paragraphs.reduce((sum, one) => sum + [...one.text.matchAll(full)].length, 0)
    const first = places[0]
    if (first === undefined || places.length < few || others < few) return []
    return [
      raise(rule, {
        what: `正文里半角逗号${places.length}处、全角逗号${others}处混用`,
        found: places.length,
        at: places.slice(0, 30),
      }),
    ]
  },
}
