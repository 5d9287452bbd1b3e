import type { Grey, Ink } from './grey.ts'

/** Pages are turned by at most this much either way, in degrees; more is no careless scan. */
const mostTurn = 5

/**
 * By how many degrees the page is turned clockwise: at the right angle the lines of type and the rules lie level, so that rows full
 * of ink and rows without any follow each other most sharply.
 */
export function turnOf(ink: Ink): number {
  // Every point of ink of a coarse copy.
  const step = Math.max(1, Math.round(ink.width / 900))
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 0; y < ink.height; y += step)
    for (let x = 0; x < ink.width; x += step)
      if (ink.data[y * ink.width + x]) {
        xs.push(x / step)
        ys.push(y / step)
      }
  if (xs.length < 200) return 0
  const rows = Math.ceil(ink.height / step)
  const reach = Math.ceil((ink.width / step) * Math.tan((mostTurn * Math.PI) / 180)) + 2
  const counts = new Float64Array(rows + 2 * reach)
  const sharpness = (degrees: number): number => {
    counts.fill(0)
    const slope = Math.tan((degrees * Math.PI) / 180)
    for (let at = 0; at < xs.length; at += 1) {
      const row = Math.round((ys[at] ?? 0) - (xs[at] ?? 0) * slope) + reach
      counts[row] = (counts[row] ?? 0) + 1
    }
    let sum = 0
    for (let row = 1; row < counts.length; row += 1) sum += ((counts[row] ?? 0) - (counts[row - 1] ?? 0)) ** 2
    return sum
  }
  let best = 0
  let sharpest = -1
  const look = (around: number, reachOf: number, stepOf: number): void => {
    for (let degrees = around - reachOf; degrees <= around + reachOf + 1e-9; degrees += stepOf) {
      if (Math.abs(degrees) > mostTurn) continue
      const found = sharpness(degrees)
      // A level page stays as it is unless another angle is really sharper.
      if (found > sharpest * 1.001) {
        sharpest = found
        best = degrees
      }
    }
  }
  sharpest = sharpness(0)
  look(0, mostTurn, 0.25)
  const coarse = best
  look(coarse, 0.25, 0.05)
  return Math.abs(best) < 0.04 ? 0 : best
}

/** The picture turned back by that many degrees around its middle; what comes in from outside is white. */
export function turnedBack(picture: Grey, degrees: number): Grey {
  if (degrees === 0) return picture
  const { width, height, data } = picture
  const turned = new Uint8Array(width * height).fill(255)
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [midX, midY] = [width / 2, height / 2]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = (x - midX) * cosine - (y - midY) * sine + midX
      const fromY = (x - midX) * sine + (y - midY) * cosine + midY
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [right, down] = [fromX - left, fromY - top]
      turned[y * width + x] =
        ((data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right) * (1 - down) +
        ((data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right) * down
    }
  }
  return { width, height, data: turned }
}
