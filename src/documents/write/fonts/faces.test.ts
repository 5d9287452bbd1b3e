import { test } from 'node:test'
import assert from 'node:assert/strict'
import { chooseFaces, shippedFamily } from './faces.ts'
import { readFontFile } from './font-file.ts'
import { shippedFonts } from './shipped.ts'
import { openPdfWriter } from '../pdf/write-pdf.ts'

const shipped = shippedFonts().map(({ bytes }) => bytes)

/** A font file of two tables: names in UTF-16 and a format 4 character table of one segment. */
function tinyFont(family: string, first: number, last: number): Uint8Array {
  const name = Buffer.from(family, 'utf16le').swap16()
  const names = Buffer.concat([words(0, 1, 18, 3, 1, 0x804, 1, name.length, 0), name])
  const cmap = Buffer.concat([
    words(0, 1, 3, 1, 0, 12),
    words(
      4,
      32,
      0,
      4,
      4,
      1,
      0,
      last,
      0xffff,
      0,
      first,
      0xffff,
      1 - first + 0x10000 - (1 - first > 0 ? 0x10000 : 0),
      1,
      0,
      0,
    ),
  ])
  const head = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    words(2, 0, 0, 0),
    entry('cmap', 44, cmap.length),
    entry('name', 44 + cmap.length, names.length),
  ])
  return new Uint8Array(Buffer.concat([head, cmap, names]))
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => buffer.writeUInt16BE(value & 0xffff, index * 2))
  return buffer
}

function entry(tag: string, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(16)
  buffer.write(tag, 'latin1')
  buffer.writeUInt32BE(offset, 8)
  buffer.writeUInt32BE(length, 12)
  return buffer
}

test('a font file tells its family names and which characters it can draw', () => {
  const [face] = readFontFile(tinyFont('仿宋_GB2312', 0x4e00, 0x4e10))
  assert.deepEqual(face?.families, ['仿宋_GB2312'])
  assert.equal(face?.covers(0x4e00), true)
  assert.equal(face?.covers(0x4e10), true)
  assert.equal(face?.covers(0x4e11), false)
  const [noto] = readFontFile(shipped[0] ?? new Uint8Array())
  assert.ok(noto?.families.includes(shippedFamily))
  for (const character of '政府信息公开〔2026〕号镕龘𬱖㙟□√—')
    assert.ok(noto?.covers(character.codePointAt(0) ?? 0), character)
  assert.equal(noto?.covers(0x2fffd), false)
})

test('bytes that are no usable font are refused with a sentence for the administrator', () => {
  for (const bytes of [
    new Uint8Array(),
    new Uint8Array(Buffer.from('wOF2aaaaaaaaaaaa')),
    Uint8Array.of(0, 1, 0, 0, 0, 9),
  ]) {
    assert.throws(() => readFontFile(bytes), { name: 'UnreadableFont' })
  }
})

test('registered faces take the place they are made for, and the office is told where the shipped face stands in', () => {
  const none = chooseFaces([], shipped)
  assert.deepEqual(
    none.substituted.map(({ wanted }) => wanted),
    ['仿宋', '小标宋', '黑体', '楷体'],
  )
  assert.deepEqual(none.families.body, [shippedFamily])
  const some = chooseFaces(
    [
      tinyFont('仿宋_GB2312', 0x4e00, 0x9fff),
      tinyFont('方正小标宋简体', 0x4e00, 0x9fff),
      tinyFont('某机关生僻字', 0x3400, 0x3400),
    ],
    shipped,
  )
  assert.deepEqual(some.families.body, ['仿宋_GB2312', '某机关生僻字', shippedFamily])
  assert.equal(some.families.title[0], '方正小标宋简体')
  assert.deepEqual(
    some.substituted.map(({ wanted }) => wanted),
    ['黑体', '楷体'],
  )
})

test('a character counts as missing only when no face of the chain can draw it', () => {
  const faces = chooseFaces([tinyFont('仿宋_GB2312', 0x4e00, 0x4e00)], shipped)
  assert.deepEqual(faces.missing('body', '一丁\n𬱖'), [])
  assert.deepEqual(faces.missing('body', '\u{2fffd}甲\u{2fffd}'), ['\u{2fffd}'])
})

test('a registered font file that cannot be read stops the typesetter with a reason, not the server', async () => {
  const writer = openPdfWriter({ fonts: [new Uint8Array([1, 2, 3])], threads: 1 })
  await assert.rejects(() => writer.write({ layout: 'plain', letterhead: '甲', title: ['乙'], body: [] }), {
    name: 'TypesettingFailed',
  })
  await writer.close()
})
