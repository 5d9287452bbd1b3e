import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate'
import { writeDocx } from '../write/docx.ts'
import { cell, type OfficialDocument } from '../write/model.ts'
import { writePdf } from '../write/pdf/write-pdf.ts'
import { writeText } from '../write/text.ts'
import { boxesOfTerms, type SeatedGlyph } from './find-boxes.ts'
import { openPdf } from './open-pdf.ts'
import { redactDocument } from './redact-document.ts'
import { redactDocx } from './redact-docx.ts'
import { redactPdf, TermsNotCovered, type RedactionBox } from './redact-pdf.ts'
import { spansOf, termsIn } from './term-search.ts'
import { verifyRedaction } from './verify-redaction.ts'

/** Made-up. */
const name = '欧阳测试'
const phone = '13800001111'
const terms = [name, phone]

const decision: OfficialDocument = {
  layout: 'letter',
  letterhead: '云汀市应急管理局',
  documentNumber: '云应急罚〔2025〕11号',
  title: [`对${name}的`, '行政处罚决定书'],
  addressee: name,
  body: [
    { kind: 'heading', level: 1, text: `一、${name}的基本情况` },
    {
      kind: 'paragraph',
      content: [
        '当事人欧阳',
        { text: '测', bold: true },
        `试，电话${phone.slice(0, 5)} ${phone.slice(5)}，违反规定。`,
      ],
    },
    { kind: 'items', numbering: '1.', items: [[`${name}的陈述；`], ['其他证据。']] },
    { kind: 'table', caption: name, widths: [1, 1], headRows: 0, rows: [[cell('姓名'), cell(name)]] },
    { kind: 'paragraph', content: ['处罚款1000元。'] },
  ],
  enclosures: [`${name}询问笔录`],
  signature: { agencies: ['云汀市应急管理局'], on: '2025-06-18' },
  note: `联系人：${name}`,
}

test('a name is found with spaces inside, in full width, and across line breaks', () => {
  for (const text of [
    '欧 阳 测 试',
    '欧阳\n测试',
    `欧阳\u200b测试`,
    '１３８００００１１１１',
    '138 0000 1111',
  ]) {
    assert.equal(termsIn(text, terms).length, 1, text)
  }
  assert.deepEqual(termsIn('欧阳某，测试员', terms), [])
  assert.throws(() => spansOf('张三', ['张']), RangeError)
})

test('what stands between the places found holds no term any more', () => {
  const letters = fc.constantFrom('欧', '阳', '测', '试', ' ', '的', '1', '３')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let rest = ''
      let at = 0
      for (const { start, end } of spansOf(text, terms)) {
        assert.ok(start >= at && end > start)
        rest += `${text.slice(at, start)}■`
        at = end
      }
      assert.deepEqual(termsIn(rest + text.slice(at), terms), [])
    }),
  )
})

test('our own document is masked in the model: every form written from it is clean', async () => {
  const masked = redactDocument(decision, terms)
  assert.ok((await verifyRedaction(await writePdf(decision), terms)).length > 0)
  assert.ok((await verifyRedaction(await writeDocx(decision), terms)).length > 0)
  assert.deepEqual(termsIn(writeText(masked), terms), [])
  assert.deepEqual(await verifyRedaction(await writePdf(masked), terms, { fileName: '决定书.pdf' }), [])
  assert.deepEqual(await verifyRedaction(await writeDocx(masked), terms), [])
  assert.match(writeText(masked), /当事人■■■■，电话■■■■，违反规定。/)
  assert.match(writeText(masked), /处罚款1000元/)
})

