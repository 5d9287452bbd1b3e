import { test } from 'node:test'
import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { read } from '../read/index.ts'
import { writeDocx } from './docx.ts'
import { writeHtml, writeHtmlPage } from './html.ts'
import { cell, chineseOrdinal, writtenDay, type OfficialDocument } from './model.ts'
import { MissingGlyphs, openPdfWriter, writePdf } from './pdf/write-pdf.ts'
import { writeText } from './text.ts'

const reply: OfficialDocument = {
  layout: 'letter',
  letterhead: '云汀市应急管理局',
  documentNumber: '云应急公复〔2026〕3号',
  title: ['政府信息公开申请答复书'],
  addressee: '沈青禾',
  body: [
    { kind: 'paragraph', content: ['本机关收到您的申请，现答复如下：'] },
    { kind: 'heading', level: 1, text: '一、予以公开的内容' },
    { kind: 'heading', level: 2, text: '（一）处罚决定' },
    {
      kind: 'items',
      numbering: '（1）',
      items: [['第一份<决定>；'], ['第二份，其中', { mask: true }, '已遮盖。', { text: '加粗', bold: true }]],
    },
    {
      kind: 'table',
      caption: '收费计算',
      showCaption: true,
      widths: [2, 1, 1],
      headRows: 2,
      rows: [
        [
          cell('区间', { rowspan: 2, header: true }),
          cell('数量', { colspan: 2, header: true, align: 'center' }),
        ],
        [cell('件', { header: true }), cell('元', { header: true })],
        [cell('第11件至第30件'), cell(20), cell('2000', { align: 'end' })],
      ],
    },
    { kind: 'paragraph', content: ['特此告知。'] },
  ],
  enclosures: ['决定书', '清单'],
  signature: { agencies: ['云汀市应急管理局'], on: '2026-03-24' },
  note: '联系人：政务公开科',
}

/** What must be found in every written form, spaces aside. */
const printed = [
  '云汀市应急管理局',
  '云应急公复〔2026〕3号',
  '政府信息公开申请答复书',
  '沈青禾：',
  '一、予以公开的内容',
  '（一）处罚决定',
  '（1）第一份<决定>；',
  '（2）第二份，其中■■■■已遮盖。加粗',
  '收费计算',
  '区间',
  '第11件至第30件',
  '2000',
  '附件：1.决定书',
  '2.清单',
  '2026年3月24日',
  '（联系人：政务公开科）',
]

const squeeze = (text: string): string => text.replace(/\s/gu, '')

interface PdfLine {
  readonly page: number
  readonly y: number
  readonly text: string
}

async function pdfLines(bytes: Uint8Array): Promise<PdfLine[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const lines: PdfLine[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const content = await (await pdf.getPage(page)).getTextContent()
    const byHeight = new Map<number, string>()
    for (const item of content.items) {
      if (!('str' in item)) continue
      const y = Math.round((item.transform[5] as number) * 10) / 10
      byHeight.set(y, (byHeight.get(y) ?? '') + item.str)
    }
    lines.push(...[...byHeight].map(([y, text]) => ({ page, y, text })))
  }
  await pdf.loadingTask.destroy()
  return lines
}

function docxText(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part).replace(/<[^>]*>/g, ''))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

test('the same letter says the same in PDF, Word, HTML and plain text', async () => {
  const forms = {
    pdf: squeeze((await pdfLines(await writePdf(reply))).map((line) => line.text).join('')),
    docx: squeeze(docxText(await writeDocx(reply))),
    html: squeeze(
      writeHtmlPage(reply)
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    ),
    text: squeeze(writeText(reply)),
  }
  for (const [form, text] of Object.entries(forms)) {
    for (const part of printed) assert.ok(text.includes(part), `${form} lacks ${part}`)
  }
})

test('a document page carries 22 lines of 28 characters, as GB/T 9704-2012 asks', async () => {
  const long: OfficialDocument = {
    layout: 'plain',
    letterhead: '云汀市应急管理局',
    title: ['标题'],
    body: [{ kind: 'paragraph', placed: 'flush', content: ['公'.repeat(28 * 60)] }],
  }
  const second = (await pdfLines(await writePdf(long))).filter(
    (line) => line.page === 2 && line.text.startsWith('公'),
  )
  assert.equal(second.length, 22)
  assert.deepEqual(new Set(second.map((line) => line.text.length)), new Set([28]))
  const [first, last] = [second[0], second.at(-1)]
  assert.ok(first && last && Math.abs((first.y - last.y) / 21 - 28.95) < 0.02)
})

