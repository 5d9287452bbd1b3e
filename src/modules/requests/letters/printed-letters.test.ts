import { test } from 'node:test'
import assert from 'node:assert/strict'
import { archiveFormat } from '../../../documents/archive/archive-format.ts'
import { openPdf } from '../../../documents/redact/open-pdf.ts'
import { writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { emptyApplicationForm } from './application-form.ts'
import { letterCatalogue } from './catalogue.ts'
import { composeLetter } from './template.ts'

async function printed(pdf: Uint8Array): Promise<{ readonly pages: number; readonly text: string }> {
  const document = await openPdf(pdf)
  let text = ''
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  const pages = document.numPages
  await document.loadingTask.destroy()
  return { pages, text: text.replace(/\s/gu, '') }
}

test('every paper of the catalogue can be printed with the shipped face and reads back whole', async () => {
  for (const template of letterCatalogue) {
    const document = composeLetter(template, template.example)
    const { pages, text } = await printed(await writePdf(document))
    assert.ok(pages <= 3, `${template.id} takes ${pages} pages`)
    for (const part of [document.letterhead, document.documentNumber ?? '', document.title.join('')]) {
      assert.ok(text.includes(part.replace(/\s/gu, '')), `${template.id} lacks ${part}`)
    }
  }
})

/** The objects of a PDF whose objects lie open, as ours do. */
const objectsOf = (pdf: Uint8Array): readonly string[] =>
  Buffer.from(pdf)
    .toString('latin1')
    .split(/\bendobj\b/)

test('every paper is PDF/A-2a in its own bytes: it says so, brings its faces and its colours, is tagged, and reaches for nothing', async () => {
  for (const template of letterCatalogue) {
    const document = composeLetter(template, template.example)
    const pdf = await writePdf({ ...document, madeOn: '2026-03-24' })
    assert.equal(archiveFormat('x.pdf', pdf), 'PDF/A-2a', template.id)
    const objects = objectsOf(pdf)
    const whole = objects.join('')
    // Not by assert.match: its message would hold the whole file.
    const has = (what: RegExp, text = whole) => what.test(text)
    assert.ok(!has(/\/ObjStm/), 'objects lie open, or the search below would see nothing')
    const intent = objects.find((one) => /\/Type\s*\/OutputIntent/.test(one)) ?? ''
    assert.ok(has(/\/S\s*\/GTS_PDFA1/, intent) && has(/\/DestOutputProfile\s+\d+ 0 R/, intent), template.id)
    assert.ok(has(/\/MarkInfo\s*<<[^>]*\/Marked true/), template.id)
    const descriptors = objects.filter((one) => /\/Type\s*\/FontDescriptor/.test(one))
    const fonts = objects.filter((one) => /\/Subtype\s*\/(?:Type1|TrueType|CIDFontType[02])\b/.test(one))
    assert.ok(descriptors.length > 0 && fonts.length > 0, template.id)
    assert.ok(
      descriptors.every((one) => /\/FontFile[23]?\s+\d+ 0 R/.test(one)),
      template.id,
    )
    assert.ok(
      fonts.every((one) => /\/FontDescriptor\s+\d+ 0 R/.test(one)),
      template.id,
    )
    assert.ok(!has(/\/Encrypt\b|\/JavaScript|\/EmbeddedFile|\/Launch|\/URI\b/), template.id)
  }
})

test('the empty application form is one page with nothing filled in', async () => {
  const { pages, text } = await printed(await writePdf(emptyApplicationForm('云汀市应急管理局')))
  assert.equal(pages, 1)
  assert.match(text, /□自然人□商业企业/)
  assert.doesNotMatch(text, /√|用途[（：]/)
})