/** A PDF by hand with a name in each hiding place that the format has; `page` draws a rectangle over the words. */
function hidingPdf(): Uint8Array {
  const utf16 = (text: string): string =>
    `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
  const stream = (dictionary: string, body: string): string =>
    `<< ${dictionary} /Length ${Buffer.byteLength(body)} >>\nstream\n${body}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /AcroForm << /Fields [9 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >> >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Annots [8 0 R 9 0 R] /Resources << /Font << /F 5 0 R >> >> >>',
    stream('', `BT /F 20 Tf 40 120 Td (Tel ${phone} end) Tj ET 0 g 70 110 130 30 re f`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
    `<< /Title ${utf16(name)} /Parent 6 0 R /Dest [3 0 R /Fit] >>`,
    `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ${utf16(`问过${name}`)} >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /V ${utf16(name)} /Rect [40 40 200 60] >>`,
    '<< /Type /Filespec /F (note.txt) /EF << /F 11 0 R >> >>',
    stream('/Type /EmbeddedFile', `名单：${name}`),
    `<< /Author ${utf16(name)} /Title (x) >>`,
    stream('', `(earlier version) ${Buffer.from(name, 'utf8').toString('utf8')}`),
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(body)
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = Buffer.byteLength(body)
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  body += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 12 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new Uint8Array(Buffer.from(body))
}

test('a black rectangle over live text is no redaction: every hiding place of a PDF is reported', async () => {
  const kinds = new Set(
    (await verifyRedaction(hidingPdf(), terms, { fileName: `${name}.pdf` })).map(({ kind }) => kind),
  )
  for (const kind of [
    'text',
    'metadata',
    'comment',
    'bookmark',
    'formField',
    'fileName',
    'rawBytes',
  ] as const) {
    assert.ok(kinds.has(kind), kind)
  }
  const attached = (await verifyRedaction(hidingPdf(), terms)).filter(({ where }) => where.includes('附件'))
  assert.ok(attached.length > 0)
})

test('a redacted PDF made elsewhere is a picture: black where asked, legible elsewhere, nothing left behind', async () => {
  const boxes: RedactionBox[] = [
    { page: 1, box: [70, 60, 200, 90] },
    { page: 1, box: [40, 140, 200, 160] },
  ]
  const redacted = await redactPdf(hidingPdf(), boxes, { dpi: 144 })
  assert.deepEqual(await verifyRedaction(redacted, terms), [])
  const pdf = await openPdf(redacted)
  const page = await pdf.getPage(1)
  const viewport = page.getViewport({ scale: 1 })
  assert.deepEqual([viewport.width, viewport.height], [300, 200])
  assert.equal((await page.getTextContent()).items.length, 0)
  const factory = pdf.canvasFactory as { create(w: number, h: number): { context: CanvasRenderingContext2D } }
  const { context } = factory.create(300, 200)
  await page.render({ canvas: null, canvasContext: context, viewport }).promise
  const darkest = (left: number, top: number, width: number, height: number): [number, number] => {
    const { data } = context.getImageData(left, top, width, height)
    let [low, high] = [255, 0]
    for (let at = 0; at < data.length; at += 4) {
      low = Math.min(low, data[at] ?? 0)
      high = Math.max(high, data[at] ?? 0)
    }
    return [low, high]
  }
  assert.ok(darkest(75, 65, 120, 20)[1] < 40, 'the box is black all over')
  const [low, high] = darkest(40, 62, 28, 22)
  assert.ok(low < 120 && high > 200, 'the words before the box can still be read')
  await pdf.loadingTask.destroy()
  await assert.rejects(() => redactPdf(hidingPdf(), [{ page: 2, box: [0, 0, 1, 1] }]), RangeError)
  await assert.rejects(() => redactPdf(strToU8('no pdf'), []), { name: 'UnreadableDocument' })
})

test('a name left outside the boxes stops the redaction: in a picture it could be read but not be found', async () => {
  await assert.rejects(
    () => redactPdf(hidingPdf(), [{ page: 1, box: [200, 0, 300, 200] }], { terms, dpi: 72 }),
    (error: unknown) => {
      assert.ok(error instanceof TermsNotCovered)
      assert.deepEqual(error.missed, [
        { page: 1, term: phone },
        { page: 1, term: name },
      ])
      return true
    },
  )
  const everywhere: RedactionBox[] = [
    { page: 1, box: [70, 60, 200, 90] },
    { page: 1, box: [40, 140, 200, 160] },
  ]
  const covered = await redactPdf(hidingPdf(), everywhere, { terms, dpi: 72 })
  assert.ok(covered.length > 500)
  const letterPdf = await writePdf(decision)
  await assert.rejects(() => redactPdf(letterPdf, [], { terms, dpi: 72 }), { name: 'TermsNotCovered' })
  const whole: RedactionBox[] = [{ page: 1, box: [0, 0, 596, 842] }]
  assert.deepEqual(await verifyRedaction(await redactPdf(letterPdf, whole, { terms, dpi: 72 }), terms), [])
})

test('boxes come from the seats of the characters, also when a name breaks over two lines', () => {
  const glyph = (text: string, index: number, base: number): SeatedGlyph => ({
    text,
    left: 10 + index * 16,
    right: 26 + index * 16,
    base,
    size: 16,
  })
  const glyphs = [...'当事人欧阳'].map((one, index) => glyph(one, index, 100))
  glyphs.push(...[...'测试的陈述'].map((one, index) => glyph(one, index, 129)))
  // Files draw in any order.
  const boxes = boxesOfTerms([{ page: 3, glyphs: glyphs.toReversed() }], [name])
  assert.deepEqual(
    boxes.map(({ page, box }) => [page, box[0], box[2]]),
    [
      [3, 58, 90],
      [3, 10, 42],
    ],
  )
})

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

function hidingDocx(): Uint8Array {
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="a"/><Override PartName="/word/comments.xml" ContentType="b"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="x/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/comments" Target="comments.xml"/><Relationship Id="r2" Type="x/hyperlink" Target="mailto:a@b.example?subject=${encodeURIComponent(name)}" TargetMode="External"/><Relationship Id="r3" Type="x/package" Target="embeddings/list.xlsx"/></Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document ${w}><w:body><w:p w:rsidR="00A1"><w:r><w:t>当事人欧</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">阳 测</w:t></w:r><w:r><w:t>试，电话${phone}，处罚款。</w:t></w:r></w:p>` +
        `<w:p><w:del w:author="${name}" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>${name}的旧稿</w:delText></w:r></w:del><w:ins w:author="${name}"><w:r><w:t>新写的一句。</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="1" w:name="${name}"/><w:r><w:instrText>HYPERLINK "tel:${phone}"</w:instrText></w:r></w:p>` +
        `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>${name}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
    'word/comments.xml': xml(
      `<w:comments ${w}><w:comment w:author="${name}"><w:p><w:r><w:t>问${name}</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
    'word/header1.xml': xml(`<w:hdr ${w}><w:p><w:r><w:t>${name}案</w:t></w:r></w:p></w:hdr>`),
    'docProps/core.xml': xml(
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
    ),
    'docProps/thumbnail.jpeg': Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
    'word/embeddings/list.xlsx': zipSync({
      'xl/sharedStrings.xml': xml(`<sst><si><t>${name}</t></si></sst>`),
    }),
    'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    'customXml/item1.xml': xml(`<data>${name}</data>`),
  })
}

