/** The process in which reports are read and judged: the bytes may be anyone's, and whatever they do ends with this process. */
import { defaultLimits, filesOf, read } from '../../documents/read/index.ts'
import { type DocTree, UnreadableDocument } from '../../documents/tree.ts'
import { judgeReport } from '../../law/report-checks/index.ts'
import type { Finding, RecoveredReport } from '../../law/report-form/model.ts'
import { serveJobs } from '../../platform/processes/serve-jobs.ts'
import { judgeFile, type JudgedFile, type JudgeOptions } from './judge-file.ts'

/** What can be asked for. */
export type JudgeJob =
  | {
      readonly do: 'judge'
      readonly bytes: Uint8Array
      readonly name: string
      readonly beside: JudgeOptions
      readonly recognise: boolean
    }
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly name: string; readonly recognise: boolean }
  | { readonly do: 'unpack'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly do: 'judgeAgain'; readonly report: RecoveredReport; readonly beside: JudgeOptions }

export interface FileInside {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is answered: the thing asked for, or why the document cannot be used. */
export type JudgeAnswer =
  | { readonly judged: JudgedFile }
  | { readonly tree: DocTree }
  | { readonly files: readonly FileInside[] }
  | { readonly findings: readonly Finding[] }
  | { readonly unreadable: { readonly code: string; readonly sentence: string } }

async function answer(job: JudgeJob): Promise<JudgeAnswer> {
  switch (job.do) {
    case 'judge':
      return { judged: await judgeFile(job.bytes, job.name, job.beside, job.recognise) }
    case 'read':
      return { tree: await read(job.bytes, { name: job.name, recognise: job.recognise }) }
    case 'unpack':
      return { files: filesOf(job.bytes, defaultLimits, job.name) }
    case 'judgeAgain':
      return {
        findings: judgeReport(job.report, {
          previous: job.beside.previous ?? null,
          sisters: job.beside.sisters ?? [],
        }),
      }
    default:
      return job satisfies never
  }
}

serveJobs<JudgeJob, JudgeAnswer>(async (job) => {
  try {
    return await answer(job)
  } catch (error) {
    if (error instanceof UnreadableDocument)
      return { unreadable: { code: error.code, sentence: error.message } }
    throw error
  }
})
