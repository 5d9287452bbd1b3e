import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { apply, somePicture, someWish } from '../builders/application.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import { read } from '../../src/documents/read/index.ts'
import { confirmReceipt } from '../../src/modules/requests/commands/confirm-receipt.ts'
import { openConsultation } from '../../src/modules/requests/commands/open-consultation.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { answerToken } from '../../src/modules/requests/store/consultations.ts'
import { filesOf, putFile } from '../../src/modules/requests/store/files.ts'

const slug = 'yunting-emergency'
let city: County
let app: FastifyInstance
let desk: RequestDesk
let address = 0
before(async () => {
  city = await county([{ ...requestsRoom, firstStart: undefined }], {
    today: '2026-03-02',
    env: { GONGKAI_RATE_PER_MINUTE: '100000' },
  })
  app = await createServer(city)
  desk = await requestDesk(city, slug)
  await desk.settle()
})
after(async () => {
  await app.close()
  await city.drop()
})

const someBody = () => {
  address += 1
  return visitor(app, { address: `10.8.${Math.floor(address / 250)}.${(address % 250) + 1}` })
}

interface Applied {
  readonly person: Visitor
  readonly number: string
  readonly code: string
  readonly requestId: string
}

/** Applies online, is confirmed the same day, and opens the own case. */
async function applied(changes: Readonly<Record<string, string>> = {}): Promise<Applied> {
  const person = someBody()
  const { number, code } = await apply(person, slug, changes)
  const row = await city.db
    .selectFrom('requests')
    .select('request_id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await city.as('officer', slug, (context) =>
    confirmReceipt(context, {
      agencyId: desk.agencyId,
      requestId: row.request_id,
      confirmedOn: context.today,
    }),
  )
  const opened = await person.post('/requests/track', { number, code })
  assert.equal(opened.headers.location, '/requests/case', opened.body)
  return { person, number, code, requestId: row.request_id }
}

const page = async (person: Visitor) => {
  const answer = await person.get('/requests/case')
  assert.equal(answer.statusCode, 200)
  return answer.body
}

const text = (body: string) => body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

test('number and code open the case, written anyhow; whatever is wrong gets the same answer', async () => {
  city.moveTo('2026-03-02')
  const { number, code } = await applied()
  const other = await applied()
  const tries: [string, string][] = [
    [number, 'AAAA-BBBB-CCCC'],
    ['2026-9999', code],
    [other.number, code],
    ['2026-9999', 'AAAA-BBBB-CCCC'],
    ["' or 1=1 --", '%'],
  ]
  const answers = []
  for (const [n, c] of tries) {
    const answer = await someBody().post('/requests/track', { number: n, code: c })
    assert.equal(answer.statusCode, 422)
    assert.equal(answer.cookies.length, 0)
    answers.push(/<main[\s\S]*<\/main>/.exec(answer.body)?.[0].replace(/value="[^"]*"/, ''))
  }
  assert.equal(new Set(answers).size, 1)
  assert.ok(!answers.join('').includes(code), 'a code is never shown again')
  const anyhow = await someBody().post('/requests/track', {
    number: ` ${number} `,
    code: code.toLowerCase().replaceAll('-', ' '),
  })
  assert.equal(anyhow.headers.location, '/requests/case')
})

test('guessing is slowed down: after ten tries a minute from one address nothing is looked up', async () => {
  const person = visitor(app, { address: '10.7.7.7' })
  const codes = []
  for (let tried = 0; tried < 12; tried += 1)
    codes.push(
      (await person.post('/requests/track', { number: '2026-0001', code: 'AAAA-BBBB-CCCC' })).statusCode,
    )
  assert.deepEqual(codes, [...Array.from({ length: 10 }, () => 422), 429, 429])
})

test('without the cookie of the right code no page, paper or act of a case is there', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await applied()
  const stranger = someBody()
  assert.equal((await stranger.get('/requests/case')).headers.location, '/requests/track?over=1')
  const id = crypto.randomUUID()
  for (const path of [`papers/${id}.pdf`, `files/${id}`, 'receipt.pdf', 'withdraw'])
    assert.equal((await stranger.get(`/requests/case/${path}`)).statusCode, 404, path)
  for (const path of ['clarification', 'reasons', 'material', 'rating', 'withdraw', `papers/${id}`])
    assert.equal((await stranger.post(`/requests/case/${path}`, {})).statusCode, 404, path)
  // A cookie that we did not seal, and one that we sealed for something else.
  const forged = Buffer.from(
    JSON.stringify({ for: 'gongkai-case', agencyId: desk.agencyId, requestId, until: 9e15 }),
  )
  const elsewhere = city.cipher.seal(JSON.stringify({ agencyId: desk.agencyId, requestId, until: 9e15 }))
  for (const cookie of [forged.toString('base64'), elsewhere])
    assert.equal(
      (await visitor(app, { cookies: { 'gongkai-case': encodeURIComponent(cookie) } }).get('/requests/case'))
        .statusCode,
      303,
    )
})

