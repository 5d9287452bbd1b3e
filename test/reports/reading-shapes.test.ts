import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { manners } from '../builders/manners.ts'
import { printedPages } from '../builders/printed-pages.ts'
import { shapes } from '../builders/table-shapes.ts'
import { hardShapes } from '../builders/table-shapes-hard.ts'

const drawn = new Set([...shapes, ...hardShapes, ...manners, ...printedPages].map((one) => one.name))

test('every shape of docs/reading-shapes.md names a test that is there', () => {
  const lines = readFileSync('docs/reading-shapes.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('“'))
  assert.ok(lines.length > 30)
  for (const line of lines)
    for (const part of (line.split('|')[2] ?? '').split(';')) {
      const file = /in `([^`]+\.test\.ts)`/.exec(part)?.[1]
      const source = file === undefined ? null : readFileSync(file, 'utf8')
      const names = [...part.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '')
      assert.ok(names.length > 0, line)
      for (const name of names)
        assert.ok(source === null ? drawn.has(name) : source.includes(name), `${name}: no such test`)
    }
})
