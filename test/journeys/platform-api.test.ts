import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { registerPlatform } from '../../src/modules/requests/commands/register-platform.ts'
import { county, type County } from '../builders/county.ts'
import { visitor } from '../builders/visitor.ts'

const slug = 'yunting-emergency'
let city: County
let app: FastifyInstance
let key = ''
before(async () => {
  city = await county([requestsRoom])
  app = await createServer(city)
  const agencyId = await city.agencyId(slug)
  const made = await city.as('review2', slug, (context) =>
    registerPlatform(context, { agencyId, name: '市统一受理平台', webhookUrl: '' }),
  )
  key = made.key
})
after(async () => {
  await app.close()
  await city.drop()
})

interface ErrorBody {
  readonly error: {
    readonly reasons: readonly { readonly code: string }[]
    readonly fields?: readonly { readonly field: string; readonly sentence: string }[]
  }
}

type Described = Readonly<
  Record<
    'paths',
    Record<string, { post: { requestBody: { content: Record<string, { readonly example: object }> } } }>
  >
>

/** The request that the description itself gives as its example. */
async function exampleOf(): Promise<object> {
  const described = (await app.inject('/api/openapi.json')).json<Described>()
  const example = described.paths['/api/v1/requests']?.post.requestBody.content['application/json']?.example
  assert.ok(example)
  return example
}

const hand = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/requests',
    headers: { authorization: `Bearer ${key}`, 'idempotency-key': 'platform-case-0001', ...headers },
    payload: body,
  })

test('the example of the description is taken as it stands, and handing it in again gives the same case', async () => {
  const example = await exampleOf()
  const first = await hand(example)
  assert.equal(first.statusCode, 201, first.body)
  const again = await hand(example)
  assert.deepEqual(again.json(), first.json())
  const { number } = first.json<{ number: string }>()
  const status = await app.inject({
    url: `/api/v1/requests/${number}`,
    headers: { authorization: `Bearer ${key}` },
  })
  assert.equal(status.json<{ state: string }>().state, 'awaitingConfirmation')
})

test('another request under the key of an earlier one is refused: the answer of the earlier one would lose it', async () => {
  const example = await exampleOf()
  await hand(example)
  const other = await hand({ ...example, content: '云汀市2026年防汛应急预案' })
  assert.equal(other.statusCode, 409, other.body)
  assert.equal(other.json<ErrorBody>().error.reasons[0]?.code, 'requests.submission.keyUsed')
  const own = await hand(
    { ...example, content: '云汀市2026年防汛应急预案' },
    { 'idempotency-key': 'platform-case-0002' },
  )
  assert.equal(own.statusCode, 201, own.body)
})

test('what is missing in a body or a header is named field by field, and a stranger is told of the key first', async () => {
  const empty = await hand({ applicants: [{ kind: 'natural' }], wantedForm: 'paper', wantedWay: 'fly' })
  assert.equal(empty.statusCode, 400)
  const named = (empty.json<ErrorBody>().error.fields ?? []).map(({ field }) => field)
  for (const field of ['applicants.0.name', 'applicants.0.identityNumber', 'content', 'wantedWay'])
    assert.ok(named.includes(field), `${field} is not in ${named.join(', ')}`)
  const keyless = await hand(await exampleOf(), { 'idempotency-key': 'short' })
  assert.deepEqual(keyless.json<ErrorBody>().error.fields, [
    { field: 'idempotency-key', sentence: '16到80个字符' },
  ])
  const stranger = await hand({}, { authorization: 'Bearer nobodynobodynobodynobody' })
  assert.equal(stranger.statusCode, 403)
})

test('the page of the API alone says every field, every header and how the signature of a message is checked', async () => {
  const { body } = await visitor(app).get('/api/docs')
  for (const said of [
    'applicants[].identityNumber',
    'wantedWay',
    'online 网上下载',
    'queryCode',
    'Authorization: Bearer 密钥',
    'idempotency-key',
    'Gongkai-Signature',
    'HMAC-SHA256',
  ])
    assert.ok(body.toLowerCase().includes(said.toLowerCase()), said)
})
