import { BadConfig, readConfig } from '../platform/config.ts'
import { CannotOpenDatabase } from '../platform/db/cannot-open.ts'
import { startWorker } from '../platform/jobs/start-worker.ts'
import { jsonLog } from '../platform/log.ts'
import { openInstallation } from './server.ts'

/**
 * Runs a worker in this process until it is told to stop: by SIGTERM, or by the end of the server that started it.
 * Then it finishes what it has begun. Ctrl-C in the server's terminal is the server's business, which then tells us.
 */
export async function runWorker(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env)
  const log = jsonLog(config.logLevel, process.stderr)
  const isChild = process.connected === true
  const told = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
    process.on('SIGINT', () => {
      if (!isChild) resolve()
    })
  })
  const installation = await openInstallation(config, log)
  try {
    const worker = await startWorker(installation.services)
    process.send?.('ready')
    log.info({}, 'worker started')
    await told
    await worker.stop()
  } finally {
    await installation.close()
    if (process.connected) process.disconnect()
  }
}

/** A worker that belongs to a server: what keeps it from starting goes into the log, and the server tries again. */
export async function endWithServer(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    await runWorker(env)
  } catch (error) {
    if (!(error instanceof BadConfig || error instanceof CannotOpenDatabase)) throw error
    jsonLog('error', process.stderr).error({ reason: error.message }, 'a worker could not start')
    process.exit(1)
  }
}
