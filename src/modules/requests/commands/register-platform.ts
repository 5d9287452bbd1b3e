import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { digestOf, newToken } from '../../../platform/sessions/index.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { platformsOf } from '../platforms/platforms.ts'

/** Addresses that only this machine and what runs it answer to: the link's own, and none at all. */
function isNowhere(host: string): boolean {
  return /^(?:169\.254\.|0\.|\[fe[89ab][0-9a-f]:|\[::\]$|\[::ffff:(?:a9fe:|0:))/i.test(host)
}

export const platformInput = z.object({
  agencyId: z.uuid(),
  name: z.string().trim().min(1, '写受理平台的名称').max(60),
  webhookUrl: z
    .union([
      z.literal(''),
      z
        .url({ protocol: /^https?$/, error: '网址要以 https:// 或者 http:// 开头' })
        .refine((address) => new URL(address).username === '' && new URL(address).password === '', {
          error: '网址里不能有用户名和密码：发去的消息有签名，平台凭签名核对',
        })
        .refine((address) => !isNowhere(new URL(address).hostname), {
          error: '网址要写受理平台的地址，不能是本机的临时地址',
        }),
    ])
    .default(''),
})

/**
 * Lets an acceptance platform hand in requests and be told how they go.
 * @returns its key and the secret that signs what is sent to it: both shown once, only a digest and a sealed copy stay
 */
export async function registerPlatform(
  context: Context,
  input: z.input<typeof platformInput>,
): Promise<{ readonly platformId: string; readonly key: string; readonly secret: string }> {
  demandHere(context, 'requests.settings', input.agencyId)
  const given = checked(platformInput, input)
  if ((await platformsOf(context.db, given.agencyId)).some(({ name }) => name === given.name))
    throw new Invalid([{ field: 'name', sentence: '已经有同名的受理平台' }])
  const platformId = crypto.randomUUID()
  const key = newToken()
  const secret = newToken()
  await context.db
    .insertInto('request_platforms')
    .values({
      agency_id: given.agencyId,
      platform_id: platformId,
      name: given.name,
      key_digest: digestOf(key),
      webhook_url: given.webhookUrl,
      secret_sealed: context.cipher.seal(secret),
      registered_by: actingPerson(context),
      registered_at: context.now,
      ended_at: null,
    })
    .execute()
  await context.journal({
    verb: 'register-platform',
    subject: { kind: 'requestPlatform', id: platformId },
    agencyId: given.agencyId,
    detail: { name: given.name, hasWebhook: given.webhookUrl !== '' },
  })
  return { platformId, key, secret }
}
