import { fold } from '../../../text/fold.ts'
import { parseNumber } from '../../../text/numbers.ts'

/** What one cell says. Blank, a mark (／ — 无, or 〓 for a figure not made out in a picture) and 0 are different things. */
export type CellContent =
  | {
      readonly kind: 'number'
      readonly value: number
      readonly how?: NumberHow
      readonly unit?: string
      readonly chinese?: boolean
    }
  | { readonly kind: 'mark' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }

/** In what unusual way a number stood in its cell. */
export type NumberHow = 'unit' | 'note' | 'approximate' | 'chineseNumeral' | 'lookalike' | 'glued'

const blank: CellContent = { kind: 'blank' }
const mark: CellContent = { kind: 'mark' }
const plainText: CellContent = { kind: 'text' }
const marks = /^(?:[-/\\|*×·~_]{1,6}|〓|无|空|暂无|没有|\/+|n\/?a|nil|none)$/i
const units = /^(?:件|项|个|次|条|宗|起|份|部|家|人|例|件次|人次|万元|元|万|亿元|千元)$/
const amount = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const withRest = new RegExp(
  `^(共|计|合计|约|近|超过)?\\s*(${amount})\\s*(余|多)?\\s*([^\\d\\s()\\[]{1,3})?\\s*([(\\[].*|其中.*|注[:：].*)?$`,
  's',
)
const inYuan = new Map([
  ['万元', 1],
  ['元', 0.0001],
  ['千元', 0.1],
  ['亿元', 10_000],
])

/**
 * Reads the text of one cell. A number may carry a unit (件, 万元), a note in brackets or a vague word; anything else is text.
 */
export function readCell(source: string): CellContent {
  const text = fold(source).text.trim()
  if (text === '') return blank
  if (marks.test(text)) return mark
  const plain = parseNumber(text)
  if (plain !== null) {
    if (/\d/.test(text)) return { kind: 'number', value: plain }
    return { kind: 'number', value: plain, how: 'chineseNumeral', chinese: true }
  }
  // A figure that a machine read as a letter: O for 0, l or I for 1. Never certain.
  if (/^[\dOolI]{1,6}$/.test(text))
    return {
      kind: 'number',
      value: Number(text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')),
      how: 'lookalike',
    }
  const match = withRest.exec(text)
  if (!match) return plainText
  const [, before, figures = '', vague, unit, note] = match
  if (unit !== undefined && !units.test(unit)) return plainText
  const value = Number(figures.replaceAll(',', ''))
  const approximate = vague !== undefined || before === '约' || before === '近' || before === '超过'
  const how = approximate
    ? 'approximate'
    : note !== undefined
      ? 'note'
      : unit !== undefined
        ? 'unit'
        : undefined
  return { kind: 'number', value, ...(how ? { how } : {}), ...(unit ? { unit } : {}) }
}

/** An amount of money in 万元. A bare number in the fee cell is 万元 already: the form says so. */
export function inTenThousandYuan(value: number, unit: string | undefined): number {
  return Number((value * (inYuan.get(unit ?? '万元') ?? 1)).toPrecision(12))
}
