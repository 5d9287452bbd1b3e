import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8 } from 'fflate'
import { editBody, editDocx } from '../../../../test/builders/docx-edit.ts'
import { marksIn, paragraphsOf } from '../../../documents/fill/docx-marks.ts'
import { docxParts } from '../../../documents/redact/docx-parts.ts'
import { parseXml } from '../../../documents/redact/xml-tree.ts'
import { writeText } from '../../../documents/write/text.ts'
import { letterCatalogue, letterTemplate } from './catalogue.ts'
import { letterMarks } from './letter-marks.ts'
import { checkOwnDocx, exampleOf, letterWithMarks, neededMarks } from './own-docx.ts'
import { composeLetter, type LetterTemplate } from './template.ts'

const bare = (text: string) => text.replace(/\s/gu, '')
const printed = (bytes: Uint8Array) =>
  bare(
    paragraphsOf(parseXml(strFromU8(docxParts(bytes)['word/document.xml'] ?? new Uint8Array())))
      .map(({ text }) => text)
      .join(''),
  )
const problemsOf = (template: LetterTemplate, bytes: Uint8Array): string => {
  const checked = checkOwnDocx(template, bytes)
  return 'problems' in checked ? checked.problems.join('\n') : ''
}

test('every letter can be taken home with marks, passes as it is, and filled it says all that ours says', async () => {
  for (const template of letterCatalogue) {
    const checked = checkOwnDocx(template, await letterWithMarks(template))
    assert.ok('bytes' in checked, `${template.id}: ${'problems' in checked ? checked.problems.join() : ''}`)
    const filled = printed(exampleOf(template, checked.bytes))
    assert.doesNotMatch(filled, /[{}]/, template.id)
    const document = composeLetter(template, template.example)
    for (const block of document.body) {
      const text = bare(writeText({ layout: 'plain', letterhead: '', title: [], body: [block] }))
      const lines =
        block.kind === 'table' ? block.rows.flat().map((one) => bare(one.content.join(''))) : [text]
      for (const line of lines) assert.ok(filled.includes(line), `${template.id} lacks ${line}`)
    }
    for (const part of [document.letterhead, document.documentNumber ?? '', document.title.at(-1) ?? ''])
      assert.ok(filled.includes(bare(part)), `${template.id} lacks ${part}`)
  }
})

test('a letter with any statutory part taken out is refused, and the part is named', async () => {
  for (const template of letterCatalogue) {
    const own = await letterWithMarks(template)
    for (const ways of neededMarks(template)) {
      const [first = []] = ways
      const names = ways.flat()
      const without = editBody(own, (xml) =>
        names.reduce((text, name) => text.replaceAll(`{{${name}}}`, '（略）'), xml),
      )
      assert.match(
        problemsOf(template, without),
        new RegExp(`缺少.*\\{\\{${first[0]}\\}\\}`),
        `${template.id} ${first[0]}`,
      )
    }
    if (template.remedy !== 'none')
      assert.ok(
        neededMarks(template).some(([first]) => first?.[0] === '救济途径'),
        template.id,
      )
    if (template.row !== null)
      assert.ok(
        neededMarks(template).some((ways) => ways.length === 1 && ways[0]?.[0] === '正文'),
        template.id,
      )
  }
})

test('names of marks are plain Chinese, none is there twice, and the remedy stands in no other block', () => {
  for (const template of letterCatalogue) {
    const names = letterMarks(template).map(({ name }) => name)
    assert.equal(new Set(names).size, names.length, template.id)
    for (const name of names) {
      assert.doesNotMatch(name, /[A-Za-z{}]/, `${template.id} ${name}`)
      assert.deepEqual(
        marksIn(`{{${name}}}`).map((one) => one.name),
        [name],
      )
    }
    const main = composeLetter(template, template.example).body.filter(
      (block) => !('part' in block) || !block.part,
    )
    assert.doesNotMatch(
      writeText({ layout: 'plain', letterhead: '', title: [], body: main }),
      /申请行政复议|提起行政诉讼/,
      `${template.id} says the remedy outside its block`,
    )
  }
})

