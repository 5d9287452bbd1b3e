import type { Job } from '../../platform/room.ts'
import { compareCheck } from './checks/compare-check.ts'
import {
  anewQueue,
  anewSweepQueue,
  compareQueue,
  forgetQueue,
  readQueue,
  sistersSweepQueue,
  type CheckMessage,
} from './checks/queues.ts'
import { readCheck } from './checks/read-check.ts'
import { judgeReportAnew } from './commands/judge-report-anew.ts'
import { rulesVersion } from './judge-file.ts'
import { besideStale, judgedByOtherRules } from './store/standing.ts'
import { dropExpired } from './store/batches.ts'

/** Reports that one night's sweep hands on at most; the rest follow the next night. */
const sweepAtOnce = 5_000

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
  {
    queue: anewQueue,
    longestMinutes: 5,
    run: (context, payload) =>
      judgeReportAnew(context, payload as unknown as { readonly agencyId: string; readonly year: number }),
  },
  {
    queue: sistersSweepQueue,
    schedule: '*/5 * * * *',
    async run(context) {
      for (const { agencyId, year } of await besideStale(context.db, sweepAtOnce))
        await context.send({
          queue: anewQueue,
          key: `${agencyId} ${year} beside others at ${context.now.toISOString()}`,
          payload: { agencyId, year },
        })
    },
  },
  {
    queue: anewSweepQueue,
    schedule: '10 4 * * *',
    async run(context) {
      for (const { agencyId, year } of await judgedByOtherRules(context.db, rulesVersion, sweepAtOnce))
        await context.send({
          queue: anewQueue,
          key: `${agencyId} ${year} by ${rulesVersion} on ${context.today}`,
          payload: { agencyId, year },
        })
    },
  },
]
