import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copyIfThere } from './copy-cluster.ts'

/**
 * Copies a folder of files that never change once they are there; what the target has already is left alone, so a second pass
 * brings only what came meanwhile. A folder that is not there copies nothing.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyFolder(source, target)
    else if (entry.isFile() && !existsSync(target)) await copyIfThere(source, target)
  }
}
