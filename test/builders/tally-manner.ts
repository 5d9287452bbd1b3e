import { read } from '../../src/documents/read/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import type { Manner } from './manners.ts'
import { compareReading, inventReport, type Outcome } from './office-report.ts'
import { offices } from './offices.ts'
import { chanceOf } from './statutory-tables.ts'

/** Writes the report of every office in one manner, reads the file back and counts. Gives the number of reports. */
export async function tallyManner(manner: Manner, seed: number, outcome: Outcome): Promise<number> {
  for (const office of offices) {
    const report = inventReport(office, seed)
    const name = `${office.agency} ${office.year}, seed ${seed}`
    try {
      const tree = await read(manner.bytes(report, chanceOf(seed)), { name: manner.file })
      compareReading(report, recoverReport(tree, manner.file), outcome, name, manner.lost?.(report))
    } catch (error) {
      outcome.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return offices.length
}
