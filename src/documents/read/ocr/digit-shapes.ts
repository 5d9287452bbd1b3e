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
  /** Squared distance from the mean of the digits read as `other`; a digit is no pattern for itself. */
  const distance = (sample: (typeof samples)[number], other: string): number | undefined => {
    const sum = sums.get(other)
    const own = sample.digit === other ? 1 : 0
    const count = (sum?.count ?? 0) - own
    if (!sum || count < fewest) return undefined
    return sample.shape.reduce((total, value, at) => {
      const mean = ((sum.shape[at] ?? 0) - own * value) / count
      return total + (value - mean) ** 2
    }, 0)
  }
  const usual = new Map<string, number>()
  for (const digit of sums.keys()) {
    const own = samples
      .filter((sample) => sample.digit === digit)
      .map((sample) => distance(sample, digit) ?? 0)
    usual.set(digit, own.reduce((sum, one) => sum + one, 0) / own.length)
  }
  const odd = new Set<number>()
  for (const sample of samples) {
    const own = distance(sample, sample.digit)
    for (const other of sums.keys()) {
      const far = other === sample.digit ? undefined : distance(sample, other)
      if (far === undefined) continue
      // Of a digit that is rare on the page there is no pattern: then it must not look just like another.
      if (own === undefined ? far <= (usual.get(other) ?? 0) * 1.5 : far < own * 0.9) odd.add(sample.figure)
    }
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
