import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8 } from 'fflate'
import fc from 'fast-check'
import { docxOf, wordParagraph } from '../../../test/builders/docx-edit.ts'
import { docxParts } from '../redact/docx-parts.ts'
import { parseXml } from '../redact/xml-tree.ts'
import { cell, paragraph } from '../write/model.ts'
import { docxDangers } from './docx-dangers.ts'
import { paragraphsOf } from './docx-marks.ts'
import { fillDocx, UnfilledMark, type MarkValues } from './fill-docx.ts'

const xmlOf = (bytes: Uint8Array, part = 'word/document.xml') =>
  strFromU8(docxParts(bytes)[part] ?? new Uint8Array())
const linesOf = (bytes: Uint8Array) => paragraphsOf(parseXml(xmlOf(bytes))).map(({ text }) => text)
const values = (texts: Record<string, string>, blocks: MarkValues['blocks'] = new Map()): MarkValues => ({
  texts: new Map(Object.entries(texts)),
  blocks,
})

test('a mark is found however Word cut it into runs, with spaces in it and with full-width braces', () => {
  const name = values({ 收件人: '沈青禾' })
  for (const runs of [
    ['致{{收件人}}：'],
    ['致{', '{收', '件人}', '}：'],
    ['致', '{{', '收件人', '}}', '：'],
    ['致{{ 收件 人 }}：'],
    ['致｛｛收件人｝｝：'],
  ])
    assert.deepEqual(linesOf(fillDocx(docxOf(wordParagraph(...runs)), name)), ['致沈青禾：'])
})

test('what is filled in is text: it is not searched for marks, and its signs do not become markup', () => {
  const filled = fillDocx(
    docxOf(wordParagraph('{{内容}}，{{收件人}}')),
    values({ 内容: '<w:p>{{收件人}}&{{正文}}\u0000</w:p>', 收件人: '沈青禾' }),
  )
  assert.deepEqual(linesOf(filled), ['<w:p>{{收件人}}&{{正文}}</w:p>，沈青禾'])
})

test('any text comes out as it went in, whatever the runs', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'云汀{}｛&<>"\'　 \t甲1'), maxLength: 12 })
  fc.assert(
    fc.property(
      signs,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      (value, one, other) => {
        const text = '甲{{收件人}}乙'
        const cuts = [0, ...[one, other].sort((a, b) => a - b), text.length]
        const runs = cuts.slice(1).map((end, index) => text.slice(cuts[index], end))
        assert.deepEqual(linesOf(fillDocx(docxOf(wordParagraph(...runs)), values({ 收件人: value }))), [
          `甲${value}乙`,
        ])
      },
    ),
    { numRuns: 100 },
  )
})

test('several lines stay several lines in the look of their run', () => {
  const run = '<w:r><w:rPr><w:b/></w:rPr><w:t>{{清单}}</w:t></w:r>'
  const xml = xmlOf(fillDocx(docxOf(wordParagraph(run)), values({ 清单: '1. 甲\n2. 乙' })))
  assert.match(xml, /<w:rPr><w:b\/><\/w:rPr><w:t[^>]*>1\. 甲<\/w:t><w:br\/><w:t[^>]*>2\. 乙<\/w:t><\/w:r>/)
})

test('blocks take the place and the look of the paragraph of their mark, also in a cell of a table', () => {
  const marked =
    '<w:p><w:pPr><w:jc w:val="both"/><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>{{正文}}</w:t></w:r></w:p>'
  const blocks = new Map([
    [
      '正文',
      [
        paragraph('第一段'),
        { kind: 'items' as const, numbering: '1.' as const, items: [['甲'], ['乙']] },
        {
          kind: 'table' as const,
          caption: '表',
          widths: [1, 2],
          headRows: 1,
          rows: [[cell('项', { rowspan: 2 }), cell('值')], [cell('2')]],
        },
      ],
    ],
  ])
  const inBody = fillDocx(docxOf(`${wordParagraph('前')}${marked}${wordParagraph('后')}`), values({}, blocks))
  assert.deepEqual(linesOf(inBody), ['前', '第一段', '1. 甲', '2. 乙', '项', '值', '', '2', '后'])
  assert.match(
    xmlOf(inBody),
    /<w:ind w:firstLine="640"\/><w:jc w:val="both"\/><\/w:pPr><w:r><w:rPr><w:sz w:val="32"\/>/,
  )
  const inCell = fillDocx(docxOf(`<w:tbl><w:tr><w:tc>${marked}</w:tc></w:tr></w:tbl>`), values({}, blocks))
  assert.match(xmlOf(inCell), /<\/w:tbl><w:p>.*?<\/w:p><\/w:tc>/, 'a cell ends in a paragraph')
})

