import { readdirSync, statSync, type Stats } from 'node:fs'
import { join, parse, sep } from 'node:path'

/** Whether a path is a pattern and not the name of something that is there. */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path) && statOf(path) === undefined
}

/** What stands at a path; undefined where there is nothing, or nothing that one may look at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/**
 * The files and folders a pattern means, in the order of their names: `*` and `?` within a name, `**` for folders below, `[…]` for
 * one sign of several, `{a,b}` for one of several words. For shells that do not do it (Windows), and for patterns in quotes. Hidden
 * names only where the pattern begins with a stop.
 */
export function matchingPaths(pattern: string): string[] {
  const found = alternatives(pattern).flatMap((each) => {
    const { root } = parse(each)
    const parts = each
      .slice(root.length)
      .split(/[/\\]/)
      .filter((part) => part !== '')
    return below(root, parts)
  })
  return [...new Set(found)].sort()
}

/** `{a,b}` written out, the innermost first. */
function alternatives(pattern: string): string[] {
  const match = /\{([^{}]*)\}/.exec(pattern)
  if (!match) return [pattern]
  const [whole, words = ''] = match
  return words
    .split(',')
    .flatMap((word) =>
      alternatives(pattern.slice(0, match.index) + word + pattern.slice(match.index + whole.length)),
    )
}

function below(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts
  if (part === undefined) return folder === '' ? [] : [folder]
  if (part === '**')
    return [folder, ...foldersBelow(folder)].flatMap((each) => below(each, rest.length > 0 ? rest : ['*']))
  if (!/[*?[]/.test(part)) {
    const path = join(folder, part)
    return statOf(path) ? below(path, rest) : []
  }
  const wanted = expressionOf(part)
  return namesIn(folder)
    .filter(({ name }) => wanted.test(name) && (part.startsWith('.') || !name.startsWith('.')))
    .filter(({ isFolder }) => rest.length === 0 || isFolder)
    .flatMap(({ name }) => below(folder === '' ? name : join(folder, name), rest))
}

function foldersBelow(folder: string): string[] {
  return namesIn(folder)
    .filter(({ name, isFolder }) => isFolder && !name.startsWith('.'))
    .flatMap(({ name }) => {
      const path = folder === '' ? name : join(folder, name)
      return [path, ...foldersBelow(path)]
    })
}

/** Names in a folder; links to folders are not followed, so no way leads in a circle. */
function namesIn(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }))
  } catch {
    return []
  }
}

function expressionOf(part: string): RegExp {
  const source = part.replace(/\[(!?)([^\]]+)\]|[\s\S]/gu, (sign, not: string, set: string) => {
    if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replace(/[\\^\]]/g, '\\$&')}]`
    if (sign === '*') return '.*'
    if (sign === '?') return '.'
    return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  })
  return new RegExp(`^${source}$`, sep === '\\' ? 'isu' : 'su')
}
