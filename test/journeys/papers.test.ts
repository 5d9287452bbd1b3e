import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { hidden, signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../builders/request-desk.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

const at = (requestId: string) => `/console/requests/${requestId}/papers`
const noRecord = {
  information: '云汀市2025年危险化学品生产企业安全生产行政处罚决定书',
  searched: '本机关档案室\n行政处罚案卷系统',
  keywords: '危险化学品\n行政处罚',
}

test('the page of what comes next shows every row of table three, with the evidence each still needs', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const { body } = await officer.get(`${at(requestId)}/new`)
  for (const words of [
    '属于国家秘密',
    '政府信息不存在',
    '不属于本机关负责公开',
    '信访举报投诉类申请',
    '重复申请',
  ])
    assert.match(body, new RegExp(words))
  assert.match(body, /检索记录：检索的系统、档案、关键词、人员和日期/)
  assert.match(body, /可以不公开，要写明理由/)
  assert.match(body, /没有告知过补正，不能以补正后仍不明确为由答复/, 'what cannot be chosen says why')
})

test('a reply is drafted, sent back, mended, signed by three people, sent out and posted, all by forms without script', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const form = await officer.get(`${at(requestId)}/new?letter=D28`)
  assert.equal(form.statusCode, 200)
  assert.ok(!form.body.includes(someApplicant.name), 'the applicant stays masked on the screen')
  const draftKey = hidden(form.body, 'draftKey')
  const typed = { draftKey, ...noRecord, information: '某处罚决定书' }
  const drafts = await Promise.all([1, 2].map(() => officer.post(`${at(requestId)}/new?letter=D28`, typed)))
  assert.deepEqual(
    drafts.map(({ statusCode }) => statusCode),
    [303, 303],
  )
  assert.equal(new Set(drafts.map(({ headers }) => headers.location)).size, 1, 'two clicks are one draft')
  const paperAt = String(drafts[0]?.headers.location).split('?')[0] as string

  const open = await officer.get(paperAt)
  assert.match(open.body, /还差1处，现在不能送审/)
  assert.match(open.body, /还缺证据：检索记录/)
  const version = (who = officer) => who.get(paperAt).then(({ body }) => hidden(body, 'version'))
  const refused = await officer.post(`${paperAt}/submit`, { version: await version() })
  assert.equal(refused.statusCode, 409)

  const whole = {
    ...typed,
    'evidence.searchRecord': '3月2日由办公室检索，没有结果',
    version: await version(),
  }
  assert.equal((await officer.post(paperAt, whole)).statusCode, 303)
  const stale = await officer.post(paperAt, { ...whole, information: '别人改过以后' })
  assert.equal(stale.statusCode, 412, 'who looked at an older draft is told')
  assert.match(stale.body, /别人改过以后/, 'and keeps what was typed')
  assert.equal((await officer.post(`${paperAt}/submit`, { version: await version() })).statusCode, 303)

  assert.match((await officer.get(paperAt)).body, /拟稿人不能审签自己拟的文书|现在轮到别的环节审签/)
  const legal = await signedIn(app, city, 'legal')
  const silent = await legal.post(`${paperAt}/send-back`, { version: await version(legal), opinion: '' })
  assert.equal(silent.statusCode, 422)
  assert.match(silent.body, /写明要改什么/)
  await legal.post(`${paperAt}/send-back`, { version: await version(legal), opinion: '写明检索了哪些年份' })
  assert.match((await officer.get(paperAt)).body, /写明检索了哪些年份/)

  await officer.post(paperAt, { ...whole, version: await version(), information: noRecord.information })
  await officer.post(`${paperAt}/submit`, { version: await version() })
  const again = await legal.get(paperAt)
  assert.match(again.body, /<del>[^<]*某处罚决定书[^<]*<\/del>/, 'the signer sees what was cut')
  assert.match(again.body, /<ins>[^<]*危险化学品生产企业[^<]*<\/ins>/, 'and what was put')
  for (const loginName of ['legal', 'secrecy', 'head']) {
    const signer = await signedIn(app, city, loginName)
    const signed = await signer.post(`${paperAt}/approve`, {
      version: await version(signer),
      opinion: '同意',
    })
    assert.equal(signed.statusCode, 303, loginName)
  }
  const issued = await officer.post(`${paperAt}/issue`, { version: await version() })
  assert.equal(issued.statusCode, 303)
  const out = await officer.get(paperAt)
  assert.match(out.body, /云应急公复〔2026〕\d+号/)
  assert.ok(!out.body.includes(someApplicant.name))
  const pdf = await officer.get(`${paperAt}/letter.pdf`)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(
    (await legal.get(`${paperAt}/letter.pdf`)).statusCode,
    403,
    'the whole name is not for everyone',
  )

  const noNumber = await officer.post(`${paperAt}/serve`, {
    version: await version(),
    way: 'post',
    sentOn: '2026-03-02',
  })
  assert.equal(noNumber.statusCode, 409)
  assert.match(noNumber.body, /邮寄要写邮件号码/)
  const served = await officer.post(`${paperAt}/serve`, {
    version: await version(),
    way: 'post',
    sentOn: '2026-03-02',
    proofNumber: 'XA00000000000',
  })
  assert.equal(served.statusCode, 303)
  const { request } = await desk.file(requestId)
  assert.equal(request.closedOn, '2026-03-02')
  assert.equal(request.outcome, 'notHeldNoRecord')
})

