import type { Glyph, PageItems } from '../page-items.ts'
import { ruledGrids, type RuledGrid } from '../ruled-grid.ts'
import { around, blobsIn, digitsSeen, hasShapeOfNumber } from './blobs.ts'
import type { Recogniser, Word } from './engine.ts'
import { type Box, cut, type Grey, inkOf, smoothed, speckledShare } from './grey.ts'
import { oddFigures } from './digit-shapes.ts'
import { seatWords } from './place-words.ts'
import { unread } from './unread.ts'
import { boxOfRule, rulesOf } from './rules.ts'
import { turnedBack, turnOf } from './straighten.ts'

/** A page read from its picture. */
export interface PageRead {
  readonly items: PageItems
  /** Cells that hold something of which no two readings agree; in the table they stand as `unread`. */
  readonly unread: number
}

const points = 72
/** Print has no single points; where more of the ink than this is such, the scan is noisy. */
const mostSpeckled = 0.05
const figureSigns = '0123456789.'

/**
 * Reads one page from its picture: turned level, its rules found as a drawn table's are, each cell recognised by itself. A cell of
 * the shape of a number is read three times, with digits only, with all characters, and among other figures; two readings must agree
 * and have as many digits as are seen, and each digit must look like the others of the page that were read so.
 * @param dpi pixels of one inch
 */
export function readPicturedPage(picture: Grey, page: number, dpi: number, recogniser: Recogniser): PageRead {
  const scale = points / dpi
  const reach = Math.round(dpi / 8)
  const first = inkOf(picture, reach)
  const noisy = speckledShare(first) > mostSpeckled
  const quiet = noisy ? smoothed(picture) : picture
  const raw = noisy ? inkOf(quiet, reach) : first
  const turn = turnOf(raw)
  const level = turnedBack(quiet, turn)
  const ink = turn === 0 ? raw : inkOf(level, reach)
  const rules = rulesOf(ink, dpi)
  const segments = rules.map((rule) => ({
    direction: rule.direction,
    at: rule.at * scale,
    from: rule.from * scale,
    to: rule.to * scale,
  }))
  for (const rule of rules) {
    const box = boxOfRule(rule, ink)
    for (let y = box.top; y < box.bottom; y += 1) {
      level.data.fill(255, y * level.width + box.left, y * level.width + box.right)
      ink.data.fill(0, y * level.width + box.left, y * level.width + box.right)
    }
  }
  const grids = ruledGrids(segments, mostCells).filter((grid) => grid.cells.length > 1)
  const dust = Math.max(3, Math.round((dpi * dpi) / 8_000))
  const cells = grids.flatMap((grid) =>
    cellBoxes(grid, scale, level).map((box) => ({ box, blobs: blobsIn(ink, box, dust) })),
  )
  const glyphs: Glyph[] = []
  const margin = Math.round(dpi / 15)
  const numbers: { box: Box; readings: string[]; digits: Box[] }[] = []
  const put = (words: readonly Word[], box: Box): void => {
    for (const glyph of seatWords(words, { left: box.left - margin, top: box.top - margin, scale }))
      glyphs.push(glyph)
  }
  for (const { blobs } of cells) {
    if (blobs.length === 0) continue
    const box = around(blobs)
    const shown = cut(level, box, margin)
    if (hasShapeOfNumber(blobs)) {
      const digits = textOf(recogniser.words(shown, 'line', figureSigns))
      const free = textOf(recogniser.words(shown, 'line'))
      if (!/\p{Script=Han}{2}/u.test(free)) {
        numbers.push({ box, readings: [digits, free], digits: digitsSeen(blobs) })
        continue
      }
    }
    const words = recogniser.words(shown, 'block')
    // A character that could be a figure, and did not have the shape of one, is a word misread or a figure misread.
    if (/^[\d一二三四五六七八九十〇零百]{1,4}$/.test(textOf(words)))
      numbers.push({
        box,
        readings: [textOf(recogniser.words(shown, 'line', figureSigns)), textOf(words)],
        digits: digitsSeen(blobs),
      })
    else put(words, box)
  }
  const third = readInColumn(
    numbers.map((number) => number.box),
    level,
    dpi,
    recogniser,
  )
  const figures = numbers.map((number, index) => ({
    text: agreed([...number.readings, third[index] ?? ''], number.digits.length),
    digits: number.digits,
  }))
  const odd = oddFigures(figures, level)
  let unsure = 0
  numbers.forEach(({ box }, index) => {
    const text = odd.has(index) ? unread : (figures[index]?.text ?? unread)
    if (text === unread) unsure += 1
    const size = box.bottom - box.top
    const wide = (box.right - box.left) / text.length
    Array.from(text).forEach((sign, at) =>
      glyphs.push({
        text: sign,
        left: (box.left + at * wide) * scale,
        right: (box.left + (at + 1) * wide) * scale,
        base: box.bottom * scale,
        size: size * 1.3 * scale,
      }),
    )
  })
  for (const grid of grids) whiten(level, grid, scale)
  for (const glyph of seatWords(recogniser.words(level, 'block'), { left: 0, top: 0, scale }))
    glyphs.push(glyph)
  return {
    items: { page, width: level.width * scale, height: level.height * scale, glyphs, segments },
    unread: unsure,
  }
}

