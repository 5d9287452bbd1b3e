import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rooms } from '../../src/apps/rooms.ts'
import { groundVerbs, groundWords } from '../../src/platform/journal/in-words.ts'
import { settingsInput } from '../../src/modules/requests/model.ts'
import { filesBelow } from './sources.ts'

interface Entry {
  readonly path: string
  readonly room: string | null
  readonly verbs: readonly string[]
  readonly subject: string
  readonly keys: readonly string[]
}

/** Details that are a value made elsewhere: its keys. */
const madeElsewhere: Readonly<Record<string, readonly string[]>> = {
  settings: Object.keys(settingsInput.shape),
  removed: ['name', 'off', 'work'],
}

/** The text from an opening brace to the one that closes it. */
function block(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(from, at + 1)
  }
  return text.slice(from)
}

/** Names at the outermost level of an object literal. */
function keysOf(literal: string): readonly string[] {
  let depth = 0
  let flat = ''
  for (const letter of literal.slice(1, -1)) {
    if ('{(['.includes(letter)) depth += 1
    if (depth === 0) flat += letter
    if ('})]'.includes(letter)) depth -= 1
  }
  return flat
    .split(',')
    .map((part) => /^\s*(?:\/\/[^\n]*\n\s*)*(\w+)/.exec(part)?.[1] ?? '')
    .filter((key) => key !== '')
}

function entriesOf({ path, text }: { readonly path: string; readonly text: string }): readonly Entry[] {
  return [...text.matchAll(/journal\((\{)/g)].map(({ index }) => {
    const literal = block(text, index + 'journal('.length)
    const detail = /\bdetail: ([\w]+|\{)/.exec(literal)
    const made = detail?.[1] ?? ''
    return {
      path,
      room: /^src\/modules\/([^/]+)/.exec(path)?.[1] ?? null,
      verbs: [...(/\bverb: ([^\n]+)/.exec(literal)?.[1] ?? '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(
        ([, verb = '']) => verb,
      ),
      subject: /subject: \{ kind: '(\w+)'/.exec(literal)?.[1] ?? '',
      keys:
        detail === null
          ? []
          : made === '{'
            ? keysOf(block(literal, detail.index + 'detail: '.length))
            : (madeElsewhere[made] ?? [`(${made})`]),
    }
  })
}

const entries = filesBelow('src', ['.ts', '.tsx'])
  .filter(({ isTest }) => !isTest)
  .flatMap(entriesOf)

test('an auditor reads every entry of the journal in Chinese: what was done, to what, and every name among the details', () => {
  assert.ok(entries.length > 80, `only ${entries.length} entries were found in the sources`)
  const faults = entries.flatMap(({ path, room: name, verbs, subject, keys }) => {
    const room = rooms.find((one) => one.name === (name ?? 'sessions'))
    const words = room?.journalWords ?? groundWords
    const known = { ...groundVerbs, ...room?.verbs }
    return [
      ...verbs
        .filter((verb) => !(verb in known))
        .map((verb) => `${path}: give the verb ${verb} its Chinese in the room's verbs`),
      ...(subject !== '' && !(subject in words.subjects) && !(subject in groundWords.subjects)
        ? [`${path}: give the subject ${subject} its Chinese in journal-words.ts of the room`]
        : []),
      ...keys
        .filter((key) => !(key in words.details))
        .map((key) => `${path}: give the detail ${key} its Chinese in journal-words.ts of the room`),
    ]
  })
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})