test('the case is open for an hour, and closed by the button', async () => {
  city.moveTo('2026-03-02')
  const { person } = await applied()
  assert.match(String((await person.get('/requests/case')).headers['cache-control']), /no-store/)
  await person.post('/requests/case/leave', {})
  assert.equal((await person.get('/requests/case')).headers.location, '/requests/track?over=1')
  const again = await applied()
  city.moveTo('2026-03-03')
  assert.equal((await again.person.get('/requests/case')).headers.location, '/requests/track?over=1')
})

test('a clarification is asked, answered online with a file, and the page says why the day moved', async () => {
  city.moveTo('2026-03-02')
  const { person, number, code, requestId } = await applied()
  assert.match(text(await page(person)), /最迟 3月30日 答复您/)
  city.moveTo('2026-03-05')
  const notice = await desk.send(requestId, 'D05', {
    blanks: { points: ['写明企业名称'], guidance: '可以按年度列出' },
  })
  await desk.serve(notice, 'electronic', null)
  await person.post('/requests/track', { number, code })
  const unread = text(await page(person))
  assert.match(unread, /请先在收到的文书里领取/)
  assert.doesNotMatch(unread, /写明企业名称/, 'reading it is receiving it')
  await person.post(`/requests/case/papers/${notice}`, {})
  const asked = await page(person)
  assert.match(text(asked), /请您补正，最迟 3月26日/)
  assert.match(text(asked), /请补充： ?写明企业名称 ?可以参考：可以按年度列出/)
  assert.match(asked, /补正告知书/)
  const stopped = await person.upload('/requests/case/clarification', [], { content: ' ' })
  assert.equal(stopped.statusCode, 422)
  assert.match(stopped.body, /写清补正后需要的政府信息/)
  const refused = await person.upload(
    '/requests/case/clarification',
    [{ name: '病毒.exe', bytes: 'MZ\0\0', field: 'clarification' }],
    { content: '我改好的内容' },
  )
  assert.equal(refused.statusCode, 422)
  assert.ok(refused.body.includes('我改好的内容') && /这种文件不能上传/.test(refused.body))
  city.moveTo('2026-03-09')
  await person.post('/requests/track', { number, code })
  const done = await person.upload(
    '/requests/case/clarification',
    [{ name: '说明.png', bytes: somePicture, field: 'clarification' }],
    { content: '云汀澄源化工有限公司2025年的行政处罚决定书' },
  )
  assert.equal(done.headers.location, '/requests/case?done=clarification')
  const after = text((await person.get(String(done.headers.location))).body)
  assert.match(after, /补正已经收到/)
  assert.match(after, /最迟 4月7日 答复您/)
  assert.match(after, /收到补正，重新起算/)
  assert.match(after, /云汀澄源化工有限公司2025年的行政处罚决定书/)
  const twice = await person.upload('/requests/case/clarification', [], { content: '再补一次' })
  assert.equal(twice.statusCode, 409, 'only what was asked for is taken')
  const files = await filesOf(city.db, city.cipher, desk.agencyId, requestId)
  assert.deepEqual(
    files.filter(({ purpose }) => purpose === 'clarification').map(({ name }) => name),
    ['说明.png'],
  )
})

const noRecord = {
  blanks: { information: someWish, searched: ['本机关档案室'], keywords: ['危险化学品'] },
  evidence: { searchRecord: '2026年3月3日由办公室检索档案室，没有结果' },
}

