/** A stretch of a string: code-unit offsets, end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one code unit. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Spans in order of place, each overlap resolved in favour of the longer one (the earlier one when equal). */
export function withoutOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const byLength = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: T[] = []
  for (const span of byLength) if (!kept.some((other) => overlap(span, other))) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}
