import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { filesBelow, root } from './sources.ts'

const papers = [
  ...filesBelow('docs', ['.md']),
  ...filesBelow('src', ['README.md']),
  ...filesBelow('test', ['.md']),
]
const front = ['README.md', 'README.zh-CN.md']
  .filter((path) => existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

test('every repository path that a document names exists', () => {
  const faults: string[] = []
  for (const paper of [...papers, ...front]) {
    for (const match of paper.text.matchAll(/`((?:src|test|docs|scripts|bin)\/[\w./-]*[\w/])`/g)) {
      if (!existsSync(join(root, match[1]!)))
        faults.push(`${paper.path} names ${match[1]}, which is not there.`)
    }
    for (const match of paper.text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)/g)) {
      if (!existsSync(join(root, dirname(paper.path), match[1]!)))
        faults.push(`${paper.path} links to ${match[1]}, which is not there.`)
    }
  }
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

test('the manual lists every refusal code of the rooms, and no other', () => {
  const codes = new Set<string>()
  for (const source of filesBelow('src', ['refusals.ts'])) {
    for (const match of source.text.matchAll(
      /(?:^\s*(?=[^\n]*':)|\bcode: )'([a-z][\w-]*(?:\.[a-zA-Z][\w-]*){2,})'/gm,
    ))
      codes.add(match[1]!)
  }
  const manual = filesBelow('docs/operating', ['refusals.md'])[0]?.text ?? ''
  const listed = new Set([...manual.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]!))
  const missing = [...codes].filter((code) => !listed.has(code))
  const stale = [...listed].filter((code) => !codes.has(code))
  assert.deepEqual(
    { missing, stale },
    { missing: [], stale: [] },
    'docs/operating/refusals.md is the manual page of the codes: run node scripts/write-refusals.mjs.',
  )
})

test('nothing in the repository names a package registry host or a home of one machine', () => {
  const faults: string[] = []
  const everything = [
    ...filesBelow('src', ['.ts', '.tsx', '.md', '.css']),
    ...filesBelow('test', ['.ts', '.md']),
    ...filesBelow('scripts', ['.mjs']),
    ...papers,
    ...front,
  ]
  for (const file of everything) {
    if (
      /registry\.npm|npmjs\.org|deb\.debian\.org|\/root\/|\/work\//.test(file.text) &&
      !file.path.startsWith('test/house/')
    )
      faults.push(file.path)
  }
  assert.deepEqual(faults, [])
})
