import type { Box, Ink } from './grey.ts'

/** A patch of ink whose pixels touch. */
export interface Blob extends Box {
  readonly pixels: number
}

/** The patches of ink inside a box; those of fewer pixels than `fewest` are dust. */
export function blobsIn(ink: Ink, box: Box, fewest: number): Blob[] {
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (width <= 0 || height <= 0) return []
  const seen = new Uint8Array(width * height)
  const blobs: Blob[] = []
  const stack: number[] = []
  const isInk = (x: number, y: number): boolean => ink.data[(box.top + y) * ink.width + box.left + x] === 1
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || !isInk(start % width, Math.floor(start / width))) continue
    seen[start] = 1
    stack.push(start)
    let [left, top, right, bottom, pixels] = [width, height, 0, 0, 0]
    while (stack.length > 0) {
      const at = stack.pop() ?? 0
      const x = at % width
      const y = (at - x) / width
      pixels += 1
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
          const next = ny * width + nx
          if (seen[next] || !isInk(nx, ny)) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    if (pixels < fewest) continue
    blobs.push({
      left: box.left + left,
      right: box.left + right + 1,
      top: box.top + top,
      bottom: box.top + bottom + 1,
      pixels,
    })
  }
  return blobs
}

/** The smallest box around some. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  }
}

interface Character extends Box {
  /** Height of its highest blob. */
  readonly tallest: number
}

/** Blobs that stand over one another are one character. From left to right. */
function charactersOf(blobs: readonly Blob[]): Character[] {
  const characters: Character[] = []
  for (const blob of blobs.toSorted((a, b) => a.left - b.left)) {
    const before = characters.at(-1)
    const tallest = Math.max(before?.tallest ?? 0, blob.bottom - blob.top)
    if (before && blob.left < before.right - 1)
      characters[characters.length - 1] = { ...around([before, blob]), tallest }
    else characters.push({ ...blob, tallest: blob.bottom - blob.top })
  }
  return characters
}

/**
 * Whether what stands in a cell may be a number: one line of characters of one height that do not fall into parts, perhaps with points
 * and commas between them. Some Chinese characters look so too; the readings tell.
 */
export function hasShapeOfNumber(blobs: readonly Blob[]): boolean {
  const characters = charactersOf(blobs)
  if (characters.length === 0 || characters.length > 10) return false
  const height = Math.max(...characters.map((one) => one.bottom - one.top))
  const whole = around(characters)
  if (whole.bottom - whole.top > height * 1.35) return false
  let digits = 0
  for (const one of characters) {
    const [wide, high] = [one.right - one.left, one.bottom - one.top]
    // A digit is one stroke; what falls into parts one above the other are Chinese characters set upright.
    if (one.tallest < high * 0.75) return false
    // Two digits that touch are one blob.
    if (high >= height * 0.8 && wide <= height * 1.6) digits += 1
    else if (high <= height * 0.4 && wide <= height * 0.4) continue
    else return false
  }
  return digits > 0
}

/** The digits that stand there to the eye, from left to right; two that touch are as wide as two and taken apart in the middle. */
export function digitsSeen(blobs: readonly Blob[]): Box[] {
  const characters = charactersOf(blobs)
  const height = Math.max(...characters.map((one) => one.bottom - one.top))
  return characters
    .filter((one) => one.bottom - one.top >= height * 0.6)
    .flatMap((one) => {
      if (one.right - one.left <= height * 0.95) return [one]
      const middle = Math.round((one.left + one.right) / 2)
      return [
        { ...one, right: middle },
        { ...one, left: middle },
      ]
    })
}