test('a reply sent online counts from the day it is fetched; then it can be read, contested by a day, and rated once', async () => {
  city.moveTo('2026-03-03')
  const { person, requestId, number, code } = await applied()
  const paperId = await desk.send(requestId, 'D28', noRecord)
  assert.doesNotMatch(await page(person), /告知书/, 'a reply that was not sent yet is not shown')
  assert.equal((await person.get(`/requests/case/papers/${paperId}.pdf`)).statusCode, 404)
  await desk.serve(paperId, 'electronic')
  const waiting = text(await page(person))
  assert.match(waiting, /答复已经作出，请您领取/)
  assert.equal(
    (await person.get(`/requests/case/papers/${paperId}.pdf`)).statusCode,
    404,
    'not before it is fetched',
  )
  city.moveTo('2026-03-05')
  await person.post('/requests/track', { number, code })
  const fetched = await person.post(`/requests/case/papers/${paperId}`, {})
  assert.equal(fetched.headers.location, '/requests/case?done=collected#papers')
  const row = await city.db
    .selectFrom('requests')
    .selectAll()
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.deepEqual([row.closed_on, row.outcome], ['2026-03-05', 'notHeldNoRecord'])
  const closed = text(await page(person))
  assert.match(closed, /3月5日 已经答复/)
  assert.match(closed, /申请复议最迟2026年5月6日 星期三/)
  assert.match(closed, /直接起诉最迟2026年9月7日 星期一/)
  assert.match(closed, /云汀市城东区人民法院/)
  const letter = await person.get(`/requests/case/papers/${paperId}.pdf`)
  assert.equal(letter.statusCode, 200)
  assert.match(String(letter.headers['content-disposition']), /^attachment; filename\*=UTF-8''/)
  const tree = await read(letter.rawPayload)
  assert.ok(JSON.stringify(tree).includes('沈青禾'))
  await person.post(`/requests/case/papers/${paperId}`, {})
  const verbs = (
    await city.db.selectFrom('journal').select('verb').where('subject_id', '=', requestId).execute()
  ).map(({ verb }) => verb)
  assert.equal(verbs.filter((verb) => verb === 'record-delivery').length, 1, 'fetching twice is one arrival')
  assert.equal(verbs.filter((verb) => verb === 'download-file').length, 1)
  const unrated = await person.post('/requests/case/rating', { comment: '办得快' })
  assert.equal(unrated.statusCode, 422)
  assert.ok(unrated.body.includes('办得快'))
  assert.equal(
    (await person.post('/requests/case/rating', { score: '5', comment: '办得快' })).statusCode,
    303,
  )
  assert.equal((await person.post('/requests/case/rating', { score: '1' })).statusCode, 409)
  const rating = await city.db
    .selectFrom('request_ratings')
    .selectAll()
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.equal(rating.score, 5)
  assert.doesNotMatch(rating.comment_sealed, /办得快/)
  assert.equal(
    (await person.post('/requests/case/withdraw', {})).statusCode,
    409,
    'what is answered cannot be taken back',
  )
})

test('nobody reaches a paper or file of another case, an own draft, evidence, or a letter to a third party', async () => {
  city.moveTo('2026-03-03')
  const mine = await applied()
  const other = await applied()
  const theirs = await desk.send(other.requestId, 'D28', noRecord)
  await desk.serve(theirs, 'direct')
  const draft = await desk.draft(mine.requestId, 'D28', noRecord)
  const evidence = await city.as('officer', slug, (context) =>
    putFile(
      context,
      { agencyId: desk.agencyId, requestId: mine.requestId },
      {
        purpose: 'evidence',
        name: '检索记录.txt',
        mediaType: 'text/plain',
        bytes: Buffer.from('内部检索记录'),
      },
    ),
  )
  const identity = (await filesOf(city.db, city.cipher, desk.agencyId, mine.requestId)).find(
    ({ purpose }) => purpose === 'identity',
  )
  for (const id of [theirs, draft]) {
    assert.equal((await mine.person.get(`/requests/case/papers/${id}.pdf`)).statusCode, 404)
    assert.equal((await mine.person.post(`/requests/case/papers/${id}`, {})).statusCode, 404)
  }
  for (const id of [evidence, identity?.fileId, theirs])
    assert.equal((await mine.person.get(`/requests/case/files/${id}`)).statusCode, 404)
  assert.equal((await other.person.get(`/requests/case/papers/${theirs}.pdf`)).statusCode, 200)
  const body = await page(mine.person)
  assert.doesNotMatch(body, /内部检索记录|检索记录\.txt|政府信息不存在告知书/)
})

