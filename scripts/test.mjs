// Builds, then runs every *.test.js (or those whose path contains one of the arguments) with Node's own test runner.
import { existsSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = process.argv.slice(2)
build({ ifNeeded: true })

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* testFiles(path)
    else if (entry.name.endsWith('.test.js') && existsSync(sourceOf(path))) yield path
  }
}

/** A test whose source is gone is left over from an earlier build and does not count. */
function sourceOf(path) {
  const source = path.replace(join(root, 'dist'), root).replace(/\.js$/, '.ts')
  return existsSync(source) ? source : `${source}x`
}

const files = [...testFiles(join(root, 'dist', 'src')), ...testFiles(join(root, 'dist', 'test'))].filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
)
if (files.length === 0) {
  console.error('No test file matches.')
  process.exit(1)
}

// One database server for the whole run; each test file makes its own database in it.
const serverModule = join(root, 'dist', 'test', 'builders', 'test-server.js')
const server = existsSync(serverModule) ? await (await import(serverModule)).startTestServer() : undefined
if (server) process.env.GONGKAI_TEST_SERVER = server.url

let passed = 0
let failed = 0
const stream = run({ files, concurrency: Math.max(2, cpus().length), timeout: 600_000 })
stream.on('test:pass', (event) => {
  if (event.details?.type !== 'suite' && !isFile(event)) passed += 1
})
stream.on('test:fail', (event) => {
  failed += 1
  process.exitCode = 1
  void event
})
stream.compose(spec).pipe(process.stdout)
stream.on('end', async () => {
  await server?.stop()
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
})

/** Node reports each file as a test of its own; it is not counted. */
function isFile(event) {
  return event.name?.endsWith('.test.js') === true
}
