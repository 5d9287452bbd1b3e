import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Services } from '../../platform/services.ts'
import { agencyBySlug } from '../agencies/index.ts'
import { importReport } from './commands/import-report.ts'
import { judgeFile, rulesVersion } from './judge-file.ts'
import { publishedReports } from './queries/published-reports.ts'

/** Reports of the invented city, in the shapes in which reports are found: file, agency, year. */
const demoReports = [
  ['yunting-emergency', 2023],
  ['linpu-emergency', 2023],
  ['linpu-emergency', 2021],
  ['wanghe-emergency', 2023],
  ['hitech-emergency', 2023],
] as const

const folder = join(dirname(fileURLToPath(import.meta.url)), 'demo')

/** Reads, judges and keeps the demo city's reports where none is there yet. */
export async function firstStart(
  services: Services,
  say: (sentence: string) => void,
): Promise<readonly string[]> {
  if (!services.config.demo || (await publishedReports(services.db)).length > 0) return []
  let told = false
  for (const [slug, year] of demoReports) {
    const agency = await agencyBySlug(services.db, slug)
    const file = join(folder, `${slug}-${year}.txt`)
    if (!agency || !existsSync(file)) continue
    if (!told) say('正在读取并检查示范市的年度报告')
    told = true
    const bytes = readFileSync(file)
    const { report, findings, format } = await judgeFile(bytes, `${slug}-${year}.txt`)
    await services.command({ kind: 'system', name: 'first-start' }, agency.agencyId, (context) =>
      importReport(context, {
        agencyId: agency.agencyId,
        year,
        fileName: `${agency.shortName}${year}.txt`,
        format,
        bytes,
        recovered: report,
        findings,
        rulesVersion,
      }),
    )
  }
  return []
}
