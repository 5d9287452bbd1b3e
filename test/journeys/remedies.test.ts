import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { rooms } from '../../src/apps/rooms.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
let officer: Visitor
before(async () => {
  city = await county(rooms.slice(2), { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  officer = visitor(app)
  await officer.post('/console/sign-in', { loginName: 'officer', password: city.password })
})
after(async () => {
  await app.close()
  await city.drop()
})

test('a reconsideration is registered for a case, its result is written down, and a corrected answer is drafted anew from there', async () => {
  const { requestId, number } = await desk.receive()
  await desk.serve(
    await desk.send(requestId, 'D28', {
      blanks: { information: '某处罚决定书', searched: ['档案室'], keywords: ['处罚'] },
      evidence: { searchRecord: '检索没有结果' },
    }),
  )
  const given = {
    kind: 'reconsideration',
    requestNumber: number,
    organ: '云汀市人民政府',
    caseNumber: '云府复〔2026〕9号',
    notifiedOn: '2026-03-02',
  }
  const lacking = await officer.post('/console/remedies', { ...given, requestNumber: '2026-9999', organ: '' })
  assert.equal(lacking.statusCode, 422)
  assert.match(lacking.body, /没有这个编号的申请/)
  assert.match(lacking.body, /云府复〔2026〕9号/, 'what was typed stays')
  assert.equal((await officer.post('/console/remedies', given)).statusCode, 303)
  const list = await officer.get('/console/remedies')
  const href = /href="(\/console\/remedies\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? ''
  const result = { version: '1', result: 'corrected', closedOn: '2026-03-02', reanswerDueOn: '2026-03-30' }
  assert.equal((await officer.post(href, result)).statusCode, 303)
  assert.equal((await officer.post(href, result)).statusCode, 412, 'pressed twice it is written once')
  assert.match((await officer.get('/console')).body, /重新答复：云府复〔2026〕9号/)
  const page = await officer.get(href)
  assert.match(page.body, /拟新的答复书/)
  const remedyId = href.split('/').at(-1) ?? ''
  const draft = await officer.get(`/console/requests/${requestId}/papers/new?remedy=${remedyId}&letter=D30`)
  assert.equal(draft.statusCode, 200)
  assert.match(draft.body, new RegExp(`name="remedy" value="${remedyId}"`))
})

test('the whole file of a case is one zip for those who archive, and for nobody else', async () => {
  const { requestId } = await desk.receive()
  const fetch = (who: Visitor) => who.post(`/console/requests/${requestId}/archive`, {})
  const zip = await fetch(officer)
  assert.equal(zip.statusCode, 200)
  assert.equal(zip.headers['content-type'], 'application/zip')
  const liaison = visitor(app)
  await liaison.post('/console/sign-in', { loginName: 'liaison', password: city.password })
  assert.equal((await fetch(liaison)).statusCode, 403)
  const elsewhere = visitor(app)
  await elsewhere.post('/console/sign-in', { loginName: 'linpu-officer', password: city.password })
  assert.equal((await fetch(elsewhere)).statusCode, 404)
  assert.equal((await fetch(visitor(app))).statusCode, 303)
})