test('what is wrong with a form is said in one sentence each, all at once', async () => {
  const template = letterTemplate('D28')
  const own = await letterWithMarks(template)
  const run = (xml: string, name: string, look: string) =>
    xml.replace(
      new RegExp(`<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>(<w:t[^>]*>\\{\\{${name}\\}\\})`),
      `<w:rPr>$1${look}</w:rPr>$2`,
    )
  const table: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['unknown', editBody(own, (xml) => xml.replace('{{附注}}', '{{附註}}')), /不认识标记 \{\{附註\}\}/],
    ['torn', editBody(own, (xml) => xml.replace('{{附注}}', '{{附注')), /标记不完整/],
    [
      'in a line',
      editBody(own, (xml) => xml.replace('{{救济途径}}', '救济：{{救济途径}}')),
      /\{\{救济途径\}\} 要在正文里单独成一段/,
    ],
    ['hidden', editBody(own, (xml) => run(xml, '救济途径', '<w:vanish/>')), /\{\{救济途径\}\} 是隐藏的/],
    [
      'white',
      editBody(own, (xml) => run(xml, '救济途径', '<w:color w:val="FFFFFF"/>')),
      /\{\{救济途径\}\} 是隐藏的/,
    ],
    [
      'only in a footer',
      editDocx(own, (parts) => {
        const date = '{{成文日期}}'
        parts['word/document.xml'] = (parts['word/document.xml'] ?? '').replaceAll(date, '')
        const footer = Object.keys(parts).find((name) => /footer\d/.test(name)) ?? ''
        parts[footer] = (parts[footer] ?? '').replace('— ', date)
      }),
      /缺少成文日期/,
    ],
    [
      'half an opening',
      editBody(own, (xml) => xml.replace('{{申请内容}}', '有关信息')),
      /缺少开头.*补全 \{\{申请内容\}\}/,
    ],
    ['no Word file', Buffer.from('某文'), /损坏|不是/],
  ]
  for (const [what, bytes, says] of table) assert.match(problemsOf(template, bytes), says, what)
  const both = editBody(own, (xml) => xml.replace('{{附注}}', '{{附註}}').replace('{{救济途径}}', ''))
  assert.match(problemsOf(template, both), /附註[\s\S]*救济途径/)
})

test('an agency may say the opening in its own words, and draw the table of a form itself', async () => {
  const reply = letterTemplate('D28')
  const own = editBody(await letterWithMarks(reply), (xml) =>
    xml
      .replace('{{正文}}', '{{正文}}')
      .replace(/本机关于\{\{收到申请之日\}\}收到/, '关于您{{收到申请之日}}送来的，'),
  )
  const checked = checkOwnDocx(reply, own)
  assert.ok('bytes' in checked)
  assert.match(printed(exampleOf(reply, checked.bytes)), /关于您2026年3月3日送来的，您通过网上申请渠道提交的/)

  const form = letterTemplate('D02')
  const names = letterMarks(form)
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => `{{${name}}}`)
  const drawn = editBody(await letterWithMarks(form), (xml) => xml.replace('{{正文}}', names.join('；')))
  assert.equal(problemsOf(form, drawn), '')
  const lacking = editBody(drawn, (xml) => xml.replace('{{书面申请的困难}}', ''))
  assert.match(problemsOf(form, lacking), /补全 \{\{书面申请的困难\}\}/)
})

test('what is kept of the file has no author and no trace of editing', async () => {
  const template = letterTemplate('D05')
  const own = editDocx(await letterWithMarks(template), (parts) => {
    parts['docProps/core.xml'] = (parts['docProps/core.xml'] ?? '').replace(
      /<dc:creator>[^<]*/,
      '<dc:creator>欧阳测试',
    )
    parts['word/document.xml'] = (parts['word/document.xml'] ?? '').replace(
      '<w:p>',
      '<w:p w:rsidR="00AB12CD">',
    )
  })
  const checked = checkOwnDocx(template, own)
  assert.ok('bytes' in checked)
  for (const content of Object.values(docxParts(checked.bytes)))
    assert.doesNotMatch(strFromU8(content), /欧阳测试|00AB12CD/)
})
