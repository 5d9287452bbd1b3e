/** A picture in shades of grey: one byte a pixel, 0 black to 255 white, row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A picture of two shades: 1 is ink. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A stretch of pixels; right and bottom are exclusive. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** From four bytes a pixel (red, green, blue, opacity) on white paper. */
export function greyOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): Grey {
  const data = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4) {
    const opacity = rgba[from + 3] ?? 255
    // Red stamps over figures are taken lighter than black type: the red part counts most.
    const shade = (rgba[from] ?? 0) * 0.5 + (rgba[from + 1] ?? 0) * 0.35 + (rgba[from + 2] ?? 0) * 0.15
    data[at] = 255 - ((255 - shade) * opacity) / 255
  }
  return { width, height, data }
}

/**
 * Ink is what is clearly darker than its surroundings, so that shaded grounds, grey scans and shadows at the fold do not matter.
 * @param reach half the side of the surroundings in pixels
 */
export function inkOf({ width, height, data }: Grey, reach: number): Ink {
  // sums[y][x]: everything above and left of that corner.
  const stride = width + 1
  const sums = new Uint32Array(stride * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row
    }
  }
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach)
    const bottom = Math.min(height, y + reach + 1)
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach)
      const right = Math.min(width, x + reach + 1)
      // The sums of a large page pass 32 bits; their differences do not.
      const sum =
        ((sums[bottom * stride + right] ?? 0) -
          (sums[top * stride + right] ?? 0) -
          (sums[bottom * stride + left] ?? 0) +
          (sums[top * stride + left] ?? 0)) >>>
        0
      const mean = sum / ((bottom - top) * (right - left))
      const shade = data[y * width + x] ?? 255
      if (shade < mean * 0.8 && mean - shade > 24) ink[y * width + x] = 1
    }
  }
  return { width, height, data: ink }
}

/** The part of the picture in the box, with a white margin around it. */
export function cut(picture: Grey, box: Box, margin: number): Grey {
  const width = box.right - box.left + 2 * margin
  const height = box.bottom - box.top + 2 * margin
  const data = new Uint8Array(width * height).fill(255)
  for (let y = box.top; y < box.bottom; y += 1) {
    const from = y * picture.width
    data.set(
      picture.data.subarray(from + box.left, from + box.right),
      (y - box.top + margin) * width + margin,
    )
  }
  return { width, height, data }
}

/** The share of the ink that consists of single points: on a noisy scan, most of it. */
export function speckledShare({ width, height, data }: Ink): number {
  let [ink, single] = [0, 0]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      if (!data[at]) continue
      ink += 1
      if (!data[at - 1] && !data[at + 1] && !data[at - width] && !data[at + width]) single += 1
    }
  return ink === 0 ? 0 : single / ink
}

/** Each pixel the mean of itself and its eight neighbours: noise goes, edges grow soft. */
export function smoothed({ width, height, data }: Grey): Grey {
  const soft = data.slice()
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      let sum = 0
      for (let row = at - width; row <= at + width; row += width)
        sum += (data[row - 1] ?? 0) + (data[row] ?? 0) + (data[row + 1] ?? 0)
      soft[at] = sum / 9
    }
  }
  return { width, height, data: soft }
}
