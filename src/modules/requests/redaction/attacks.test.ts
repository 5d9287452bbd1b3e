import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { docxOf, editDocx, wordParagraph } from '../../../../test/builders/docx-edit.ts'
import { read } from '../../../documents/read/index.ts'
import { openPdf } from '../../../documents/redact/open-pdf.ts'
import { verifyRedaction } from '../../../documents/redact/verify-redaction.ts'
import { writeDocx } from '../../../documents/write/docx.ts'
import { cell, paragraph } from '../../../documents/write/model.ts'
import { writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { closeRedactor, redactor } from './redactor.ts'

after(() => closeRedactor())

/** Made-up: no such person, no such number. */
const name = '欧阳测试'
const id = '110099190001010014'
const terms = [name, id]
const body = (more = '') =>
  `${wordParagraph('现场检查发现三处隐患。')}${more}${wordParagraph('已责令改正。')}`
const hiddenRun = (look: string, text: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="${name}"><w:p><w:r><w:t>${name}${id}</w:t></w:r></w:p></w:comment></w:comments>`
const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph(`当事人${name}`)}</w:hdr>`

/** Ways in which a name or a number was left in published files, or could be. */
const attacks: readonly (readonly [string, Uint8Array])[] = [
  ['plain text', docxOf(body(wordParagraph(`当事人${name}，${id}。`)))],
  ['hidden text', docxOf(body(wordParagraph(hiddenRun('<w:vanish/>', `${name}${id}`))))],
  ['white text', docxOf(body(wordParagraph(hiddenRun('<w:color w:val="FFFFFF"/>', `${name}${id}`))))],
  ['text of one point', docxOf(body(wordParagraph(hiddenRun('<w:sz w:val="2"/>', `${name}${id}`))))],
  [
    'a tracked deletion and a tracked insertion',
    docxOf(
      body(
        wordParagraph(
          `<w:del w:id="1" w:author="${name}"><w:r><w:delText>${name}</w:delText></w:r></w:del>`,
          `<w:ins w:id="2" w:author="${name}"><w:r><w:t>证号${id}</w:t></w:r></w:ins>`,
        ),
      ),
    ),
  ],
  ['a comment', docxOf(body(), { 'word/comments.xml': comments })],
  ['a header', docxOf(body(), { 'word/header1.xml': header })],
  [
    'the code and the result of a field',
    docxOf(
      body(
        wordParagraph(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
          `<w:r><w:instrText>DOCPROPERTY ${name}</w:instrText></w:r>`,
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
          `<w:r><w:t>${id}</w:t></w:r>`,
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
      ),
    ),
  ],
  [
    'the alternative text of a picture',
    docxOf(
      body(
        `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="${name}" descr="${name} ${id}" title="${id}"/></wp:inline></w:drawing></w:r></w:p>`,
      ),
    ),
  ],
  [
    'a text box',
    docxOf(
      body(
        `<w:p><w:r><w:pict><w:txbxContent>${wordParagraph(name, id)}</w:txbxContent></w:pict></w:r></w:p>`,
      ),
    ),
  ],
  [
    'signs of no width inside the number',
    docxOf(
      body(
        wordParagraph(
          `${id.slice(0, 6)}\u200b${id.slice(6, 10)}\u2063\u202e${id.slice(10)}，欧\u200d阳\u00ad测\ufe0f试`,
        ),
      ),
    ),
  ],
  [
    'the number over several runs',
    docxOf(body(wordParagraph(id.slice(0, 3), id.slice(3, 9), id.slice(9), '欧', '阳测', '试'))),
  ],
  [
    'the number over two lines',
    docxOf(
      body(
        wordParagraph(
          `<w:r><w:t>${id.slice(0, 9)}</w:t><w:br/><w:t>${id.slice(9)}</w:t></w:r>`,
          '欧阳',
          '<w:r><w:br/></w:r>',
          '测试',
        ),
      ),
    ),
  ],
  [
    'the number over two paragraphs',
    docxOf(
      body(
        `${wordParagraph(`证号${id.slice(0, 9)}`)}${wordParagraph(`${id.slice(9)}。`)}${wordParagraph('当事人欧阳')}${wordParagraph('测试。')}`,
      ),
    ),
  ],
  [
    'the number over two cells',
    docxOf(
      body(
        `<w:tbl><w:tr><w:tc>${wordParagraph(`${name.slice(0, 2)}`)}</w:tc><w:tc>${wordParagraph(name.slice(2))}</w:tc></w:tr><w:tr><w:tc>${wordParagraph(id.slice(0, 6))}</w:tc><w:tc>${wordParagraph(id.slice(6))}</w:tc></w:tr></w:tbl>`,
      ),
    ),
  ],
  [
    'full-width digits',
    docxOf(
      body(
        wordParagraph(
          `${[...id].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')}　欧　阳　测　试`,
        ),
      ),
    ),
  ],
  [
    'a plain text',
    Buffer.from(
      `现场检查发现三处隐患。\n当事人：${name}\n证号 ${id.slice(0, 6)}\n${id.slice(6)}\n已责令改正。`,
    ),
  ],
]

for (const [what, bytes] of attacks)
  test(`a masked copy keeps nothing of ${what}, or it does not go out`, async () => {
    const original = `${what}.${Buffer.from(bytes).subarray(0, 2).toString() === 'PK' ? 'docx' : 'txt'}`
    const masked = await redactor().mask(bytes, terms, [], '2026-03-02')
    assert.ok('bytes' in masked, 'refused' in masked ? masked.refused.join() : original)
    const traces = await verifyRedaction(masked.bytes, terms, { fileName: '公开件.pdf' })
    assert.deepEqual(traces, [])
    const text = (await read(masked.bytes, { name: `公开件.${masked.ending}` })).text.replace(/\s/gu, '')
    for (const part of ['现场检查发现三处隐患。', '已责令改正。'])
      assert.ok(text.includes(part), `${part} in ${text}`)
    // Half of the number or of the name is a trace, too.
    for (const half of [id.slice(0, 9), id.slice(9), '欧阳', '测试'])
      assert.ok(!text.normalize('NFKC').includes(half), half)
  })

test('what a number is hidden by does not hide it from the proposals', async () => {
  for (const [what, bytes] of attacks) {
    if (!/number over|no width|full-width|plain/.test(what)) continue
    const look = await redactor().look(bytes, what.includes('a plain') ? '原件.txt' : '原件.docx')
    const found = look.finds.map(({ text }) => text.normalize('NFKC').replace(/[^\dX]/gu, ''))
    assert.ok(found.includes(id), `${what}: ${JSON.stringify(look.finds)}`)
    for (const { where } of look.finds) assert.ok(where.length > 0, what)
  }
})

const own = {
  layout: 'letter' as const,
  letterhead: '云汀市应急管理局',
  documentNumber: '云应急罚〔2025〕11号',
  title: ['行政处罚决定书'],
  body: [
    paragraph(`当事人：${name}，证号${id}。`),
    {
      kind: 'table' as const,
      caption: '表',
      widths: [1, 1, 1],
      headRows: 1,
      rows: [
        [cell('项目', { rowspan: 2 }), cell('内容', { colspan: 2 })],
        [cell(name), cell('罚款1000元')],
      ],
    },
  ],
  signature: { agencies: ['云汀市应急管理局'], on: '2025-06-18' },
}

test('our own letter as a Word file is typeset anew: its text can be searched, its table keeps its cells, each place has its block', async () => {
  const docx = await writeDocx(own)
  const masked = await redactor().mask(docx, terms, [], '2026-03-02')
  assert.ok('bytes' in masked)
  assert.equal(masked.ending, 'pdf')
  assert.deepEqual(await verifyRedaction(masked.bytes, terms), [])
  const tree = await read(masked.bytes, { name: '公开件.pdf' })
  const text = tree.text.replace(/\s/gu, '')
  assert.match(text, /云应急罚〔2025〕11号/)
  assert.match(text, /当事人：■■■■，证号■■■■。/)
  assert.match(text, /罚款1000元/)
  assert.equal(text.split('■■■■').length - 1, 3)
  const pdf = await openPdf(masked.bytes)
  const { info } = await pdf.getMetadata()
  assert.doesNotMatch(JSON.stringify(info), /行政处罚|应急管理局/, 'no title and no author come along')
  await pdf.loadingTask.destroy()
})

test('a Word file that holds more than its text keeps its layout and is cleaned instead, and a PDF is drawn', async () => {
  const withLogo = editDocx(await writeDocx(own), (parts) => {
    parts['word/header9.xml'] = header
  })
  const cleaned = await redactor().mask(withLogo, terms, [])
  assert.ok('bytes' in cleaned && cleaned.ending === 'docx')
  assert.deepEqual(await verifyRedaction(cleaned.bytes, terms), [])
  const drawn = await redactor().mask(await writePdf(own), terms, [])
  assert.ok('bytes' in drawn && drawn.ending === 'pdf')
  assert.deepEqual(await verifyRedaction(drawn.bytes, terms), [])
  await assert.rejects(read(drawn.bytes, { name: 'x.pdf' }), /图片|文字/)
})

test('a plain text in which nothing has to be masked goes out as it is', async () => {
  const text = Buffer.from('现场检查发现三处隐患。')
  const given = await redactor().mask(text, [], [])
  assert.ok('bytes' in given && given.ending === 'txt')
  assert.deepEqual(Buffer.from(given.bytes), text)
})

test('a name that no face can draw does not stop the copy: the Word file is cleaned in its own layout', async () => {
  const rare = docxOf(body(wordParagraph(`当事人${name}，${id}，证人\u{10F0FF}。`)))
  const masked = await redactor().mask(rare, terms, [])
  assert.ok('bytes' in masked && masked.ending === 'docx')
})

const refusalOf = async (...given: Parameters<ReturnType<typeof redactor>['mask']>) => {
  const masked = await redactor().mask(...given)
  return 'refused' in masked ? masked.refused.join() : null
}
const officialLetter = {
  layout: 'letter',
  letterhead: '云汀市应急管理局',
  title: ['现场检查记录'],
  body: [paragraph(`负责人：${name}。`)],
} as const

test('a place beside the page blackens nothing: the copy is refused, not called masked', async () => {
  const pdf = await writePdf(officialLetter)
  const at = (left: number, top: number, width = 10, height = 10) => [{ page: 1, left, top, width, height }]
  for (const regions of [at(500, 10), at(10, 5000), at(1e308, 1e308, 1e308, 1e308), at(211, 0)])
    assert.match((await refusalOf(pdf, [], regions)) ?? 'made', /不在文件的页面上/, JSON.stringify(regions))
  assert.equal(await refusalOf(pdf, [], at(200, 290, 100, 100)), null, 'over the edge is on the page')
})

test('words of which none stands in the original mask nothing, and the copy is refused; one that stands there is enough', async () => {
  for (const original of [
    await writePdf(officialLetter),
    await writeDocx(officialLetter),
    Buffer.from(`负责人：${name}。`),
  ]) {
    assert.match((await refusalOf(original, ['欧阳侧试', '某某某'], [])) ?? 'made', /一个也没有找到/)
    assert.equal(await refusalOf(original, ['某某某', name], []), null)
  }
})
