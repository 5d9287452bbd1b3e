/** A process of the pool for tests: does the hostile things that a document might make a reader do. */
import net from 'node:net'
import { serveJobs } from '../../src/platform/processes/serve-jobs.ts'

export type HostileJob =
  | 'answer'
  | 'fail'
  | 'endless loop'
  | 'endless recursion'
  | 'endless list'
  | 'one vast array'
  | 'vast buffers'
  | 'exit'
  | 'abort'
  | 'connect'
  | 'fetch'
  | 'secrets'
  | 'who'
  | 'forget a promise'

serveJobs<HostileJob, string>(async (job) => {
  switch (job) {
    case 'answer':
      return 'answered'
    case 'who':
      return String(process.pid)
    case 'forget a promise':
      void Promise.reject(new Error('nobody waits for this'))
      await new Promise((next) => setImmediate(next))
      return 'answered'
    case 'fail':
      throw new Error('broken on purpose')
    case 'endless loop':
      for (;;);
    case 'endless recursion': {
      const deeper = (n: number): number => deeper(n + 1) + 1
      return String(deeper(0))
    }
    case 'endless list': {
      const list: object[] = []
      for (;;) list.push({ length: list.length })
    }
    case 'one vast array':
      // More than the heap in one piece: this is what ends a whole process although only a thread did it.
      return String(Array(110_000_000).fill(1.5).length)
    case 'vast buffers': {
      const buffers: Uint8Array[] = []
      for (;;) {
        buffers.push(new Uint8Array(20_000_000).fill(1))
        await new Promise((next) => setImmediate(next))
      }
    }
    case 'exit':
      process.exit(3)
    // eslint-disable-next-line no-fallthrough
    case 'abort':
      process.abort()
    // eslint-disable-next-line no-fallthrough
    case 'connect':
      net.connect(9, '127.0.0.1')
      return 'connected'
    case 'fetch':
      await fetch('http://127.0.0.1:9/')
      return 'fetched'
    case 'secrets':
      return Object.keys(process.env).sort().join(' ')
    default:
      return job satisfies never
  }
})
