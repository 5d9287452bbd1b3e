import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { addDays, plainDay } from '../../src/law/calendar/plain-day.ts'
import { assignRequest } from '../../src/modules/requests/commands/assign-request.ts'
import { attachFile } from '../../src/modules/requests/commands/attach-file.ts'
import { submitPaper } from '../../src/modules/requests/commands/submit-paper.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { hidden, signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../builders/request-desk.ts'

/** The room without its demo year: only what these stories bring about. */
const room = { ...requestsRoom, firstStart: async () => [] }

let city: County
let desk: RequestDesk
let app: FastifyInstance
before(async () => {
  city = await county([room], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
})
beforeEach(() => city.moveTo('2026-03-02'))
after(async () => {
  await app.close()
  await city.drop()
})

const inbox = '/console/requests'
const at = (requestId: string, rest = '') => `${inbox}/${requestId}${rest}`

const written = {
  'applicants.0.kind': 'natural',
  'applicants.0.name': '方砚秋',
  'applicants.0.identityKind': 'identityCard',
  'applicants.0.identityNumber': '990102199001010029',
  'applicants.0.phone': '000-5556667',
  kind: 'information',
  content: '云汀市2025年应急避难场所名单',
  wantedForm: 'paper',
  wantedWay: 'pickUp',
}

test('a letter sent by ordinary post is registered with no day of receipt, and the clock starts with the day both sides confirmed', async () => {
  let officer = await signedIn(app, city, 'officer')
  const form = await officer.get(`${inbox}/new`)
  const submissionKey = hidden(form.body, 'submissionKey')
  const typed = { ...written, submissionKey, channel: 'ordinaryPost', arrivedOn: '2026-03-02' }

  const lacking = await officer.post(`${inbox}/new`, {
    ...typed,
    content: '',
    'applicants.0.phone': '',
    go: 'check',
  })
  assert.equal(lacking.statusCode, 422)
  assert.match(lacking.body, /写清需要的政府信息/)
  assert.match(lacking.body, /电话、邮箱、通信地址至少写一种/)
  assert.match(lacking.body, /方砚秋/, 'what was typed stays')

  const check = await officer.post(`${inbox}/new`, { ...typed, go: 'check' })
  assert.equal(check.statusCode, 200)
  assert.match(check.body, /待确认/)
  assert.match(check.body, /以与申请人确认之日为收到申请之日/)
  const counted = () =>
    city.db
      .selectFrom('requests')
      .select((row) => row.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
  assert.equal(Number((await counted()).n), 0, 'nothing is registered before the day was shown')

  const done = await officer.post(`${inbox}/new`, { ...typed, go: 'register' })
  assert.match(done.body, />2026-0001</)
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(done.body)?.[0]
  assert.ok(code)
  const again = await officer.post(`${inbox}/new`, { ...typed, go: 'register' })
  assert.match(again.body, /没有重复登记/)
  assert.ok(again.body.includes(code))
  assert.equal(Number((await counted()).n), 1)

  const requestId = await idOf('2026-0001')
  const early = await officer.get(at(requestId))
  assert.match(early.body, /期限还没有开始/)
  assert.match(early.body, /disabled>要求补正/)
  city.moveTo('2026-03-04')
  officer = await signedIn(app, city, 'officer')
  const page = await officer.get(at(requestId, '/acts/confirmReceipt'))
  const wrong = await officer.post(at(requestId, '/acts/confirmReceipt'), {
    version: hidden(page.body, 'version'),
    seen: hidden(page.body, 'seen'),
    on: '2026-03-01',
  })
  assert.equal(wrong.statusCode, 409)
  assert.match(wrong.body, /确认的日期早于来件的日期/)
  const confirmed = await officer.post(at(requestId, '/acts/confirmReceipt'), {
    version: hidden(page.body, 'version'),
    seen: hidden(page.body, 'seen'),
    on: '2026-03-04',
  })
  assert.equal(confirmed.statusCode, 303)
  const started = await officer.get(confirmed.headers.location as string)
  assert.match(started.body, /4月1日/, '20 working days after 4 March')
  assert.match(started.body, /条例第三十一条（二）/)

  const receipt = await officer.post(at(requestId, '/receipt'), {})
  assert.equal(receipt.statusCode, 303)
  const pdf = await officer.get(receipt.headers.location as string)
  assert.equal(pdf.headers['content-type'], 'application/octet-stream')
  assert.match(String(pdf.headers['content-disposition']), /^attachment; filename\*=UTF-8''/)
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  const told = await city.db.selectFrom('request_papers').select('told_due_on').executeTakeFirst()
  assert.equal(told?.told_due_on, '2026-04-01')
})

test('what looks the same and what the same person asked before is shown before registering, and registered all the same', async () => {
  const officer = await signedIn(app, city, 'officer')
  const submissionKey = hidden((await officer.get(`${inbox}/new`)).body, 'submissionKey')
  const typed = {
    ...written,
    content: '云汀市2025年应急避难场所名单和容量',
    submissionKey,
    channel: 'counter',
    arrivedOn: '2026-03-02',
  }
  const check = await officer.post(`${inbox}/new`, { ...typed, go: 'check' })
  assert.match(check.body, /这位申请人近两年在本机关申请过1件/)
  assert.match(check.body, /同一申请人/)
  assert.match(check.body, /2026年3月30日/, 'the last day, shown before saving')
  const oral = await officer.post(`${inbox}/new`, { ...typed, channel: 'oral', go: 'check' })
  assert.equal(oral.statusCode, 409)
  assert.match(oral.body, /要读给申请人听/)
  const done = await officer.post(`${inbox}/new`, { ...typed, go: 'register' })
  assert.match(done.body, /把编号和查询码交给申请人/)
})

test('two people at one case: who comes second sees what the first did, and nothing typed is lost', async () => {
  const { requestId } = await desk.receive()
  const [officer, head] = await Promise.all([signedIn(app, city, 'officer'), signedIn(app, city, 'review2')])
  const mine = await officer.get(at(requestId, '/acts/assign'))
  const hers = await head.get(at(requestId, '/acts/assign'))
  const stamp = (body: string) => ({ version: hidden(body, 'version'), seen: hidden(body, 'seen') })
  const first = await head.post(at(requestId, '/acts/assign'), {
    ...stamp(hers.body),
    section: '办公室',
    handlerId: await city.personId('officer'),
    sectionDueOn: '2026-03-12',
  })
  assert.equal(first.statusCode, 303)
  const second = await officer.post(at(requestId, '/acts/assign'), {
    ...stamp(mine.body),
    section: '危险化学品科',
    handlerId: '',
    sectionDueOn: '',
  })
  assert.equal(second.statusCode, 412)
  assert.match(second.body, /你打开以后，这一件有了变化/)
  assert.match(second.body, /分派：办公室/)
  assert.match(second.body, /value="危险化学品科" selected/)
  const third = await officer.post(at(requestId, '/acts/assign'), {
    ...stamp(second.body),
    section: '危险化学品科',
    handlerId: '',
    sectionDueOn: '',
  })
  assert.equal(third.statusCode, 303)
  const stranger = await officer.post(at(requestId, '/acts/assign'), {
    ...stamp((await officer.get(at(requestId, '/acts/assign'))).body),
    section: '',
    handlerId: await city.personId('system'),
    sectionDueOn: '',
  })
  assert.equal(stranger.statusCode, 422, 'a case is not given to somebody who does not handle requests')
})

test('who applied is masked, asked for with a purpose, and every look stands in the course of the case', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const page = await officer.get(at(requestId))
  for (const secret of [someApplicant.name, someApplicant.identityNumber, someApplicant.phone])
    assert.ok(!page.body.includes(secret), secret)
  assert.match(page.body, /沈\*\*/)
  const unasked = await officer.post(at(requestId, '/acts/applicant'), { purpose: '', why: '' })
  assert.equal(unasked.statusCode, 422)
  assert.ok(!unasked.body.includes(someApplicant.identityNumber))
  const shown = await officer.post(at(requestId, '/acts/applicant'), { purpose: 'contact', why: '' })
  assert.ok(shown.body.includes(someApplicant.identityNumber))
  assert.equal(shown.headers['cache-control'], 'no-store')
  assert.match((await officer.get(at(requestId))).body, /谁看过申请人信息和文件（1次）[\s\S]*联系申请人/)
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(at(requestId, '/acts/applicant'))).statusCode, 403)
  assert.equal((await legal.post(at(requestId, '/acts/applicant'), { purpose: 'contact' })).statusCode, 403)
})

