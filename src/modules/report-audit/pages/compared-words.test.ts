import assert from 'node:assert/strict'
import { test } from 'node:test'
import { basisWords } from '../basis-words.ts'
import { comparedWords } from './compared-words.ts'

const said = (code: string, expected: number | string, found: number | string, table?: 't2' | 't3') =>
  comparedWords({ code, expected, found, at: table === undefined ? [{}] : [{}, { table }] })
    .map(({ label, value }) => `${label} ${value}`)
    .join('　')

test('only what follows from the other numbers is called 应为', () => {
  assert.equal(said('sum.row', 5, 4, 't3'), '应为 5　写了 4')
  assert.equal(said('text.requestsReceived', 14, 16, 't3'), '表中 14　文中 16')
  assert.equal(said('text.rate', 100, 98), '算得 100　文中 98')
  assert.equal(said('carry.sisterOutlier', 18, 12_480, 't2'), '同类中位数 18　本报告 12,480')
  assert.equal(said('carry.outlier', 18, 8200, 't2'), '上年 18　本年 8,200')
})

test('years and days are written as people write them', () => {
  assert.equal(said('identity.otherYear', 2024, 2022), '应为 2024　写了 2022')
  assert.equal(
    said('date.publishedLate', '2024-01-31', '2024-02-05'),
    '应为 2024年1月31日　写了 2024年2月5日',
  )
  assert.equal(
    said('date.signedEarly', '≥2023-12-31', '2023-12-01'),
    '应为 不早于2023年12月31日　写了 2023年12月1日',
  )
  assert.equal(said('sum.stock', '≥4', 2, 't2'), '应为 不少于4　写了 2')
})

test('a basis is shown without the marks of our own list', () => {
  assert.equal(basisWords('《政府信息公开条例》第四十九条（C09）'), '《政府信息公开条例》第四十九条')
  assert.equal(
    basisWords('格式（国办公开办函〔2021〕30号）：文字与表格一致（B01、B02）'),
    '格式（国办公开办函〔2021〕30号）：文字与表格一致',
  )
  assert.equal(basisWords('格式（国办公开办函〔2021〕30号）'), '格式（国办公开办函〔2021〕30号）')
})
