import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/apps/server.ts'
import { read } from '../../src/documents/read/index.ts'
import { verifyRedaction } from '../../src/documents/redact/verify-redaction.ts'
import { writeDocx } from '../../src/documents/write/docx.ts'
import { cell, paragraph } from '../../src/documents/write/model.ts'
import { closeRedactor } from '../../src/modules/requests/redaction/redactor.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { hidden, signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { paperWith, requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { multipart } from '../builders/upload.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'

/** Made-up. */
const secrets = ['欧阳测试', '13800001111', '云汀市城东区云栖路1号2幢', 'ouyang@example.com', '云A12345']
let city: County
let desk: RequestDesk
let app: FastifyInstance
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02', env: { GONGKAI_RATE_PER_MINUTE: '100000' } })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await closeRedactor()
  await city.drop()
})

const wanted = { content: '云汀市2025年现场检查记录', wantedForm: 'electronic', wantedWay: 'online' } as const

async function opened(number: string, code: string): Promise<Visitor> {
  const person = visitor(app)
  assert.equal((await person.post('/requests/track', { number, code })).headers.location, '/requests/case')
  return person
}

test('a masked file goes to the one who asked, without a trace of what was withheld, and to nobody else', async () => {
  const { requestId, number, queryCode } = await desk.receive(wanted)
  const officer = await signedIn(app, city, 'officer')
  const items = `/console/requests/${requestId}/items`
  const listed = await officer.post(items, { title: '欧阳测试现场检查记录', pages: '1' })
  const at = String(listed.headers.location).split('?')[0] ?? ''
  const version = async () => hidden((await officer.get(at)).body, 'version')
  const judged = await officer.post(`${at}/judge`, {
    version: await version(),
    judgement: 'partly',
    what: '负责人的姓名、电话、住址、邮箱、车牌',
    'because.ground': 'thirdPartyRights',
    'because.thirdPartyRights.interest': 'personalPrivacy',
    'because.thirdPartyRights.opinion': 'notAsked',
    'because.thirdPartyRights.reason': '属于个人信息',
    'because.thirdPartyRights.publicInterest': '检查结果已经公开',
  })
  assert.equal(judged.statusCode, 303)
  const original = await writeDocx({
    layout: 'plain',
    letterhead: '欧阳测试',
    title: ['现场检查记录'],
    body: [
      paragraph('负责人：欧阳测试，联系电话：138-0000-1111，邮箱ouyang@example.com。'),
      {
        kind: 'table',
        caption: '情况',
        widths: [1, 2],
        headRows: 0,
        rows: [
          [cell('住址'), cell('云汀市城东区云栖路1号2幢')],
          [cell('车辆'), cell('云A12345')],
        ],
      },
      paragraph('检查发现三处隐患。'),
    ],
  })
  const { payload, headers } = multipart(
    [{ name: '欧阳测试原件.docx', bytes: original, field: 'original' }],
    { version: await version() },
  )
  const sent = await app.inject({
    method: 'POST',
    url: `${at}/original`,
    payload,
    headers: { ...headers, cookie: officer.cookies(), accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(sent.statusCode, 303)
  const proposed = [...(await officer.get(at)).body.matchAll(/name="find" value="([^"]+)" checked/g)].map(
    ([, text]) => text ?? '',
  )
  for (const secret of secrets)
    assert.ok(
      proposed.some((text) => text.replace(/-/g, '') === secret),
      `${secret} is proposed: ${proposed.join()}`,
    )
  const masked = await officer.post(`${at}/mask`, { version: await version(), find: proposed })
  assert.equal(masked.statusCode, 303, masked.body.slice(0, 2000))
  const release = (await desk.file(requestId)).files.find(({ purpose }) => purpose === 'release')
  assert.ok(release)
  assert.equal(release.name, '公开件1.pdf', 'a name that tells does not become the name of the file')
  const address = `/requests/case/files/${release.fileId}`

  const applicant = await opened(number, queryCode)
  assert.equal((await applicant.get(address)).statusCode, 404, 'nothing leaves before the reply')
  const paperId = await desk.send(requestId, 'D19', {
    blanks: { giving: { way: 'enclosed', form: 'electronic' } },
    evidence: {
      separationRecord: '逐项区分',
      providedInformation: '见清单',
      consultationRecord: '没有涉及他人',
    },
  })
  await desk.serve(paperId, 'electronic')
  const before = (await applicant.get('/requests/case')).body
  if (!before.includes(address)) {
    assert.equal((await applicant.post(`/requests/case/papers/${paperId}`, {})).statusCode, 303)
  }
  const page = (await applicant.get('/requests/case')).body
  assert.ok(page.includes(address), 'the page of the case leads to it')
  for (const secret of secrets) assert.ok(!page.includes(secret), `the page says ${secret}`)
  assert.match(page, /■■■■现场检查记录/)
  const letter = await applicant.get(`/requests/case/papers/${paperId}.pdf`)
  assert.deepEqual(
    await verifyRedaction(letter.rawPayload, [...secrets, ...proposed]),
    [],
    'nor does the letter',
  )

  const got = await applicant.get(address)
  assert.equal(got.statusCode, 200)
  assert.match(
    String(got.headers['content-disposition']),
    /^attachment; filename\*=UTF-8''%E5%85%AC%E5%BC%80%E4%BB%B61\.pdf$/,
  )
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  assert.deepEqual(
    await verifyRedaction(got.rawPayload, [...secrets, ...proposed], { fileName: release.name }),
    [],
  )
  const text = (await read(got.rawPayload, { name: release.name })).text
  assert.match(text, /检查发现三处隐患/)
  assert.match(text, /■■■■/)
  const original404 = (await desk.file(requestId)).files.find(({ purpose }) => purpose === 'original')
  assert.equal((await applicant.get(`/requests/case/files/${original404?.fileId}`)).statusCode, 404)

  const other = await desk.receive(wanted)
  const stranger = await opened(other.number, other.queryCode)
  assert.equal((await stranger.get(address)).statusCode, 404, 'another applicant with a code of their own')
  const nobody = await visitor(app).get(address)
  assert.ok(nobody.statusCode >= 300, String(nobody.statusCode))
  assert.doesNotMatch(nobody.body, /%PDF/)

  const zip = `/console/requests/${requestId}/archive`
  for (const who of [applicant, stranger, visitor(app)]) {
    const answer = await who.post(zip, {})
    assert.notEqual(answer.statusCode, 200)
    assert.notEqual(answer.headers['content-type'], 'application/zip')
  }
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.post(zip, {})).statusCode, 403)
  const packed = await officer.post(zip, {})
  assert.equal(packed.statusCode, 200)
  const entries = unzipSync(packed.rawPayload)
  assert.ok(Object.keys(entries).some((name) => /^5 提供的信息\/\d+ 公开件1\.pdf$/.test(name)))
  assert.match(strFromU8(entries['目录.html'] ?? new Uint8Array()), /PDF\/A-2a/)
  assert.equal((await paperWith(city, desk, requestId, 'D19')).state, 'served')
})
