import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The program of a worker process; the server starts as many as GONGKAI_WORKERS says, and another when one ends. Out of the bundle
// where there is one: it starts in half the time.
const bundle = new URL('../../bundle/run-worker.js', import.meta.url)
const { endWithServer } = (
  existsSync(fileURLToPath(bundle)) ? await import(bundle.href) : await import('./run-worker.ts')
) as typeof import('./run-worker.ts')
await endWithServer(process.env)
