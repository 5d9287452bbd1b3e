import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCell } from './cell-value.ts'

test('blank, mark, number and text are told apart, and a number that does not stand plainly says how it stood', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['', 'blank'],
    ['　', 'blank'],
    ['/', 'mark'],
    ['—', 'mark'],
    ['无', 'mark'],
    ['0', 'number 0'],
    ['２１', 'number 21'],
    ['1,234', 'number 1234'],
    ['-3', 'number -3'],
    ['12件', 'number 12 unit'],
    ['380.16万元', 'number 380.16 unit'],
    ['22（其中修订16件）', 'number 22 note'],
    ['20余', 'number 20 approximate'],
    ['十二', 'number 12 chineseNumeral'],
    ['O', 'number 0 lookalike'],
    ['l', 'number 1 lookalike'],
    ['1O', 'number 10 lookalike'],
    ['规章', 'text'],
    ['第20条', 'text'],
    ['OK', 'text'],
  ]
  for (const [text, expected] of examples) {
    const content = readCell(text)
    const found =
      content.kind === 'number'
        ? ['number', content.value, ...(content.how ? [content.how] : [])].join(' ')
        : content.kind
    assert.equal(found, expected, `「${text}」`)
  }
})
