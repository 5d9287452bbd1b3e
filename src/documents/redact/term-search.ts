/** A stretch of a text, in code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Terms shorter than this are refused: a single character would black out half a page and prove nothing. */
const shortestTerm = 2

/** A term reduced to what is compared: compatibility forms folded, spaces and invisible characters left out. */
export function foldTerm(term: string): string {
  const folded = fold(term).text
  if ([...folded].length < shortestTerm) throw new RangeError('a term to redact has at least two characters')
  return folded
}

/**
 * Where the terms stand in a text. Spaces, line breaks, zero-width characters, full-width digits and letter case do not
 * hide a term: 张 三 and １３８ are found as 张三 and 138. Overlapping finds are joined.
 */
export function spansOf(text: string, terms: readonly string[]): readonly Span[] {
  const { text: folded, starts, ends } = fold(text)
  const found: Span[] = []
  for (const term of terms.map(foldTerm)) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      found.push({ start: starts[at] ?? 0, end: ends[at + term.length - 1] ?? 0 })
    }
  }
  found.sort((one, other) => one.start - other.start || one.end - other.end)
  const joined: Span[] = []
  for (const span of found) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else joined.push(span)
  }
  return joined
}

/** The terms that stand in a text. */
export function termsIn(text: string, terms: readonly string[]): readonly string[] {
  const folded = fold(text).text
  return terms.filter((term) => folded.includes(foldTerm(term)))
}

function fold(text: string): { text: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at)
      ends.push(at + character.length)
    }
    folded += plain
    at += character.length
  }
  return { text: folded, starts, ends }
}
