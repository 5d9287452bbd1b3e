import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countReport, draftNames, judgeDraft, newQuality } from '../builders/audit-quality.ts'
import { drawings, readDraft } from '../builders/labelled-report.ts'

for (const set of ['labelled-2', 'labelled-3'] as const)
  for (const name of draftNames(set)) {
    const draft = readDraft(set, name)
    const told =
      draft.finds.length === 0
        ? 'a sound report yields nothing, however it is printed'
        : `found in every printing: ${draft.finds.map((one) => one.code).join(', ')}`
    test(`${name}: ${told}`, () => {
      const quality = newQuality()
      for (const drawing of drawings)
        countReport(quality, drawing.join(', '), judgeDraft(draft, drawing), draft.finds, draft.also)
      assert.deepEqual(quality.notes, [])
    })
  }
