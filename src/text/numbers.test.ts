import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { findDays, findYears } from './dates.ts'
import { fold, keyOf, sourceSpan } from './fold.ts'
import { chineseNumeral } from './numerals.ts'
import { findNumbers, parseNumber } from './numbers.ts'

test('Chinese numerals are read as an accountant reads them', () => {
  const examples: [string, number | null][] = [
    ['〇', 0],
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['廿三', 23],
    ['一百零八', 108],
    ['一百二', 120],
    ['一百四十', 140],
    ['一千六百', 1600],
    ['一千零一十', 1010],
    ['三千零五十', 3050],
    ['一万二千', 12000],
    ['三万五', 35000],
    ['一百二十万零三百', 1200300],
    ['二〇二四', 2024],
    ['壹仟贰佰叁拾肆', 1234],
    ['伍', 5],
    ['两百', 200],
    ['一亿二千万', 120000000],
    ['万一', null],
    ['百', null],
    ['三一十', null],
    ['', null],
    ['两两', null],
    ['十百', null],
  ]
  for (const [text, value] of examples) assert.equal(chineseNumeral(text), value, text)
})

test('a cell holds one number and nothing else, or it is not a number', () => {
  const examples: [string, number | null][] = [
    ['0', 0],
    ['　0', 0],
    ['21910', 21910],
    ['21,910', 21910],
    ['２１，９１０', 21910],
    ['380.16', 380.16],
    ['３８０．１６', 380.16],
    ['-3', -3],
    ['十二', 12],
    ['〇', 0],
    ['', null],
    ['/', null],
    ['—', null],
    ['无', null],
    ['5件', null],
    ['1,23', null],
    ['1 2', null],
    ['98 325', null],
    ['1.2.3', null],
  ]
  for (const [text, value] of examples) assert.equal(parseNumber(text), value, text)
})

test('every number of a sentence is found with its place, and vague ones are known as vague', () => {
  const examples: [string, [number, boolean][]][] = [
    [
      '共计二十余件，公开十余件，发布一百四十余件',
      [
        [20, true],
        [10, true],
        [140, true],
      ],
    ],
    [
      '信息2632条，订阅人数17万余人，阅读量500万余次',
      [
        [2632, false],
        [170000, true],
        [5000000, true],
      ],
    ],
    [
      '网站公开 45 条，其他 72 余条',
      [
        [45, false],
        [72, true],
      ],
    ],
    [
      '办结率100%，同比增长12.5％',
      [
        [100, false],
        [12.5, false],
      ],
    ],
    ['满意率达到百分之九十八点五', [[98.5, false]]],
    ['一是统一认识，十分重视，万一有误', []],
    [
      '接收人大建议一件，两次培训',
      [
        [1, false],
        [2, false],
      ],
    ],
    [
      '收费380.16万元、1.2亿元',
      [
        [3801600, false],
        [120000000, false],
      ],
    ],
    ['公开政府信息１，２３４条', [[1234, false]]],
    [
      '约300人次，近五千人，100条以上，3千余份',
      [
        [300, true],
        [5000, true],
        [100, true],
        [3000, true],
      ],
    ],
    ['推进“三安全一稳定”', []],
    [
      '比2022年多14条',
      [
        [2022, false],
        [14, false],
      ],
    ],
  ]
  for (const [text, expected] of examples) {
    assert.deepEqual(
      findNumbers(text).map((n) => [n.value, n.approximate]),
      expected,
      text,
    )
    for (const number of findNumbers(text))
      assert.equal(text.slice(number.start, number.end), number.raw, text)
  }
})

test('any whole number is found again however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (value) => {
      const grouped = value.toLocaleString('en-US')
      const wide = grouped.replace(/[\d,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      for (const written of [String(value), grouped, wide]) {
        assert.equal(parseNumber(written), value)
        assert.deepEqual(
          findNumbers(`公开${written}条`).map((n) => [n.value, n.raw]),
          [[value, written]],
        )
      }
    }),
  )
})

test('days are read in every way a clerk writes them', () => {
  const examples: [string, (string | null)[]][] = [
    ['2024年1月8日', ['2024-01-08']],
    ['二〇二四年一月八日', ['2024-01-08']],
    ['二○二四年十二月三十一日', ['2024-12-31']],
    ['时间:2024-02-02', ['2024-02-02']],
    ['2024.1.8 发布', ['2024-01-08']],
    ['２０２４年１月１５日', ['2024-01-15']],
    ['自 2023 年 1 月 1 日起,至 2023 年 12 月 31 日止', ['2023-01-01', '2023-12-31']],
    ['2023年2月30日', [null]],
    ['国办公开办函〔2021〕30号', []],
  ]
  for (const [text, days] of examples)
    assert.deepEqual(
      findDays(text).map((d) => d.day),
      days,
      text,
    )
  assert.deepEqual(
    findYears('比2022年政府网站，二〇二三年度').map((y) => y.year),
    [2022, 2023],
  )
})

test('folding keeps places exact: what is found in the folded text points at the same text in the source', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('0', '５', '政', '務', '　', '\u200b', '“', '—', 'a', '𠮷', '，') }),
      (source) => {
        const folded = fold(source)
        assert.equal(folded.at.length, folded.text.length + 1)
        for (let index = 0; index < folded.text.length; index += 1) {
          const span = sourceSpan(folded, index, index + 1)
          assert.ok(fold(source.slice(span.start, span.end)).text.startsWith(folded.text.charAt(index)))
        }
      },
    ),
  )
  assert.equal(keyOf('3. 危及「三安全一穩定」'), '3危及三安全一稳定')
})
