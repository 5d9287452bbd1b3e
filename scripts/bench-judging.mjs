// What reading and judging one report costs, by format, and what it comes to against the plain text: node scripts/bench-judging.mjs
// One invented report (all 200 cells filled) written by us as Word, web page and PDF, and invented reports as they are found on
// the web; all read in one process, warm.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true })
const emit = (path) => import(join(root, 'dist', path))
const { judgeFile } = await emit('src/modules/report-audit/judging.js')
const { t2Cells, t3Columns, t3Rows, t4Blocks, t4Columns } = await emit('src/law/report-form/model.js')
const { tableFour, tableThree, tableTwo } = await emit('src/modules/annual-reports/write/statutory-tables.js')
const { writeDocx } = await emit('src/documents/write/docx.js')
const { writeHtml } = await emit('src/documents/write/html.js')
const { writePdf } = await emit('src/documents/write/pdf/write-pdf.js')

const rounds = 15
let next = 1000
const filled = (keys, fill) => Object.fromEntries(keys.map((key) => [key, fill()]))
const figure = () => (next += 7)
const report = {
  layout: 'plain',
  letterhead: '云汀市应急管理局',
  title: ['云汀市应急管理局', '2025年政府信息公开工作年度报告'],
  body: [
    tableTwo(filled(t2Cells, figure)),
    tableThree(filled(t3Rows, () => filled(t3Columns, figure))),
    tableFour(filled(t4Blocks, () => filled(t4Columns, figure))),
  ],
  signature: { agencies: ['云汀市应急管理局'], on: '2026-01-20' },
}
const found = (path) => readFileSync(join(root, path))
const files = new Map([
  ['txt', found('test/reports/labelled/sound-county-government-2024.txt')],
  ['txt, torn', found('src/modules/report-audit/demo/wanghe-emergency-2023.txt')],
  ['html, found', found('test/reports/labelled/sound-health-2023.html')],
  ['html', Buffer.from(writeHtml(report))],
  ['docx', await writeDocx(report)],
  ['pdf', await writePdf(report)],
])
const rows = []
for (const [name, bytes] of files) {
  for (let warm = 0; warm < 5; warm += 1) await judgeFile(bytes, name)
  const times = []
  let cells = 0
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage()
    const { report } = await judgeFile(bytes, name)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
    cells = report.cells.length
  }
  times.sort((a, b) => a - b)
  rows.push({ name, kilobytes: bytes.length / 1024, ms: times[Math.floor(rounds / 2)], cells })
}
const plain = rows.find(({ name }) => name === 'txt')?.ms ?? 1
for (const { name, kilobytes, ms, cells } of rows)
  console.log(
    `${name.padEnd(13)} ${kilobytes.toFixed(0).padStart(5)} KB ${String(cells).padStart(4)} cells  ${ms.toFixed(1).padStart(6)} ms CPU, ${(ms / plain).toFixed(1)} times the text, ${Math.round(1000 / ms)} reports a second and core`,
  )
