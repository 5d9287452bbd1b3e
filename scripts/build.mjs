// Builds dist/: TypeScript emit, copied assets, browser islands. `--if-needed` returns at once when nothing changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stampFile = join(dist, '.stamp')
const isAsset = /\.(css|svg|png|ico|json|typ|txt|html|md|docx|doc|pdf|xlsx|xls|ofd|zip|ttf|otf)$/

/** Every file below a folder, with its size and time: enough to know whether a build is due. */
function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

export function sourceStamp() {
  const hash = createHash('sha256')
  for (const top of ['src', 'test', 'package.json', 'tsconfig.json']) {
    const path = join(root, top)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory() ? [...filesBelow(path)].sort() : [path]
    for (const file of files) {
      const s = statSync(file)
      hash.update(`${relative(root, file)} ${s.size} ${Math.floor(s.mtimeMs)}\n`)
    }
  }
  return hash.digest('hex')
}

/** Builds when the sources changed since the last build; returns whether it did. */
export function build({ ifNeeded = false, quiet = false } = {}) {
  const stamp = sourceStamp()
  if (ifNeeded && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const compile = (stdio) =>
    spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { cwd: root, stdio }).status === 0
  // What the compiler remembers may be of an installation that was not complete: a failure on it is not believed.
  const memory = join(dist, '.tsbuildinfo')
  let compiled = compile(quiet || existsSync(memory) ? 'ignore' : 'inherit')
  if (!compiled && existsSync(memory)) {
    rmSync(memory)
    compiled = compile(quiet ? 'ignore' : 'inherit')
  }
  if (!compiled) throw new Error('The TypeScript build failed; the messages above say where.')
  for (const top of ['src', 'test']) {
    if (!existsSync(join(root, top))) continue
    for (const file of filesBelow(join(root, top))) {
      if (!isAsset.test(file)) continue
      const target = join(dist, relative(root, file))
      mkdirSync(dirname(target), { recursive: true })
      cpSync(file, target)
    }
  }
  const islands = join(root, 'src', 'platform', 'html', 'islands')
  if (existsSync(islands)) {
    const entries = readdirSync(islands).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    if (entries.length > 0) {
      // The programming interface finds its own program, whether or not the package's install script ran.
      buildSync({
        entryPoints: entries.map((name) => join(islands, name)),
        bundle: true,
        format: 'esm',
        target: ['chrome86', 'firefox102', 'safari14'],
        minify: true,
        outdir: join(dist, 'src', 'platform', 'html', 'public', 'islands'),
        logLevel: 'warning',
      })
    }
  }
  const bundled = spawnSync(process.execPath, [join(root, 'scripts', 'bundle.mjs')], {
    cwd: root,
    stdio: 'inherit',
  })
  if (bundled.status !== 0) throw new Error('The bundling failed; the messages above say where.')
  writeFileSync(stampFile, stamp)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build({ ifNeeded: process.argv.includes('--if-needed') })
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
