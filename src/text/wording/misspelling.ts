import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { sentenceAround } from '../surroundings.ts'
import { misspellings } from './misspellings.ts'

export interface Misspelling extends Span {
  /** The right word, or the right character of it. */
  readonly right: string
}

const listed = misspellings.map(([wrong, right]) => [new RegExp(wrong, 'gu'), right] as const)
/** A sentence that corrects the word, or teaches it. */
const corrected = /改为|应为|更正|误写|误为|错写|写成|错别字|订正|勘误/

/** Fixed misspellings of official writing. Nothing is guessed: a word that is not on the list is not looked at. */
export function findMisspellings(source: string): Misspelling[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Misspelling[] = []
  for (const [wrong, right] of listed)
    for (const match of text.matchAll(wrong)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (match[0] === '' || corrected.test(sentenceAround(text, span))) continue
      if (!found.some((one) => overlap(one, span))) found.push({ ...span, right })
    }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, right }) => ({ ...sourceSpan(folded, start, end), right }))
}
