import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { textTree } from '../../src/documents/read/plain-text.ts'
import { decodeText } from '../../src/documents/read/encoding.ts'
import type { ReportTables } from '../../src/law/report-form/model.ts'
import { partRunTogether } from '../../src/modules/report-audit/extract/run-together.ts'
import { recoverReport } from '../../src/modules/report-audit/recover-report.ts'

const folder = join('test', 'reports', 'labelled')
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: decodeText(readFileSync(join(folder, name))).text }))
const cellsOf = (tables: ReportTables): Map<string, unknown> => {
  const cells = new Map<string, unknown>()
  const walk = (value: unknown, path: string): void => {
    if (value !== null && typeof value === 'object' && !('value' in value))
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`)
    else cells.set(path, value)
  }
  walk(tables, '')
  return cells
}

test('a report that lost its line breaks is read as far as its figures can be parted, and no cell is wrong', () => {
  let kept = 0
  let lost = 0
  for (const { name, text } of texts) {
    const whole = recoverReport(textTree(text), name)
    const lines = text.split('\n').map((line) => line.trim())
    const joined = recoverReport(textTree(lines.join('')), name)
    assert.deepEqual([joined.agency, joined.year], [whole.agency, whole.year], name)
    const after = cellsOf(joined.tables)
    for (const [path, value] of cellsOf(whole.tables)) {
      if (value === null) continue
      const got = after.get(path) ?? null
      if (got === null) lost += 1
      else assert.deepEqual(got, value, `${name} ${path}`)
      if (got !== null) kept += 1
    }
  }
  assert.ok(kept >= lost * 10, `${kept} cells came back, ${lost} did not`)
})

test('figures that a copy ran together are parted where the sums allow one way, and left alone where they allow more', () => {
  const row = (figures: string) => {
    const text = texts[0]?.text.replace(/(一、本年新收政府信息公开申请数量)[\s\d]+/, `$1\n${figures}\n`) ?? ''
    return recoverReport(textTree(text), 'x.txt').tables.t3?.newlyReceived
  }
  assert.deepEqual(Object.values(row('92000011') ?? {}), [9, 2, 0, 0, 0, 0, 11])
  assert.deepEqual(Object.values(row('0000000') ?? {}), [0, 0, 0, 0, 0, 0, 0])
  // 10, 1 and 11, or 1, 0, 10 and 11.
  assert.deepEqual(Object.values(row('101000011') ?? {}), Array(7).fill(null))
  // No way adds up.
  assert.deepEqual(Object.values(row('92000099') ?? {}), Array(7).fill(null))
})

test('the stretches of a line are the line', () => {
  const pieces = fc.constantFrom(
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '规章',
    '行政许可',
    '0 0 0',
    '12',
    '。',
    '2024年1月15日',
    '属于国家秘密',
    '1.',
    '其他',
    '根据《条例》',
    'x'.repeat(300),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const line = parts.join('')
      const stretches = partRunTogether(line)
      assert.equal(stretches.map((one) => one.text).join(''), line)
      for (const { start, text } of stretches) assert.equal(line.slice(start, start + text.length), text)
    }),
  )
})
