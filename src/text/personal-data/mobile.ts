import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'

/** Mobile numbers of the mainland: eleven digits from 13 to 19, also written 138-0000-0000. Masked ones are nothing. */
export function findMobileNumbers(source: string): Span[] {
  const folded = fold(source)
  const found: Span[] = []
  for (const match of folded.text.matchAll(
    /(?<![\dA-Za-z.*-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\dA-Za-z*.]|-\d)/g,
  ))
    found.push(sourceSpan(folded, match.index, match.index + match[0].length))
  return found
}
