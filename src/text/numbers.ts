import { fold, sourceSpan } from './fold.ts'
import { chineseNumeral, numeralCharacters } from './numerals.ts'
import type { Span } from './spans.ts'

/** A number as it stands in a text. */
export interface FoundNumber extends Span {
  /** With 万 and 亿 multiplied in; of a percentage the figure before the sign. */
  readonly value: number
  /** To the letter, multiplier and percent sign included, 余 and 约 not. */
  readonly raw: string
  /** Said with 约, 近, 余, 多, 以上 and the like. */
  readonly approximate: boolean
  readonly percent: boolean
  /** Written in Chinese numerals. */
  readonly chinese: boolean
  /** Preceded by 第: names a place in an order, counts nothing. */
  readonly ordinal: boolean
  /** 1, or what a following 百 千 万 亿 multiplied. */
  readonly multiplier: number
}

const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g
const chinese = new RegExp(`[${numeralCharacters}]+`, 'g')
const multipliers = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
])
const vagueBefore =
  /(?:(?<![合签节预制条大])约|大约|(?<![最附靠临])近|将近|接近|超|超过|(?<!不)逾|突破|不少于|不低于|至少|上)\s*$/
const vagueAfter = /^\s*(?:余|多(?!少)|来(?=[个件条次人篇份])|左右|以上|[\p{Script=Han}]{1,2}(?:以上|左右))/u
/** A single Chinese digit counts something only before one of these. */
const measureAfter =
  /^\s*(?:余|多|来)?(?:件|条|次|份|篇|项|个|人|名|家|场|期|起|宗|例|部|册|块|张|幅|页|字|元|倍|类|批|届|天|日|月|年|周|类|户|处|台|辆|种|位|轮|成|季度|小时|工作日)/
const notCounting = /^(?:是|、|要|般|定|些|直|律|致|样|方面|旦|体|站式|网|把手|事一|号|季|来)/

/**
 * Finds every number of a text, in order of place: ASCII and full-width digits with thousands separators and decimals,
 * Chinese numerals, 万 and 亿, percentages (also 百分之…). Words that merely contain a numeral (统一, 一是, 十分) are left out.
 * Days and document numbers are not recognised here: mask them first (dates.ts).
 */
export function findNumbers(source: string): FoundNumber[] {
  const folded = fold(source)
  const text = folded.text
  const found: FoundNumber[] = []
  const taken: Span[] = []
  const add = (start: number, end: number, value: number, extra: Partial<FoundNumber>) => {
    const before = text.slice(Math.max(0, start - 6), start)
    const after = text.slice(end, end + 8)
    const span = sourceSpan(folded, start, end)
    taken.push({ start, end })
    found.push({
      ...span,
      value,
      raw: source.slice(span.start, span.end),
      approximate: vagueBefore.test(before) || vagueAfter.test(after),
      percent: false,
      chinese: false,
      ordinal: /第\s*$/.test(before),
      multiplier: 1,
      ...extra,
    })
  }
  for (const match of text.matchAll(/百分之([\d.]+|[〇零一二三四五六七八九十百点]+)/g)) {
    const value = percentage(match[1] ?? '')
    if (value !== null)
      add(match.index, match.index + match[0].length, value, { percent: true, chinese: true })
  }
  for (const match of text.matchAll(arabic)) {
    const start = match.index
    let end = start + match[0].length
    if (taken.some((span) => start < span.end && end > span.start)) continue
    let value = Number(match[0].replaceAll(',', ''))
    const percent = /^\s*%/.exec(text.slice(end))
    let multiplier = 1
    const vague = /^\s*(?:余|多)(?=[万亿])/.exec(text.slice(end))
    const unit = /^\s*([百千]?万|亿|千(?!米|克|瓦|伏)|百(?!分))/.exec(
      text.slice(end + (vague?.[0].length ?? 0)),
    )
    if (percent) end += percent[0].length
    else if (unit) {
      for (const sign of unit[1] ?? '') multiplier *= multipliers.get(sign) ?? 1
      end += unit[0].length + (vague?.[0].length ?? 0)
    }
    value = Number((value * multiplier).toPrecision(15))
    add(start, end, value, { percent: percent !== null, multiplier, ...(vague ? { approximate: true } : {}) })
  }
  for (const match of text.matchAll(chinese)) {
    const start = match.index
    const end = start + match[0].length
    if (taken.some((span) => start < span.end && end > span.start)) continue
    const value = chineseNumeral(match[0]) ?? multipliers.get(match[0]) ?? null
    if (value === null || !counts(text, start, match[0])) continue
    add(start, end, value, { chinese: true })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a Chinese numeral at this place counts something, or is only part of a word. */
function counts(text: string, start: number, numeral: string): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(start + numeral.length, start + numeral.length + 4)
  if (before.endsWith('第')) return true
  if (/[统唯万逐同专不进其之万之一]$/.test(before) && numeral.length === 1) return false
  // 「下一年度」, 「上一年」, 「下一步」
  if (numeral === '一' && /[上下]$/.test(before)) return false
  if (/[几数好]$/.test(before)) return false
  if (numeral.length === 1) {
    // 「近百件」「上千条」 is a number, 「百姓」「万一」 is none.
    if (/^[万亿百千]$/.test(numeral))
      return /^[百千]$/.test(numeral) && /[近逾约上超]$/.test(before) && measureAfter.test(after)
    return measureAfter.test(after) && !notCounting.test(after)
  }
  if (numeral === '千万' || numeral === '万一' || numeral === '一一') return false
  if (numeral === '十' && /^(?:分|足)/.test(after)) return false
  return !/^(?:、|，是|是)/.test(after)
}

function percentage(text: string): number | null {
  if (/^[\d.]+$/.test(text)) return Number.isFinite(Number(text)) ? Number(text) : null
  const [whole = '', fraction] = text.split('点')
  const value = chineseNumeral(whole)
  if (value === null) return null
  if (fraction === undefined) return value
  const decimals = chineseNumeral(fraction)
  return decimals === null ? null : Number(`${value}.${String(decimals).padStart(fraction.length, '0')}`)
}

/**
 * Reads a whole string as one number and nothing else: no unit, no note. Spaces around it are allowed, inside it not:
 * "98 325" in a copied line is two cells, not ninety-eight thousand.
 * @returns the value (negative allowed), or null when anything else stands there
 */
export function parseNumber(source: string): number | null {
  const text = fold(source).text.trim()
  if (/^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return chineseNumeral(text)
}
