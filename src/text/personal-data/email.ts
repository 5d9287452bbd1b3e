import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'

/** Addresses of electronic mail, also with full-width signs. */
export function findEmails(source: string): Span[] {
  const folded = fold(source)
  return [
    ...folded.text.matchAll(
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9])/g,
    ),
  ].map((match) => sourceSpan(folded, match.index, match.index + match[0].length))
}
