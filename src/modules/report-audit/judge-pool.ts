import { type DocTree, UnreadableDocument } from '../../documents/tree.ts'
import type { Finding, RecoveredReport } from '../../law/report-form/model.ts'
import {
  JobLost,
  openProcessPool,
  type LostFor,
  type ProcessPool,
} from '../../platform/processes/open-process-pool.ts'
import type { JudgedFile, JudgeOptions } from './judge-file.ts'
import type { FileInside, JudgeAnswer, JudgeJob } from './judge-worker.ts'

export interface JudgePoolOptions {
  /** Processes at most; by default one less than the cores. */
  readonly size?: number
  /** Heap of one process in megabytes. */
  readonly memory?: number
  /** Wall clock for one file in milliseconds. */
  readonly timeLimit?: number
  readonly pdfTimeLimit?: number
  /** Wall clock for a picture or a scanned pdf, whose characters are recognised page by page. */
  readonly pictureTimeLimit?: number
}

export interface PoolJudgeOptions extends JudgeOptions {
  /** Stops reading, or takes the file out of the queue: the visitor went away. */
  readonly signal?: AbortSignal
}

/** Reads and judges away from the caller: whatever a file does, the caller gets a judgement or one clear sentence. */
export interface JudgePool {
  /** How many files can be under way at once. */
  readonly size: number
  /** `judgeFile` in a process of its own. @throws UnreadableDocument */
  judge(bytes: Uint8Array, name: string, options?: PoolJudgeOptions): Promise<JudgedFile>
  /** Judges a recovered report beside other reports, without reading again. */
  judgeAgain(report: RecoveredReport, options: PoolJudgeOptions): Promise<readonly Finding[]>
  /** The files of a zip archive, or the one file that the bytes are. @throws UnreadableDocument */
  filesInside(bytes: Uint8Array, name: string): Promise<readonly FileInside[]>
  /** The document alone, for whoever needs its text. @throws UnreadableDocument */
  read(bytes: Uint8Array, name: string, options?: { readonly signal?: AbortSignal }): Promise<DocTree>
  close(): Promise<void>
}

/** Limits of documents research 6. */
const standard = { memory: 512, timeLimit: 30_000, pdfTimeLimit: 60_000, pictureTimeLimit: 600_000 } as const

/** Opens a pool of reading processes; they start when first needed. One pool serves a whole program. */
export function openJudgePool(options: JudgePoolOptions = {}): JudgePool {
  const { memory, timeLimit, pdfTimeLimit, pictureTimeLimit } = { ...standard, ...options }
  const module = new URL('./judge-worker.js', import.meta.url)
  const pool = openProcessPool<JudgeJob, JudgeAnswer>({
    module,
    memory,
    ...(options.size === undefined ? {} : { size: options.size }),
  })
  // Recognising takes long and much memory: one file at a time, beside the others and not before them.
  const pictures = openProcessPool<JudgeJob, JudgeAnswer>({ module, memory, size: 1, jobsPerProcess: 50 })

  async function ask(job: JudgeJob, signal?: AbortSignal): Promise<JudgeAnswer> {
    let answer = await answerOf(
      pool,
      job,
      'bytes' in job && isPdf(job.bytes) ? pdfTimeLimit : timeLimit,
      signal,
    )
    if ('unreadable' in answer && answer.unreadable.code === 'needsOcr' && 'recognise' in job)
      answer = await answerOf(pictures, { ...job, recognise: true }, pictureTimeLimit, signal)
    if ('unreadable' in answer)
      throw new UnreadableDocument(answer.unreadable.code, answer.unreadable.sentence)
    return answer
  }

  return {
    size: pool.size,
    async judge(bytes, name, { signal, ...beside } = {}) {
      const answer = await ask({ do: 'judge', bytes, name, beside, recognise: false }, signal)
      if (!('judged' in answer)) throw new Error('The process answered another question.')
      return answer.judged
    },
    async judgeAgain(report, { signal, ...beside }) {
      const answer = await ask({ do: 'judgeAgain', report, beside }, signal)
      if (!('findings' in answer)) throw new Error('The process answered another question.')
      return answer.findings
    },
    async filesInside(bytes, name) {
      if (!mayBeArchive(bytes)) return [{ name, bytes }]
      const answer = await ask({ do: 'unpack', bytes, name })
      if (!('files' in answer)) throw new Error('The process answered another question.')
      return answer.files
    },
    async read(bytes, name, { signal } = {}) {
      const answer = await ask({ do: 'read', bytes, name, recognise: false }, signal)
      if (!('tree' in answer)) throw new Error('The process answered another question.')
      return answer.tree
    },
    async close() {
      await Promise.all([pool.close(), pictures.close()])
    },
  }
}

async function answerOf(
  pool: ProcessPool<JudgeJob, JudgeAnswer>,
  job: JudgeJob,
  timeLimit: number,
  signal: AbortSignal | undefined,
): Promise<JudgeAnswer> {
  try {
    return await pool.run(job, { timeLimit, signal })
  } catch (error) {
    throw refusalOf(error, timeLimit)
  }
}

let shared: JudgePool | undefined

/** The pool of this program, opened when first asked for: pages, API and jobs share it. */
export function judgePool(): JudgePool {
  shared ??= openJudgePool()
  return shared
}

/** Ends the shared pool's processes; a later call opens a new one. */
export async function closeJudgePool(): Promise<void> {
  const pool = shared
  shared = undefined
  await pool?.close()
}

/** Zip containers that begin as office files do are not sent to be unpacked only to come back whole. */
function mayBeArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const length = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256
  const first = new TextDecoder('latin1').decode(bytes.subarray(30, 30 + Math.min(length, 100)))
  return !/^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/|OFD\.xml|mimetype)/.test(first)
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}

const sentences: Readonly<Record<Exclude<LostFor, 'closed' | 'given up'>, (limit: number) => string>> = {
  time: (limit) =>
    `读这个文件用了 ${Math.round(limit / 1000)} 秒还没有读完，已经停止。请确认这是一份年度报告，或者另存为 docx、html 后再试。`,
  memory: () => '读这个文件需要的内存太多，已经停止。请确认这是一份年度报告，必要时拆分后再试。',
  crash: () => '读这个文件时读取程序中断了。请用原来的软件打开并重新保存后再试。',
}
const codes = { time: 'tooSlow', memory: 'tooMuchMemory', crash: 'readerCrashed' } as const

/** One clear sentence, and the cause for whoever mends the reader. */
function refusalOf(error: unknown, limit: number): unknown {
  if (error instanceof JobLost && (error.reason === 'closed' || error.reason === 'given up')) return error
  const refusal =
    error instanceof JobLost
      ? new UnreadableDocument(
          codes[error.reason as keyof typeof codes],
          sentences[error.reason as keyof typeof codes](limit),
        )
      : new UnreadableDocument(
          'judgingFailed',
          '检查这个文件时程序自己出了错，这份报告没有检查。请把文件转给系统的维护人员。',
        )
  refusal.cause = error
  return refusal
}
