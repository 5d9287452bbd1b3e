import { mkdirSync } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../context.ts'
import { sm3 } from '../cipher/digest.ts'
import { syncFolder } from '../db/cluster.ts'
import { NotFound } from '../refusals.ts'
import { checkDigest, digestPath, fileDamaged } from './digest-path.ts'

/**
 * Files in a folder, named by their SM3 digest, two levels deep. A file is complete and on disk before `put` returns;
 * an interruption leaves only a nameless half in `incoming`, cleared at a later start.
 */
export async function folderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearOld(incoming)
  let counter = 0
  const pathOf = (digest: string) => join(folder, digestPath(digest))
  const has = (digest: string) =>
    access(pathOf(digest)).then(
      () => true,
      () => false,
    )
  return {
    async put(bytes) {
      const digest = sm3(bytes)
      const path = pathOf(digest)
      if (await has(digest)) return digest
      counter += 1
      const half = join(incoming, `${process.pid}-${counter}-${digest.slice(0, 8)}`)
      const file = await open(half, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      const parent = join(path, '..')
      await mkdir(parent, { recursive: true, mode: 0o700 })
      await rename(half, path)
      for (const at of [parent, join(parent, '..'), folder]) syncFolder(at)
      return digest
    },
    async get(digest) {
      let bytes: Uint8Array
      try {
        bytes = await readFile(pathOf(digest))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound()
        throw error
      }
      if (sm3(bytes) !== digest) throw fileDamaged()
      return bytes
    },
    has: async (digest) => has(checkDigest(digest)),
    remove: (digest) => rm(pathOf(digest), { force: true }),
  }
}

/** Removes halves that nobody can still be writing. */
async function clearOld(incoming: string): Promise<void> {
  const dayMs = 86_400_000
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > dayMs) await rm(path, { force: true })
  }
}
