import { atOf, type Readings } from './readings.ts'
import type { Region } from './regions.ts'
import type { Token } from './tokens.ts'

/** Table three: six columns, then their sum. Table four: four results, then their sum, three times. */
const columns = { t3: { each: 7, times: 1 }, t4: { each: 5, times: 3 } } as const

/**
 * A row of figures that a copy ran together: 92000011 is 9, 2, 0, 0, 0, 0 and their sum 11. As many digits as the row has
 * columns or more are never one figure of these tables; they are parted where the sums of the form allow one way only. Where
 * there are several ways or none, the figures stay together and are read as nothing.
 * The row is noted as one whose figures are not parted into columns.
 * @returns the tokens with such figures parted, and the region that goes with them
 */
export function partGlued(
  tokens: readonly Token[],
  region: Region,
  table: 't3' | 't4',
  readings: Readings,
): { readonly tokens: readonly Token[]; readonly region: Region } {
  const { each, times } = columns[table]
  const isGlued = (token: Token) =>
    token.kind === 'value' &&
    token.content.kind === 'number' &&
    /^\s*\d+\s*$/.test(token.text) &&
    token.text.trim().length >= each * times
  if (!tokens.slice(region.from, region.to).some(isGlued)) return { tokens, region }
  const parted = tokens.map((token, index) => {
    if (index < region.from || index >= region.to || !isGlued(token)) return [token]
    const figures = onlyWay(token.text.trim(), each, times)
    if (figures === null) return [{ ...token, content: { kind: 'text' } as const }]
    readings.observations.push({
      code: 'structure.raggedRow',
      at: [atOf(token.place, table)],
      quote: token.text.trim(),
    })
    return piecesOf(token, figures)
  })
  const before = parted.slice(0, region.from).flat().length
  const within = parted.slice(region.from, region.to).flat().length
  return { tokens: parted.flat(), region: { ...region, from: before, to: before + within } }
}

function piecesOf(token: Token, figures: readonly string[]): Token[] {
  let offset = token.text.length - token.text.trimStart().length
  return figures.map((text) => {
    const { place } = token
    const from = offset
    offset += text.length
    return {
      ...token,
      text,
      key: text,
      content: { kind: 'number', value: Number(text), how: 'glued' },
      x: token.x + from,
      right: token.x + offset,
      place:
        place.start === undefined
          ? place
          : { ...place, start: place.start + from, end: place.start + offset },
    }
  })
}

/** The figures, where exactly one way of parting the digits makes every last figure of a group the sum of those before. */
function onlyWay(digits: string, each: number, times: number): readonly string[] | null {
  const ways: string[][] = []
  const go = (at: number, taken: string[], sum: number): void => {
    if (ways.length > 1) return
    const left = each * times - taken.length
    if (left === 0) {
      if (at === digits.length) ways.push([...taken])
      return
    }
    const isSum = (taken.length + 1) % each === 0
    const longest = Math.min(5, digits[at] === '0' ? 1 : digits.length - at - (left - 1))
    for (let length = 1; length <= longest; length += 1) {
      const text = digits.slice(at, at + length)
      if (isSum && Number(text) !== sum) continue
      taken.push(text)
      go(at + length, taken, isSum ? 0 : sum + Number(text))
      taken.pop()
    }
  }
  if (digits.length <= each * times * 3) go(0, [], 0)
  return ways.length === 1 ? (ways[0] ?? null) : null
}
