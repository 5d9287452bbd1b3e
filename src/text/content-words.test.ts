import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contentWords } from './content-words.ts'

test('a description gives the words worth looking for, and none that every request holds', () => {
  const words = contentWords('我需要申请公开2024年云汀市应急管理局的年度报告和收费情况')
  for (const word of ['2024', '年度', '报告', '收费'])
    assert.ok(words.includes(word), `${word} in ${words.join(' ')}`)
  for (const word of ['需要', '申请', '公开', '情况', '的']) assert.ok(!words.includes(word), word)
})

test('whatever is typed, at most twenty different words come back, each found in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
      const words = contentWords(text)
      assert.ok(words.length <= 20 && new Set(words).size === words.length)
      for (const word of words) assert.ok(text.normalize('NFKC').includes(word))
    }),
  )
})
