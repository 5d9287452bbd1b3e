import type { Finding } from '../../../law/report-form/model.ts'

/**
 * The name by which a finding is known again after another reading, under new rules, in the next edition: its code with the cells
 * it speaks of, else with the words it quotes. Lines, offsets, numbers and the message may change; the key stays.
 * @returns one key for each finding, in order; the same twice gets #2, #3 …
 */
export function findingKeys(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const key = plainKey(finding)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key}#${times}`
  })
}

function plainKey({ code, at, quote }: Finding): string {
  const cells = [
    ...new Set(
      at.flatMap(({ table, row, column }) =>
        table ? [[table, row, column].filter((part) => part !== undefined).join('.')] : [],
      ),
    ),
  ].sort()
  if (cells.length > 0) return `${code}|${cells.join(',')}`
  // The words without digits and spaces: 共21条 that became 共18条 is still the same sentence.
  const words = (quote ?? '').replace(/[\s\d０-９.,，。%％]/g, '').slice(0, 60)
  return words === '' ? code : `${code}|${words}`
}

/** What became of findings between two judgements, by key. */
export interface FindingChanges {
  readonly mended: readonly Finding[]
  readonly left: readonly Finding[]
  readonly fresh: readonly Finding[]
}

/** Compares the findings of an edition with those of the one before: mended, still there, new. */
export function changesBetween(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const old = new Set(findingKeys(before))
  const keys = findingKeys(after)
  const now = new Set(keys)
  return {
    mended: before.filter((_finding, at) => !now.has(findingKeys(before)[at]!)),
    left: after.filter((_finding, at) => old.has(keys[at]!)),
    fresh: after.filter((_finding, at) => !old.has(keys[at]!)),
  }
}
