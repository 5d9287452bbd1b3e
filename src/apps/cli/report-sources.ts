import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UnreadableDocument } from '../../modules/report-audit/judging.ts'

/** Files beyond this are refused before they are read. */
const largest = 200 * 1024 * 1024

/** One file that the person at the shell named; its bytes are loaded when its turn comes. */
export interface Source {
  /** The path as given, `-` for standard input. */
  readonly name: string
  /** @throws UnreadableDocument when it is not there, too large or not to be read */
  load(): Promise<Uint8Array>
}

/** Files named, files of folders, standard input; zip archives are opened later, when their bytes are there. */
export async function sourcesOf(paths: readonly string[]): Promise<Source[]> {
  const sources: Source[] = []
  for (const path of paths) {
    if (path === '-') sources.push({ name: '-', load: () => standardInput() })
    else if (statOf(path)?.isDirectory()) {
      for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      ))
        if (entry.isFile() && !entry.name.startsWith('.'))
          sources.push(fileSource(join(entry.parentPath, entry.name)))
    } else sources.push(fileSource(path))
  }
  return sources
}

const statOf = (path: string) => statSync(path, { throwIfNoEntry: false })

function fileSource(path: string): Source {
  return {
    name: path,
    async load() {
      const stat = statOf(path)
      if (!stat) throw new UnreadableDocument('notThere', '没有这个文件，请检查路径。')
      if (!stat.isFile()) throw new UnreadableDocument('notAFile', '这不是一个普通文件，请换一个。')
      if (stat.size > largest)
        throw new UnreadableDocument('tooLarge', '文件超过 200 MB，不像是年度报告，请检查后重新提供。')
      try {
        return readFileSync(path)
      } catch {
        throw new UnreadableDocument('noAccess', '没有读这个文件的权限，请检查后再试。')
      }
    },
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin.fd === 0 ? process.stdin : createReadStream('')) {
    size += (chunk as Buffer).length
    if (size > largest)
      throw new UnreadableDocument('tooLarge', '内容超过 200 MB，不像是年度报告，请检查后重新提供。')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
