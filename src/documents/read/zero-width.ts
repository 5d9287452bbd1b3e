import type { Place, ReadingNote } from '../tree.ts'

const any = /[\u200b\ufeff\u00ad]/
const all = /[\u200b\ufeff\u00ad]/g
const insideWords = /(?<=[\p{L}\p{N}])[\u200b\ufeff\u00ad]+(?=[\p{L}\p{N}])/gu

/**
 * Takes out what is never seen (zero-width space, byte order mark, soft hyphen) and remembers where it stood inside words and
 * figures: there it was planted or pasted in, and searching the page does not find the word.
 */
export class ZeroWidths {
  private count = 0
  private first: Place | undefined

  /** The text without them. */
  taken(text: string, place?: Place): string {
    if (!any.test(text)) return text
    const inside = text.match(insideWords)?.length ?? 0
    if (inside > 0) this.first ??= place ?? {}
    this.count += inside
    return text.replace(all, '')
  }

  notes(): ReadingNote[] {
    if (this.count === 0) return []
    return [
      {
        code: 'zeroWidth',
        sentence: `词语和数字中间有 ${this.count} 处看不见的零宽字符，已略去。`,
        count: this.count,
        ...(this.first && { place: this.first }),
      },
    ]
  }
}

/** The same of a text whose reader leaves every character where it is. */
export function zeroWidthsIn(text: string): ReadingNote[] {
  if (!any.test(text)) return []
  const found = new ZeroWidths()
  const at = text.search(insideWords)
  found.taken(
    text,
    at < 0 ? undefined : { line: text.slice(0, at).split('\n').length, start: at, end: at + 1 },
  )
  return found.notes()
}
