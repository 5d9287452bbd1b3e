import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterCatalogue, letterTemplate } from './catalogue.ts'
import { blankFields, fieldAt, shownBlanks, typedBlanks, type BlankField } from './blank-fields.ts'
import { composeLetter } from './template.ts'

const none = new Set<string>()
/** Blanks that are printed as they are kept, whole in every letter, never typed. */
const given = new Set(['issuer', 'applicant', 'thirdParty'])

test('every letter can be typed: its example, shown in the form and read back, makes the same letter', () => {
  for (const template of letterCatalogue) {
    const fields = blankFields(template.blanks, given)
    const example = template.example as Record<string, unknown>
    const read = typedBlanks(fields, shownBlanks(example, fields))
    const kept = Object.fromEntries(
      [...given].flatMap((key) => (key in example ? [[key, example[key]]] : [])),
    )
    assert.deepEqual(
      composeLetter(template, { ...kept, ...read }),
      composeLetter(template, example),
      `${template.id} ${template.title}`,
    )
  }
})

test('every choice in a form is made by Chinese words, never by a code', () => {
  const walk = (fields: readonly BlankField[], where: string): void => {
    for (const field of fields) {
      assert.match(field.title, /\p{Script=Han}/u, `${where} ${field.name}`)
      if (field.kind === 'choice' || field.kind === 'many')
        for (const word of Object.values(field.words))
          assert.match(word, /\p{Script=Han}/u, `${where} ${word}`)
      if (field.kind === 'group') walk(field.fields, where)
      if (field.kind === 'rows') walk(field.entry(0), where)
      if (field.kind === 'either')
        for (const { label, fields: own } of field.options) {
          assert.match(label, /\p{Script=Han}/u, `${where} ${label}`)
          walk(own, where)
        }
    }
  }
  for (const template of letterCatalogue) {
    if (template.reader === 'office' || template.id === 'D01') continue
    walk(blankFields(template.blanks, new Set([...given, 'request', 'remedyPlaces'])), template.id)
  }
})

test('an empty control leaves its blank out, so that the letter names it as missing', () => {
  const fields = blankFields(
    letterTemplate('D28').blanks,
    new Set(['issuer', 'applicant', 'request', 'remedyPlaces']),
  )
  const empty = { text: () => '  ', list: () => [] }
  assert.deepEqual(typedBlanks(fields, empty), {})
})

test('a sentence about a blank inside the form that was chosen stands beside that blank', () => {
  const fields = blankFields(letterTemplate('D18').blanks, none)
  const form = { text: (name: string) => (name === 'giving.way' ? 'onSite' : ''), list: () => [] }
  assert.equal(fieldAt('giving.place', fields, form), 'giving.onSite.place')
  assert.equal(fieldAt('giving', fields, form), 'giving.way')
  assert.equal(fieldAt('items.1.pages', fields, form), 'items.1.pages')
  assert.equal(fieldAt('nothing', fields, form), '')
})