test('a fee is proposed by counting the same applicant in the month, and the amount is never typed', async () => {
  const many = { ...someApplicant, name: '常申请', identityNumber: '990102199001019999' }
  let requestId = ''
  for (let count = 0; count < 12; count += 1)
    ({ requestId } = await desk.receive({ applicants: [many], content: `第${count + 1}份检查记录` }))
  const officer = await signedIn(app, city, 'officer')
  const { body } = await officer.get(`${at(requestId)}/new?letter=D16`)
  assert.match(body, /本月同一申请人12件，本件是第12件/)
  assert.match(body, /按规则：100元/)
  assert.match(body, /同一申请人共提出政府信息公开申请12件，本件为第12件/)
  assert.ok(!/name="amount"/.test(body))
})

test('papers of another agency, of another case, and by those without the permission are not found or refused', async () => {
  const { requestId } = await desk.receive()
  const other = await desk.receive()
  const paperId = await desk.draft(requestId, 'D28', { blanks: noRecord })
  const officer = await signedIn(app, city, 'officer')
  assert.equal((await officer.get(`${at(requestId)}/${paperId}`)).statusCode, 200)
  assert.equal((await officer.get(`${at(other.requestId)}/${paperId}`)).statusCode, 404)
  assert.equal((await officer.get(`${at(requestId)}/${crypto.randomUUID()}`)).statusCode, 404)
  assert.equal((await officer.get(`${at(requestId)}/new?letter=D99`)).statusCode, 404)
  assert.equal((await officer.get(`${at('nonsense')}/new`)).statusCode, 404)
  const elsewhere = await signedIn(app, city, 'linpu-officer')
  assert.equal((await elsewhere.get(`${at(requestId)}/${paperId}`)).statusCode, 404)
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(`${at(requestId)}/${paperId}`)).statusCode, 200)
  assert.equal((await legal.get(`${at(requestId)}/new`)).statusCode, 403)
  assert.equal((await legal.post(`${at(requestId)}/${paperId}/discard`, { version: '1' })).statusCode, 403)
})

test('the letter beside the form follows what is typed, and shows open places as open', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const { body } = await officer.post(`${at(requestId)}/preview/D29`, { information: '某规划许可证' })
  assert.match(body, /某规划许可证/)
  assert.match(body, /<mark class="is-open">〔不属于本机关负责公开的理由〕<\/mark>/)
  assert.match(body, /还没有填写“不属于本机关负责公开的理由”/)
})
