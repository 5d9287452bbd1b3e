import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { likeness } from './likeness.ts'

test('the same question in other punctuation is alike, another question is not', () => {
  const asked = '2025年危险化学品企业行政处罚决定书'
  assert.ok(likeness(asked, '２０２５年，危险化学品企业的行政处罚决定书。') > 0.85)
  assert.ok(likeness(asked, '2025年度部门预算公开表') < 0.3)
  assert.equal(likeness('', ''), 0)
})

test('likeness is between 0 and 1, the same both ways, and 1 with itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const value = likeness(one, other)
      assert.ok(value >= 0 && value <= 1)
      assert.equal(value, likeness(other, one))
      if (likeness(one, one) !== 0) assert.equal(likeness(one, one), 1)
    }),
  )
})
