import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReport, rules } from '../../src/law/report-checks/index.ts'
import type { Finding } from '../../src/law/report-form/model.ts'
import { report } from '../builders/report.ts'
import { ruleCases } from '../builders/audit-rules.ts'
import type { Shown } from './rules/case.ts'

const cases = ruleCases

function judged(shown: Shown): Finding[] {
  return judgeReport(report(shown.report), {
    previous: shown.previous === undefined ? null : report(shown.previous),
    sisters: (shown.sisters ?? []).map((sister) => report(sister)),
  })
}

test('a sound report yields nothing, with last year’s beside it or without', () => {
  assert.deepEqual(judgeReport(report()), [])
  assert.deepEqual(
    judgeReport(report(), {
      previous: report({ year: 2022, text: { 1: '去年另写的一段话。', 5: '去年的问题与今年不同。' } }),
    }),
    [],
  )
})

test('of a report read off a picture nothing is held as certain', () => {
  const wrong = { t3: { newlyReceived: { total: 99 } } }
  const plain = judgeReport(report(wrong))
  const pictured = judgeReport(
    report({ ...wrong, observations: [{ code: 'reading.fromPicture', at: [{ page: 1 }] }] }),
  )
  assert.ok(plain.some((finding) => finding.verdict === 'fails' && finding.severity === 'error'))
  assert.ok(pictured.every((finding) => finding.verdict !== 'fails' && finding.severity !== 'error'))
  assert.deepEqual(
    plain.map(({ code }) => code).toSorted(),
    pictured
      .map(({ code }) => code)
      .filter((code) => code !== 'reading.fromPicture')
      .toSorted(),
  )
})

for (const one of cases)
  test(`${one.code} speaks when it should, and keeps silent when it only looks so`, () => {
    for (const shown of one.trips) {
      const all = judged(shown)
      const found = all.find((finding) => finding.code === one.code)
      assert.ok(
        found,
        `${one.code} stays silent on ${JSON.stringify(shown.report)}; said: ${all.map((f) => f.code).join(' ')}`,
      )
      assert.ok(/[。]$/.test(found.message) && found.message.length >= 10, found.message)
      assert.ok(found.at.length > 0 && found.basis.length > 0)
      if (shown.verdict !== undefined) assert.equal(found.verdict, shown.verdict, found.message)
      if (shown.severity !== undefined) assert.equal(found.severity, shown.severity, found.message)
      if (shown.expected !== undefined) assert.equal(found.expected, shown.expected, found.message)
      if (shown.found !== undefined) assert.equal(found.found, shown.found, found.message)
    }
    for (const shown of one.similar) {
      const found = judged(shown).find((finding) => finding.code === one.code)
      assert.equal(found, undefined, `${one.code} cries wolf (${shown.why}): ${found?.message}`)
    }
  })

test('every rule of the catalogue has its fixtures, and no fixture speaks of a rule that is not there', () => {
  const tried = new Set(cases.map((one) => one.code))
  assert.deepEqual(
    rules.map((rule) => rule.code).filter((code) => !tried.has(code)),
    [],
  )
  const known = new Set(rules.map((rule) => rule.code))
  assert.deepEqual(
    [...tried].filter((code) => !known.has(code)),
    [],
  )
})

test('one wrong cell breaks the ties through it, and the message names the cell', () => {
  const found = judged({ report: { t3: { granted: { natural: 13 } } } }).filter((one) =>
    one.code.startsWith('sum.'),
  )
  assert.deepEqual(found.map((one) => one.code).toSorted(), ['sum.handled', 'sum.row'])
  for (const one of found) {
    assert.match(one.message, /多半是/)
    assert.deepEqual(one.at.at(-1), { table: 't3', row: 'granted', column: 'natural' })
  }
})

test('a check never throws, whatever the reader could not recover', () => {
  for (const draft of [
    {
      agency: null,
      year: null,
      t2: null,
      t3: null,
      t4: null,
      sections: [],
      text: Object.fromEntries([0, 1, 5, 6, 7].map((n) => [n, ''])),
    },
    { t3: { newlyReceived: { total: null } } },
    { year: 1999 },
  ])
    assert.ok(
      Array.isArray(judgeReport(report(draft), { previous: report(draft), sisters: [report(draft)] })),
    )
})
