import { runWorker } from './run-worker.ts'

// The program of a worker process; the server starts as many as GONGKAI_WORKERS says.
await runWorker(process.env)
