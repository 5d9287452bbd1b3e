import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'

/** What a process of the pool is asked. */
export interface Task<Job> {
  readonly id: number
  readonly job: Job
  readonly timeLimit: number
}

/** What it answers; `megabytes` is what the process holds afterwards. */
export type Reply<Answer> = { readonly id: number; readonly megabytes: number } & (
  | { readonly answer: Answer }
  | { readonly failure: string }
)

/**
 * Runs in the process that a pool started: does one job after the other and ends when the pool is gone. From here nothing
 * reaches the network. A watch in a thread of its own ends the process when it takes more memory than allowed, or when the
 * pool died while a job never ends.
 */
export function serveJobs<Job, Answer>(work: (job: Job) => Promise<Answer>): void {
  closeNetwork()
  // Whoever waits for a page is served before whoever waits for a judgement.
  setPriority(5)
  const deadline = watch(Number(process.argv[2] ?? 1024))
  // A library that forgets a promise of its own on a damaged file: the job has its own answer, or runs into its time limit.
  process.on('unhandledRejection', () => {})
  process.on('disconnect', () => process.exit(0))
  process.on('message', (task: Task<Job>) => {
    // Later than the pool's own limit, which can say why.
    Atomics.store(deadline, 0, BigInt(Math.round(performance.now() + task.timeLimit + 5_000)))
    void answer(task)
  })

  async function answer({ id, job }: Task<Job>): Promise<void> {
    const outcome = await outcomeOf(job)
    Atomics.store(deadline, 0, 0n)
    const megabytes = process.memoryUsage.rss() / 1024 / 1024
    process.send?.({ id, megabytes, ...outcome } satisfies Reply<Answer>)
  }

  async function outcomeOf(job: Job): Promise<{ readonly answer: Answer } | { readonly failure: string }> {
    try {
      return { answer: await work(job) }
    } catch (error) {
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}

/** Whatever a document or a library asks for, no connection leaves this process. */
function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('Nothing is fetched while a document is read.')
  }
  net.Socket.prototype.connect = refuse
  dgram.createSocket = refuse
  dns.lookup = refuse as unknown as typeof dns.lookup
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: refuse, configurable: false, writable: false })
}

/** Plain text, because a thread cannot share the code of a busy one. The deadline is by this process's clock. */
const watchCode = `
const { workerData: { deadline, most, origin }, parentPort } = require('node:worker_threads')
setInterval(() => {
  const due = Number(Atomics.load(deadline, 0))
  const now = performance.timeOrigin + performance.now() - origin
  if (process.memoryUsage.rss() > most || (due > 0 && now > due)) process.kill(process.pid, 'SIGKILL')
}, 200)
`

/** @param most megabytes the whole process may take */
function watch(most: number): BigInt64Array {
  const deadline = new BigInt64Array(new SharedArrayBuffer(8))
  const thread = new Worker(watchCode, {
    eval: true,
    workerData: { deadline, most: most * 1024 * 1024, origin: performance.timeOrigin },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  })
  thread.unref()
  return deadline
}
