import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { rooms } from '../../src/apps/rooms.ts'
import { refreshCase } from '../../src/modules/requests/commands/refresh-case.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'

const address = '/console/calendar'
const file = {
  year: 2027,
  notices: ['国办发明电〔2026〕示例9号'],
  off: ['2027-01-01..2027-01-03', '2027-01-11..2027-01-12'],
  work: ['2027-01-09'],
}
let city: County
let desk: RequestDesk
let app: FastifyInstance
let supervisor: Visitor
before(async () => {
  city = await county(rooms.slice(2), { today: '2026-12-21' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  supervisor = visitor(app)
  await supervisor.post('/console/sign-in', { loginName: 'supervisor', password: city.password })
})
after(async () => {
  await app.close()
  await city.drop()
})

const entered = () => city.db.selectFrom('agency_calendar_years').select('year').execute()
const sent = (value: unknown) => [{ name: '2027.json', bytes: JSON.stringify(value), field: 'file' }]

test('a notice shows what it moves, old and new day side by side with the reason, before anything is written', async () => {
  const { requestId, number } = await desk.receive()
  // Told to the applicant: the receipt of an extension names the day as it is counted now.
  await desk.send(requestId, 'D07', { blanks: { days: 1, reason: '需要核对案卷' } })
  const before = (await desk.file(requestId)).request.standing.dueOn
  assert.equal(before, '2027-01-20')
  const ended = await desk.receive()
  await desk.serve(
    await desk.send(ended.requestId, 'D28', {
      blanks: { information: '某信息', searched: ['档案室'], keywords: ['某词'] },
      evidence: { searchRecord: '检索过' },
    }),
  )

  const page = await supervisor.upload(address, sent(file), { go: 'preview' })
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /还没有录入/)
  assert.match(page.body, /看过1件在办的，1件的日期会变/)
  assert.ok(page.body.includes(`申请${number}`))
  assert.doesNotMatch(page.body, new RegExp(ended.number), 'an answered case moves no more')
  assert.match(page.body, /datetime="2027-01-20"[\s\S]*datetime="2027-01-21"/)
  assert.match(page.body, /1月11日、1月12日改为放假，1月9日改为上班/)
  assert.match(page.body, /云汀市应急管理局/, 'a case of a bureau below is named with its bureau')
  assert.doesNotMatch(page.body, new RegExp(requestId), 'and is no way into its file')
  assert.deepEqual(await entered(), [])
  assert.equal((await desk.file(requestId)).request.standing.dueOn, before)

  const typed = {
    year: '2027',
    notice: file.notices.join('、'),
    off: file.off.join('\n'),
    work: file.work.join('\n'),
  }
  const again = await supervisor.post(address, { ...typed, go: 'preview' })
  assert.match(again.body, /1件的日期会变/, 'typed or sent as a file, it is the same')
  assert.equal((await supervisor.post(address, { ...typed, go: 'enter' })).statusCode, 303)
  assert.deepEqual(await entered(), [{ year: 2027 }])
  await city.command({ kind: 'system', name: 'requests' }, desk.agencyId, (context) =>
    refreshCase(context, { agencyId: desk.agencyId, requestId }),
  )
  assert.equal((await desk.file(requestId)).request.standing.dueOn, '2027-01-21')
  const told = await city.db
    .selectFrom('request_papers')
    .select('told_due_on')
    .where('request_id', '=', requestId)
    .where('letter', '=', 'D07')
    .executeTakeFirstOrThrow()
  assert.equal(told.told_due_on, before, 'what was told stays as it was told')
  const officer = visitor(app)
  await officer.post('/console/sign-in', { loginName: 'officer', password: city.password })
  assert.match(
    (await officer.get(`/console/requests/${requestId}`)).body,
    /告知过申请人的日期，和现在算的不一样/,
  )
})

test('a file that is no notice is refused in words, and what can be read of it is laid into the form', async () => {
  const wrong = await supervisor.upload(address, sent({ ...file, off: ['2027-13-01'] }))
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /放假的日子“2027-13-01”写得不对/)
  assert.match(wrong.body, /国办发明电〔2026〕示例9号/)
  const noJson = await supervisor.upload(address, [{ name: 'a.json', bytes: '{', field: 'file' }])
  assert.match(noJson.body, /不是UTF-8编码的JSON/)
  const large = await supervisor.upload(address, [
    { name: 'a.json', bytes: ' '.repeat(100_001), field: 'file' },
  ])
  assert.match(large.body, /超过100KB/)
  assert.match((await supervisor.upload(address, sent(null))).body, /年份应写成四位数字/)
})
