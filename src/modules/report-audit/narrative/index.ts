import type { NarrativeFact, Paragraph } from '../../../law/report-form/model.ts'
import { comparisonFacts } from './comparisons.ts'
import { dayFacts } from './days.ts'
import type { Told } from './facts.ts'
import { feeFacts } from './fees.ts'
import { outcomeRowFacts } from './outcome-rows.ts'
import { outcomeFacts } from './outcomes.ts'
import { proposalFacts } from './proposals.ts'
import { publicationFacts } from './publications.ts'
import { registerFacts } from './registers.ts'
import { remedyFacts } from './remedies.ts'
import { requestFacts } from './requests.ts'
import { sentencesOf } from './sentences.ts'

/**
 * Reads the running text of a report into facts, in order of place.
 * @param paragraphs paragraphs or lines, tables left out, each with its statutory section
 * @param year the year the report is about; null when unknown (then no fact is flagged as of another year)
 */
export function readNarrative(paragraphs: readonly Paragraph[], year: number | null): NarrativeFact[] {
  const told: Told = { sentences: sentencesOf(paragraphs), year }
  const facts = [
    ...requestFacts(told),
    ...outcomeFacts(told),
    ...outcomeRowFacts(told),
    ...remedyFacts(told),
    ...publicationFacts(told),
    ...registerFacts(told),
    ...feeFacts(told),
    ...proposalFacts(told),
    ...dayFacts(told),
  ]
  const all = [...facts, ...comparisonFacts(told, facts)]
  const seen = new Set<string>()
  const once = all.filter((one) => {
    const key = `${one.fact} ${one.value} ${one.year ?? ''} ${one.at.line ?? ''} ${one.quote}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
  return once
    .map((one, index) => ({ one, index }))
    .sort((a, b) => place(a.one) - place(b.one) || a.index - b.index)
    .map(({ one }) => one)
}

function place(one: NarrativeFact): number {
  return (one.at.page ?? 0) * 1e7 + (one.at.line ?? 0) * 100
}
