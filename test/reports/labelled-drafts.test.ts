import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textTree } from '../../src/documents/read/plain-text.ts'
import { judgeReport } from '../../src/law/report-checks/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { countReport, draftNames, judgeDraft, newQuality } from '../builders/audit-quality.ts'
import { drawDraft, drawings, readDraft } from '../builders/labelled-report.ts'

for (const set of ['labelled-2', 'labelled-3', 'labelled-4', 'labelled-5'] as const)
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
  const sound = (['labelled-2', 'labelled-3', 'labelled-4', 'labelled-5'] as const)
    .flatMap((set) => draftNames(set).map((name) => readDraft(set, name)))
    .filter(
      (draft) =>
        draft.finds.length === 0 && draft.also.length === 0 && draft.previous === null && !draft.unreadable,
    )
    .map((draft) => recoverReport(drawDraft(draft, drawings[0]), draft.name))
  assert.ok(sound.length >= 20)
  for (const report of sound) {
    const sisters = sound.filter((other) => other !== report && other.agency !== report.agency)
    assert.deepEqual(judgeReport(report, { sisters }), [], report.file)
  }
})

test('the facts written beside the reports of the fourth and fifth sets are read as they were written', () => {
  const drafts = (['labelled-4', 'labelled-5'] as const).flatMap((set) =>
    draftNames(set).map((name) => readDraft(set, name)),
  )
  for (const draft of drafts) {
    const { name } = draft
    const report = recoverReport(drawDraft(draft, drawings[0]), name)
    assert.equal(report.agency, draft.agency, name)
    for (const { fact, value } of draft.facts) {
      const told = report.narrative.filter((one) => one.fact === fact && one.year === undefined)
      assert.ok(
        told.some((one) => one.value === value),
        `${name}: ${fact} ${value}, read ${told.map((one) => one.value).join(' ')}`,
      )
    }
  }
})

test('two reports in one file are not judged as one; the same report twice is', () => {
  const one = readDraft('labelled-4', 's02-subdistrict-2022')
  const other = readDraft('labelled-4', 's10-meteo-2024')
  const both = (second: typeof one) => ({ ...one, lines: [...one.lines, '', ...second.lines] })
  for (const drawing of drawings) {
    assert.throws(
      () => recoverReport(drawDraft(both(other), drawing), 'a.txt'),
      /不止一份年度报告/,
      drawing[0],
    )
    assert.equal(recoverReport(drawDraft(both(one), drawing), 'a.txt').agency, one.agency)
  }
})

test('a report of the years before the form of 2019 is not blamed for tables and days that no rule asked for', () => {
  const old = `栖水县国土资源局2015年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》要求，编制本报告。
一、概述
2015年，我局认真贯彻《条例》。
二、主动公开政府信息的情况
全年主动公开政府信息382条。
三、依申请公开政府信息办理情况
2015年度共收到信息公开申请14件，均已答复。
四、政府信息公开收费及减免情况
2015年未收取费用。
五、行政复议、提起诉讼情况
2015年发生行政复议1件、行政诉讼0件。
六、存在的问题和改进措施
公开内容不够全面。
栖水县国土资源局
2016年3月10日
`
  const report = recoverReport(textTree(old), 'a.txt')
  assert.deepEqual(report.tables, { t2: null, t3: null, t4: null })
  assert.deepEqual(
    judgeReport(report).filter((one) => one.severity === 'error'),
    [],
  )
})
