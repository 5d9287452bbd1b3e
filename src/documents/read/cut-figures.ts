import type { Glyph } from './page-items.ts'

/** More digits than this beside one page are no table that was too wide for it. */
const mostCut = 2_000

/**
 * Of a figure that goes on beyond the edge of the page only the first digits are seen. They would be read as another figure and are
 * left out.
 * @param beyond characters outside the page or cut by its edge
 */
export function withoutCutFigures(onPage: readonly Glyph[], beyond: readonly Glyph[]): readonly Glyph[] {
  const cut = new Set(beyond.filter(isDigit))
  if (cut.size === 0 || cut.size > mostCut) return onPage
  // From right to left, so that each digit meets the one after it.
  for (const glyph of onPage.filter(isDigit).toSorted((a, b) => b.right - a.right))
    for (const next of cut)
      if (goesOn(glyph, next)) {
        cut.add(glyph)
        break
      }
  return onPage.filter((glyph) => !cut.has(glyph))
}

function goesOn(glyph: Glyph, next: Glyph): boolean {
  return (
    Math.abs(next.base - glyph.base) < glyph.size * 0.2 &&
    next.left >= glyph.left &&
    next.left - glyph.right < glyph.size * 0.2
  )
}

function isDigit(glyph: Glyph): boolean {
  return /^[\d.,０-９]$/.test(glyph.text)
}
