import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { documentNumber, parseDocumentNumber } from './document-number.ts'
import { yuan, yuanInCapitals } from './yuan.ts'

test('a document number has six-cornered brackets, the full year, no 第 and no leading zeros', () => {
  assert.equal(documentNumber({ code: '某应急公复', year: 2026, number: 3 }), '某应急公复〔2026〕3号')
  for (const wrong of [
    '某应急公复[2026]3号',
    '某应急公复（2026）3号',
    '某应急公复【2026】3号',
    '某应急公复〔2026〕第3号',
    '某应急公复〔2026〕03号',
    '某应急公复〔26〕3号',
    '〔2026〕3号',
  ]) {
    assert.equal(parseDocumentNumber(wrong), null, wrong)
  }
  for (const parts of [
    { code: '', year: 2026, number: 1 },
    { code: '某应急', year: 26, number: 1 },
    { code: '某应急', year: 2026, number: 0 },
    { code: '某应急', year: 2026, number: 1.5 },
  ]) {
    assert.throws(() => documentNumber(parts), RangeError)
  }
})

test('a written document number reads back to the same parts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1949, max: 9999 }),
      fc.integer({ min: 1, max: 100_000 }),
      (year, number) => {
        const parts = { code: '云应急公复', year, number }
        assert.deepEqual(parseDocumentNumber(documentNumber(parts)), parts)
      },
    ),
  )
})

test('amounts are written in figures and in capitals as on a receipt', () => {
  for (const [fen, figures, capitals] of [
    [0, '0元', '零元整'],
    [5, '0.05元', '伍分'],
    [50, '0.50元', '伍角整'],
    [10_000, '100元', '壹佰元整'],
    [20_000, '200元', '贰佰元整'],
    [123_450, '1234.50元', '壹仟贰佰叁拾肆元伍角整'],
    [100_005, '1000.05元', '壹仟元零伍分'],
    [101_000, '1010元', '壹仟零壹拾元整'],
    [1_000_100, '10001元', '壹万零壹元整'],
    [1_010_000, '10100元', '壹万零壹佰元整'],
    [3_700_000, '37000元', '叁万柒仟元整'],
    [10_000_000_000, '100000000元', '壹亿元整'],
    [10_000_100_000, '100001000元', '壹亿零壹仟元整'],
    [10_000_000_100, '100000001元', '壹亿零壹元整'],
  ] as const) {
    assert.equal(yuan(fen), figures)
    assert.equal(yuanInCapitals(fen), capitals)
  }
  assert.throws(() => yuan(1.5), RangeError)
  assert.throws(() => yuanInCapitals(-1), RangeError)
})
