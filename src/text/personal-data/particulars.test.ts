import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findEmails } from './email.ts'
import { findIdNumbers } from './id-number.ts'
import { findPlates } from './plate.ts'

const texts = (find: (text: string) => readonly { start: number; end: number }[], text: string) =>
  find(text).map(({ start, end }) => text.slice(start, end))

test('an address of electronic mail is found, full-width signs or not; what only looks like one is not', () => {
  assert.deepEqual(texts(findEmails, '邮箱shen.q-1@mail.example.com，或者ａｂ＠ｅｘａｍｐｌｅ．ｃｎ。'), [
    'shen.q-1@mail.example.com',
    'ａｂ＠ｅｘａｍｐｌｅ．ｃｎ',
  ])
  for (const text of ['@某某', 'a@b', '3@5.2', '用户@示例.中国'])
    assert.deepEqual(texts(findEmails, text), [], text)
})

test('a number plate is found with and without its dot, of new energy too; road names and words are not', () => {
  assert.deepEqual(texts(findPlates, '车辆云A·12345、粤B0F1234、京A1234警和苏ED12345停在门口'), [
    '云A·12345',
    '粤B0F1234',
    '京A1234警',
    '苏ED12345',
  ])
  for (const text of ['云A座12345室', '沪I12345', '京津冀ABCDEF', '云A123456789'])
    assert.deepEqual(texts(findPlates, text), [], text)
})

test('an identity number is found in groups, in full-width digits and with unseen signs in it, and only with its check sign', () => {
  // No county has this number.
  for (const text of [
    '110099190001010014',
    '110099 19000101 0014',
    '110099-19000101-0014',
    '１１００９９１９０００１０１００１４',
    '110099\u200b1900\u200d0101\ufeff0014',
  ])
    assert.deepEqual(texts(findIdNumbers, `号码${text}。`), [text])
  assert.deepEqual(texts(findIdNumbers, '110099190001010011'), [])
  assert.deepEqual(texts(findIdNumbers, '110099 19001301 0014'), [])
})
