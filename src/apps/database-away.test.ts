import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { testServices, type TestServices } from '../../test/builders/database.ts'
import { visitor } from '../../test/builders/visitor.ts'
import { openDb } from '../platform/db/open-db.ts'
import { rooms } from './rooms.ts'
import { createServer } from './server.ts'

let services: TestServices
let away: ReturnType<typeof openDb>
let app: FastifyInstance
before(async () => {
  services = await testServices(rooms)
  // Nobody listens at port 1.
  away = openDb('postgres://nobody@127.0.0.1:1/nothing', 2)
  app = await createServer({ ...services, db: away.db })
})
after(async () => {
  await app.close()
  await away.db.destroy()
  await services.drop()
})

test('while the database is away every page says so and when to come back, and nobody is told of a fault of ours', async () => {
  const reader = visitor(app)
  for (const path of ['/', '/reports', '/agencies', '/agency/x/guide', '/console/sign-in', '/search?q=x']) {
    const answer = await reader.get(path)
    assert.ok([200, 503].includes(answer.statusCode), `${path}: ${answer.statusCode}`)
    if (answer.statusCode === 200) continue
    assert.match(answer.body, /数据库暂时没有回应，请过一会儿再试/)
    assert.equal(answer.headers['retry-after'], '10')
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
  }
  assert.equal((await reader.get('/healthz')).statusCode, 200)
  assert.equal((await reader.get('/readyz')).statusCode, 503)
})

test('programs are told the same in their own form', async () => {
  const answer = await app.inject({ url: '/reports', headers: { accept: 'application/json' } })
  assert.equal(answer.statusCode, 503)
  assert.equal(answer.json().error.reasons[0].code, 'database.connection.lost')
})
