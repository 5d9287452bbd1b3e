import assert from 'node:assert/strict'
import { strToU8, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { DocTree, TableBlock } from '../tree.ts'
import { UnreadableDocument } from '../tree.ts'
import { withoutFormulas } from './biff.ts'
import { read, readMany } from './index.ts'

const textsOf = (tree: DocTree): string[] =>
  tree.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])).filter((text) => text !== '')

const tableOf = (tree: DocTree): TableBlock => {
  const table = tree.blocks.find((block) => block.kind === 'table')
  assert.ok(table?.kind === 'table', 'no table was found')
  return table
}

const rowsOf = (table: TableBlock): string[] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text.replaceAll('\n', ''))
      .join('|'),
  )

const readText = (text: string): Promise<DocTree> => read(strToU8(text))

async function refusal(bytes: Uint8Array): Promise<UnreadableDocument> {
  try {
    await read(bytes)
  } catch (error) {
    assert.ok(error instanceof UnreadableDocument, String(error))
    return error
  }
  assert.fail('it was read')
}

test('elements a browser does not know part no sentence: Word’s o:p and its smart tags', async () => {
  const tree = await readText(
    '<html><body><p class=MsoNormal><span lang=EN-US>2023<o:p></o:p></span><span>年收到申请</span><st1:chsdate w:st="on">5</st1:chsdate><font>件</font>。</p><p>下一段</p></body></html>',
  )
  assert.deepEqual(textsOf(tree), ['2023年收到申请5件。', '下一段'])
})

test('Markdown with breaks in its cells is Markdown, and its titles are titles', async () => {
  const tree = await readText(
    '### 一、总体情况\n\n正文。\n\n| 信息<br>内容 | 本年<br>制发 |\n|---|---|\n| 规章<br>（件） | **3** |\n',
  )
  assert.equal(tree.format, 'md')
  assert.deepEqual(textsOf(tree), ['一、总体情况', '正文。'])
  assert.deepEqual(rowsOf(tableOf(tree)), ['信息内容|本年制发', '规章（件）|3'])
})

test('Markdown with a table in tags keeps the spans of the table and the lines around it', async () => {
  const tree = await readText(
    '# 标题\n\n第一段。\n\n<table>\n<tr><td rowspan="2">甲</td><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n\n第二段。\n',
  )
  assert.equal(tree.format, 'md')
  assert.deepEqual(textsOf(tree), ['标题', '第一段。', '第二段。'])
  const table = tableOf(tree)
  assert.equal(table.cells.find((cell) => cell.text === '甲')?.rowspan, 2)
  assert.equal(table.cells.find((cell) => cell.text === '2')?.place.line, 7)
})

test('a text whose titles are set strong is Markdown', async () => {
  const tree = await readText('**一、总体情况**\n\n甲\n\n**二、主动公开**\n\n乙\n\n**三、申请**\n\n丙\n')
  assert.deepEqual(textsOf(tree), ['一、总体情况', '甲', '二、主动公开', '乙', '三、申请', '丙'])
})

test('a table drawn with characters is a grid: wrapped labels, cells over several columns and rows', async () => {
  const tree = await readText(
    [
      '前文',
      '+--------+--------+------+',
      '| 申请人 | 自然人 | 总计 |',
      '| 情况   +--------+------+',
      '|        |      3 |   3  |',
      '+--------+--------+------+',
      '| 危及“三 | 0    |   0  |',
    ].join('\n'),
  )
  const table = tableOf(tree)
  assert.deepEqual(rowsOf(table), ['申请人情况|自然人|总计', '3|3'])
  assert.equal(table.cells[0]?.rowspan, 2)
  for (const cell of table.cells.filter((one) => /^\d/.test(one.text)))
    assert.equal(tree.text.slice(cell.place.start, cell.place.end), cell.text)
})

test('drawn rules with quotation marks of one width, lines of Chinese boxes, and rows without rules between', async () => {
  const quoted = await readText(
    [
      '+-----------+----+',
      '| “三安全”  | 1  |',
      '+-----------+----+',
      '| 公开      | 20 |',
      '+-----------+----+',
    ].join('\n'),
  )
  assert.ok(['“三安全”|1', '公开|20'].every((row) => rowsOf(tableOf(quoted)).includes(row)))
  const boxed = await readText(['┌──┬──┐', '│规章│ 2  │', '├──┼──┤', '│许可│ 15 │', '└──┴──┘'].join('\n'))
  assert.deepEqual(rowsOf(tableOf(boxed)), ['规章|2', '许可|15'])
  const bare = await readText(
    [
      '+------+----+',
      '| 行名 | 数 |',
      '+------+----+',
      '| 规章 | 2  |',
      '| 许可 | 15 |',
      '+------+----+',
    ].join('\n'),
  )
  assert.equal(
    bare.blocks.some((block) => block.kind === 'table'),
    false,
  )
})