test('the first page of a letter has no page number and the second has one', async () => {
  const twoPages: OfficialDocument = {
    ...reply,
    body: Array.from({ length: 12 }, () => ({ kind: 'paragraph', content: ['本机关'.repeat(20)] }) as const),
  }
  const lines = await pdfLines(await writePdf(twoPages))
  assert.ok(!lines.some((line) => line.page === 1 && squeeze(line.text) === '—1—'))
  assert.ok(lines.some((line) => line.page === 2 && squeeze(line.text) === '—2—'))
})

test('an address longer than a line stays on the paper to its last letter', async () => {
  const address = `https://www.example.gov.cn/consultations/${'2773d8bf471478be'.repeat(6)}`
  const content = [`也可以在网上提交意见，网址只能使用一次，请勿转给他人：${address}`]
  const { text } = await read(await writePdf({ ...reply, body: [{ kind: 'paragraph', content }] }))
  assert.ok(squeeze(text).includes(address), text)
})

test('the page with the signature and the seal also carries text of the letter', async () => {
  for (let filling = 1; filling <= 24; filling += 1) {
    const lines = await pdfLines(
      await writePdf({
        ...reply,
        enclosures: [],
        body: [
          ...Array.from({ length: filling }, () => ({ kind: 'paragraph', content: ['本机关。'] }) as const),
          { kind: 'paragraph', content: ['末段特此告知。'] },
        ],
      }),
    )
    const signed = lines.find((line) => squeeze(line.text) === '2026年3月24日')
    const last = lines.find((line) => line.text.includes('末段特此告知'))
    assert.equal(last?.page, signed?.page, `with ${filling} lines before`)
  }
})

test('a character that no face can draw stops the letter and is named', async () => {
  await assert.rejects(
    () => writePdf({ ...reply, addressee: '沈\u{2FFFD}禾' }),
    (error: unknown) => error instanceof MissingGlyphs && error.characters.join('') === '\u{2FFFD}',
  )
})

test('rare characters of names are drawn', async () => {
  const text = (await pdfLines(await writePdf({ ...reply, addressee: '𬱖㙟镕龘' })))
    .map((line) => line.text)
    .join('')
  assert.ok(text.includes('𬱖㙟镕龘'))
})

test('the same document gives the same bytes, as PDF and as Word file', async () => {
  const apart = openPdfWriter({ threads: 1 })
  try {
    assert.deepEqual(await writePdf(reply), await apart.write(reply))
  } finally {
    await apart.close()
  }
  assert.deepEqual(await writeDocx(reply), await writeDocx(reply))
})

test('a typesetter that takes too long is stopped and the next letter is written', async () => {
  const writer = openPdfWriter({ threads: 1, timeLimit: 1 })
  await assert.rejects(() => writer.write(reply), { name: 'TypesettingFailed' })
  await writer.close()
  await assert.rejects(() => writer.write(reply), { name: 'TypesettingFailed' })
  assert.ok((await writePdf(reply)).length > 1000)
})

test('text that looks like typesetting commands or markup is printed as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...'#$\\@<>&"\'*_`[]{}=+-/1文件()'), minLength: 1, maxLength: 20 }),
      async (odd) => {
        const document: OfficialDocument = {
          ...reply,
          body: [{ kind: 'paragraph', content: [`始${odd}终`] }],
        }
        const wanted = squeeze(`始${odd}终`)
        assert.ok(
          squeeze((await pdfLines(await writePdf(document))).map((line) => line.text).join('')).includes(
            wanted,
          ),
        )
        const html = writeHtml(document)
        assert.ok(!/<(?!\/?(article|p|h1|h2|h3|h4|br|time|b)\b)/.test(html), html)
      },
    ),
    { numRuns: 40 },
  )
})

test('days and ordinals are written the Chinese way', () => {
  assert.equal(writtenDay('2026-03-05'), '2026年3月5日')
  assert.throws(() => writtenDay('2026/3/5'), RangeError)
  for (const [n, text] of [
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ] as const) {
    assert.equal(chineseOrdinal(n), text)
  }
})