test('a lost query code is replaced after the identity was checked, and the old one opens nothing', async () => {
  const { requestId, queryCode } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const page = await officer.get(at(requestId, '/acts/renewCode'))
  const version = hidden(page.body, 'version')
  assert.equal(
    (await officer.post(at(requestId, '/acts/renewCode'), { version, identityChecked: '' })).statusCode,
    422,
  )
  const renewed = await officer.post(at(requestId, '/acts/renewCode'), {
    version,
    identityChecked: '当面核对身份证',
  })
  const code = hidden(renewed.body, 'queryCode')
  assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  assert.notEqual(code, queryCode)
  const plain = await officer.post(at(requestId, '/receipt'), {})
  assert.equal(plain.statusCode, 409, 'a receipt with the old code is not printed any more')
  assert.equal((await officer.post(at(requestId, '/receipt'), { queryCode: code })).statusCode, 303)
})

test('a mistyped record is revoked with its reason by the head of the office, stays in the course, and the clock is read anew', async () => {
  const { requestId } = await desk.receive({ content: '全部材料' })
  await desk.send(requestId, 'D05', {
    blanks: { points: ['名称'], guidance: '写明文号', until: '2026-03-20' },
  })
  city.moveTo('2026-03-05')
  const officer = await signedIn(app, city, 'officer')
  const stamp = (body: string) => ({ version: hidden(body, 'version'), seen: hidden(body, 'seen') })
  const form = await officer.get(at(requestId, '/acts/answerClarification'))
  const clarified = await officer.post(at(requestId, '/acts/answerClarification'), {
    ...stamp(form.body),
    on: '2026-03-05',
    content: '2025年应急演练方案',
  })
  assert.equal(clarified.statusCode, 303)
  const after = await officer.get(at(requestId))
  assert.match(after.body, /补正前：“全部材料”/)
  assert.ok(!after.body.includes('登记错了'), 'the officer is not offered to revoke')
  const head = await signedIn(app, city, 'review2')
  const link = /acts\/revoke\?event=[0-9a-f-]{36}/.exec((await head.get(at(requestId))).body)?.[0]
  assert.ok(link)
  const revoking = await head.get(at(requestId, `/${link}`))
  const revoked = await head.post(at(requestId, '/acts/revoke'), {
    ...stamp(revoking.body),
    event: hidden(revoking.body, 'event'),
    reason: '登记到别人的件上了',
  })
  assert.equal(revoked.statusCode, 303)
  const now = await head.get(at(requestId))
  assert.match(now.body, /等申请人补正/)
  assert.match(now.body, /登记到别人的件上了/)
  assert.match(now.body, /全部材料/)
})

