import type { DocTree } from '../../documents/tree.ts'
import type { RecoveredReport } from '../../law/report-form/model.ts'
import { recover } from './extract/recover.ts'
import { readNarrative } from './narrative/index.ts'

/**
 * Everything one published annual report holds: tables, running text, identity, and what was odd in reading it.
 * @throws UnreadableDocument `notAReport` when the document is no annual report
 */
export function recoverReport(tree: DocTree, file: string): RecoveredReport {
  const report = recover(tree, file)
  return { ...report, narrative: readNarrative(report.paragraphs, report.year) }
}