test('a block without content takes its paragraph away, but never the last one of a cell or of a section', () => {
  const nothing = values({}, new Map([['附件', []]]))
  assert.deepEqual(linesOf(fillDocx(docxOf(`${wordParagraph('前')}${wordParagraph('{{附件}}')}`), nothing)), [
    '前',
  ])
  const cellOnly = `<w:tbl><w:tr><w:tc>${wordParagraph('{{附件}}')}</w:tc></w:tr></w:tbl>`
  assert.deepEqual(linesOf(fillDocx(docxOf(`${cellOnly}${wordParagraph('后')}`), nothing)), ['', '后'])
  const section = '<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{附件}}</w:t></w:r></w:p>'
  assert.match(xmlOf(fillDocx(docxOf(`${section}${wordParagraph('后')}`), nothing)), /<w:sectPr\/>/)
})

test('headers, footers and text boxes are filled; a mark without a value stops it', () => {
  const box = `<w:p><w:r><w:pict><w:txbxContent>${wordParagraph('{{发文字号}}')}</w:txbxContent></w:pict></w:r></w:p>`
  const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph('{{发文字号}}')}</w:hdr>`
  const filled = fillDocx(docxOf(box, { 'word/header1.xml': header }), values({ 发文字号: '某〔2026〕1号' }))
  assert.ok(linesOf(filled).includes('某〔2026〕1号'))
  assert.match(xmlOf(filled, 'word/header1.xml'), /某〔2026〕1号/)
  assert.throws(() => fillDocx(docxOf(wordParagraph('{{别的}}')), values({})), UnfilledMark)
})

const relations = (one: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${one}/></Relationships>`
const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${[...code].map((sign) => `<w:r><w:instrText xml:space="preserve">${sign === ' ' ? ' ' : sign}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

test('a file that could fetch, run or hide something is named for what it carries', () => {
  const table: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['a macro', docxOf(wordParagraph('甲'), { 'word/vbaProject.bin': 'x' }), /宏/],
    [
      'a picture of another place',
      docxOf(wordParagraph('甲'), {
        'word/_rels/document.xml.rels': relations(
          'image" Target="https://a.example/1.png" TargetMode="External"',
        ),
      }),
      /链接到别处的图片.*a\.example/,
    ],
    [
      'a template of another place',
      docxOf(wordParagraph('甲'), {
        'word/_rels/settings.xml.rels': relations(
          'attachedTemplate" Target="\\\\host\\x.dotm" TargetMode="external"',
        ),
      }),
      /外部的模板/,
    ],
    [
      'a link without the word for it',
      docxOf(wordParagraph('甲'), {
        'word/_rels/document.xml.rels': relations('hyperlink" Target="file:///c:/x"'),
      }),
      /外部链接/,
    ],
    [
      'a field that fetches, its code cut into runs',
      docxOf(wordParagraph(field(' INCLUDEPICTURE "https://a.example"'))),
      /域“INCLUDEPICTURE/,
    ],
    ['a field that runs a program', docxOf(wordParagraph(field('DDEAUTO c:\\\\x'))), /域“DDEAUTO/],
    [
      'a simple field',
      docxOf(wordParagraph('<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>甲</w:t></w:r></w:fldSimple>')),
      /域“AUTHOR/,
    ],
    ['an embedded file', docxOf(wordParagraph('甲'), { 'word/embeddings/a.bin': 'x' }), /嵌入/],
    ['a chunk of another format', docxOf('<w:altChunk r:id="r1"/>'), /嵌入/],
    ['a drawing with script', docxOf(wordParagraph('甲'), { 'word/media/a.svg': '<svg/>' }), /图片只能是/],
    ['a comment', docxOf(wordParagraph('甲'), { 'word/comments.xml': '<w:comments xmlns:w="w"/>' }), /批注/],
    [
      'a tracked deletion',
      docxOf(wordParagraph('<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>')),
      /修订/,
    ],
    [
      'a drawing that fetches its picture from elsewhere',
      docxOf(
        wordParagraph(
          '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://elsewhere.example/x.png"/></v:shape></w:pict></w:r>',
        ),
      ),
      /链接到别处的图片/,
    ],
  ]
  for (const [what, bytes, says] of table) {
    const found = docxDangers(docxParts(bytes))
    assert.ok(
      found.some((sentence) => says.test(sentence)),
      `${what}: ${found.join(' ')}`,
    )
  }
  assert.deepEqual(docxDangers(docxParts(docxOf(wordParagraph(field(' PAGE  \\* MERGEFORMAT '), '甲')))), [])
})
