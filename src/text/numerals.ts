/**
 * Chinese numerals: 三, 十五, 二百零八, 一万二千, 二〇二四, 两, 廿, and the forms of bookkeeping (壹贰叁…拾佰仟).
 * Input is folded text (see fold.ts): traditional forms are already simplified.
 */
const digits = new Map<string, number>(
  ['〇零', '一壹弌', '二贰弍两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (forms, value) => Array.from(forms, (form) => [form, value] as const),
  ),
)
const smallUnits = new Map<string, number>([
  ...Array.from('十拾', (form) => [form, 10] as const),
  ...Array.from('百佰', (form) => [form, 100] as const),
  ...Array.from('千仟', (form) => [form, 1000] as const),
])
const largeUnits = new Map<string, number>([
  ['万', 10_000],
  ['亿', 100_000_000],
])

/** Every character that may stand in a Chinese numeral. */
export const numeralCharacters = '〇零一壹弌二贰弍两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅'

/**
 * Reads a whole string as one Chinese numeral.
 * @returns the value, or null when the string is not a well-formed numeral (万一, 三一十 are not)
 */
export function chineseNumeral(text: string): number | null {
  if (text === '') return null
  const characters = Array.from(text)
  if (characters.every((character) => digits.has(character))) {
    if (characters.length > 1 && characters.includes('两')) return null
    return Number(characters.map((character) => digits.get(character)).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastSmall = Number.POSITIVE_INFINITY
  let lastLarge = Number.POSITIVE_INFINITY
  let afterZero = false
  let afterUnit = 1
  for (const [index, character] of characters.entries()) {
    const value = digits.get(character)
    const small = smallUnits.get(character)
    const large = largeUnits.get(character)
    if (value !== undefined) {
      if (digit !== null) return null
      if (value === 0) {
        if (index === 0) return null
        afterZero = true
        continue
      }
      digit = value
    } else if (character === '廿' || character === '卅') {
      if (digit !== null || lastSmall <= 10) return null
      section += character === '廿' ? 20 : 30
      lastSmall = 10
      afterZero = false
    } else if (small !== undefined) {
      if (small >= lastSmall) return null
      if (digit === null && !(small === 10 && (index === 0 || afterZero || section === 0))) return null
      section += (digit ?? 1) * small
      lastSmall = small
      afterUnit = small
      digit = null
      afterZero = false
    } else if (large !== undefined) {
      const part = section + (digit ?? 0)
      if (part === 0 || large >= lastLarge) return null
      total += part * large
      section = 0
      digit = null
      lastSmall = Number.POSITIVE_INFINITY
      lastLarge = large
      afterUnit = large
      afterZero = false
    } else return null
  }
  if (afterZero && digit === null) return null
  // 一百二 is 120, 三万五 is 35,000: a bare digit right after a unit counts in the next lower unit.
  if (digit !== null) section += !afterZero && afterUnit >= 100 ? (digit * afterUnit) / 10 : digit
  return total + section
}
