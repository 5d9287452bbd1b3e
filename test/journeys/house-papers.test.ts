import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { read } from '../../src/documents/read/index.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { hidden, signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-03' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

test('from the case page an oral request gets its record: what is missing is said, then it is printed, kept and fetched', async () => {
  const { requestId } = await desk.receive({}, { channel: 'oral', readBack: true })
  const officer = await signedIn(app, city, 'officer')
  const at = `/console/requests/${requestId}/records`
  assert.ok((await officer.get(`/console/requests/${requestId}`)).body.includes(`href="${at}"`))
  const page = (await officer.get(at)).body
  assert.match(page, /这种渠道不需要与申请人确认/)
  const lacking = await officer.post(`${at}/D02`, { hardship: '' })
  assert.equal(lacking.statusCode, 422)
  assert.match(lacking.body, /还没有填写“书面申请的困难”/)
  const made = await officer.post(`${at}/D02`, { hardship: '视力障碍，不便书写' })
  assert.equal(made.statusCode, 303)
  const paperAt = String(made.headers.location).split('?')[0] ?? ''
  const shown = (await officer.get(paperAt)).body
  assert.match(shown, /视力障碍，不便书写/)
  assert.doesNotMatch(shown, /沈青禾|1112223/, 'who applied is only in the printed file')
  const pdf = await officer.get(`${paperAt}/letter.pdf`)
  assert.match((await read(pdf.rawPayload, { name: 'record.pdf' })).text, /沈青禾/)
  assert.match((await officer.get(`/console/requests/${requestId}`)).body, /口头申请代填记录[\s\S]*?已入卷/)
  // Who may not see the applicant is not given the file either.
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(`${paperAt}/letter.pdf`)).statusCode, 403)
  assert.equal((await legal.get(at)).statusCode, 403)
})

test('the slip to a section is drafted, signed and put into the file from the page of next steps; the receipt’s page opens too', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const choose = (await officer.get(`/console/requests/${requestId}/papers/new`)).body
  assert.match(choose, /请科室协办[\s\S]*?保密审查呈批/)
  const at = `/console/requests/${requestId}/papers/new?letter=D14`
  const form = (await officer.get(at)).body
  assert.match(form, /name="section"/)
  assert.match(form, /value="2026-03-10"/, 'five working days are proposed')
  const drafted = await officer.post(at, {
    draftKey: hidden(form, 'draftKey'),
    section: '危险化学品监督管理科',
    internalDueOn: '2026-03-10',
    needed: '信息原件\n是否公开的意见',
  })
  assert.equal(drafted.statusCode, 303, drafted.body.slice(0, 500))
  const paperAt = String(drafted.headers.location).split('?')[0] ?? ''
  const act = async (who: string, path: string, fields: Record<string, string> = {}) => {
    const person = await signedIn(app, city, who)
    const version = hidden((await person.get(paperAt)).body, 'version')
    const done = await person.post(`${paperAt}/${path}`, { version, ...fields })
    assert.equal(done.statusCode, 303, `${path}: ${done.body.slice(0, 300)}`)
  }
  await act('officer', 'submit')
  await act('review2', 'approve', { opinion: '同意' })
  await act('officer', 'issue')
  const sent = (await officer.get(paperAt)).body
  assert.match(sent, /已入卷/)
  assert.doesNotMatch(sent, /登记送达/)
  assert.match(sent, /请提供[\s\S]*?信息原件/)

  await officer.post(`/console/requests/${requestId}/receipt`, {})
  const receipt = (await desk.file(requestId)).papers.find(({ letter }) => letter === 'D03')
  assert.equal(
    (await officer.get(`/console/requests/${requestId}/papers/${receipt?.paperId}`)).statusCode,
    200,
  )
})
