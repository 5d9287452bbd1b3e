import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText } from './encoding.ts'
import { readPlainText } from './plain-text.ts'

const simplified =
  '云汀市应急管理局2023年政府信息公开工作年度报告\n一、总体情况\n全年共收到申请5件，均已依法办结。\n\t规章\n\t0\n'
/** The first three lines of a report in Big5: 雲汀市政府 / 資訊公開 / 年度報告 and some running text. */
const big5 = Uint8Array.from([
  0xb6, 0xb3, 0xa5, 0xab, 0xac, 0xc6, 0xa9, 0xb2, 0xa4, 0xbd, 0xb6, 0x7d, 0xa6, 0x7e, 0xab, 0xd7, 0xb3, 0xf8,
  0xa7, 0x69, 0x0a, 0xa4, 0x40, 0xa1, 0x42, 0xc1, 0x60, 0xc5, 0xe9, 0xb1, 0xa1, 0xaa, 0x70, 0x0a,
])

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = Array.from((mark ? '\ufeff' : '') + text)
  const bytes: number[] = []
  for (const unit of units) {
    const code = unit.charCodeAt(0)
    bytes.push(...(little ? [code & 255, code >> 8] : [code >> 8, code & 255]))
  }
  return Uint8Array.from(bytes)
}

/** GBK bytes made by searching the decoder itself: there is no encoder in the platform. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail])
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0)
      return code < 0x80 ? [code] : (table.get(character) ?? [0x3f])
    }),
  )
}

test('the encoding is found from the bytes, whatever the office saved its text as', () => {
  const utf8 = new TextEncoder().encode(simplified)
  const examples: [string, Uint8Array, string][] = [
    ['utf-8', utf8, 'utf-8'],
    ['utf-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['utf-16 little end first', utf16(simplified, true, false), 'utf-16le'],
    ['utf-16 little end first with a mark', utf16(simplified, true, true), 'utf-16le'],
    ['utf-16 big end first', utf16(simplified, false, false), 'utf-16be'],
    ['gbk', gbk(simplified), 'gb18030'],
    ['a short gbk line', gbk('云汀市应急管理局年度报告'), 'gb18030'],
    ['utf-8 cut in the middle of a character', utf8.subarray(0, 40), 'utf-8'],
  ]
  for (const [name, bytes, encoding] of examples) {
    const decoded = decodeText(bytes)
    assert.equal(decoded.encoding, encoding, name)
    assert.ok(decoded.text.startsWith('云汀市应急管理局'), name)
  }
  assert.equal(decodeText(big5).encoding, 'big5')
  assert.match(decodeText(big5).text, /公開年度報告/)
})

test('an empty file and a picture are refused with one clear sentence', () => {
  assert.throws(() => readPlainText(new Uint8Array()), /文件是空的/)
  assert.throws(() => readPlainText(new TextEncoder().encode(' \n\n　')), /没有文字/)
  const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)
  assert.throws(() => readPlainText(noise), /不是文本文件/)
})

test('every line knows its number and its place in the text', () => {
  const tree = readPlainText(new TextEncoder().encode('甲\r\n\t乙\n\n丙\f丁'))
  assert.deepEqual(
    tree.blocks.map((block) =>
      block.kind === 'table' ? null : [block.text, block.place.line, block.place.page],
    ),
    [
      ['甲', 1, 1],
      ['\t乙', 2, 1],
      ['', 3, 1],
      ['丙', 4, 1],
      ['丁', 4, 2],
    ],
  )
  for (const block of tree.blocks)
    if (block.kind !== 'table') assert.equal(tree.text.slice(block.place.start, block.place.end), block.text)
})
