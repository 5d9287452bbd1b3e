// Has typeset reports scanned in several manners, recognises them and prints what came back: node scripts/scan-recovery.mjs [REPORTS] [PART-OF-NAME]
import { build } from './build.mjs'

build({ ifNeeded: true })
const { seedFiles } = await import('../dist/test/builders/seed-files.js')
const { scanManners, scannedPdf, scansOf } = await import('../dist/test/builders/scans.js')
const { chanceOf, inventTables } = await import('../dist/test/builders/statutory-tables.js')
const { newTally, tallyAgainst } = await import('../dist/test/builders/table-recovery.js')
const { judgeFile } = await import('../dist/src/modules/report-audit/judging.js')

const count = Number(process.argv[2] ?? 2)
console.log(
  '| scanned | cells printed | read right | left open | wrong | unmarked | findings held as certain | seconds a page |',
)
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const manner of scanManners) {
  if (!manner.name.includes(process.argv[3] ?? '')) continue
  const tally = newTally()
  let [unmarked, certain, pages, time, refused] = [0, 0, 0, 0, 0]
  for (let seed = 1; seed <= count; seed += 1) {
    const pdf = (await seedFiles(seed)).get('pdf')
    const scans = await scansOf(pdf, manner, seed)
    const begun = performance.now()
    let judged
    try {
      judged = await judgeFile(scannedPdf(scans), 'scan.pdf', {}, true)
    } catch (error) {
      refused += 1
      console.error(error.message)
      continue
    }
    time += performance.now() - begun
    pages += scans.length
    tallyAgainst(inventTables(chanceOf(seed), 0.3, true), judged.report.tables, tally, new Set(), `${seed}`)
    unmarked += judged.report.cells.filter((cell) => !cell.doubtful).length
    certain += judged.findings.filter((finding) => finding.verdict === 'fails').length
    if (process.env.SHOW)
      for (const one of judged.findings)
        console.error(`   ${one.verdict} ${one.code} ${one.message.slice(0, 80)}`)
  }
  if (process.env.SHOW) for (const line of tally.wrong) console.error(`   wrong: ${line}`)
  console.log(
    `| ${manner.name} | ${tally.printed} | ${((100 * tally.right) / tally.printed).toFixed(1)} % | ${tally.missed} | ${tally.wrong.length} | ${unmarked} | ${certain} | ${(time / pages / 1000).toFixed(1)} |${refused > 0 ? ` ${refused} refused` : ''}`,
  )
}
