import type { NarrativeFact } from '../../src/law/report-form/model.ts'
import { readNarrative } from '../../src/modules/report-audit/narrative/index.ts'

/** A sentence as offices write it, with the facts a clerk reads in it. The year is 2023. */
export type Example = readonly [text: string, ...facts: readonly string[]]

/** Facts in one short line each: `requestsReceived=5`, `~` when approximate, `@2022` of another year, `(region)`. */
export function shortFacts(facts: readonly NarrativeFact[]): string[] {
  return facts
    .map((one) =>
      [
        one.fact === 'comparedWithLastYear' ? `compared(${one.of})` : one.fact,
        `=${one.approximate ? '~' : ''}${one.value}${one.unit ?? ''}`,
        one.year === undefined ? '' : `@${one.year}`,
        one.scope === 'region' ? '(region)' : '',
      ].join(''),
    )
    .sort()
}

/** What was read otherwise than expected, one text an example; empty when all is well. */
export function misread(section: number, examples: readonly Example[]): string[] {
  const wrong: string[] = []
  for (const [text, ...facts] of examples) {
    const paragraphs = text
      .split('\n')
      .map((line, index) => ({ text: line, at: { line: index + 1 }, section }))
    const found = shortFacts(readNarrative(paragraphs, 2023)).join(', ')
    const expected = facts.toSorted().join(', ')
    if (found !== expected) wrong.push(`${text}\n    read:     ${found}\n    expected: ${expected}`)
  }
  return wrong
}
