import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesBelow, root } from './sources.ts'

const pages = filesBelow('docs/law', ['.md'])

/** Every `name` in `path` of a page. */
function* namedFunctions(text: string): Generator<readonly [string, string]> {
  for (const [, name, path] of text.matchAll(/`([A-Za-z]\w*)`\s+in\s+`(src\/[\w./-]+\.tsx?)`/g))
    if (name && path) yield [name, path]
}

test('every function that the pages of the law name is exported by the file they name', () => {
  const faults: string[] = []
  let count = 0
  for (const page of pages)
    for (const [name, path] of namedFunctions(page.text)) {
      count += 1
      const text = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
      const gives = new RegExp(
        `export\\s+(?:async\\s+)?(?:function\\*?|const|class)\\s+${name}\\b|export \\{[^}]*\\b${name}\\b`,
      )
      if (!gives.test(text)) faults.push(`${page.path}: ${path} does not export ${name}.`)
    }
  assert.deepEqual(faults, [], `The page follows the code: mend the page.\n${faults.join('\n')}\n`)
  assert.ok(count > 40, 'the pages name their functions as `name` in `src/…`')
})

test('each statute has a page, each page stands in the list, and each has an example to run', () => {
  const list = pages.find(({ path }) => path.endsWith('README.md'))?.text ?? ''
  for (const { path, text } of pages) {
    if (path.endsWith('README.md')) continue
    const name = path.slice('docs/law/'.length)
    assert.ok(list.includes(`(${name})`), `docs/law/README.md does not list ${name}`)
    assert.match(text, /```sh\n\$ /, `${path} has no example`)
  }
})
