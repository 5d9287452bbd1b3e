import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesBelow } from './sources.ts'

const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

test('a command file gives the one function it is named after and writes the journal verb of the same name', () => {
  const faults: string[] = []
  for (const source of filesBelow('src/modules', ['.ts'])) {
    const match = /\/commands\/([a-z0-9-]+)\.ts$/.exec(source.path)
    if (!match || source.isTest) continue
    const verb = match[1]!
    if (!new RegExp(`export (async )?function ${camel(verb)}\\b`).test(source.text))
      faults.push(
        `${source.path} should export function ${camel(verb)}: a file is named after the one thing it gives.`,
      )
    if (!source.text.includes(`'${verb}'`))
      faults.push(
        `${source.path} should write the journal verb '${verb}': what is done must be findable by its name.`,
      )
  }
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

test('no file is called utils, helpers, manager, common or misc', () => {
  const vague = filesBelow('src', ['.ts', '.tsx'])
    .filter((source) => /(^|\/|-)(utils?|helpers?|managers?|common|misc|shared)(-|\.|\/)/.test(source.path))
    .map((source) => `${source.path}: say what it is; a thing without a room goes to its only caller.`)
  assert.deepEqual(vague, [], `\n${vague.join('\n')}\n`)
})

test('rooms and floors explain themselves: each has a README', () => {
  const folders = new Set<string>()
  for (const source of filesBelow('src', ['.ts', '.tsx'])) {
    const room = /^src\/modules\/[^/]+/.exec(source.path)?.[0] ?? /^src\/[^/]+/.exec(source.path)?.[0]
    if (room) folders.add(room)
  }
  const readmes = new Set(filesBelow('src', ['README.md']).map((file) => file.path))
  const missing = [...folders].filter(
    (folder) => folder !== 'src/modules' && !readmes.has(`${folder}/README.md`),
  )
  assert.deepEqual(missing, [], `write one page for: ${missing.join(', ')}`)
})
