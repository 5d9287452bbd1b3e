import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { county, type County } from '../../../test/builders/county.ts'
import { visitor } from '../../../test/builders/visitor.ts'
import { reportAuditRoom } from '../../modules/report-audit/room.ts'
import { createServer } from '../server.ts'

let city: County
let app: FastifyInstance
before(async () => {
  city = await county([reportAuditRoom])
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

test('what is changed by a command shows on the public page at once, however often it was looked at before', async () => {
  const reader = visitor(app)
  const look = async () => (await reader.get('/agency/yunting-emergency')).body
  const before = await look()
  assert.equal(await look(), before)
  const agencyId = await city.agencyId('yunting-emergency')
  const [first] = await city.db
    .selectFrom('agency_profiles')
    .select('version')
    .where('agency_id', '=', agencyId)
    .execute()
  assert.doesNotMatch(before, /负责一切与水獭有关的事/)
  await city.db
    .updateTable('agency_profiles')
    .set({ functions: '负责一切与水獭有关的事', version: (first?.version ?? 0) + 1 })
    .where('agency_id', '=', agencyId)
    .execute()
  await city.command({ kind: 'system', name: 'test' }, agencyId, async () => undefined)
  assert.match(await look(), /负责一切与水獭有关的事/)
})

test('a command that fails forgets nothing, for nothing was changed', async () => {
  let told = 0
  city.onCommit(() => {
    told += 1
  })
  await assert.rejects(
    city.command({ kind: 'system', name: 'test' }, null, () => Promise.reject(new Error('no'))),
  )
  assert.equal(told, 0)
})

test('each look has a page of its own, and a look never reaches another reader', async () => {
  const plain = visitor(app)
  const elder = visitor(app, { cookies: { 'gongkai-look': 'elder' } })
  const both = visitor(app, { cookies: { other: 'x', 'gongkai-look': 'elder.contrast' } })
  const classOf = async (reader: ReturnType<typeof visitor>) =>
    /<html lang="zh-CN"(?: class="([^"]*)")?>/.exec((await reader.get('/')).body)?.[1] ?? ''
  for (let times = 0; times < 2; times += 1)
    assert.deepEqual(await Promise.all([plain, elder, both].map(classOf)), ['', 'elder', 'elder contrast'])
})

test('addresses with different questions are different pages, and very long ones are drawn each time', async () => {
  const reader = visitor(app)
  assert.match((await reader.get('/search?q=应急')).body, /value="应急"/)
  assert.match((await reader.get('/search?q=财政')).body, /value="财政"/)
  const long = '长'.repeat(90)
  assert.match((await reader.get(`/search?q=${encodeURIComponent(long)}`)).body, new RegExp(long))
})

test('who is signed in does not show on a public page', async () => {
  const officer = visitor(app)
  await officer.post('/console/sign-in', { loginName: 'officer', password: city.password })
  assert.equal((await officer.get('/')).body, (await visitor(app).get('/')).body)
})
