import type { TableId } from '../../../law/report-form/model.ts'
import { keyOf } from '../../../text/fold.ts'
import { similarity } from '../../../text/similarity.ts'
import { atOf, type Readings } from './readings.ts'
import type { Token } from './tokens.ts'

/**
 * Compares the column headings a table prints with those of the form: altered and missing ones are told.
 * Only labels are looked at; a heading split over lines or cells is found whole.
 */
export function observeHeadings(
  labels: readonly Token[],
  expected: readonly string[],
  table: TableId,
  readings: Readings,
): void {
  const keys = labels.map((label) => label.key)
  const joined = keys.join('')
  const missing: string[] = []
  const wanted = expected.map(keyOf)
  for (const [index, key] of wanted.entries()) {
    if (joined.includes(key)) continue
    let best = { value: 0, from: 0, found: '' }
    for (let from = 0; from < keys.length; from += 1) {
      let found = ''
      for (let count = 0; count < 3 && from + count < keys.length; count += 1) {
        found += keys[from + count] ?? ''
        if (wanted.includes(found)) continue
        const value = similarity(found, key)
        if (value > best.value) best = { value, from, found }
      }
    }
    const label = expected[index] ?? ''
    if (best.value >= 0.6)
      readings.observations.push({
        code: 'structure.alteredLabel',
        at: [atOf(labels[best.from]?.place ?? {}, table)],
        detail: { expected: label, found: best.found },
        quote: labels[best.from]?.text.trim() ?? '',
      })
    else missing.push(label)
  }
  if (missing.length > 0)
    readings.observations.push({
      code: 'structure.missingHeading',
      at: [atOf(labels[0]?.place ?? {}, table)],
      detail: { expected: missing.join('、') },
    })
}
