// Writes docs/operating/refusals.md from the code: every refusals.ts with the sentence a person reads. The house test compares the two.
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true, quiet: true })

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'refusals.ts')
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .sort()

/** A refusals file offers either a record of reasons, or a list of codes with a function that gives the reason of one. */
function reasonsOf(module) {
  const values = Object.values(module)
  const list = values.find(Array.isArray)
  const give = values.find((value) => typeof value === 'function' && !/^class\b/.test(String(value)))
  if (list && give) return list.map((code) => give(code))
  return values
    .filter((value) => value !== null && typeof value === 'object' && !Array.isArray(value))
    .flatMap((record) => Object.values(record))
    .filter((reason) => typeof reason?.code === 'string' && typeof reason.sentence === 'string')
}

const parts = []
for (const file of files) {
  const compiled = join(root, 'dist', file.replace(/\.ts$/, '.js'))
  const reasons = reasonsOf(await import(pathToFileURL(compiled).href))
  if (reasons.length === 0) continue
  const rows = reasons.map(
    ({ code, sentence, help, basis }) => `| \`${code}\` | ${sentence}${help ?? ''} | ${basis ?? ''} |`,
  )
  parts.push(
    `## ${reasons[0].code.split('.')[0]}\n\nFrom \`${file}\`.\n\n| code | what the person reads | basis |\n|---|---|---|\n${rows.join('\n')}\n`,
  )
}
writeFileSync(
  join(root, 'docs', 'operating', 'refusals.md'),
  `# Refusals\n\nEvery code by which a rule says no, with the sentence the person reads and what would help.\nWritten by \`scripts/write-refusals.mjs\`; a test compares it with the code.\n\n${parts.join('\n')}`,
)
