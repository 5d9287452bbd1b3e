import { agenciesFrom } from '../agencies/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Job, Room } from '../../platform/room.ts'
import { eraseIdentity } from './commands/erase-identity.ts'
import { refreshCase } from './commands/refresh-case.ts'
import { remindHandlers } from './commands/remind-handlers.ts'
import { casesToErase, casesToRefresh, casesToRemind } from './queries/due-work.ts'
import { dropExpiredDrafts } from './store/drafts.ts'
import { deliverWebhook, tellPlatform, toldVerbs } from './platforms/webhook.ts'

const recomputeQueue = 'requests.recompute'

/** The work of this room behind the pages. Each case is a command of its own, so one that fails holds up no other. */
export const jobs: readonly Job[] = [
  {
    queue: recomputeQueue,
    schedule: '10 0 * * *',
    longestMinutes: 60,
    async run(context, payload, services) {
      const scope = Array.isArray(payload['agencyIds']) ? (payload['agencyIds'] as string[]) : null
      const due = await casesToRefresh(services.db, scope, context.today)
      await each(due, services, (inner, key) => refreshCase(inner, key))
    },
  },
  {
    queue: 'requests.remind',
    schedule: '30 8 * * *',
    longestMinutes: 60,
    async run(context, _payload, services) {
      const { publicUrl } = services.config
      await each(await casesToRemind(services.db, context.today), services, (inner, key) =>
        remindHandlers(inner, { ...key, publicUrl }),
      )
    },
  },
  {
    queue: 'requests.erase',
    schedule: '20 2 * * *',
    longestMinutes: 60,
    async run(context, _payload, services) {
      await each(await casesToErase(services.db, context.today), services, (inner, key) =>
        eraseIdentity(inner, key),
      )
    },
  },
  {
    queue: 'requests.remove-bytes',
    async run(context, payload) {
      for (const stored of payload['stored'] as string[]) await context.files.remove(stored)
    },
  },
  {
    queue: 'requests.forget-drafts',
    schedule: '40 * * * *',
    async run(context, _payload, services) {
      const gone = await dropExpiredDrafts({ ...services, now: context.now })
      if (gone > 0) context.log.info({ gone }, 'unsent applications whose last day was over were thrown away')
    },
  },
  { queue: 'requests.webhook', parallel: 2, run: deliverWebhook },
]

interface CaseOf {
  readonly agencyId: string
  readonly requestId: string
}

async function each(
  cases: AsyncIterable<CaseOf>,
  services: Parameters<Job['run']>[2],
  act: (context: Context, key: CaseOf) => Promise<unknown>,
): Promise<void> {
  let failed = 0
  for await (const key of cases) {
    try {
      await services.command({ kind: 'system', name: 'requests' }, key.agencyId, (context) =>
        act(context, key),
      )
    } catch (error) {
      failed += 1
      services.log.warn(
        { request: key.requestId, reason: (error as Error).name },
        'a case was left for the next sweep',
      )
    }
  }
  if (failed > 0) services.log.warn({ failed }, 'some cases were left for the next sweep')
}

/** A changed calendar moves open cases of the agency and all below it; a case of a platform is told to the platform. */
export const onJournal: NonNullable<Room['onJournal']> = {
  ...Object.fromEntries(
    ['enter-calendar-year', 'add-calendar-layer', 'remove-calendar-layer'].map((verb) => [
      verb,
      async (
        context: Context,
        entry: { readonly subject: { id: string }; readonly agencyId: string | null },
      ) => {
        if (entry.agencyId === null) return
        await context.send({
          queue: recomputeQueue,
          key: `${verb} ${entry.subject.id} ${context.now.toISOString()}`,
          payload: { agencyIds: [...(await agenciesFrom(context.db, entry.agencyId))] },
        })
      },
    ]),
  ),
  // The house's own limits for what is no request for information may have changed.
  'edit-settings': async (context, entry) => {
    if (entry.subject.kind !== 'requestSettings' || entry.agencyId === null) return
    await context.send({
      queue: recomputeQueue,
      key: `edit-settings ${entry.subject.id} ${context.now.toISOString()}`,
      payload: { agencyIds: [entry.agencyId] },
    })
  },
  ...Object.fromEntries(toldVerbs.map((verb) => [verb, tellPlatform(verb)])),
}
