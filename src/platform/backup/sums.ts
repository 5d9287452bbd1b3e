import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The list of a backup's files in the form that `sha256sum -c` reads. */
export const sumsFile = 'SHA256SUMS'

async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(folder, path)
    else if (entry.isFile() && path !== sumsFile) yield path
  }
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Writes the list. @returns number and size of the files */
export async function writeSums(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const lines: string[] = []
  let bytes = 0
  for await (const path of filesBelow(folder)) {
    lines.push(`${await sumOf(join(folder, path))}  ${path}\n`)
    bytes += (await stat(join(folder, path))).size
  }
  await writeFile(join(folder, sumsFile), lines.join(''), { mode: 0o600 })
  return { files: lines.length, bytes }
}

/** What does not agree with the list: files gone, altered, or never listed. Empty when the backup is as it was written. */
export async function sumFaults(folder: string): Promise<readonly string[]> {
  const listed = new Map<string, string>()
  for (const line of (await readFile(join(folder, sumsFile), 'utf8')).split('\n'))
    if (line !== '') listed.set(line.slice(66), line.slice(0, 64))
  const faults: string[] = []
  for await (const path of filesBelow(folder)) {
    const expected = listed.get(path)
    listed.delete(path)
    if (expected === undefined) faults.push(`${path} 不在清单里`)
    else if ((await sumOf(join(folder, path))) !== expected) faults.push(`${path} 与备份时不同`)
  }
  for (const path of listed.keys()) faults.push(`${path} 不见了`)
  return faults
}
