import type { Context } from '../context.ts'
import { installationChain } from '../journal/entry.ts'
import { mailJob } from '../mail/queue-mail.ts'
import type { Job, Room } from '../room.ts'
import { journalQueue, type JournalNews } from './outbox.ts'

/** Delivers one journal entry to one room. The room may have given up its subscription since. */
function journalJob(rooms: readonly Room[]): Job {
  return {
    queue: journalQueue,
    parallel: 2,
    async run(context, payload) {
      const { room, agencyId, number } = payload as unknown as JournalNews
      const entry = await context.db
        .selectFrom('journal')
        .select(['verb', 'subject_kind', 'subject_id'])
        .where('agency_id', '=', agencyId)
        .where('number', '=', number)
        .executeTakeFirstOrThrow()
      const deliver = rooms.find((one) => one.name === room)?.onJournal?.[entry.verb]
      await deliver?.(context, {
        subject: { kind: entry.subject_kind, id: entry.subject_id },
        agencyId: agencyId === installationChain ? null : agencyId,
      })
    },
  }
}

/** How long the outbox remembers what was sent, and so refuses the same message again. */
const rememberedDays = 730

const forgetJob: Job = {
  queue: 'platform.forget-sent',
  schedule: '40 3 * * *',
  async run(context: Context) {
    const before = new Date(context.now.getTime() - rememberedDays * 86_400_000)
    await context.db.deleteFrom('outbox').where('sent_at', '<', before).execute()
  },
}

/** All jobs of an installation, the platform's own included, by queue. */
export function jobsByQueue(rooms: readonly Room[]): ReadonlyMap<string, Job> {
  const jobs = new Map<string, Job>()
  for (const job of [journalJob(rooms), mailJob, forgetJob, ...rooms.flatMap((room) => room.jobs ?? [])]) {
    if (jobs.has(job.queue)) throw new Error(`two jobs for the queue ${job.queue}`)
    jobs.set(job.queue, job)
  }
  return jobs
}
