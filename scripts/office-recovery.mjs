// Puts every invented office's report through every manner, reads it back and prints what came back: node scripts/office-recovery.mjs [N] [PART-OF-NAME]
import { build } from './build.mjs'

build({ ifNeeded: true })
const { manners } = await import('../dist/test/builders/manners.js')
const { tallyManner } = await import('../dist/test/builders/tally-manner.js')
const { newOutcome } = await import('../dist/test/builders/office-report.js')
const count = Number(process.argv[2] ?? 4)
const part = process.argv[3] ?? ''
console.log('| manner | cells printed | read right | left open | wrong | other faults |')
console.log('|---|---:|---:|---:|---:|---:|')
const started = performance.now()
let reports = 0
for (const manner of manners) {
  if (!manner.name.includes(part)) continue
  const outcome = newOutcome()
  for (let seed = 1; seed <= count; seed += 1) reports += await tallyManner(manner, seed, outcome)
  const { tally, faults } = outcome
  const share = tally.printed === 0 ? '–' : `${((100 * tally.right) / tally.printed).toFixed(1)} %`
  console.log(
    `| ${manner.name} | ${tally.printed} | ${share} | ${tally.missed} | ${tally.wrong.length} | ${faults.length} |`,
  )
  if (process.env.SHOW)
    for (const line of [...tally.wrong.slice(0, 8), ...faults.slice(0, Number(process.env.SHOW))])
      console.log(`    ${line}`)
}
console.error(`${reports} reports in ${((performance.now() - started) / 1000).toFixed(1)} s`)
