// Draws N invented reports in every known shape, reads them back and prints how many cells came back: node scripts/table-recovery.mjs [N] [PART-OF-NAME]
import { build } from './build.mjs'

build({ ifNeeded: true })
const { shapes } = await import('../dist/test/builders/table-shapes.js')
const { hardShapes } = await import('../dist/test/builders/table-shapes-hard.js')
const { newTally, tallyShape } = await import('../dist/test/builders/table-recovery.js')
const count = Number(process.argv[2] ?? 40)
const part = process.argv[3] ?? ''
console.log('| shape | cells printed | read right | left open | wrong |')
console.log('|---|---:|---:|---:|---:|')
const started = performance.now()
let reports = 0
for (const shape of [...shapes, ...hardShapes]) {
  if (!shape.name.includes(part)) continue
  const tally = newTally()
  for (let seed = 1; seed <= count; seed += 1) {
    tallyShape(shape, seed, tally)
    reports += 1
  }
  const share = tally.printed === 0 ? '–' : `${((100 * tally.right) / tally.printed).toFixed(1)} %`
  console.log(`| ${shape.name} | ${tally.printed} | ${share} | ${tally.missed} | ${tally.wrong.length} |`)
  if (process.env.SHOW_WRONG) for (const line of tally.wrong.slice(0, 8)) console.log(`    ${line}`)
}
console.error(`${reports} reports in ${((performance.now() - started) / 1000).toFixed(1)} s`)