/** A page of a report has some three hundred cells. */
const mostCells = 3_000

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join('')
}

/** What at least two of the readings say, if it has as many digits as there stand characters of a digit's shape. */
function agreed(readings: readonly string[], digits: number): string {
  const alike = (text: string): number => readings.filter((reading) => reading === text).length
  const found = readings.find((reading) => /^\d+(?:\.\d+)?$/.test(reading) && alike(reading) >= 2)
  return found !== undefined && found.replace('.', '').length === digits ? found : unread
}

function cellBoxes(grid: RuledGrid, scale: number, { width, height }: Grey): Box[] {
  const pixel = (at: number | undefined): number => Math.round((at ?? 0) / scale)
  return grid.cells.map((cell) => ({
    left: Math.max(0, pixel(grid.xs[cell.column]) + 1),
    top: Math.max(0, pixel(grid.ys[cell.row]) + 1),
    right: Math.min(width, pixel(grid.xs[cell.column + cell.colspan]) - 1),
    bottom: Math.min(height, pixel(grid.ys[cell.row + cell.rowspan]) - 1),
  }))
}

/** Reads figures set one under the other in a picture of their own, as a column of a table would stand. */
function readInColumn(boxes: readonly Box[], level: Grey, dpi: number, recogniser: Recogniser): string[] {
  const found: string[] = []
  const lineHeight = Math.round(dpi * 0.3)
  const margin = Math.round(dpi * 0.2)
  const atOnce = 40
  for (let from = 0; from < boxes.length; from += atOnce) {
    const part = boxes.slice(from, from + atOnce)
    const width = Math.max(...part.map((box) => box.right - box.left)) + 2 * margin
    const height = lineHeight * (part.length + 1)
    const column: Grey = { width, height, data: new Uint8Array(width * height).fill(255) }
    const middles = part.map((box, index) => {
      const shown = cut(level, box, 0)
      const middle = (index + 1) * lineHeight
      const top = middle - Math.round(shown.height / 2)
      for (let y = 0; y < shown.height; y += 1)
        if (top + y >= 0 && top + y < height)
          column.data.set(
            shown.data.subarray(y * shown.width, (y + 1) * shown.width),
            (top + y) * width + margin,
          )
      return middle
    })
    const words = recogniser.words(column, 'block', figureSigns)
    for (const middle of middles)
      found.push(textOf(words.filter((word) => word.box.top <= middle && word.box.bottom >= middle)))
  }
  return found
}

function whiten(level: Grey, grid: RuledGrid, scale: number): void {
  const [left, right] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0].map((x) => Math.round(x / scale)) as [
    number,
    number,
  ]
  const [top, bottom] = [grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0].map((y) => Math.round(y / scale)) as [
    number,
    number,
  ]
  for (let y = Math.max(0, top); y < Math.min(level.height, bottom); y += 1)
    level.data.fill(255, y * level.width + Math.max(0, left), y * level.width + Math.min(level.width, right))
}
