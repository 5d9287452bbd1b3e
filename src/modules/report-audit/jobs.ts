import type { Job } from '../../platform/room.ts'
import { compareCheck } from './checks/compare-check.ts'
import { compareQueue, forgetQueue, readQueue, type CheckMessage } from './checks/queues.ts'
import { readCheck } from './checks/read-check.ts'
import { dropExpired } from './store/batches.ts'

/** The work of this room behind the pages: reading, comparing, forgetting. */
export const jobs: readonly Job[] = [
  {
    queue: readQueue,
    parallel: 2,
    longestMinutes: 5,
    run: (context, payload, services) => readCheck(context, payload as unknown as CheckMessage, services),
  },
  {
    queue: compareQueue,
    longestMinutes: 5,
    run: (context, payload) => compareCheck(context, payload as unknown as CheckMessage),
  },
  {
    queue: forgetQueue,
    schedule: '*/20 * * * *',
    async run(context) {
      const gone = await dropExpired(context.db, context.now)
      if (gone > 0) context.log.info({ gone }, 'checks whose last day was over were thrown away')
    },
  },
]
