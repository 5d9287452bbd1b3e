import type { Box, Grey } from './grey.ts'

/** A figure as read, with the boxes of its digits from left to right. */
export interface ReadFigure {
  readonly text: string
  readonly digits: readonly Box[]
}

const [columns, rows] = [10, 14]
/** So many other digits of the page make a pattern. */
const fewest = 3

/**
 * Which figures hold a digit that looks more like another digit of the same page than like those it was read as. All digits of a
 * page are of one face, so they are patterns for each other; this knows nothing of how the recogniser works.
 */
export function oddFigures(figures: readonly ReadFigure[], picture: Grey): ReadonlySet<number> {
  const samples: { figure: number; digit: string; shape: Float32Array }[] = []
  figures.forEach(({ text, digits }, figure) => {
    const signs = text.replace('.', '')
    if (signs.length !== digits.length) return
    digits.forEach((box, at) =>
      samples.push({ figure, digit: signs[at] ?? '', shape: shapeOf(box, picture) }),
    )
  })
  const sums = new Map<string, { shape: Float32Array; count: number }>()
  for (const { digit, shape } of samples) {
    const sum = sums.get(digit) ?? { shape: new Float32Array(columns * rows), count: 0 }
    shape.forEach((value, at) => (sum.shape[at] = (sum.shape[at] ?? 0) + value))
    sum.count += 1
    sums.set(digit, sum)
  }
  const odd = new Set<number>()
  for (const { figure, digit, shape } of samples) {
    let nearest = digit
    let least = Infinity
    for (const [other, sum] of sums) {
      // A digit is no pattern for itself.
      const own = other === digit ? 1 : 0
      const count = sum.count - own
      if (count < fewest) continue
      let distance = 0
      for (let at = 0; at < shape.length; at += 1) {
        const value = shape[at] ?? 0
        distance += (value - ((sum.shape[at] ?? 0) - own * value) / count) ** 2
      }
      if (distance < least) {
        least = distance
        nearest = other
      }
    }
    if (nearest !== digit) odd.add(figure)
  }
  return odd
}

/** How dark each field of a grid over the box is, from 0 to 1; narrow digits stay narrow. */
function shapeOf(box: Box, { width, data }: Grey): Float32Array {
  const shape = new Float32Array(columns * rows)
  const high = box.bottom - box.top
  const wide = Math.max(box.right - box.left, high * (columns / rows))
  const left = (box.left + box.right - wide) / 2
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      const parts = 3
      for (let step = 0; step < parts * parts; step += 1) {
        const x = left + ((column + ((step % parts) + 0.5) / parts) * wide) / columns
        const y = box.top + ((row + (Math.floor(step / parts) + 0.5) / parts) * high) / rows
        sum += x < box.left || x >= box.right ? 255 : (data[Math.floor(y) * width + Math.floor(x)] ?? 255)
      }
      shape[row * columns + column] = 1 - sum / (parts * parts) / 255
    }
  return shape
}
