import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { rooms } from '../../src/apps/rooms.ts'
import { judgeItem } from '../../src/modules/requests/commands/judge-item.ts'
import { listItem } from '../../src/modules/requests/commands/list-item.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../builders/request-desk.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'

const slug = 'yunting-emergency'
const address = '/console/publication-hints'
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

/** Somebody asks for a piece of information and gets it to read on the spot. */
async function gives(name: string, title: string): Promise<string> {
  const { requestId, number } = await desk.receive({
    applicants: [{ ...someApplicant, name }],
    content: `想看${title}`,
  })
  await city.as('officer', slug, async (context) => {
    const key = { agencyId: desk.agencyId, requestId }
    const itemId = await listItem(context, { ...key, item: { title, pages: 3 } })
    await judgeItem(context, { ...key, itemId, judgement: 'open', because: null })
  })
  const giving = {
    way: 'onSite',
    place: '办公室',
    time: '工作日9时至17时',
    reason: '成册案卷，复制会损坏载体',
  }
  await desk.serve(await desk.send(requestId, 'D18', { blanks: { information: [title], giving } }))
  return number
}

test('what two applicants got is on the to-do list and on the page with its cases and without their names, and is taken in once', async () => {
  const title = '尾矿库专项检查报告'
  const first = await gives('沈青禾', title)
  assert.doesNotMatch((await officer.get('/console')).body, /要不要主动公开/)
  assert.match((await officer.get(address)).body, /现在没有要看的/)
  await gives('沈青禾', title)
  assert.match((await officer.get(address)).body, /现在没有要看的/, 'the same applicant again is not several')
  const second = await gives('陆明川', `《${title}》`)
  assert.match((await officer.get('/console')).body, /要不要主动公开：《?尾矿库专项检查报告/)
  const page = await officer.get(address)
  assert.equal(page.statusCode, 200)
  for (const number of [first, second]) assert.ok(page.body.includes(number), number)
  assert.match(page.body, /2个申请人/)
  assert.doesNotMatch(page.body, /沈青禾|陆明川/)
  await desk.receive({ kind: 'publicationProposal', content: `建议主动公开${title}` })
  assert.match((await officer.get(address)).body, /letter=D41/, 'who proposed it is to be told')

  const key = /name="key" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const lacking = await officer.post(address, { key, at: '0', decision: 'accepted', 'place.0': '' })
  assert.equal(lacking.statusCode, 422)
  assert.match(lacking.body, /写准备公开在哪里/)
  const given = { key, at: '0', decision: 'accepted', 'place.0': '门户网站应急管理栏目' }
  assert.equal((await officer.post(address, given)).statusCode, 303)
  assert.equal((await officer.post(address, given)).statusCode, 409, 'pressed twice it is decided once')
  const after = await officer.get(address)
  assert.match(after.body, /纳入主动公开<\/span>[\s\S]*门户网站应急管理栏目/)
  assert.match(after.body, /letter=D41/)
  assert.doesNotMatch((await officer.get('/console')).body, /要不要主动公开/)
  const [entry, ...more] = await city.db
    .selectFrom('journal')
    .select(['verb', 'basis', 'detail'])
    .where('verb', '=', 'accept-hint')
    .execute()
  assert.deepEqual(more, [])
  assert.equal(entry?.basis, '条例第四十四条第一款')
  assert.match(JSON.stringify(entry?.detail), new RegExp(first))
})

test('what is not taken in needs a reason, and nobody decides who may not', async () => {
  const title = '森林防火专家论证意见'
  await gives('甲申请人', title)
  await gives('乙申请人', title)
  const page = await officer.get(address)
  const key = /name="key" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const dismissed = { key, at: '0', decision: 'dismissed', 'reason.0': '' }
  assert.match((await officer.post(address, dismissed)).body, /写不主动公开的理由/)
  const legal = visitor(app)
  await legal.post('/console/sign-in', { loginName: 'legal', password: city.password })
  const seen = await legal.get(address)
  assert.equal(seen.statusCode, 200)
  assert.doesNotMatch(seen.body, /name="decision"/)
  assert.equal((await legal.post(address, { ...dismissed, 'reason.0': '已过时' })).statusCode, 403)
  assert.equal((await officer.post(address, { ...dismissed, 'reason.0': '内容很快过时' })).statusCode, 303)
  assert.match((await officer.get(address)).body, /不纳入[\s\S]*内容很快过时/)
  assert.equal(
    (await officer.post(address, { ...dismissed, key: 'title 没有', 'reason.0': '无' })).statusCode,
    404,
  )
})
