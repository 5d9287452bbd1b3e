import type { Glyph } from './page-items.ts'

/** A stretch of a line without any gap. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** A stretch of a line without a wide gap; its words stand a blank apart. */
export interface Piece extends Word {
  readonly words: readonly Word[]
}

/** One printed line. */
export interface PrintedLine {
  readonly pieces: readonly Piece[]
  /** The whole line; a tab stands for a wide gap. */
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

/** A gap wider than this share of the type size parts words. */
const wordGap = 0.3
/** A gap wider than this many type sizes parts columns. */
const columnGap = 1.2

/** Puts characters into lines from top to bottom, each from left to right. Blanks count only by the room they take. */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  const visible = glyphs.filter((glyph) => !/^\s*$/.test(glyph.text))
  const byBase = visible.toSorted((a, b) => a.base - b.base)
  const groups: { glyphs: Glyph[]; base: number; size: number }[] = []
  for (const glyph of byBase) {
    // Small raised or lowered characters belong to the line whose body they touch.
    let home: (typeof groups)[number] | undefined
    for (let at = groups.length - 1; at >= 0 && at >= groups.length - 4; at -= 1) {
      const group = groups[at]
      if (group && Math.abs(group.base - glyph.base) <= Math.max(group.size, glyph.size) * 0.4) {
        home = group
        break
      }
    }
    if (home) {
      home.glyphs.push(glyph)
      if (glyph.size > home.size) {
        home.size = glyph.size
        home.base = glyph.base
      }
    } else groups.push({ glyphs: [glyph], base: glyph.base, size: glyph.size })
  }
  groups.sort((a, b) => a.base - b.base)
  return groups.map((group) => lineOf(group.glyphs, group.base, group.size))
}

type Open = { -readonly [Key in keyof Word]: Word[Key] }

function lineOf(glyphs: Glyph[], base: number, size: number): PrintedLine {
  glyphs.sort((a, b) => a.left - b.left)
  const pieces: { text: string; left: number; right: number; words: Open[] }[] = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    const piece = pieces.at(-1)
    if (before && piece) {
      // Bold type is sometimes printed by striking the same character twice, a hair apart.
      if (glyph.text === before.text && glyph.left - before.left < size * 0.15) continue
      const gap = glyph.left - Math.max(piece.right, before.right)
      if (gap <= size * columnGap) {
        const word = piece.words.at(-1)
        if (word && gap <= size * wordGap) {
          piece.text += glyph.text
          word.text += glyph.text
          word.right = Math.max(word.right, glyph.right)
        } else {
          piece.text += ` ${glyph.text}`
          piece.words.push({ text: glyph.text, left: glyph.left, right: glyph.right })
        }
        piece.right = Math.max(piece.right, glyph.right)
        before = glyph
        continue
      }
    }
    const word = { text: glyph.text, left: glyph.left, right: glyph.right }
    pieces.push({ ...word, words: [{ ...word }] })
    before = glyph
  }
  return {
    pieces,
    text: pieces.map((piece) => piece.text).join('\t'),
    left: pieces[0]?.left ?? 0,
    right: Math.max(...pieces.map((piece) => piece.right)),
    base,
    size,
  }
}

/** The text of a table cell: its lines one under the other. */
export function cellText(glyphs: readonly Glyph[]): string {
  return printedLines(glyphs)
    .map((line) => line.text.replaceAll('\t', ' '))
    .join('\n')
}
