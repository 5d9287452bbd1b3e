import { spansOf } from './term-search.ts'
import type { RedactionBox } from './redact-pdf.ts'

/** A printed character with its seat, as the page readers give it. Points, origin upper left. */
export interface SeatedGlyph {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The line the character stands on. */
  readonly base: number
  /** Height of the type. */
  readonly size: number
}

export interface SeatedPage {
  /** From 1. */
  readonly page: number
  readonly glyphs: readonly SeatedGlyph[]
}

/**
 * Exact boxes of every occurrence of the terms, from the seats of the characters. A name broken over two lines gives a box
 * on each. These are proposals: a person looks at the pages before anything goes out.
 */
export function boxesOfTerms(pages: readonly SeatedPage[], terms: readonly string[]): RedactionBox[] {
  return pages.flatMap(({ page, glyphs }) => {
    const seated = inReadingOrder(glyphs)
    const owners: number[] = []
    let text = ''
    seated.forEach((glyph, index) => {
      text += glyph.text
      for (let unit = 0; unit < glyph.text.length; unit += 1) owners.push(index)
    })
    return spansOf(text, terms).flatMap(({ start, end }) => {
      const covered = [...new Set(owners.slice(start, end))].map((index) => seated[index])
      const boxes: RedactionBox[] = []
      for (const glyph of covered) {
        if (glyph === undefined || glyph.text.trim() === '') continue
        const [left, top, right, bottom] = [
          glyph.left,
          glyph.base - glyph.size * 0.95,
          glyph.right,
          glyph.base + glyph.size * 0.25,
        ]
        const last = boxes.at(-1)
        if (last !== undefined && Math.abs(last.box[3] - bottom) < glyph.size * 0.3 && left >= last.box[0]) {
          boxes[boxes.length - 1] = {
            page,
            box: [
              last.box[0],
              Math.min(last.box[1], top),
              Math.max(last.box[2], right),
              Math.max(last.box[3], bottom),
            ],
          }
        } else boxes.push({ page, box: [left, top, right, bottom] })
      }
      return boxes
    })
  })
}

/** Lines from above, characters from the left: a file may draw them in any order. */
function inReadingOrder(glyphs: readonly SeatedGlyph[]): SeatedGlyph[] {
  const byHeight = [...glyphs].sort((one, other) => one.base - other.base)
  const lines: SeatedGlyph[][] = []
  for (const glyph of byHeight) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && Math.abs(first.base - glyph.base) < glyph.size * 0.35) {
      line.push(glyph)
    } else lines.push([glyph])
  }
  return lines.flatMap((line) => line.sort((one, other) => one.left - other.left))
}
