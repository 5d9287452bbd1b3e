// What the command line opens this room by: judging alone, no database, no pages.
export { rules as auditRules } from '../../law/report-checks/index.ts'
export { basisWords } from './basis-words.ts'
export { formWords } from './form-words.ts'
export { UnreadableDocument } from '../../documents/tree.ts'
export { auditJson, judgeFile, type JudgedFile, type JudgeOptions } from './judge-file.ts'
export {
  closeJudgePool,
  judgePool,
  openJudgePool,
  type JudgePool,
  type JudgePoolOptions,
  type PoolJudgeOptions,
} from './judge-pool.ts'
export {
  judgeBatch,
  mostSisters,
  type BatchFile,
  type BatchOptions,
  type BatchOutcome,
} from './batch/judge-batch.ts'
export type { BatchRow, JudgementToKeep } from './pages/judgement-files.tsx'

/** What writes judgements as files; loaded only by whoever wants files. */
export const judgementFiles = () => import('./pages/judgement-files.tsx')
