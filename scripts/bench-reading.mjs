// How many reports a core reads and judges in a second, and what others need only to get the text out of the same files:
// node scripts/bench-reading.mjs [--reports N] [--many N] [--mammoth FOLDER]
// CPU time, not wall clock, so that a busy machine does not matter much. Other programs are measured where they are installed; mammoth
// is no dependency: install it anywhere and name its folder.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20' },
    many: { type: 'string', default: '0' },
    mammoth: { type: 'string' },
  },
})
build({ ifNeeded: true })
const { seedFiles } = await import('../dist/test/builders/seed-files.js')
const { judgeFile, openJudgePool } = await import('../dist/src/modules/report-audit/judging.js')
const { read } = await import('../dist/src/documents/read/index.js')
const count = Number(values.reports)
const formats = ['txt', 'html', 'docx', 'pdf', 'doc', 'xlsx', 'ofd', 'rtf']
const aims = { txt: 100, html: 100, docx: 15, pdf: 3 }
const sets = []
for (let seed = 1; seed <= count; seed += 1) sets.push(await seedFiles(seed))

/** CPU milliseconds for one file; the runtime has translated what it will translate before the measuring begins. */
async function cpuEach(files, work) {
  const begun = performance.now()
  for (let done = 0; done < 60 && performance.now() - begun < 4_000; done += 1)
    await work(files[done % files.length])
  const before = process.cpuUsage()
  for (const file of files) await work(file)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / files.length
}

const ours = {}
console.log('| format | read and judge, reports a second a core | the aim | reading alone, files a second |')
console.log('| --- | ---: | ---: | ---: |')
for (const format of formats) {
  const files = sets.map((set) => set.get(format))
  ours[format] = await cpuEach(files, (bytes) => judgeFile(bytes, `report.${format}`).catch(() => undefined))
  const reading = await cpuEach(files, (bytes) => read(bytes))
  console.log(
    `| ${format} | ${(1000 / ours[format]).toFixed(0)} | ${aims[format] ?? ''} | ${(1000 / reading).toFixed(0)} |`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
const rows = []
try {
  for (const format of ['html', 'docx', 'doc', 'pdf'])
    for (const [index, set] of sets.entries())
      writeFileSync(join(folder, `${index}.${format}`), set.get(format))
  await besideMammoth()
  // One process a file, as a script would call them: starting up is part of it, ours as well.
  const our = (format) => cpuOf('node', ['bin/gongkai.mjs', 'audit', '--json', join(folder, `0.${format}`)])
  for (const format of ['html', 'docx']) {
    const theirs = cpuOf('pandoc', [
      join(folder, `0.${format}`),
      '-t',
      'plain',
      '-o',
      join(folder, 'out.txt'),
    ])
    if (theirs !== null) rows.push([format, 'pandoc to plain text, one process a file', our(format) / theirs])
  }
  const text = cpuOf('pdftotext', ['-layout', join(folder, '0.pdf'), join(folder, 'out.txt')])
  if (text !== null) rows.push(['pdf', 'pdftotext -layout, one process a file', our('pdf') / text])
  for (const format of ['docx', 'doc', 'html']) {
    const files = sets.map((_, index) => join(folder, `${index}.${format}`))
    const convert = ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'office'))}`]
    const theirs = cpuOf('soffice', [
      ...convert,
      '--convert-to',
      'txt:Text',
      '--outdir',
      join(folder, 'txt'),
      ...files,
    ])
    const whole = cpuOf('node', ['bin/gongkai.mjs', 'audit', '--json', '--no-pairs', ...files])
    if (theirs !== null)
      rows.push([format, `LibreOffice to text, ${count} files in one process`, whole / theirs])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log('\n| format | against, only the text | CPU of ours, reading and judging, to theirs |')
console.log('| --- | --- | ---: |')
for (const [format, against, ratio] of rows) console.log(`| ${format} | ${against} | ${ratio.toFixed(2)} |`)
if (Number(values.many) > 0) await flat(Number(values.many))

async function besideMammoth() {
  if (!values.mammoth) return
  const { default: mammoth } = await import(
    pathToFileURL(resolve(values.mammoth, 'node_modules/mammoth/lib/index.js')).href
  )
  const files = sets.map((set) => Buffer.from(set.get('docx')))
  const theirs = await cpuEach(files, (buffer) => mammoth.convertToHtml({ buffer }))
  const reading = await cpuEach(files, (bytes) => read(bytes))
  rows.push(['docx', 'mammoth to html, in one process', ours.docx / theirs])
  rows.push(['docx', 'mammoth to html, in one process; ours reading alone', reading / theirs])
}

/** CPU milliseconds of a program and its children; null when it is not installed. */
function cpuOf(program, words) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
  } catch {
    return null
  }
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1'
  try {
    execFileSync('bash', ['-c', `{ ${script} ; } 2>"$0"`, join(folder, 'time'), program, ...words])
  } catch {
    // The audit ends with 1 when it finds something.
  }
  const told = readFileSync(join(folder, 'time'), 'utf8').trim().split(/\s+/).map(Number)
  return (told[0] + told[1]) * 1000
}

/** Judges many files in one process and tells whether it grew. */
async function flat(many) {
  const pool = openJudgePool({ size: 1 })
  const sizes = []
  const step = Math.max(1, Math.floor(many / 10))
  for (let number = 0; number < many; number += 1) {
    const format = number % 2 === 0 ? 'html' : 'txt'
    await pool.judge(sets[number % count].get(format), `report.${format}`)
    // In the middle of each tenth: at its end the pool may just have replaced the process.
    if (number % step === step >> 1) sizes.push(Math.round(megabytesOfChildren()))
  }
  await pool.close()
  console.log(`\n${many} files in one process, memory in the middle of each tenth (MB): ${sizes.join(' ')}`)
}

function megabytesOfChildren() {
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  )
  return Math.max(
    ...children.map(
      (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    ),
  )
}
