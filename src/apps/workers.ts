import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startWorker } from '../platform/jobs/start-worker.ts'
import type { Services } from '../platform/services.ts'

/** The workers that belong to a server. */
export interface Workers {
  /** Lets them finish what they have begun. */
  stop(): Promise<void>
}

/** The program of a worker; it takes the bundle when there is one. */
const workerProgram = fileURLToPath(new URL('./worker.js', import.meta.url))

/** How long a worker may take to finish when it is told to stop. */
const farewellMs = 30_000
/** The wait before a worker that died is replaced: short at first, longer while it keeps dying. */
const waitsMs = [200, 1_000, 5_000, 30_000]

/**
 * Starts the server's workers: processes of their own, replaced when they die, or one inside the server when
 * GONGKAI_WORKERS is 0.
 * @param env the environment of the processes: where the database, the files and the keys are
 */
export async function startWorkers(
  services: Services,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Workers> {
  if (services.config.workers === 0) return startWorker(services)
  const halt = new AbortController()
  const running = new Set<ChildProcess>()
  const lanes = Array.from({ length: services.config.workers }, () => keepOneRunning())

  async function keepOneRunning(): Promise<void> {
    for (let deaths = 0; !halt.signal.aborted; deaths += 1) {
      const startedAt = Date.now()
      const child = fork(workerProgram, [], {
        env: { ...env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      running.add(child)
      const code = await new Promise<number | string | null>((resolve) => {
        child.once('exit', (exitCode, signal) => resolve(signal ?? exitCode))
        child.once('error', () => resolve('error'))
      })
      running.delete(child)
      if (halt.signal.aborted) return
      services.log.error({ code }, 'a worker ended by itself; it is being replaced')
      if (Date.now() - startedAt > 60_000) deaths = 0
      const waitMs = waitsMs[Math.min(deaths, waitsMs.length - 1)]
      await pause(waitMs, undefined, { signal: halt.signal }).catch(() => undefined)
    }
  }

  return {
    async stop() {
      halt.abort()
      for (const child of running) child.kill('SIGTERM')
      const timer = setTimeout(() => {
        for (const child of running) child.kill('SIGKILL')
      }, farewellMs)
      await Promise.all(lanes)
      clearTimeout(timer)
    },
  }
}
