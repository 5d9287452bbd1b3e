// The only file of this room that another room may import.
export { recoverReport } from './recover-report.ts'
export {
  publishedReport,
  publishedReports,
  reportsOfYear,
  type ComparedFigure,
  type PublishedReport,
  type ReportEntry,
} from './queries/published-reports.ts'
export { importFile, type ImportOutcome, type ImportWishes } from './import-file.ts'
export { closeJudgePool, judgePool, openJudgePool, type JudgePool } from './judge-pool.ts'
export {
  factsOfPastYear,
  factsOfPastYears,
  type Certainty,
  type PastCell,
  type PastYear,
} from './queries/facts-of-past-year.ts'