test('a zip of many reports is read file by file, a zip of one as the report itself', async () => {
  const many = zipSync({
    '甲/一.txt': strToU8('甲报告'),
    'b.html': strToU8('<p>乙报告</p><p>2</p>'),
    '__MACOSX/x': strToU8('x'),
  })
  const entries = await readMany(many)
  assert.deepEqual(
    entries.map((entry) => entry.name),
    ['甲/一.txt', 'b.html'],
  )
  assert.equal((await refusal(many)).code, 'archiveOfMany')
  const one = await read(zipSync({ '一.txt': strToU8('甲报告') }))
  assert.deepEqual(textsOf(one), ['甲报告'])
})

test('files that are cut off or something else end in one Chinese sentence', async () => {
  const ole = new Uint8Array(2048)
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const zip = zipSync({
    'word/document.xml': strToU8('<w:document/>'),
    '[Content_Types].xml': strToU8('<Types/>'),
  })
  const expected: readonly (readonly [Uint8Array, string])[] = [
    [new Uint8Array(0), 'empty'],
    [strToU8(' \n \n'), 'empty'],
    [new Uint8Array(4000), 'binary'],
    [zip.subarray(0, zip.length - 30), 'damagedZip'],
    [ole, 'damagedDoc'],
    [strToU8('%PDF-1.4\n1 0 obj'), 'damagedPdf'],
    [strToU8('Rar!\x1a\x07\x01\x00'), 'archive'],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'needsOcr'],
    [zipSync({ 'a.zip': zipSync({ 'b.txt': strToU8('b') }) }), 'nestedArchive'],
  ]
  for (const [bytes, code] of expected) {
    const error = await refusal(bytes)
    assert.equal(error.code, code)
    assert.match(error.message, /^[^\n]*\p{Script=Han}[^\n]*。$/u)
  }
})

test('an old workbook is read without its formulas, which may never end; the other records stay', async () => {
  const record = (type: number, body: readonly number[]) => [type & 0xff, type >> 8, body.length, 0, ...body]
  const number = record(0x0203, Array<number>(14).fill(1))
  const formula = record(0x0006, [...Array<number>(20).fill(2), 9, 0, 0x44, 0, 0])
  const plain = record(0x0006, [...Array<number>(15).fill(2), 0, 0, 0, 0, 0, 0, 0, 0x44, 0, 0])
  // Array formulas, shared ones, names, references to other books, links over a whole sheet; a formula too short to have an end.
  const needless = [0x0021, 0x0221, 0x04bc, 0x0018, 0x0218, 0x0017, 0x01ae, 0x01b8, 0x0800, 0x0406]
  const stream = withoutFormulas(
    Uint8Array.from([...number, ...formula, ...needless.flatMap((type) => record(type, [1, 2])), 0x06, 0x00]),
  )
  assert.deepEqual(
    [...stream],
    [...number, ...plain, ...needless.flatMap(() => record(0x0850, [1, 2])), 0x06, 0x00],
  )
  // Found by spoiling reports (scripts/fuzz-read.mjs): the library followed a formula without end.
  const sound = await read(
    new Uint8Array(readFileSync(join('test', 'reports', 'files', 'emergency-2022.xls'))),
  )
  assert.match(sound.text, /申请/)
  for (const [name, code] of [
    ['endless-formula.xls', 'noText'],
    ['endless-array.xls', 'noText'],
  ] as const) {
    const endless = new Uint8Array(readFileSync(join('test', 'reports', 'formats', name)))
    assert.equal((await refusal(endless)).code, code, name)
  }
})

test('characters that are never seen are taken out of words and figures, and counted with the place of the first', async () => {
  const page =
    '<html><body><p>政府</p>\n<p>信\u200b息公开1\ufeff2件\ufeff</p><p>\ufeff公开\u00ad申请</p></body></html>'
  const tree = await readText(page)
  assert.deepEqual(textsOf(tree), ['政府', '信息公开12件', '公开申请'])
  const [note] = tree.notes.filter(({ code }) => code === 'zeroWidth')
  assert.equal(note?.count, 3)
  assert.equal(note?.place?.line, 2)
  const text = await readText('政府信息公开\n新收\u200b3件，\u200b办结3件\n')
  const [own] = text.notes.filter(({ code }) => code === 'zeroWidth')
  assert.deepEqual([own?.count, own?.place?.line], [1, 2])
  const sound = await readText('\ufeff政府信息公开\u200b\n新收3件')
  assert.deepEqual(sound.notes, [])
})
