import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, found from where this file was built to. */
export const root: string = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(from: string): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
}

/** Every file below a folder of the repository with one of the endings. */
export function filesBelow(folder: string, endings: readonly string[]): Source[] {
  const found: Source[] = []
  const start = join(root, folder)
  if (!existsSync(start)) return found
  for (const entry of readdirSync(start, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !endings.some((ending) => entry.name.endsWith(ending))) continue
    const full = join(entry.parentPath, entry.name)
    const path = relative(root, full).replaceAll('\\', '/')
    found.push({ path, text: readFileSync(full, 'utf8'), isTest: /\.test\.tsx?$/.test(path) })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

export interface Import {
  /** Path of the imported file from the root, or the package's name. */
  readonly target: string
  readonly isPackage: boolean
}

/** What a source imports, in whatever form: static, type-only, re-export or dynamic. */
export function importsOf(source: Source): Import[] {
  const code = source.text.replace(/\/\*[\s\S]*?\*\//g, '')
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)(['"])([^'"\n]+)\1/g
  const found: Import[] = []
  for (const match of code.matchAll(pattern)) {
    const name = match[2]!
    if (name.startsWith('.')) {
      const target = relative(root, join(root, dirname(source.path), name)).replaceAll('\\', '/')
      found.push({ target, isPackage: false })
    } else found.push({ target: name, isPackage: true })
  }
  return found
}

/** The text without comments and string contents, for looking at what code does. */
export function codeOnly(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/[^\n]*/g, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
}
