import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changedLines } from './changed-lines.ts'

test('a changed sentence shows as cut and put, the rest as it was', () => {
  assert.deepEqual(changedLines(['题目', '理由甲。', '救济'], ['题目', '理由乙。', '救济']), [
    { is: 'same', text: '题目' },
    { is: 'cut', text: '理由甲。' },
    { is: 'put', text: '理由乙。' },
    { is: 'same', text: '救济' },
  ])
})

test('a comparison holds both wordings whole, in their order', () => {
  const wording = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 })
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const lines = changedLines(before, after)
      const of = (kind: string) =>
        lines.filter(({ is }) => is === 'same' || is === kind).map(({ text }) => text)
      assert.deepEqual(of('cut'), before)
      assert.deepEqual(of('put'), after)
    }),
  )
})
