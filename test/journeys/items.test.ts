import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { writeDocx } from '../../src/documents/write/docx.ts'
import { paragraph } from '../../src/documents/write/model.ts'
import { closeRedactor } from '../../src/modules/requests/redaction/redactor.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { hidden, signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { multipart, type UploadFile } from '../builders/upload.ts'
import type { Visitor } from '../builders/visitor.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
let docx: Uint8Array
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  docx = await writeDocx({
    layout: 'plain',
    letterhead: '云汀市应急管理局',
    title: ['现场检查记录'],
    body: [paragraph('负责人：欧阳测试，联系电话：13800001111。'), paragraph('检查发现三处隐患。')],
  })
})
after(async () => {
  await app.close()
  await closeRedactor()
  await city.drop()
})

/** Sends a form with files as a browser does. */
async function send(
  browser: Visitor,
  url: string,
  files: readonly UploadFile[],
  fields: Readonly<Record<string, string>>,
) {
  const { payload, headers } = multipart(files, fields)
  const cookie = browser.cookies()
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  })
}

const ground = {
  judgement: 'partly',
  what: '负责人的姓名和电话',
  'because.ground': 'thirdPartyRights',
  'because.thirdPartyRights.interest': 'personalPrivacy',
  'because.thirdPartyRights.opinion': 'silent',
  'because.thirdPartyRights.reason': '属于个人信息',
  'because.thirdPartyRights.publicInterest': '检查结果已经公开',
}

test('from the inventory to the copy that goes out: listed, judged, looked into, masked, read back, given with the reply', async () => {
  const { requestId } = await desk.receive({ content: '《现场检查记录》' })
  const officer = await signedIn(app, city, 'officer')
  const items = `/console/requests/${requestId}/items`
  assert.match(
    (await officer.get(items)).body,
    /value="《现场检查记录》"/,
    'what the request names is proposed',
  )
  const listed = await officer.post(items, { title: '现场检查记录', pages: '1' })
  const at = String(listed.headers.location).split('?')[0] as string
  const version = async () => hidden((await officer.get(at)).body, 'version')

  const without = await officer.post(`${at}/judge`, {
    judgement: 'withheld',
    version: await version(),
    'because.ground': 'securityAndStability',
  })
  assert.equal(without.statusCode, 422)
  assert.match(
    without.body,
    /href="#because\.securityAndStability\.reason"/,
    'each missing reason stands at its place',
  )
  assert.equal((await officer.post(`${at}/judge`, { ...ground, version: await version() })).statusCode, 303)

  const program = await send(
    officer,
    `${at}/original`,
    [{ name: '原件.docx', bytes: 'MZ\0\0', field: 'original' }],
    {
      version: await version(),
    },
  )
  assert.equal(program.statusCode, 422, 'the bytes decide what a file is')
  const uploaded = await send(
    officer,
    `${at}/original`,
    [{ name: '原件.docx', bytes: docx, field: 'original' }],
    {
      version: await version(),
    },
  )
  assert.equal(uploaded.statusCode, 303)
  const looked = await officer.get(at)
  assert.match(looked.body, /value="欧阳测试" checked/)
  assert.match(looked.body, /手机号码，第\d+段/)

  const half = await officer.post(`${at}/mask`, { version: await version(), find: ['13800001111'] })
  assert.equal(half.statusCode, 409, 'what looks personal and is left in needs a word')
  assert.match(half.body, /还有像个人信息的内容：“欧\*\*试”/)
  assert.doesNotMatch(half.body, /value="欧阳测试" checked/, 'what was unticked stays unticked')
  const made = await officer.post(`${at}/mask`, {
    version: await version(),
    find: ['欧阳测试', '13800001111'],
    terms: '三处隐患',
  })
  assert.equal(made.statusCode, 303)
  const release = await officer.get(`${at}/release`)
  assert.equal(release.statusCode, 200)
  assert.doesNotMatch(release.body, /欧阳测试/)

  const reply = await officer.get(`/console/requests/${requestId}/papers/new?letter=D19`)
  assert.match(
    reply.body,
    /现场检查记录（不予公开的内容已作遮盖）（共1页）/,
    'the letter takes it from the inventory',
  )
  assert.match(reply.body, /负责人的姓名和电话/)

  const choices = async () => (await officer.get(`/console/requests/${requestId}/papers/new`)).body
  assert.match(await choices(), /还没有书面征求过第三方意见/, 'no letter may claim that somebody was asked')
  await officer.post(`${at}/judge`, {
    ...ground,
    'because.thirdPartyRights.opinion': 'notAsked',
    version: await version(),
  })
  assert.doesNotMatch(await choices(), /还没有书面征求过第三方意见/)
  const honest = await officer.get(`/console/requests/${requestId}/papers/new?letter=D19`)
  assert.match(honest.body, /属于个人信息/)
  assert.doesNotMatch(honest.body, /书面征求了第三方意见/)
})

test('an upload that was masked elsewhere is searched too, and a missed word stops it', async () => {
  const { requestId } = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const items = `/console/requests/${requestId}/items`
  const at = String((await officer.post(items, { title: '检查记录', pages: '1' })).headers.location).split(
    '?',
  )[0] as string
  const version = async () => hidden((await officer.get(at)).body, 'version')
  await officer.post(`${at}/judge`, { ...ground, version: await version() })
  const copy = (terms: string) =>
    version().then((now) =>
      send(officer, `${at}/upload`, [{ name: '遮盖.docx', bytes: docx, field: 'copy' }], {
        version: now,
        'upload-terms': terms,
        confirmed: '1',
      }),
    )
  const missed = await copy('欧阳测试')
  assert.equal(missed.statusCode, 409)
  assert.match(missed.body, /里还能找到“欧\*\*试”/)
  assert.equal((await copy('另外一个名字')).statusCode, 303)
})

test('an item of another case or another agency is not found, on its page and for its files', async () => {
  const { requestId } = await desk.receive()
  const other = await desk.receive()
  const officer = await signedIn(app, city, 'officer')
  const items = `/console/requests/${requestId}/items`
  const at = String((await officer.post(items, { title: '检查记录', pages: '1' })).headers.location).split(
    '?',
  )[0] as string
  const stray = at.replace(requestId, other.requestId)
  for (const path of [stray, `${stray}/release`, `${stray}/original`, `${at}/release`])
    assert.equal((await officer.get(path)).statusCode, 404, path)
  const elsewhere = await signedIn(app, city, 'linpu-officer')
  assert.equal((await elsewhere.get(at)).statusCode, 404)
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(at)).statusCode, 200)
  assert.equal((await legal.post(`${at}/judge`, { judgement: 'open', version: '1' })).statusCode, 403)
})
