import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReport } from '../../src/law/report-checks/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { countReport, draftNames, judgeDraft, newQuality } from '../builders/audit-quality.ts'
import { drawDraft, drawings, readDraft } from '../builders/labelled-report.ts'

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

test('sound reports of one year, judged side by side, are not taken for copies or outliers of one another', () => {
  const sound = (['labelled-2', 'labelled-3'] as const)
    .flatMap((set) => draftNames(set).map((name) => readDraft(set, name)))
    .filter((draft) => draft.finds.length === 0 && draft.previous === null && !draft.unreadable)
    .map((draft) => recoverReport(drawDraft(draft, drawings[0]), draft.name))
  assert.ok(sound.length >= 20)
  for (const report of sound) {
    const sisters = sound.filter((other) => other !== report && other.agency !== report.agency)
    assert.deepEqual(judgeReport(report, { sisters }), [], report.file)
  }
})
