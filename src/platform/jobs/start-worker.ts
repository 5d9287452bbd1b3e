import PgBoss from 'pg-boss'
import type { Actor } from '../context.ts'
import { installationChain } from '../journal/entry.ts'
import { Refusal } from '../refusals.ts'
import type { Job, Room } from '../room.ts'
import type { Services } from '../services.ts'
import { alarmClock, type AlarmClock } from './alarm-clock.ts'
import { dispatchOutbox, type JobData } from './dispatch-outbox.ts'
import { jobsByQueue } from './handlers.ts'
import { queueDatabase } from './queue-database.ts'

/** A running worker. */
export interface Worker {
  /** Begins nothing new and waits until what was begun is done. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  /** Milliseconds between looks at the outbox. */
  readonly outboxEveryMs?: number
  /** Milliseconds between looks at a quiet queue; new messages wake it at once. */
  readonly quietEveryMs?: number
  /** Milliseconds until a failed job is first tried again; doubled each time. */
  readonly retryAfterMs?: number
}

/** Eleven tries over several hours; then it is given up, and the log says so. */
const retryLimit = 10

/**
 * Starts a worker in this process: it moves the outbox into the queues, runs the rooms' jobs, keeps the schedules.
 * Any number of workers may run, on any number of machines.
 */
export async function startWorker(
  services: Services,
  rooms: readonly Room[] = services.rooms,
  options: WorkerOptions = {},
): Promise<Worker> {
  const jobs = jobsByQueue(rooms)
  const boss = new PgBoss({
    db: queueDatabase(services.db) as never,
    schema: 'jobs',
    maintenanceIntervalSeconds: 60,
    archiveFailedAfterSeconds: 30 * 86_400,
    deleteAfterDays: 90,
  })
  boss.on('error', (error) => services.log.warn({ reason: error.message }, 'the job queues did not answer'))
  await boss.start()
  await prepareQueues(boss, jobs, options.retryAfterMs ?? 20_000)
  await runMissed(services, jobs)
  const halt = new AbortController()
  const clocks = new Map([...jobs.keys()].map((queue) => [queue, alarmClock(options.quietEveryMs ?? 2_000)]))
  const outbox = alarmClock(options.outboxEveryMs ?? 300)
  const runners = [...jobs.values()].flatMap((job) =>
    Array.from({ length: job.parallel ?? 1 }, () => runQueue(job, clocks.get(job.queue)!)),
  )
  const dispatcher = runOutbox()

  async function runOutbox(): Promise<void> {
    let isTrouble = false
    while (!halt.signal.aborted) {
      try {
        for (const queue of await dispatchOutbox(services.db, boss, [...jobs.keys()], services.now()))
          clocks.get(queue)?.ring()
        isTrouble = false
      } catch (error) {
        // Told once, not several times a second, while the database is away.
        if (!isTrouble)
          services.log.warn({ reason: nameOf(error) }, 'the outbox could not be read; trying again')
        isTrouble = true
      }
      await outbox.sleep()
    }
  }

  async function runQueue(job: Job, clock: AlarmClock): Promise<void> {
    while (!halt.signal.aborted) {
      const [next] = await boss
        .fetch<JobData | null>(job.queue, { includeMetadata: true, batchSize: 1 })
        .catch(() => [])
      if (!next) await clock.sleep()
      else await runJob(services, boss, job, next as PgBoss.JobWithMetadata<JobData | null>)
    }
  }

  return {
    async stop() {
      halt.abort()
      outbox.ring()
      for (const clock of clocks.values()) clock.ring()
      await Promise.all([dispatcher, ...runners])
      await boss.stop({ graceful: false, wait: true, close: false })
    },
  }
}

/** Runs one job as a command. Its rows and its end commit together, so a job that is done twice was not done the first time. */
async function runJob(
  services: Services,
  boss: PgBoss,
  job: Job,
  queued: PgBoss.JobWithMetadata<JobData | null>,
): Promise<void> {
  const actor: Actor = { kind: 'system', name: job.queue }
  const { agencyId = installationChain, payload = {} } = queued.data ?? {}
  try {
    await services.command(actor, agencyId === installationChain ? null : agencyId, async (context) => {
      await job.run(context, payload, services)
      await boss.complete(job.queue, queued.id, {}, { db: queueDatabase(context.db) as never })
    })
  } catch (error) {
    const isLast = queued.retryCount >= queued.retryLimit
    const fields = { queue: job.queue, job: queued.id, tried: queued.retryCount + 1, reason: nameOf(error) }
    if (isLast) services.log.error(fields, 'a job was given up after many tries')
    else services.log.warn(fields, 'a job failed and will be tried again')
    // When even this does not arrive, the job is taken for lost after its longest time and begun again.
    await boss.fail(job.queue, queued.id, { reason: nameOf(error) }).catch(() => undefined)
  }
}

/** What may be written down of an error: our codes, or the kind of error. Messages may quote personal data. */
function nameOf(error: unknown): string {
  if (error instanceof Refusal) return error.reasons.map((reason) => reason.code).join(' ')
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: string }
  return code ? `${name} ${code}` : name
}

/** Makes the queues and sets the schedules to exactly those of the program. */
async function prepareQueues(
  boss: PgBoss,
  jobs: ReadonlyMap<string, Job>,
  retryAfterMs: number,
): Promise<void> {
  for (const job of jobs.values()) {
    const queue = {
      name: job.queue,
      retryLimit,
      retryDelay: Math.max(1, Math.round(retryAfterMs / 1000)),
      retryBackoff: true,
      expireInSeconds: (job.longestMinutes ?? 5) * 60,
      retentionMinutes: 60 * 24 * 30,
    }
    await boss.createQueue(job.queue, queue)
    await boss.updateQueue(job.queue, queue)
    if (job.schedule) await boss.schedule(job.queue, job.schedule, undefined, { tz: 'Asia/Shanghai' })
  }
  for (const { name } of await boss.getSchedules()) if (!jobs.get(name)?.schedule) await boss.unschedule(name)
}

/** A machine that is off at night misses its sweeps: each is run once a day when a worker starts. */
async function runMissed(services: Services, jobs: ReadonlyMap<string, Job>): Promise<void> {
  await services.command({ kind: 'system', name: 'platform.start' }, null, async (context) => {
    for (const job of jobs.values())
      if (job.schedule) await context.send({ queue: job.queue, key: `start ${context.today}`, payload: {} })
  })
}
