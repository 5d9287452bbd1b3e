import type { Region } from './regions.ts'
import type { Token } from './tokens.ts'

/**
 * Copies of pages keep an empty line around every value that stood free, and none around one that stood beside the label of its
 * row: such a value is of the first column. Empty for copies that do not part their values by empty lines.
 */
export function gluedValues(tokens: readonly Token[], region: Region): ReadonlySet<Token> {
  const own = tokens.slice(region.from, region.to)
  const values = own.filter((token) => token.kind === 'value' && token.content.kind !== 'blank')
  const labelLines = new Set<number>()
  const valueLines = new Set<number>()
  for (const token of own) {
    if (token.place.line === undefined) return new Set()
    if (token.kind === 'label') labelLines.add(token.place.line)
    if (token.kind === 'value') valueLines.add(token.place.line)
  }
  const beside = (token: Token, lines: ReadonlySet<number>): boolean => {
    const line = token.place.line ?? 0
    return lines.has(line - 1) || lines.has(line + 1)
  }
  const free = values.filter(
    (token) =>
      !beside(token, valueLines) && !beside(token, labelLines) && !labelLines.has(token.place.line ?? 0),
  )
  if (free.length < values.length * 0.5) return new Set()
  return new Set(values.filter((token) => labelLines.has(token.place.line ?? 0) || beside(token, labelLines)))
}