test('one application for several things is split at registration, and not any more once something was done', async () => {
  const { requestId, number } = await desk.receive({ content: '甲方案；乙名单；丙决定' })
  const officer = await signedIn(app, city, 'officer')
  const form = await officer.get(at(requestId, '/acts/split'))
  const split = await officer.post(at(requestId, '/acts/split'), {
    version: hidden(form.body, 'version'),
    seen: hidden(form.body, 'seen'),
    contents: ['甲方案', '乙名单', '丙决定', ''],
  })
  assert.equal(split.statusCode, 303)
  const page = await officer.get(at(requestId))
  assert.match(page.body, /关联的申请[\s\S]*拆分/)
  const listed = await officer.get(`${inbox}?q=乙名单`)
  assert.match(listed.body, /乙名单/)
  assert.ok(!listed.body.includes(`>${number}<`))
  await desk.draft(requestId, 'D28', {
    blanks: { information: '甲方案', searched: ['档案室'], keywords: ['方案'] },
  })
  const late = await officer.get(at(requestId, '/acts/split'))
  assert.match(late.body, /现在不能办[\s\S]*拆分只能在登记时进行/)
})

test('what would be if is the clock’s own answer, and a refusal is the clock’s own reason', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const extended = await officer.get(at(requestId, '?if=extend&days=10'))
  assert.match(extended.body, /延长10个工作日，到期日改为2026年4月14日/)
  const tooLong = await officer.get(at(requestId, '?if=extend&days=30'))
  assert.match(tooLong.body, /不行。/)
  const events = await city.db
    .selectFrom('request_events')
    .selectAll()
    .where('request_id', '=', requestId)
    .execute()
  assert.deepEqual(events, [], 'nothing was written')
})

