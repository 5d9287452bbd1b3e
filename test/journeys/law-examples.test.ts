import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesBelow, root } from '../house/sources.ts'

/** What a shell prints for a line in which `gongkai` is our own program; its exit code does not matter here. */
function printed(line: string): Promise<string> {
  const script = `gongkai() { "$NODE" "$PROGRAM" "$@"; }\n${line}`
  return new Promise((resolve) => {
    execFile(
      '/bin/sh',
      ['-c', script],
      {
        cwd: root,
        env: { ...process.env, NODE: process.execPath, PROGRAM: join(root, 'bin', 'gongkai.mjs') },
      },
      (_error, out, err) => resolve(out === '' ? err : out),
    )
  })
}

for (const page of filesBelow('docs/law', ['.md'])) {
  const examples = [...page.text.matchAll(/```sh\n\$ ([^\n]+)\n([\s\S]*?)```/g)]
  if (examples.length === 0) continue
  test(`the examples of ${page.path} print what the page says`, async () => {
    await Promise.all(
      examples.map(async ([, line = '', expected = '']) => {
        const out = await printed(line)
        let at = 0
        for (const words of expected.trim().split('\n')) {
          const found = out.indexOf(words, at)
          assert.ok(found >= 0, `${line}\nshould print ${words}\nbut printed\n${out}`)
          at = found + words.length
        }
      }),
    )
  })
}
