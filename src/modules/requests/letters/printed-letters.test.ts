import { test } from 'node:test'
import assert from 'node:assert/strict'
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

test('the empty application form is one page with nothing filled in', async () => {
  const { pages, text } = await printed(await writePdf(emptyApplicationForm('云汀市应急管理局')))
  assert.equal(pages, 1)
  assert.match(text, /□自然人□商业企业/)
  assert.doesNotMatch(text, /√|用途[（：]/)
})
