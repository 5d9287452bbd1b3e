import { createHmac } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { Services } from '../../../platform/services.ts'
import { Unavailable } from '../../../platform/refusals.ts'
import { presentCaseForPlatform } from '../queries/platform-view.ts'

/** Steps of a case that a platform is told. */
export const toldVerbs = [
  'submit-request',
  'confirm-receipt',
  'answer-clarification',
  'issue-paper',
  'serve-paper',
  'record-delivery',
  'pay-fee',
  'withdraw-request',
] as const

interface Telling {
  readonly agencyId: string
  readonly platformId: string
  readonly number: string
  readonly event: string
}

/** Subscribes to a step: when the case came from a platform that wants to be told, a message waits for the worker. */
export function tellPlatform(verb: string) {
  return async (
    context: Context,
    entry: { readonly subject: { readonly id: string }; readonly agencyId: string | null },
  ): Promise<void> => {
    if (entry.agencyId === null) return
    const row = await context.db
      .selectFrom('requests')
      .innerJoin('request_platforms as platform', (join) =>
        join
          .onRef('platform.agency_id', '=', 'requests.agency_id')
          .onRef('platform.platform_id', '=', 'requests.platform_id'),
      )
      .select(['platform.platform_id as platformId', 'requests.number'])
      .where('requests.agency_id', '=', entry.agencyId)
      .where('requests.request_id', '=', entry.subject.id)
      .where('platform.webhook_url', '!=', '')
      .where('platform.ended_at', 'is', null)
      .executeTakeFirst()
    if (!row) return
    const telling: Telling = { agencyId: entry.agencyId, event: verb, ...row }
    await context.send({
      queue: 'requests.webhook',
      key: `${verb} ${entry.subject.id} ${context.now.toISOString()}`,
      payload: { ...telling },
    })
  }
}

/** Milliseconds a platform may take to answer. */
const patience = 10_000

/**
 * The signature of a message: HMAC-SHA256 over the second it was signed in and the body, so that it can neither be altered nor sent again
 * later.
 */
export function signatureOf(secret: string, second: number, body: string): string {
  return createHmac('sha256', secret).update(`${second}.${body}`).digest('hex')
}

/**
 * Tells a platform of one step. It follows no redirect; anything but a 2xx answer is tried again by the queue.
 * @throws Unavailable
 */
export async function deliverWebhook(
  context: Context,
  payload: Readonly<Record<string, unknown>>,
  _services: Services,
): Promise<void> {
  const { agencyId, platformId, number, event } = payload as unknown as Telling
  const platform = await context.db
    .selectFrom('request_platforms')
    .select(['webhook_url', 'secret_sealed', 'ended_at'])
    .where('agency_id', '=', agencyId)
    .where('platform_id', '=', platformId)
    .executeTakeFirst()
  if (!platform || platform.ended_at !== null || platform.webhook_url === '') return
  const request = await presentCaseForPlatform(context.db, { agencyId, platformId, number }, context.today)
  if (!request) return
  const body = JSON.stringify({ event, request })
  const second = Math.floor(context.now.getTime() / 1000)
  const answer = await fetch(platform.webhook_url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'gongkai-signature': `t=${second},v1=${signatureOf(context.cipher.open(platform.secret_sealed), second, body)}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null)
  await answer?.body?.cancel()
  if (!answer?.ok)
    throw new Unavailable([{ code: 'requests.platform.silent', sentence: '受理平台没有应答，稍后再送。' }])
}
