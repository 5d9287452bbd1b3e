import { Worker } from 'node:worker_threads'
import type { OfficialDocument } from '../model.ts'
import type { PdfAnswer, PdfJob } from './typst-worker.ts'

/** Characters that no registered or shipped face can draw: the letter is not written rather than printed with a hole. */
export class MissingGlyphs extends Error {
  override readonly name = 'MissingGlyphs'
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super(`现有字体没有这些字：${characters.join('')}。请登记含有这些字的字体后再生成。`)
    this.characters = characters
  }
}

/** The typesetter failed or took too long: not the document's fault. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed'
}

export interface PdfWriter {
  /**
   * Typesets a document in the layout of GB/T 9704-2012. The same document and fonts give the same bytes.
   * @throws MissingGlyphs, TypesettingFailed
   */
  write(document: OfficialDocument): Promise<Uint8Array>
  /** Ends the threads; a writer that is only idle does not keep a process alive. */
  close(): Promise<void>
}

export interface PdfWriterOptions {
  /** Font files (TTF, OTF, TTC) that the agency has licensed and registered; preferred over the shipped face. */
  readonly fonts?: readonly Uint8Array[]
  /** Threads at most; each holds about 150 MB. */
  readonly threads?: number
  /** Wall clock for one document in milliseconds. */
  readonly timeLimit?: number
}

interface Waiting {
  readonly document: OfficialDocument
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  written: number
  current: { readonly id: number; readonly job: Waiting; readonly timer: NodeJS.Timeout } | null
}

/** Memory the typesetter once took is not given back, so a thread is replaced after this many documents. */
const documentsPerThread = 1000

/** A pool of typesetting threads. Threads start when first needed. */
export function openPdfWriter({
  fonts = [],
  threads = 2,
  timeLimit = 30_000,
}: PdfWriterOptions = {}): PdfWriter {
  const pool = new Set<Thread>()
  const queue: Waiting[] = []
  let lastId = 0
  let closed = false

  function start(): Thread {
    const worker = new Worker(new URL('./typst-worker.js', import.meta.url), {
      workerData: { fonts },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const thread: Thread = { worker, written: 0, current: null }
    worker.unref()
    worker.on('message', (answer: PdfAnswer) => settle(thread, answer))
    worker.on('error', (error) =>
      drop(thread, new TypesettingFailed(`排版程序出错：${error.message}`, { cause: error })),
    )
    worker.on('exit', () => drop(thread, new TypesettingFailed('排版程序中断，请稍后再试。')))
    pool.add(thread)
    return thread
  }

  function settle(thread: Thread, answer: PdfAnswer): void {
    const { current } = thread
    if (current === null || current.id !== answer.id) return
    clearTimeout(current.timer)
    thread.current = null
    thread.written += 1
    thread.worker.unref()
    if ('pdf' in answer) current.job.resolve(answer.pdf)
    else if ('missing' in answer) current.job.reject(new MissingGlyphs(answer.missing))
    else current.job.reject(new TypesettingFailed(`排版失败：${answer.failure}`))
    if (thread.written >= documentsPerThread) retire(thread)
    next()
  }

  function retire(thread: Thread): void {
    pool.delete(thread)
    void thread.worker.terminate()
  }

  function drop(thread: Thread, error: Error): void {
    pool.delete(thread)
    const { current } = thread
    thread.current = null
    if (current !== null) {
      clearTimeout(current.timer)
      current.job.reject(error)
    }
    void thread.worker.terminate()
    if (!closed) next()
  }

  function next(): void {
    if (queue.length === 0) return
    const idle =
      [...pool].find((thread) => thread.current === null) ?? (pool.size < threads ? start() : undefined)
    const job = idle === undefined ? undefined : queue.shift()
    if (idle === undefined || job === undefined) return
    lastId += 1
    const id = lastId
    const timer = setTimeout(() => {
      drop(idle, new TypesettingFailed('排版超时，请检查文书是否过长。'))
    }, timeLimit)
    idle.current = { id, job, timer }
    idle.worker.ref()
    idle.worker.postMessage({ id, document: job.document } satisfies PdfJob)
    next()
  }

  return {
    write(document) {
      if (closed) return Promise.reject(new TypesettingFailed('排版程序已经关闭。'))
      return new Promise((resolve, reject) => {
        queue.push({ document, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      for (const job of queue.splice(0)) job.reject(new TypesettingFailed('排版程序已经关闭。'))
      await Promise.all([...pool].map((thread) => thread.worker.terminate()))
    },
  }
}

let shared: PdfWriter | undefined

/** Typesets with the shipped faces only. Where an agency registered its own fonts, open a writer with them instead. */
export function writePdf(document: OfficialDocument): Promise<Uint8Array> {
  shared ??= openPdfWriter()
  return shared.write(document)
}
