// Every measurement of the product, one after another: npm run bench [part of a name …]. Figures and how to read them: docs/benchmarks.md
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const wanted = process.argv.slice(2)
const scripts = readdirSync(folder)
  .filter((name) => /^bench-.*\.mjs$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
if (scripts.length === 0) {
  console.error('No measurement matches.')
  process.exit(1)
}
for (const name of scripts) {
  console.log(`\n# ${name.replace(/\.mjs$/, '')}`)
  const { status } = spawnSync(process.execPath, [join(folder, name)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
