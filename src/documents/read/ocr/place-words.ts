import type { Glyph } from '../page-items.ts'
import type { Word } from './engine.ts'
import type { Box } from './grey.ts'

/** What is needed to turn pixels of a cut-out into points of the page. */
export interface Seat {
  /** Pixel of the page at which the cut-out begins. */
  readonly left: number
  readonly top: number
  /** Points a pixel. */
  readonly scale: number
}

/**
 * Gives recognised words the seats their characters have on the page. The recogniser parts Chinese characters as it likes; words
 * without a real gap between them are set on as one, each character with its share of the room.
 */
export function seatWords(words: readonly Word[], seat: Seat): Glyph[] {
  const glyphs: Glyph[] = []
  const lines = new Map<number, Word[]>()
  for (const word of words) {
    const line = lines.get(word.line)
    if (line) line.push(word)
    else lines.set(word.line, [word])
  }
  for (const line of lines.values()) {
    const size = usualHeight(line)
    const box = line[0]?.lineBox ?? { left: 0, top: 0, right: 0, bottom: 0 }
    const base = middleOfLine(line, box) + size * 0.36
    for (const run of runsOf(line, size)) seatRun(run, base, size, seat, glyphs)
  }
  return glyphs
}

/** Heights of words vary with what the recogniser took for one; the median of those with several characters tells the type size. */
function usualHeight(line: readonly Word[]): number {
  const heights = line.map((word) => word.box.bottom - word.box.top).toSorted((a, b) => a - b)
  return Math.max(4, heights[Math.floor((heights.length - 1) / 2)] ?? 4)
}

function middleOfLine(line: readonly Word[], box: Box): number {
  const middles = line.map((word) => (word.box.top + word.box.bottom) / 2).toSorted((a, b) => a - b)
  return middles[Math.floor(middles.length / 2)] ?? (box.top + box.bottom) / 2
}

/** Words of a line with no gap of a character between them. */
function runsOf(line: readonly Word[], size: number): Word[][] {
  const runs: Word[][] = []
  for (const word of line.toSorted((a, b) => a.box.left - b.box.left)) {
    const before = runs.at(-1)?.at(-1)
    if (before && word.box.left - before.box.right <= size * 1.1) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs
}

function seatRun(run: readonly Word[], base: number, size: number, seat: Seat, glyphs: Glyph[]): void {
  const text = run.map((word) => word.text).join('')
  const signs = Array.from(text)
  const widths = signs.map((sign) => (sign.charCodeAt(0) > 0xff ? 1 : 0.5))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const left = Math.min(...run.map((word) => word.box.left))
  const right = Math.max(...run.map((word) => word.box.right))
  let at = left
  signs.forEach((sign, index) => {
    const wide = ((right - left) * (widths[index] ?? 1)) / total
    glyphs.push({
      text: sign,
      left: (seat.left + at) * seat.scale,
      right: (seat.left + at + wide) * seat.scale,
      base: (seat.top + base) * seat.scale,
      size: size * seat.scale,
    })
    at += wide
  })
}
