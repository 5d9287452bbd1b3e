import { read } from '../../documents/read/index.ts'
import { judgeReport } from '../../law/report-checks/index.ts'
import type { Finding, RecoveredReport } from '../../law/report-form/model.ts'
import { recoverReport } from './recover-report.ts'

/** Kept beside every stored judgement, so that it knows what it was made by. */
export { rulesVersion } from '../../law/report-checks/index.ts'

export interface JudgeOptions {
  /** Last year's report of the same agency. */
  readonly previous?: RecoveredReport
  /** Reports of sister agencies for the same year. */
  readonly sisters?: readonly RecoveredReport[]
}

/** A report read and judged: what every door shows, stores or prints. */
export interface JudgedFile {
  readonly report: RecoveredReport
  readonly findings: readonly Finding[]
  readonly format: string
}

/**
 * Reads the bytes of one published report, recovers it and judges it. Pictures and scans are refused (`needsOcr`) unless their
 * characters are to be recognised.
 * @throws UnreadableDocument with one Chinese sentence that says what to do
 */
export async function judgeFile(
  bytes: Uint8Array,
  name: string,
  options: JudgeOptions = {},
  recognise = false,
): Promise<JudgedFile> {
  const tree = await read(bytes, { name, recognise })
  const report = recoverReport(tree, name)
  const findings = judgeReport(report, { previous: options.previous ?? null, sisters: options.sisters ?? [] })
  return { report, findings, format: tree.format }
}

/** The judgement as the public contract writes it (report-form): what --json prints and the API answers. */
export function auditJson({ report, findings }: JudgedFile): Readonly<Record<string, unknown>> {
  const { file, agency, year, form, tables, narrative, cells } = report
  const readings = cells
    .filter((cell) => cell.how !== undefined || cell.doubtful)
    .map(({ table, row, column, raw, how, doubtful, at }) => ({ table, row, column, raw, how, doubtful, at }))
  return {
    file,
    agency,
    year,
    form,
    tables,
    narrative,
    findings,
    ...(readings.length > 0 ? { readings } : {}),
  }
}
