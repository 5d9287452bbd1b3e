import type { Box, Ink } from './grey.ts'

/** A ruling line found in a picture, in pixels: `at` is its middle, `from` and `to` its extent, `thick` its thickness. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical'
  readonly at: number
  readonly from: number
  readonly to: number
  readonly thick: number
}

interface Growing {
  from: number
  to: number
  /** First and last row of pixels. */
  first: number
  last: number
  /** Sum of row times length, and of lengths. */
  weight: number
  length: number
}

/**
 * The ruling lines of a page: long unbroken runs of ink, put together over the rows that a slightly slanting or broken line wanders
 * through. Strokes of characters are shorter.
 * @param dpi pixels of one inch
 */
export function rulesOf(ink: Ink, dpi: number): Rule[] {
  return [
    ...along(ink.width, ink.height, (x, y) => y * ink.width + x, ink, dpi).map((found) =>
      ruleOf(found, 'horizontal'),
    ),
    ...along(ink.height, ink.width, (x, y) => x * ink.width + y, ink, dpi).map((found) =>
      ruleOf(found, 'vertical'),
    ),
  ]
}

function ruleOf(found: Growing, direction: Rule['direction']): Rule {
  return {
    direction,
    at: found.weight / found.length + 0.5,
    from: found.from,
    to: found.to,
    thick: found.last - found.first + 1,
  }
}

function along(
  width: number,
  height: number,
  indexOf: (x: number, y: number) => number,
  ink: Ink,
  dpi: number,
): Growing[] {
  const shortestRun = Math.max(8, Math.round(dpi * 0.09))
  const shortestRule = dpi * 0.35
  const thickest = Math.max(4, dpi * 0.045)
  // Strokes of neighbouring characters stand further apart than the pieces of a rule.
  const reach = Math.max(1, Math.round(dpi * 0.008))
  const done: Growing[] = []
  let open: Growing[] = []
  for (let y = 0; y < height; y += 1) {
    const runs: [number, number][] = []
    for (let x = 0; x < width; x += 1) {
      if (!ink.data[indexOf(x, y)]) continue
      let end = x + 1
      // A single white pixel is noise.
      while (end < width && (ink.data[indexOf(end, y)] || (end + 1 < width && ink.data[indexOf(end + 1, y)])))
        end += 1
      if (end - x >= shortestRun) runs.push([x, end])
      x = end
    }
    for (const [from, to] of runs) {
      const home = open.find((line) => from <= line.to + reach && to >= line.from - reach)
      if (home) {
        home.from = Math.min(home.from, from)
        home.to = Math.max(home.to, to)
        home.last = y
        home.weight += y * (to - from)
        home.length += to - from
      } else open.push({ from, to, first: y, last: y, weight: y * (to - from), length: to - from })
    }
    open = mergedWhereTheyMeet(open, reach)
    const still: Growing[] = []
    for (const line of open) (y - line.last <= 2 && y < height - 1 ? still : done).push(line)
    open = still
  }
  return done.filter(
    (line) =>
      line.to - line.from >= shortestRule &&
      line.last - line.first + 1 <= thickest + (line.to - line.from) * 0.004 &&
      // Most of its length is really drawn.
      line.length >= (line.to - line.from) * 0.85,
  )
}

function mergedWhereTheyMeet(lines: readonly Growing[], reach: number): Growing[] {
  const merged: Growing[] = []
  for (const line of lines.toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1)
    if (before && line.from <= before.to + reach && Math.abs(line.last - before.last) <= 2) {
      before.to = Math.max(before.to, line.to)
      before.first = Math.min(before.first, line.first)
      before.last = Math.max(before.last, line.last)
      before.weight += line.weight
      before.length += line.length
    } else merged.push(line)
  }
  return merged
}

/** The pixels a rule covers, with a hair on either side. */
export function boxOfRule(rule: Rule, ink: Ink): Box {
  const half = rule.thick / 2 + 1
  const [low, high] = [Math.floor(rule.at - half), Math.ceil(rule.at + half)]
  const box =
    rule.direction === 'horizontal'
      ? { left: rule.from, right: rule.to, top: low, bottom: high }
      : { left: low, right: high, top: rule.from, bottom: rule.to }
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(ink.width, box.right),
    bottom: Math.min(ink.height, box.bottom),
  }
}
