import { BadConfig } from '../platform/config.ts'
import { CannotOpenDatabase } from '../platform/db/cannot-open.ts'
import { jsonLog } from '../platform/log.ts'
import { runWorker } from './run-worker.ts'

// The program of a worker process; the server starts as many as GONGKAI_WORKERS says, and another when one ends.
try {
  await runWorker(process.env)
} catch (error) {
  if (!(error instanceof BadConfig || error instanceof CannotOpenDatabase)) throw error
  jsonLog('error', process.stderr).error({ reason: error.message }, 'a worker could not start')
  process.exit(1)
}
