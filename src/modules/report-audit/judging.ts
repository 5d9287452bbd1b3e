// What the command line opens this room by: judging alone, no database, no pages.
export { rules as auditRules } from '../../law/report-checks/index.ts'
export { UnreadableDocument } from '../../documents/tree.ts'
export { auditJson, judgeFile, type JudgedFile, type JudgeOptions } from './judge-file.ts'
export { filesInside } from './files-inside.ts'
export {
  closeJudgePool,
  judgePool,
  openJudgePool,
  type JudgePool,
  type JudgePoolOptions,
  type PoolJudgeOptions,
} from './judge-pool.ts'
