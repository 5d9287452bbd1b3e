import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readFontFolder } from './font-folder.ts'

test('font files of the agency are read by name, other files are left alone, and an absent folder gives none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-fonts-'))
  try {
    for (const [name, byte] of [
      ['b.OTF', 2],
      ['a.ttf', 1],
      ['licence.txt', 9],
    ] as const) {
      await writeFile(join(folder, name), Uint8Array.of(byte))
    }
    assert.deepEqual(await readFontFolder(folder), [Uint8Array.of(1), Uint8Array.of(2)])
    assert.deepEqual(await readFontFolder(join(folder, 'absent')), [])
  } finally {
    await rm(folder, { recursive: true })
  }
})
