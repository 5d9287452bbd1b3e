// Writes docs/operating/refusals.md from every refusals.ts: code, sentence, what would help. `--check` only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function* refusalFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* refusalFiles(path)
    else if (entry.name === 'refusals.ts') yield path
  }
}

/** The manual page as it should stand. */
export function manual() {
  const rows = []
  for (const file of [...refusalFiles(join(root, 'src'))].sort()) {
    const text = readFileSync(file, 'utf8')
    const keys = [...text.matchAll(/^\s*'([a-z][\w-]*(?:\.[a-zA-Z][\w-]*){2,})':/gm)]
    for (const [index, match] of keys.entries()) {
      const body = text.slice(match.index, keys[index + 1]?.index ?? text.length)
      const sentence = /sentence:\s*['`]([^'`]*)['`]/.exec(body)?.[1] ?? ''
      const help = /help:\s*['`]([^'`]*)['`]/.exec(body)?.[1] ?? ''
      const clean = (words) => words.replace(/\$\{[^}]*\}/g, '…').replaceAll('|', '｜')
      rows.push(`| \`${match[1]}\` | ${clean(sentence)} | ${clean(help)} |`)
    }
  }
  return `# Refusals\n\nEvery way the rooms say no, by code. The API and the journal of the door use the codes; people see the sentences.\nWritten by \`scripts/refusals-manual.mjs\`; a house test compares it with the code.\n\n| code | sentence | what helps |\n|---|---|---|\n${rows.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(root, 'docs', 'operating', 'refusals.md'), manual())
