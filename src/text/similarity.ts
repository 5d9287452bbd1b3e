/** Number of single-character insertions, deletions and replacements that turn one string into the other. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

/** 1 for equal strings, 0 for strings that share nothing: one less the edit distance over the longer length. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}

/**
 * For every i: the least edit distance between the first i characters of the pattern and some ending of the text.
 * The start in the text is free, the end is the end of the text.
 */
export function prefixesAgainstEnding(pattern: string, text: string): number[] {
  // column[i] after reading text[0..j] = best distance of pattern[0..i] against a stretch ending at j.
  let column = Array.from({ length: pattern.length + 1 }, (_, index) => index)
  for (let j = 1; j <= text.length; j += 1) {
    const next = [0]
    for (let i = 1; i <= pattern.length; i += 1) {
      next[i] = Math.min(
        (column[i] ?? 0) + 1,
        (next[i - 1] ?? 0) + 1,
        (column[i - 1] ?? 0) + (pattern[i - 1] === text[j - 1] ? 0 : 1),
      )
    }
    column = next
  }
  return column
}

/** The same for the endings of the pattern against some beginning of the text: entry i is for pattern.slice(i). */
export function suffixesAgainstBeginning(pattern: string, text: string): number[] {
  return prefixesAgainstEnding(reversed(pattern), reversed(text)).toReversed()
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('')
}