test('cases, files and acts of another agency are not there, whoever asks; each page opens only to who may', async () => {
  const { requestId } = await desk.receive()
  const fileId = await putEvidence(requestId)
  const elsewhere = await signedIn(app, city, 'linpu')
  for (const path of [
    at(requestId),
    at(requestId, `/files/${fileId}`),
    at(requestId, '/acts/assign'),
    at(requestId, '/acts/applicant'),
  ])
    assert.equal((await elsewhere.get(path)).statusCode, 404, path)
  assert.equal(
    (await elsewhere.post(at(requestId, '/acts/withdraw'), { version: '1', on: '2026-03-02', way: 'x' }))
      .statusCode,
    404,
  )
  assert.equal((await elsewhere.post(at(requestId, '/receipt'), {})).statusCode, 404)
  const { requestId: other } = await desk.receive({ content: '另一件' })
  const officer = await signedIn(app, city, 'officer')
  assert.equal(
    (await officer.get(at(other, `/files/${fileId}`))).statusCode,
    404,
    'a file belongs to one case',
  )
  assert.equal((await officer.get(at(requestId, `/files/${fileId}`))).statusCode, 200)
  assert.equal((await officer.get(at('not-an-id'))).statusCode, 404)

  const pages = {
    [inbox]: ['officer', 'liaison', 'legal', 'secrecy', 'review2', 'head'],
    [`${inbox}.csv`]: ['officer', 'liaison', 'legal', 'secrecy', 'review2', 'head'],
    [`${inbox}/new`]: ['officer', 'review2'],
    [at(requestId)]: ['officer', 'liaison', 'legal', 'secrecy', 'review2', 'head'],
    [at(requestId, '/acts/applicant')]: ['officer', 'review2', 'head'],
    [at(requestId, '/acts/renewCode')]: ['officer', 'review2'],
    '/console/request-settings': ['review2'],
  }
  for (const who of [
    'officer',
    'liaison',
    'legal',
    'secrecy',
    'review2',
    'head',
    'system',
    'security',
    'audit',
  ]) {
    const browser = await signedIn(app, city, who)
    for (const [path, allowed] of Object.entries(pages))
      assert.equal((await browser.get(path)).statusCode, allowed.includes(who) ? 200 : 403, `${who} ${path}`)
  }
})

test('the list as a file tells nothing about who applied, and the download stands in the journal', async () => {
  await desk.receive({ content: '沈青禾家门口的隐患整改情况' })
  const officer = await signedIn(app, city, 'officer')
  const csv = await officer.get(`${inbox}.csv?state=all`)
  assert.match(csv.body, /^\uFEFF编号,种类,申请人类别/)
  assert.ok(!csv.body.includes('沈'), 'neither name nor text')
  const entries = () =>
    city.db.selectFrom('journal').select('number').where('verb', '=', 'export-requests').execute()
  const before = (await entries()).length
  await officer.get(`${inbox}.csv`)
  assert.equal((await entries()).length, before + 1)
})

test('the to-do list leads each person to what waits for them', async () => {
  const { requestId } = await desk.receive({ content: '逾期的一件' })
  const paper = await desk.draft(requestId, 'D28', {
    blanks: { information: '某决定', searched: ['档案室'], keywords: ['决定'] },
    evidence: { searchRecord: '2026年3月2日检索档案系统' },
  })
  await city.as('officer', 'yunting-emergency', (context) =>
    submitPaper(context, { agencyId: desk.agencyId, paperId: paper }),
  )
  const legal = await signedIn(app, city, 'legal')
  assert.match((await legal.get('/console')).body, new RegExp(`${requestId}/papers/${paper}`))
  const head = await signedIn(app, city, 'head')
  assert.ok(!(await head.get('/console')).body.includes(paper), 'it is not the head’s turn yet')
  city.moveTo('2026-04-02')
  const officer = await signedIn(app, city, 'officer')
  assert.match((await officer.get('/console')).body, /逾期3日[\s\S]*逾期的一件/)
  const over = await officer.get(`${inbox}?state=overdue`)
  assert.match(over.body, /逾期的一件/)
})

