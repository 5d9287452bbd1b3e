import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeOnly, filesBelow, root } from './sources.ts'

/** The rows of the glossary: whether it says the term is in the code, and the identifiers it gives. */
function rows(): { marked: boolean; term: string; identifiers: string[] }[] {
  const text = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.includes('| Term |'))
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      return {
        marked: cells[1] === '●',
        term: cells[2] ?? '',
        identifiers: [...(cells[3] ?? '').matchAll(/`([A-Za-z]+)`/g)].map((match) => match[1]!),
      }
    })
}

test('every word that the glossary marks as used is in the code', () => {
  const code = filesBelow('src', ['.ts', '.tsx'])
    .map((source) => `${source.path}\n${source.text}`)
    .join('\n')
  const used = (word: string): boolean => new RegExp(`\\b${word}\\b`, 'i').test(code)
  const faults = rows().flatMap(({ marked, term, identifiers }) => {
    const present = identifiers.length > 0 && identifiers.every(used)
    if (marked && !present)
      return [
        `${term} is marked ● but ${identifiers.filter((word) => !used(word)).join(', ')} is not in the code`,
      ]
    return []
  })
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

/** Words that mean something else on the web, or a second name for one of ours. */
const taken: readonly (readonly [RegExp, string])[] = [
  [
    /\b(interface|type|function|const) (Application|Applications)\b/,
    'an application is software; ours is InfoRequest',
  ],
  [
    /\b(interface|type) (Request|Response|Document)\b/,
    'these belong to the web; ours are InfoRequest, Reply, PolicyDocument, DocTree',
  ],
  [/\bshenqing|gongkaiNian|yishenqing|nianbao\b/i, 'no pinyin'],
  [/\bisOverdue\s*:\s*boolean;?\s*\/\/ stored/, 'overdue is computed, never stored'],
]

test('nobody coins a second name for an old thing', () => {
  const faults = filesBelow('src', ['.ts', '.tsx']).flatMap((source) =>
    taken
      .filter(([pattern]) => pattern.test(codeOnly(source.text)))
      .map(([, why]) => `${source.path}: ${why}`),
  )
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})
