// Spoils reports of every format and has them judged: node scripts/fuzz-read.mjs [--count N] [--seed N] [--formats txt,pdf] [--size N] [--minutes N] [--keep FOLDER]
// Nothing may crash, hang, grow or answer unclearly. What does is written to the folder, named by format and seed, to become a fixture.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    formats: { type: 'string' },
    size: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    keep: { type: 'string', default: join('var', 'fuzz') },
  },
})
build({ ifNeeded: true })
setPriority(15)
const { seedFiles, seedFormats } = await import('../dist/test/builders/seed-files.js')
const { spoil } = await import('../dist/test/builders/spoil.js')
const { chanceOf } = await import('../dist/test/builders/statutory-tables.js')
const { openJudgePool, UnreadableDocument } = await import('../dist/src/modules/report-audit/judging.js')

const count = Number(values.count)
const pool = openJudgePool({ size: Number(values.size), timeLimit: 60_000, pdfTimeLimit: 60_000 })
const seeds = await seedFiles()
const clear = /^[^\n]*\p{Script=Han}[^\n]*。$/u
const isBad = new Set(['judgingFailed', 'readerCrashed', 'tooSlow', 'tooMuchMemory'])

/** Megabytes of the reading processes. */
function megabytesOfChildren() {
  const children = []
  for (const task of readdirSync('/proc/self/task'))
    children.push(
      ...readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    )
  const sizes = children.map((pid) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  })
  return Math.round(Math.max(0, ...sizes))
}

let failures = 0
const ends = performance.now() + Number(values.minutes) * 60_000
const tallies = new Map((values.formats?.split(',') ?? seedFormats).map((format) => [format, newTally()]))

function newTally() {
  return { files: 0, judged: 0, refused: 0, failed: 0, slowest: 0, early: 0, late: 0, codes: new Map() }
}

async function one(format, number, tally) {
  const spoilt = spoil(format, seeds.get(format), chanceOf(Number(values.seed) * 1_000_003 + number))
  const begun = performance.now()
  let problem = null
  try {
    await pool.judge(spoilt, `report.${format}`)
    tally.judged += 1
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) problem = `not a refusal: ${error.stack}`
    else if (isBad.has(error.code)) problem = `${error.code}: ${error.cause?.message ?? ''}`
    else if (!clear.test(error.message)) problem = `unclear: ${error.message}`
    else tally.refused += 1
    tally.codes.set(error.code, (tally.codes.get(error.code) ?? 0) + 1)
  }
  tally.files += 1
  tally.slowest = Math.max(tally.slowest, performance.now() - begun)
  if (problem === null) return
  tally.failed += 1
  failures += 1
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(join(values.keep, `${format}-${values.seed}-${number}.${format}`), spoilt)
  console.error(`${format} ${number}: ${problem.slice(0, 800)}`)
}

// In rounds, so that a run cut short has tried every format.
const round = 250
for (let from = 0; from < count && performance.now() < ends; from += round)
  for (const [format, tally] of tallies) {
    for (let number = from; number < Math.min(count, from + round); number += pool.size)
      await Promise.all(Array.from({ length: pool.size }, (_, more) => one(format, number + more, tally)))
    tally.late = megabytesOfChildren()
    if (from === 0) tally.early = tally.late
  }

console.log(
  '| format | files | judged | refused | failed | slowest (ms) | memory in the first round, in the last (MB) |',
)
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const [format, { files, judged, refused, failed, slowest, early, late, codes }] of tallies) {
  console.log(
    `| ${format} | ${files} | ${judged} | ${refused} | ${failed} | ${Math.round(slowest)} | ${early}, ${late} |`,
  )
  const told = [...codes].sort((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`)
  console.error(`${format}: ${told.join(', ')}`)
}
await pool.close()
process.exitCode = failures > 0 ? 1 : 0
