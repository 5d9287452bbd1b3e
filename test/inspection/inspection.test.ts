import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookOver } from '../../src/text/look-over.ts'
import { found } from './found.ts'
import { passedOver } from './passed-over.ts'

/** The text without the marks ⟦⟧, and the stretches that they held. */
function unmarked(marked: string): { text: string; spans: { start: number; end: number }[] } {
  let text = ''
  const spans: { start: number; end: number }[] = []
  for (const part of marked.split(/(?=[⟦⟧])/)) {
    if (part.startsWith('⟦')) spans.push({ start: text.length, end: text.length })
    const open = spans.at(-1)
    if (part.startsWith('⟧') && open) open.end = text.length
    text += part.replace(/^[⟦⟧]/, '')
  }
  return { text, spans }
}

test('what must be looked at is found where it stands, and nothing else is said', () => {
  const faults: string[] = []
  for (const [codes, marked] of found) {
    const { text, spans } = unmarked(marked)
    const wanted = codes.split(' ').map((code, index) => ({ code, ...spans[index]! }))
    const given = lookOver(text)
    const isSame =
      given.length === wanted.length &&
      wanted.every((one, index) => {
        const other = given[index]!
        return other.code === one.code && other.start < one.end && other.end > one.start
      })
    if (!isSame)
      faults.push(
        `${codes}: ${marked}\n   given: ${given.map((one) => `${one.code} ${one.text}`).join(' | ')}`,
      )
  }
  assert.deepEqual(faults, [], `\n${faults.length} of ${found.length}\n${faults.join('\n')}\n`)
})

test('what only looks similar is passed over', () => {
  const faults = passedOver.flatMap((text) =>
    lookOver(text).map((one) => `${one.code} ${one.severity} “${one.text}” in ${text}`),
  )
  assert.deepEqual(faults, [], `\n${faults.length} in ${passedOver.length}\n${faults.join('\n')}\n`)
})
