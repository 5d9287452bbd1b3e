import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { read } from '../../src/documents/read/index.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { readFile } from '../../src/modules/requests/store/files.ts'
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

const party = {
  kind: 'thirdParty',
  name: '云汀市清源化工有限公司',
  information: '安全设施设计专篇\n安全评价报告',
  interest: 'tradeSecret',
  email: 'office@qingyuan.example.com',
}

test('a third party is asked without learning who applied, objects, is overruled for the public interest, and is told', async () => {
  const { requestId } = await desk.receive({ content: '清源化工的安全设施设计专篇' })
  const officer = await signedIn(app, city, 'officer')
  const at = `/console/requests/${requestId}/consultations`
  const key = hidden((await officer.get(at)).body, 'key')
  const named = await officer.post(at, { ...party, key, information: `${someApplicant.name}要的设计专篇` })
  assert.equal(named.statusCode, 409, 'the applicant is kept out before anything is drafted')
  assert.match(named.body, /征求意见的文书里出现了申请人的信息/)
  const opened = await Promise.all([1, 2].map(() => officer.post(at, { ...party, key })))
  assert.deepEqual(
    opened.map(({ statusCode }) => statusCode),
    [303, 303],
  )
  assert.equal((await desk.file(requestId)).consultations.length, 1, 'two clicks ask once')
  const { consultationId } = (await desk.file(requestId)).consultations[0]!
  const one = `${at}/${consultationId}`

  const form = await officer.get(String(opened[0]?.headers.location))
  assert.match(form.body, /清源化工有限公司/)
  assert.match(form.body, /这份文书不写申请人是谁/)
  assert.doesNotMatch(form.body, /申请人的全名/, 'nobody is told that the third party will read the name')
  const drafted = await officer.post(String(opened[0]?.headers.location), {
    draftKey: hidden(form.body, 'draftKey'),
    consultation: consultationId,
    replyTo: '云汀市府前街1号',
  })
  assert.equal(drafted.statusCode, 303)
  const paperAt = String(drafted.headers.location).split('?')[0] as string
  const version = async () => hidden((await officer.get(paperAt)).body, 'version')
  await officer.post(`${paperAt}/submit`, { version: await version() })
  await desk.signAll(paperAt.split('/').at(-1) as string)
  assert.equal((await officer.post(`${paperAt}/issue`, { version: await version() })).statusCode, 303)

  const link = /class="secret">([^<]+)</.exec((await officer.get(one)).body)?.[1] ?? ''
  assert.match(link, /\/consultations\/[0-9a-zA-Z_-]{20,}$/)
  const { files } = await desk.file(requestId)
  const letters = files.filter(({ purpose, name }) => purpose === 'letter' && name.endsWith('.pdf'))
  assert.equal(letters.length, 2, 'the letter and the form to answer on')
  for (const { fileId } of letters) {
    const { bytes } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId })
    const { text } = await read(bytes)
    for (const word of [someApplicant.name, someApplicant.phone, someApplicant.identityNumber])
      assert.ok(!text.includes(word), word)
  }
  const letter = letters.find(({ name }) => name.startsWith('征求第三方意见书'))
  const { bytes } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: letter?.fileId ?? '' })
  const squeezed = (await read(bytes)).text.replace(/\s/g, '')
  assert.ok(squeezed.includes(link.split('/').at(-1) ?? 'nothing'), 'the link is printed with the letter')
  const mails = await city.db
    .selectFrom('outbox')
    .select('queue')
    .where('queue', '=', 'platform.mail')
    .execute()
  assert.equal(mails.length, 1, 'and sent by e-mail where an address is known')

  const incomplete = await officer.post(`${one}/answer`, {
    on: '2026-03-02',
    opinion: 'objects',
    reasons: '',
  })
  assert.equal(incomplete.statusCode, 422)
  assert.match(incomplete.body, /不同意公开的，写明理由/)
  await officer.post(`${one}/answer`, { on: '2026-03-02', opinion: 'objects', reasons: '含有工艺参数' })
  const wordless = await officer.post(`${one}/judge`, { isReasonable: 'no', why: '' })
  assert.equal(wordless.statusCode, 422)
  await officer.post(`${one}/judge`, { isReasonable: 'no', why: '涉及周边居民安全，公共利益更重要' })
  const judged = await officer.get(one)
  assert.match(judged.body, /不同意公开，理由不成立/)
  assert.match(judged.body, new RegExp(`letter=D12&amp;consultation=${consultationId}`))
  assert.ok(!judged.body.includes('class="secret"'), 'an answered link is shown no more')
  const notice = await officer.get(
    `/console/requests/${requestId}/papers/new?letter=D12&consultation=${consultationId}`,
  )
  assert.match(notice.body, /云应急公征〔2026〕1号/, 'the notice names the letter by its number')
  const journal = await city.db
    .selectFrom('journal')
    .select('detail')
    .where('verb', '=', 'judge-objection')
    .execute()
  assert.ok(!JSON.stringify(journal).includes('居民'), 'what was weighed is not written into the journal')
})

test('a consultation of another case or agency is not found, and only those who may do it ask', async () => {
  const { requestId } = await desk.receive()
  const other = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const at = `/console/requests/${requestId}/consultations`
  const key = hidden((await officer.get(at)).body, 'key')
  await officer.post(at, { ...party, key })
  assert.equal((await officer.get(`${at}/${key}`)).statusCode, 200)
  assert.equal((await officer.get(`${at.replace(requestId, other.requestId)}/${key}`)).statusCode, 404)
  const stolen = await officer.post(at.replace(requestId, other.requestId), { ...party, key })
  assert.equal(stolen.statusCode, 404, 'a key of another case opens nothing')
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(`${at}/${key}`)).statusCode, 200)
  assert.equal((await legal.post(at, { ...party, key })).statusCode, 403)
  const elsewhere = await signedIn(app, city, 'linpu-officer')
  assert.equal((await elsewhere.get(at)).statusCode, 404)
})
