// How long a person waits: the first start with the demo city, the next starts, and one command: node scripts/bench-start.mjs
// Wall-clock seconds, so they depend on the machine; against them stands Node's own start in the same run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true })
const folder = mkdtempSync(join(tmpdir(), 'gongkai-start-'))
const program = join(root, 'bin', 'gongkai.mjs')
const sample = join(root, 'test/reports/labelled/sound-county-government-2024.txt')
try {
  const bare = await middle(() => run([process.execPath, '-e', '']))
  const tell = (what, seconds) =>
    console.log(
      `${what.padEnd(44)} ${seconds.toFixed(2)} s, ${(seconds / bare).toFixed(0)} times node's own start`,
    )
  tell("node's own start", bare)
  tell('first start, demo city and its reports made', await serveOnce())
  tell('second start, until it answers', await middle(serveOnce))
  tell('gongkai audit of one text', await middle(() => run([process.execPath, program, 'audit', sample])))
  tell('gongkai days', await middle(() => run([process.execPath, program, 'days', '2026-01-20', '20'])))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function middle(measure) {
  const times = []
  for (let round = 0; round < 3; round += 1) times.push(await measure())
  return times.sort((a, b) => a - b)[1]
}

/** Seconds until the program ended. */
function run([command, ...args]) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', () => resolve((performance.now() - began) / 1000))
  })
}

/** Seconds until the system says that it has started; then it is stopped in order. */
function serveOnce() {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      GONGKAI_DATA: folder,
      GONGKAI_PORT: '0',
      GONGKAI_LOG: 'error',
      GONGKAI_DEMO: 'on',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let seconds = 0
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (seconds > 0 || !said.includes('公开已经启动')) return
      seconds = (performance.now() - began) / 1000
      child.kill('SIGINT')
    })
    child.once('exit', (code) =>
      seconds > 0 ? resolve(seconds) : reject(new Error(`ended with ${code}: ${said}`)),
    )
  })
}
