import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { rooms } from '../../src/apps/rooms.ts'
import { openApplicants } from '../../src/modules/requests/store/applicants.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../builders/request-desk.ts'
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

const address = '/requests/case'
const journal = (requestId: string) =>
  city.db
    .selectFrom('journal')
    .select(['actor_kind', 'detail'])
    .where('verb', '=', 'change-contact')
    .where('subject_id', '=', requestId)
    .execute()

test('the applicant changes mailbox and address on the tracking page: sealed, masked, and the earlier ones kept', async () => {
  const { requestId, number, queryCode } = await desk.receive()
  const applicant = visitor(app)
  await applicant.post('/requests/track', { number, code: queryCode })
  const page = await applicant.get(address)
  assert.match(page.body, /s\*\*\*@example\.com/)
  assert.ok(!page.body.includes(someApplicant.email) && !page.body.includes(someApplicant.address))

  const wrong = await applicant.post(`${address}/contact`, { email: '不是邮箱', phone: '' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /邮箱地址写得不完整/)
  assert.match((await applicant.post(`${address}/contact`, {})).body, /写要改成什么/)

  const given = { email: 'moved@example.org', address: '云汀市城西区新居路2号', phone: '' }
  assert.equal((await applicant.post(`${address}/contact`, given)).statusCode, 303)
  assert.equal((await applicant.post(`${address}/contact`, given)).statusCode, 303, 'twice is harmless')
  const [now] = await openApplicants(city.db, city.cipher, desk.agencyId, requestId)
  assert.deepEqual(
    [now?.email, now?.address, now?.phone, now?.name, now?.postcode],
    [given.email, given.address, someApplicant.phone, someApplicant.name, ''],
  )
  const kept = await city.db
    .selectFrom('request_earlier_contacts')
    .select('contact_sealed')
    .where('request_id', '=', requestId)
    .execute()
  assert.equal(kept.length, 1)
  assert.ok(!kept[0]?.contact_sealed.includes(someApplicant.email))
  const [entry, ...more] = await journal(requestId)
  assert.deepEqual(more, [])
  assert.equal(entry?.actor_kind, 'public')
  assert.deepEqual(entry?.detail, { fields: ['email', 'address'] })
  const mails = await city.db
    .selectFrom('outbox')
    .select('payload')
    .where('queue', '=', 'platform.mail')
    .execute()
  const told = mails.map(({ payload }) => city.cipher.open(String(payload['sealed'])))
  assert.ok(
    told.some((mail) => mail.includes(someApplicant.email) && mail.includes(number)),
    'the earlier mailbox is told',
  )
  assert.ok(told.every((mail) => !mail.includes(someApplicant.name)))
})

test('the clerk changes it on the case page with a reason; a paper on its way says to use the new one, and a look shows where the old went', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.send(requestId, 'D28', {
    blanks: { information: '某信息', searched: ['档案室'], keywords: ['某词'] },
    evidence: { searchRecord: '检索过' },
  })
  const here = `/console/requests/${requestId}`
  assert.match((await officer.get(here)).body, /改联系方式/)
  const form = await officer.get(`${here}/acts/contact`)
  assert.equal(form.statusCode, 200)
  assert.ok(!form.body.includes(someApplicant.phone), 'what there is now is a look of its own')
  const version = /name="version" value="(\d+)"/.exec(form.body)?.[1] ?? ''
  const given = { version, address: '云汀市城西区新居路2号', postcode: '000001', why: '' }
  assert.match((await officer.post(`${here}/acts/contact`, given)).body, /写怎样知道要改的/)
  const reasoned = { ...given, why: '来电告知，已核对身份' }
  assert.equal((await officer.post(`${here}/acts/contact`, reasoned)).statusCode, 303)
  assert.equal(
    (await officer.post(`${here}/acts/contact`, { ...reasoned, address: '别处' })).statusCode,
    412,
    'who looked at the case before is told that it has changed',
  )
  const [entry] = await journal(requestId)
  assert.deepEqual(entry?.detail, { fields: ['address', 'postcode'], reason: '来电告知，已核对身份' })
  assert.match((await officer.get(`${here}/papers/${paperId}`)).body, /改过联系方式，按新的送/)
  const look = await officer.post(`${here}/acts/applicant`, { purpose: 'service', why: '' })
  assert.match(look.body, /新居路2号[\s\S]*以前的联系方式[\s\S]*云栖路1号/)

  const legal = visitor(app)
  await legal.post('/console/sign-in', { loginName: 'legal', password: city.password })
  assert.doesNotMatch((await legal.get(here)).body, /acts\/contact/)
  assert.equal((await legal.post(`${here}/acts/contact`, reasoned)).statusCode, 403)
})
