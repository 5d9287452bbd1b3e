// Judges the labelled reports and prints precision and recall for each rule: what docs/audit-quality.md is written from.
import { measureFirst, measureSecond } from '../dist/test/builders/audit-quality.js'

for (const [name, tally] of [
  ['first set', await measureFirst()],
  ['second set', measureSecond()],
]) {
  console.log(`== ${name}: ${tally.reports} reports, ${tally.judged} judged copies`)
  for (const [code, one] of [...tally.rules].sort())
    console.log(`${code}\t${one.right}\t${one.wrong}\t${one.missed}`)
  for (const line of tally.notes) console.log(`  ${line}`)
}
