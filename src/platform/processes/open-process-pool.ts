import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Reply, Task } from './serve-jobs.ts'

/** Why a job has no answer although nothing is wrong with the caller. */
export type LostFor = 'time' | 'memory' | 'crash' | 'closed' | 'given up'

/** The process that had the job was stopped, or died of it. Other jobs are not touched. */
export class JobLost extends Error {
  override readonly name = 'JobLost'
  readonly reason: LostFor
  constructor(reason: LostFor, cause?: unknown) {
    super(`The job was lost (${reason}).`, { cause })
    this.reason = reason
  }
}

/** An exception inside the job, as the other process told it. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
}

export interface ProcessPoolOptions {
  /** The compiled module that calls `serveJobs`. */
  readonly module: URL
  /** Processes at most; by default one less than the cores, so that the caller keeps one. */
  readonly size?: number
  /** Heap of one process in megabytes; everything together may take twice as much. */
  readonly memory?: number
  /** A process is replaced after this many jobs, and earlier when it keeps more than `memory`. */
  readonly jobsPerProcess?: number
}

export interface JobOptions {
  /** Wall clock in milliseconds, counted from when a process takes the job up. */
  readonly timeLimit: number
  /** Stops the job, or takes it out of the queue. */
  readonly signal?: AbortSignal | undefined
}

export interface ProcessPool<Job, Answer> {
  /**
   * Has one job done in a process of its own. Jobs wait their turn.
   * @throws JobLost, JobFailed
   */
  run(job: Job, options: JobOptions): Promise<Answer>
  /** How many jobs can be under way at once. */
  readonly size: number
  /** Stops every process. Waiting jobs are lost. */
  close(): Promise<void>
}

interface Waiting<Job, Answer> {
  readonly job: Job
  readonly options: JobOptions
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

interface Lane<Job, Answer> {
  readonly child: ChildProcess
  done: number
  /** The last words on standard error: what a dying runtime says. */
  lastWords: string
  current: { readonly id: number; readonly waiting: Waiting<Job, Answer>; readonly stop: () => void } | null
}

/** Set for the process; secrets of the server (database, keys) are not handed on. */
const keptEnvironment = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL']

/**
 * A pool of processes for work on bytes that anyone may have made. Processes and not threads: one allocation larger than the
 * limit ends every thread of the process it happens in (docs/decisions/0007-reading-in-processes.md). Started when first needed;
 * an idle pool keeps nothing alive.
 */
export function openProcessPool<Job, Answer>({
  module,
  size = Math.max(1, availableParallelism() - 1),
  memory = 512,
  jobsPerProcess = 1000,
}: ProcessPoolOptions): ProcessPool<Job, Answer> {
  const lanes = new Set<Lane<Job, Answer>>()
  const queue: Waiting<Job, Answer>[] = []
  let lastId = 0
  let closed = false

  function start(): Lane<Job, Answer> {
    const child = fork(fileURLToPath(module), [String(memory * 2)], {
      execArgv: [`--max-old-space-size=${memory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: Object.fromEntries(
        keptEnvironment.flatMap((name) =>
          process.env[name] === undefined ? [] : [[name, process.env[name]]],
        ),
      ),
    })
    const lane: Lane<Job, Answer> = { child, done: 0, lastWords: '', current: null }
    child.stderr?.setEncoding('utf8')
    child.stderr?.on('data', (words: string) => (lane.lastWords = (lane.lastWords + words).slice(-8000)))
    child.on('message', (reply) => settle(lane, reply as Reply<Answer>))
    child.on('error', (error) => drop(lane, new JobLost('crash', error)))
    child.on('exit', (_code, signal) =>
      drop(lane, new JobLost(reasonOf(signal, lane.lastWords), lane.lastWords)),
    )
    lanes.add(lane)
    return lane
  }

  function settle(lane: Lane<Job, Answer>, reply: Reply<Answer>): void {
    const { current } = lane
    if (current === null || current.id !== reply.id) return
    current.stop()
    lane.current = null
    lane.done += 1
    rest(lane.child, true)
    if ('answer' in reply) current.waiting.resolve(reply.answer)
    else current.waiting.reject(new JobFailed(reply.failure))
    if (lane.done >= jobsPerProcess || reply.megabytes > memory) {
      lanes.delete(lane)
      lane.child.kill('SIGKILL')
    }
    next()
  }

  function drop(lane: Lane<Job, Answer>, lost: JobLost): void {
    lanes.delete(lane)
    const { current } = lane
    lane.current = null
    lane.child.kill('SIGKILL')
    if (current !== null) {
      current.stop()
      current.waiting.reject(lost)
    }
    if (!closed) next()
  }

  function next(): void {
    while (queue.length > 0) {
      const idle = [...lanes].find((lane) => lane.current === null)
      const lane = idle ?? (lanes.size < size ? start() : undefined)
      const waiting = lane && queue.shift()
      if (!lane || !waiting) return
      take(lane, waiting)
    }
  }

  function take(lane: Lane<Job, Answer>, waiting: Waiting<Job, Answer>): void {
    lastId += 1
    const id = lastId
    const { timeLimit, signal } = waiting.options
    const giveUp = () => drop(lane, new JobLost('given up'))
    const timer = setTimeout(() => drop(lane, new JobLost('time')), timeLimit)
    signal?.addEventListener('abort', giveUp, { once: true })
    const stop = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
    }
    lane.current = { id, waiting, stop }
    rest(lane.child, false)
    lane.child.send({ id, job: waiting.job, timeLimit } satisfies Task<Job>, (error) => {
      if (error) drop(lane, new JobLost('crash', error))
    })
  }

  return {
    size,
    run(job, options) {
      if (closed) return Promise.reject(new JobLost('closed'))
      if (options.signal?.aborted) return Promise.reject(new JobLost('given up'))
      return new Promise((resolve, reject) => {
        const waiting = { job, options, resolve, reject }
        queue.push(waiting)
        options.signal?.addEventListener(
          'abort',
          () => {
            const at = queue.indexOf(waiting)
            if (at < 0) return
            queue.splice(at, 1)
            reject(new JobLost('given up'))
          },
          { once: true },
        )
        next()
      })
    },
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new JobLost('closed'))
      await Promise.all(
        [...lanes].map((lane) => {
          rest(lane.child, false)
          const ended = new Promise<void>((done) => lane.child.once('exit', () => done()))
          drop(lane, new JobLost('closed'))
          return ended
        }),
      )
    },
  }
}

/** A process that only waits for work does not keep its parent alive. */
function rest(child: ChildProcess, resting: boolean): void {
  const parts = [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null]
  for (const part of parts)
    if (resting) part?.unref?.()
    else part?.ref?.()
}

/** The runtime aborts when its heap is full; the watch ends the process when all of it is too large; the kernel kills without a word. */
function reasonOf(signal: NodeJS.Signals | null, lastWords: string): LostFor {
  if (signal === 'SIGKILL' || signal === 'SIGTERM') return 'memory'
  return /out of memory|allocation failed|invalid table size|invalid array length/i.test(lastWords)
    ? 'memory'
    : 'crash'
}
