import { gapOf, likenessOf, type RunText } from './row-matching.ts'
import type { Run } from './runs.ts'
import { t3RowPatterns } from './table-three-rows.ts'
import type { Token } from './tokens.ts'

/**
 * A row cut by a page break inside its label leaves a second row with the rest of the label and no values: its text goes on
 * with the label, its blanks are no cells.
 */
export function withoutContinuations(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  let carried: readonly Token[] = []
  for (const [index, run] of runs.entries()) {
    const labels = [...carried, ...run.labels]
    carried = []
    const previous = runs[index - 1]
    const blank = run.values.every((token) => token.content.kind === 'blank')
    if (blank && previous !== undefined && continues(previous, run)) carried = labels
    else kept.push({ ...run, labels })
  }
  return kept
}

function bestLikeness(text: RunText): number {
  return Math.max(...t3RowPatterns.map((pattern) => likenessOf(text, pattern, 'before').value))
}

function continues(previous: Run, run: Run): boolean {
  const alone = { before: gapOf(previous.labels), after: gapOf([]), sameRow: true, whole: true }
  const together = { ...alone, after: gapOf(run.labels) }
  const before = bestLikeness(alone)
  return before < 0.95 && bestLikeness(together) > before + 0.05
}