test('a Word file is masked across runs and loses deleted text, comments, authors, properties and embedded files', async () => {
  const places = (await verifyRedaction(hidingDocx(), terms)).map(({ where }) => where)
  for (const place of [
    'word/document.xml',
    'word/comments.xml',
    'word/header1.xml',
    'docProps/core.xml',
    'customXml/item1.xml',
    'word/_rels/document.xml.rels',
  ]) {
    assert.ok(places.includes(place), place)
  }
  assert.ok(places.some((place) => place.startsWith('word/embeddings/list.xlsx › ')))

  const { bytes, pictures } = redactDocx(hidingDocx(), terms)
  assert.deepEqual(await verifyRedaction(bytes, terms), [])
  assert.deepEqual(pictures, ['word/media/image1.png'])
  const parts = unzipSync(bytes)
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')
  assert.match(text, /当事人■■■■，电话■■■■，处罚款。/)
  assert.match(text, /新写的一句。/)
  assert.ok(!text.includes('旧稿'))
  for (const gone of [
    'word/comments.xml',
    'docProps/thumbnail.jpeg',
    'customXml/item1.xml',
    'word/embeddings/list.xlsx',
  ]) {
    assert.ok(!(gone in parts), gone)
  }
  for (const [part, content] of Object.entries(parts)) {
    if (part.endsWith('.rels')) assert.doesNotMatch(strFromU8(content), /comments|thumbnail|embeddings/)
  }
})

test('a Word file written by us survives masking and says the same apart from the names', async () => {
  const { bytes } = redactDocx(await writeDocx(decision), terms)
  assert.deepEqual(await verifyRedaction(bytes, terms), [])
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')
  assert.match(text, /处罚款1000元/)
  assert.throws(() => redactDocx(zipSync({ 'a.txt': strToU8('x') }), terms), { name: 'UnreadableDocument' })
  assert.throws(() => redactDocx(strToU8('not a zip'), terms), { name: 'UnreadableDocument' })
})

test('a file that cannot be looked into blocks like a find', async () => {
  for (const bytes of [strToU8('%PDF-1.7 broken'), Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9)]) {
    assert.deepEqual(
      (await verifyRedaction(bytes, terms)).map(({ kind }) => kind),
      ['unreadable'],
    )
  }
})

test('plain text, web pages and old binary files are searched in every Chinese encoding', async () => {
  const gb = Uint8Array.from([0xc5, 0xb7, 0xd1, 0xf4, 0xb2, 0xe2, 0xca, 0xd4])
  for (const [form, bytes] of [
    ['utf-8', strToU8(`甲${name}乙`)],
    ['utf-16le', new Uint8Array(Buffer.from(`甲${name}乙`, 'utf16le'))],
    ['gb18030', gb],
    ['html entities', strToU8('<p>&#x6B27;&#38451;<b>测</b>试</p>')],
  ] as const) {
    assert.ok((await verifyRedaction(bytes, terms)).length > 0, form)
  }
  assert.deepEqual(await verifyRedaction(strToU8('<p>无关的文字</p>'), terms), [])
})

test('a PDF that lies in a Buffer, as files from the store do, is verified like any other, and the Buffer stays whole', async () => {
  const bytes = Buffer.from(await writePdf(decision))
  const before = bytes.toString('base64')
  const traces = await verifyRedaction(bytes, terms, { fileName: '公开件.pdf' })
  assert.ok(traces.length > 0)
  assert.equal(bytes.toString('base64'), before)
})