test('cases given to nobody that do not press are one line, and a passed day of the house is told although the statute leaves time', async () => {
  const { requestId } = await desk.receive({ content: '科室没有交来的一件' })
  await desk.receive({ content: '没有分的一件' })
  const handlerId = await city.personId('officer')
  await city.as('officer', 'yunting-emergency', (context) =>
    assignRequest(context, {
      agencyId: desk.agencyId,
      requestId,
      section: '办公室',
      handlerId,
      sectionDueOn: plainDay('2026-03-06'),
    }),
  )
  city.moveTo('2026-03-09')
  const handler = await signedIn(app, city, 'officer')
  const { body } = await handler.get('/console')
  assert.match(body, /内部已过[\s\S]*科室没有交来的一件/)
  assert.match(body, /\d+件申请还没有分给经办人/)
  assert.ok(!body.includes('没有分的一件'))
  assert.match((await handler.get('/console/requests?who=nobody')).body, /没有分的一件/)
})

test('settings explain themselves, say what is wrong beside the field, and meet a second writer', async () => {
  const head = await signedIn(app, city, 'review2')
  const page = await head.get('/console/request-settings')
  assert.match(page.body, /value="云应急"/)
  const values = {
    version: hidden(page.body, 'version'),
    documentPrefix: 'YJ',
    sendTo: '云汀市府前街1号',
    reviewOrgan: '云汀市人民政府',
    court: '云汀市城东区人民法院',
    replyChain: ['legal', 'head'],
    procedureChain: ['officeHead'],
    clarificationDays: '15',
    remindAt: '5、2',
    feePayment: '',
    retentionYears: '30',
    identityMonths: '24',
    soleTraderKind: 'natural',
  }
  const wrong = await head.post('/console/request-settings', values)
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /机关代字用2到8个汉字/)
  const right = await head.post('/console/request-settings', { ...values, documentPrefix: '云应' })
  assert.equal(right.statusCode, 303)
  assert.equal(
    (await head.post('/console/request-settings', { ...values, documentPrefix: '云急' })).statusCode,
    412,
  )
})

test('who supervises sees how many are open and late below, and nothing of any person or text', async () => {
  await desk.receive({ content: '不应出现的内容' })
  const supervisor = await signedIn(app, city, 'supervisor')
  const page = await supervisor.get('/console/requests-below')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /云汀市应急管理局/)
  assert.ok(!page.body.includes('不应出现的内容'))
  assert.ok(!page.body.includes('沈*'))
  const officer = await signedIn(app, city, 'officer')
  assert.equal((await officer.get('/console/requests-below')).statusCode, 403)
})

test('who supervises reads of each late case where it is stuck, and nothing of its text', async () => {
  const { requestId, number } = await desk.receive({ content: '也不应出现的内容' })
  const today = city.today()
  const lineOf = async () => {
    const supervisor = await signedIn(app, city, 'supervisor')
    const { body } = await supervisor.get('/console/requests-below')
    assert.ok(!body.includes('也不应出现的内容'))
    return body.split('<tr').find((row) => row.includes(`>${number}<`)) ?? ''
  }
  assert.equal(await lineOf(), '', 'not late yet')
  const { dueOn } = (await desk.file(requestId)).request.standing
  assert.ok(dueOn)
  city.moveTo(addDays(dueOn, 7))
  assert.match(await lineOf(), /还没有分给经办人/)
  assert.match(await lineOf(), /[1-5]个工作日/)
  const paperId = await desk.draft(requestId, 'D28', {
    blanks: { information: '某文件', searched: ['本机关档案室'], keywords: ['某文件'] },
    evidence: { searchRecord: '检索档案室，没有结果' },
  })
  assert.match(await lineOf(), /答复书在拟稿/)
  await city.as('officer', 'yunting-emergency', (context) =>
    submitPaper(context, { agencyId: desk.agencyId, paperId }),
  )
  assert.match(await lineOf(), /答复书等/)
  await desk.signAll(paperId)
  assert.match(await lineOf(), /还没有发出/)
  city.moveTo(today)
})

async function idOf(number: string): Promise<string> {
  const row = await city.db
    .selectFrom('requests')
    .select('request_id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.request_id
}

async function putEvidence(requestId: string): Promise<string> {
  return city.as('officer', 'yunting-emergency', (context) =>
    attachFile(context, {
      agencyId: desk.agencyId,
      requestId,
      file: {
        purpose: 'evidence',
        name: '检索记录.txt',
        mediaType: 'text/plain',
        bytes: Buffer.from('检索了两个系统'),
      },
    }),
  )
}
