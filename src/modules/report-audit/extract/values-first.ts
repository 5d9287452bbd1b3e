import type { Region } from './regions.ts'
import { provedByOrder } from './settle-by-order.ts'
import type { PlacedRow } from './separate-runs.ts'
import type { Token } from './tokens.ts'

/** Fewest numbers above the first row's label that show a table whose figures stand before their labels. */
const telling = 6

/**
 * A page torn into pieces may print the figures of a row above its label (`pdftotext` without `-layout`). The figures after a
 * label are then the next row's: a row is kept only where label and figures share a line, or where order and sums prove it.
 */
export function withoutShifted(
  placed: readonly PlacedRow[],
  tokens: readonly Token[],
  region: Region,
): readonly PlacedRow[] {
  return valuesStandFirst(tokens, region)
    ? placed.filter((row) => row.sure === true || row.how === provedByOrder)
    : placed
}

function valuesStandFirst(tokens: readonly Token[], region: Region): boolean {
  let numbers = 0
  for (let index = region.from; index < region.to; index += 1) {
    const token = tokens[index]
    if (token === undefined) continue
    if (token.kind === 'label' && token.key.includes('新收政府信息公开申请'))
      return numbers >= telling && tokens[index - 1]?.row !== token.row
    if (token.kind === 'value' && token.content.kind === 'number') numbers += 1
  }
  return false
}
