import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { phrases } from './phrases.tsx'

const examples: readonly (readonly [string, string])[] = [
  ['三、收到和处理政府信息公开申请情况', '三、收到和处理|政府信息公开|申请情况'],
  ['二、主动公开政府信息情况', '二、主动公开|政府信息情况'],
  ['四、行政复议、行政诉讼情况', '四、行政复议、|行政诉讼情况'],
  ['五、存在的主要问题及改进情况', '五、存在的|主要问题|及改进情况'],
  ['六、其他需要报告的事项', '六、其他需要|报告的事项'],
  ['法定主动公开内容', '法定主动公开内容'],
]

for (const [title, broken] of examples)
  test(`“${title}”只在词组之间换行`, () => {
    assert.equal(phrases(title).join('|'), broken)
  })

test('词组接起来就是原来的标题，没有一段以虚词或后半个括号开头', () => {
  const words = [
    '云汀市',
    '人民政府',
    '办公室',
    '关于',
    '印发',
    '《',
    '》',
    '的',
    '通知',
    '（',
    '）',
    '2025年',
    '和',
    '、',
    '管理',
    '办法',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 16 }), (parts) => {
      const title = parts.join('')
      const pieces = phrases(title)
      assert.equal(pieces.join(''), title)
      for (const piece of pieces.slice(1)) assert.doesNotMatch(piece, /^[的、》）]/)
    }),
  )
})
