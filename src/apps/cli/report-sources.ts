import { createReadStream, readdirSync, readFileSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { UnreadableDocument } from '../../modules/report-audit/judging.ts'
import { isPattern, matchingPaths, statOf } from './matching-paths.ts'

/** Files beyond this are refused before they are read. */
const largest = 200 * 1024 * 1024

/** One file that the person at the shell named; its bytes are loaded when its turn comes. */
export interface Source {
  /** The path as given, `-` for standard input. */
  readonly name: string
  /** @throws UnreadableDocument when it is not there, too large or not to be read */
  load(): Promise<Uint8Array>
}

/** Files of a folder that are never a report: what a saved page or an office program leaves beside it. */
const beside =
  /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:css|js|mjs|json|map|woff2?|ttf|otf|eot|ico|gif|svg|mp[34]|avi|exe|dll|lnk|url|tmp|bak|log)$/i

/**
 * Files named, patterns in quotes, files of folders in the order of their paths, standard input; zip archives are opened later, when their
 * bytes are there. Of a folder, hidden files and what never is a report are passed over; a file that is named is always taken.
 */
export async function sourcesOf(paths: readonly string[]): Promise<Source[]> {
  return paths.flatMap((path): Source[] => {
    if (path === '-') return [{ name: '-', load: () => standardInput() }]
    if (!isPattern(path)) return named(path)
    const found = matchingPaths(path)
    return found.length > 0 ? found.flatMap(named) : [fileSource(path)]
  })
}

function named(path: string): Source[] {
  return statOf(path)?.isDirectory() ? inFolder(path) : [fileSource(path)]
}

/** Links to folders are not followed, so no way leads in a circle. A folder that cannot be opened stands for its files. */
function inFolder(folder: string): Source[] {
  const entries = entriesOf(folder)
  if (entries === null) return [closedFolder(folder)]
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (beside.test(entry.name) || entry.name === '__MACOSX') return []
      if (entry.isDirectory()) return inFolder(path)
      return entry.isFile() || (entry.isSymbolicLink() && statOf(path)?.isFile()) ? [fileSource(path)] : []
    })
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return null
  }
}

function closedFolder(folder: string): Source {
  return {
    name: folder,
    async load() {
      throw new UnreadableDocument(
        'noAccess',
        '打不开这个文件夹，里面的文件都没有检查。请检查有没有权限、路径是不是太长。',
      )
    },
  }
}

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
