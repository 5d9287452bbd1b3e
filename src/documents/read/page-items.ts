/**
 * What is printed on one page, whatever the format: pdf and ofd both come down to this. Points, origin top left.
 */
export interface PageItems {
  /** Counted from 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly segments: readonly Segment[]
}

/** One printed character with its seat. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The line the character stands on. */
  readonly base: number
  /** Height of the type. */
  readonly size: number
}

/** A horizontal or vertical ruling line; `at` is its y or x, `from` and `to` its extent. */
export interface Segment {
  readonly direction: 'horizontal' | 'vertical'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The middle of a character's body, which decides the cell it belongs to. */
export function middleOf(glyph: Glyph): readonly [x: number, y: number] {
  return [(glyph.left + glyph.right) / 2, glyph.base - glyph.size * 0.36]
}

/** Rules thinner than this are lines even when drawn as filled boxes (Word, WPS, LibreOffice, browsers). */
const thickestRule = 3

/**
 * The ruling lines of a path: its straight level and upright strokes, or, for a filled box that is thin, its middle line.
 * `points` are the corners of one sub-path in page coordinates.
 */
export function segmentsOf(
  points: readonly (readonly [number, number])[],
  painted: { readonly stroked: boolean; readonly filled: boolean },
): Segment[] {
  const segments: Segment[] = []
  if (painted.filled && points.length >= 3) {
    let left = Infinity
    let right = -Infinity
    let top = Infinity
    let bottom = -Infinity
    for (const [x, y] of points) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    const isBox = points.every(
      ([x, y]) =>
        (Math.abs(x - left) < 0.5 || Math.abs(x - right) < 0.5) &&
        (Math.abs(y - top) < 0.5 || Math.abs(y - bottom) < 0.5),
    )
    if (isBox && bottom - top <= thickestRule && right - left > bottom - top) {
      segments.push({ direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right })
      return segments
    }
    if (isBox && right - left <= thickestRule && bottom - top > right - left) {
      segments.push({ direction: 'vertical', at: (left + right) / 2, from: top, to: bottom })
      return segments
    }
  }
  if (!painted.stroked) return segments
  for (let at = 1; at < points.length; at += 1) {
    const [x0, y0] = points[at - 1] ?? [0, 0]
    const [x1, y1] = points[at] ?? [0, 0]
    if (Math.abs(y0 - y1) < 0.6 && Math.abs(x0 - x1) > 0.1) {
      segments.push({
        direction: 'horizontal',
        at: (y0 + y1) / 2,
        from: Math.min(x0, x1),
        to: Math.max(x0, x1),
      })
    } else if (Math.abs(x0 - x1) < 0.6 && Math.abs(y0 - y1) > 0.1) {
      segments.push({
        direction: 'vertical',
        at: (x0 + x1) / 2,
        from: Math.min(y0, y1),
        to: Math.max(y0, y1),
      })
    }
  }
  return segments
}