test('withdrawing is asked once more, ends the case, and is said so', async () => {
  city.moveTo('2026-03-03')
  const { person, requestId } = await applied()
  assert.match((await person.get('/requests/case/withdraw')).body, /撤回了不能恢复/)
  const done = await person.post('/requests/case/withdraw', {})
  assert.equal(done.headers.location, '/requests/case?done=withdrawn')
  const after = text(await page(person))
  assert.match(after, /您撤回了申请/)
  assert.doesNotMatch(after, /补充材料|不同意答复/)
  const row = await city.db
    .selectFrom('requests')
    .select(['outcome', 'kept_state'])
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { outcome: 'otherReason', kept_state: 'closed' })
  assert.equal((await person.post('/requests/case/withdraw', {})).statusCode, 409)
  assert.equal(
    (
      await person.upload('/requests/case/material', [
        { name: 'a.png', bytes: somePicture, field: 'material' },
      ])
    ).statusCode,
    409,
  )
})

test('material is added without moving a day', async () => {
  city.moveTo('2026-03-03')
  const { person, requestId } = await applied()
  const before = await city.db
    .selectFrom('requests')
    .select('kept_due_on')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.equal((await person.upload('/requests/case/material', [], {})).statusCode, 422)
  const added = await person.upload('/requests/case/material', [
    { name: '线索.png', bytes: somePicture, field: 'material' },
  ])
  assert.equal(added.statusCode, 303, added.body)
  assert.match(await page(person), /线索\.png/)
  const after = await city.db
    .selectFrom('requests')
    .select('kept_due_on')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(after, before)
})

test('a third party answers by its link once; neither page nor journal names the applicant, and the applicant learns no name', async () => {
  city.moveTo('2026-03-03')
  const { person, requestId, number, code } = await applied()
  const consultationId = await city.as('officer', slug, (context) =>
    openConsultation(context, {
      agencyId: desk.agencyId,
      requestId,
      consultation: {
        kind: 'thirdParty',
        name: '云汀澄源燃气有限公司',
        address: '云汀市河洲区1号',
        information: '安全评价报告',
        interest: 'tradeSecret',
      },
    }),
  )
  const token = answerToken(city.cipher, consultationId)
  assert.equal(
    (await someBody().get(`/consultations/${token}`)).statusCode,
    404,
    'not before the letter is out',
  )
  await desk.send(requestId, 'D09', { consultationId })
  const party = someBody()
  const shown = await party.get(`/consultations/${token}`)
  assert.equal(shown.statusCode, 200)
  assert.match(shown.body, /安全评价报告/)
  assert.doesNotMatch(shown.body, new RegExp(`沈青禾|990102|000-1112223|${number}|${someWish}`))
  assert.match(String(shown.headers['cache-control']), /no-store/)
  assert.equal(shown.headers['x-robots-tag'], 'noindex')
  assert.equal(shown.headers['referrer-policy'], 'same-origin')

  await person.post('/requests/track', { number, code })
  const waiting = await page(person)
  assert.match(text(waiting), /正在征求意见，期限停算/)
  assert.doesNotMatch(waiting, new RegExp(`澄源燃气|${consultationId}|征求第三方意见书`))

  const bare = await party.upload(`/consultations/${token}`, [], { opinion: 'objects', reasons: '' })
  assert.equal(bare.statusCode, 422)
  assert.match(bare.body, /不同意公开的，写明理由/)
  const done = await party.upload(
    `/consultations/${token}`,
    [{ name: '证明.png', bytes: somePicture, field: 'opinionFile' }],
    { opinion: 'objects', reasons: '含有未公开的工艺参数' },
  )
  assert.equal(done.statusCode, 200, done.body)
  assert.match(done.body, /意见已经收到/)
  for (const again of [
    await party.get(`/consultations/${token}`),
    await party.upload(`/consultations/${token}`, [], { opinion: 'agrees' }),
  ]) {
    assert.equal(again.statusCode, 404)
    assert.match(again.body, /已经用过或者已经失效/)
  }
  assert.equal((await party.get('/consultations/nonsense')).statusCode, 404)
  const told = await page(person)
  assert.match(text(told), /收到意见，接着算期限/)
  assert.doesNotMatch(told, /工艺参数|不同意公开|证明\.png/)
  const entries = JSON.stringify(
    await city.db.selectFrom('journal').select('detail').where('subject_id', '=', requestId).execute(),
  )
  assert.doesNotMatch(entries, /澄源|沈青禾|工艺/)
})
