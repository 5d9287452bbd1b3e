import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  apply,
  begin,
  fillIn,
  numberAndCode,
  someone,
  somePicture,
  someWish,
} from '../builders/application.ts'
import { county, type County } from '../builders/county.ts'
import { visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import { openApplicants } from '../../src/modules/requests/store/applicants.ts'
import { filesOf, readFile } from '../../src/modules/requests/store/files.ts'
import { dropExpiredDrafts } from '../../src/modules/requests/store/drafts.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'

const agency = 'yunting-emergency'
let city: County
let app: FastifyInstance
let address = 0
before(async () => {
  city = await county([requestsRoom], { env: { GONGKAI_RATE_PER_MINUTE: '100000' } })
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

/** Everyone comes from an address of their own: limits are per address. */
const someBody = () => {
  address += 1
  return visitor(app, { address: `10.9.${Math.floor(address / 250)}.${(address % 250) + 1}` })
}

const caseOf = async (number: string) =>
  city.db.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirstOrThrow()

test('an application goes from the first step to its receipt without script, and is one online case that waits for confirmation', async () => {
  const person = someBody()
  const { number, code } = await apply(person, agency)
  assert.match(number, /^2026-\d{4}$/)
  assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const row = await caseOf(number)
  assert.deepEqual(
    [row.channel, row.received_on, row.kept_state, row.content],
    ['online', null, 'awaitingConfirmation', someWish],
  )
  const [applicant] = await openApplicants(city.db, city.cipher, row.agency_id, row.request_id)
  assert.equal(applicant?.name, '沈青禾')
  const [proof] = await filesOf(city.db, city.cipher, row.agency_id, row.request_id)
  assert.deepEqual([proof?.purpose, proof?.name, proof?.mediaType], ['identity', '身份证.png', 'image/png'])
  const kept = await readFile(city, {
    agencyId: row.agency_id,
    requestId: row.request_id,
    fileId: proof?.fileId ?? '',
  })
  assert.deepEqual(Buffer.from(kept.bytes), somePicture)
  const entries = await city.db
    .selectFrom('journal')
    .select('verb')
    .where('subject_id', '=', row.request_id)
    .execute()
  assert.deepEqual(entries.map(({ verb }) => verb).sort(), ['submit-draft', 'submit-request'])
})

test('sending off twice, also at the same moment, gives one case and the same receipt', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await fillIn(person, at)
  const before = await city.db.selectFrom('requests').select('request_id').execute()
  const answers = await Promise.all([1, 2, 3].map(() => person.post(`${at}/submit`, {})))
  for (const answer of answers) assert.equal(answer.headers.location, `${at}/receipt`)
  const again = await person.post(`${at}/submit`, {})
  assert.equal(again.headers.location, `${at}/receipt`)
  const now = await city.db.selectFrom('requests').select('request_id').execute()
  assert.equal(now.length, before.length + 1)
  const shown = await numberAndCode(person, `${at}/receipt`)
  assert.deepEqual(await numberAndCode(person, `${at}/receipt`), shown)
})

test('deleting everything takes two touches and says that nothing comes back: the button is folded away', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await fillIn(person, at)
  const review = (await person.get(`${at}/review`)).body
  const [, folded = ''] = /<details[^>]*>([\s\S]*?)<\/details>/.exec(review) ?? []
  assert.match(folded, /不能恢复/)
  assert.ok(folded.includes(`${at}/discard`))
  assert.equal(review.split('/discard"').length - 1, 1, 'and nowhere else')
})

test('everything that is missing is said at once, each at its field, and what was typed and uploaded stays', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  const answer = await person.upload(
    `${at}/who`,
    [{ name: '授权.png', bytes: somePicture, field: 'powerOfAttorney' }],
    { 'applicants.0.name': '沈青禾', 'applicants.0.identityNumber': '12', agentName: '顾明远', act: 'next' },
  )
  assert.equal(answer.statusCode, 422)
  for (const sentence of [
    '居民身份证号码是18位，最后一位可能是X',
    '电话、邮箱、通信地址至少写一种',
    '写代理人的身份证件号码',
    '上传身份证明的照片或者扫描件',
  ])
    assert.equal(answer.body.split(sentence).length - 1, 2, `${sentence}: in the summary and at its field`)
  assert.doesNotMatch(answer.body, /上传授权委托书/)
  for (const kept of ['value="沈青禾"', 'value="12"', 'value="顾明远"', '授权.png', '<title>有四处要改'])
    assert.ok(answer.body.includes(kept), kept)
  const later = await person.get(`${at}/who`)
  assert.ok(later.body.includes('value="顾明远"') && later.body.includes('授权.png'))
  const review = await person.get(`${at}/review`)
  assert.ok(review.body.includes(`${at}/who?problems=1#applicants.0.phone`))
  assert.ok(review.body.includes(`${at}/what?problems=1#content`))
  const forced = await person.post(`${at}/submit`, {})
  assert.equal(forced.statusCode, 422, 'the button alone sends nothing off')
})

test('several applicants are added and taken out without script, and each keeps its own proof', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  const proof = (position: number) => ({
    name: `证件${position}.png`,
    bytes: somePicture,
    field: `applicants.${position}.identityFile`,
  })
  await person.upload(`${at}/who`, [proof(0)], { ...someone, act: 'addApplicant', newKind: 'business' })
  await person.upload(`${at}/who`, [proof(1)], {
    'applicants.1.kind': 'business',
    'applicants.1.name': '云汀澄源燃气有限公司',
    'applicants.1.identityNumber': '91990000MA00000001',
    act: 'addApplicant',
    newKind: 'natural',
  })
  await person.upload(`${at}/who`, [proof(2)], {
    'applicants.2.name': '许若舒',
    'applicants.2.identityNumber': '990102199001010029',
    'applicants.2.phone': '000-3334445',
    act: 'removeApplicant-1',
  })
  const page = await person.get(`${at}/who`)
  assert.ok(!page.body.includes('云汀澄源燃气有限公司') && !page.body.includes('证件1.png'))
  assert.match(
    page.body,
    /name="applicants\.1\.name"[^>]*value="许若舒"|value="许若舒"[^>]*name="applicants\.1\.name"/,
  )
  assert.ok(page.body.indexOf('证件2.png') > page.body.indexOf('许若舒'))
  const next = await person.upload(`${at}/who`, [], { act: 'next' })
  assert.equal(next.statusCode, 303, next.body)
  await person.upload(`${at}/what`, [], { content: someWish, act: 'next' })
  await person.upload(`${at}/how`, [], { wantedForm: 'paper', wantedWay: 'pickUp', act: 'next' })
  const sent = await person.post(`${at}/submit`, {})
  const { number } = await numberAndCode(person, String(sent.headers.location))
  const row = await caseOf(number)
  const applicants = await openApplicants(city.db, city.cipher, row.agency_id, row.request_id)
  assert.deepEqual(
    applicants.map(({ name }) => name),
    ['沈青禾', '许若舒'],
  )
  const names = (await filesOf(city.db, city.cipher, row.agency_id, row.request_id)).map(({ name }) => name)
  assert.deepEqual(names.sort(), ['第三位申请人-证件2.png', '证件0.png'])
})

test('a way that needs an address asks for it on the same page', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await person.upload(
    `${at}/who`,
    [{ name: 'a.png', bytes: somePicture, field: 'applicants.0.identityFile' }],
    { ...someone, act: 'next' },
  )
  await person.upload(`${at}/what`, [], { content: someWish, act: 'next' })
  const stopped = await person.upload(`${at}/how`, [], {
    wantedForm: 'paper',
    wantedWay: 'post',
    act: 'next',
  })
  assert.equal(stopped.statusCode, 422)
  assert.match(stopped.body, /id="applicants\.0\.address-e"[^>]*>选邮寄的，写通信地址/)
  const done = await person.upload(`${at}/how`, [], {
    wantedForm: 'paper',
    wantedWay: 'post',
    'applicants.0.address': '云汀市城东区云栖路1号',
    act: 'next',
  })
  assert.equal(done.headers.location, `${at}/review`)
})

test('a file is taken by its bytes, not by its name, and one sentence says why another is not', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  const cases: [string, Buffer, RegExp][] = [
    ['身份证.jpg', Buffer.from('MZ\x90\0\x03\0\0\0program'), /“身份证\.jpg”：这种文件不能上传/],
    [
      '包.pdf',
      Buffer.concat([Buffer.from([0x50, 0x4b, 0x05, 0x06]), Buffer.alloc(18)]),
      /“包\.pdf”：这种文件不能上传/,
    ],
    ['空.png', Buffer.alloc(0), /“空\.png”：文件是空的/],
    ['大.png', Buffer.concat([somePicture, Buffer.alloc(20 * 1024 * 1024)]), /“大\.png”：文件超过20MB/],
  ]
  for (const [name, bytes, sentence] of cases) {
    const answer = await person.upload(`${at}/who`, [{ name, bytes, field: 'applicants.0.identityFile' }], {
      ...someone,
      act: 'next',
    })
    assert.equal(answer.statusCode, 422, name)
    assert.match(answer.body, sentence)
    assert.ok(answer.body.includes('value="沈青禾"'), 'what was typed stays')
  }
  const names = await person.upload(
    `${at}/who`,
    [{ name: '..\\\\..\\\\证件<script>.png', bytes: somePicture, field: 'applicants.0.identityFile' }],
    { ...someone, act: 'stay' },
  )
  const page = await person.get(String(names.headers.location))
  assert.ok(page.body.includes('证件script.png') && !page.body.includes('<script>'))
})

test('an application is laid aside and taken up in another browser by its code, once', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  const kept = await person.upload(
    `${at}/who`,
    [{ name: 'a.png', bytes: somePicture, field: 'applicants.0.identityFile' }],
    {
      ...someone,
      act: 'later',
    },
  )
  const code = /class="big-code num">([^<]+)</.exec(kept.body)?.[1] ?? ''
  assert.match(code, /^\w{4}-\w{4}-\w{4}$/)
  const elsewhere = someBody()
  assert.equal((await elsewhere.get(`${at}/who`)).statusCode, 404, 'another browser does not find it')
  const wrong = await elsewhere.post('/requests/resume', { code: 'AAAA-BBBB-CCCC' })
  assert.equal(wrong.statusCode, 422)
  const taken = await elsewhere.post('/requests/resume', { code: code.toLowerCase().replaceAll('-', ' ') })
  assert.equal(taken.headers.location, at)
  const led = await elsewhere.get(at)
  assert.equal(led.headers.location, `${at}/what`, 'at the first step that is not complete')
  assert.ok((await elsewhere.get(`${at}/who`)).body.includes('value="沈青禾"'))
  assert.equal((await person.get(`${at}/who`)).statusCode, 404, 'the first browser has handed it over')
  assert.equal((await someBody().post('/requests/resume', { code })).statusCode, 422, 'the code was used')
})

test('an unsent application lies sealed, and after seven days nothing of it is left', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await person.upload(
    `${at}/who`,
    [{ name: '身份证.png', bytes: somePicture, field: 'applicants.0.identityFile' }],
    { ...someone, act: 'next' },
  )
  const draftId = at.split('/').at(-1) ?? ''
  const draft = await city.db
    .selectFrom('request_drafts')
    .selectAll()
    .where('draft_id', '=', draftId)
    .executeTakeFirstOrThrow()
  const [file] = await city.db
    .selectFrom('request_draft_files')
    .selectAll()
    .where('draft_id', '=', draftId)
    .execute()
  assert.doesNotMatch(JSON.stringify([draft, file]), /沈青禾|990102199001010010|身份证/)
  const stored = file?.stored ?? ''
  assert.ok(!Buffer.from(await city.files.get(stored)).includes(somePicture.subarray(0, 8)))
  city.moveTo('2026-03-20')
  try {
    assert.equal((await person.get(`${at}/who`)).statusCode, 404)
    assert.ok((await dropExpiredDrafts({ ...city, now: city.now() })) >= 1)
    assert.equal(await city.files.has(stored), false)
    assert.equal(await dropExpiredDrafts({ ...city, now: city.now() }), 0)
    const [left] = await city.db
      .selectFrom('request_draft_files')
      .select('file_id')
      .where('draft_id', '=', draftId)
      .execute()
    assert.equal(left, undefined)
  } finally {
    city.moveTo('2026-03-12')
  }
})

test('the receipt is a letter to print, opens only in the browser that sent it, and is over after half an hour', async () => {
  const person = someBody()
  const { number, at } = await apply(person, agency)
  const pdf = await person.get(`${at}/receipt.pdf`)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(pdf.headers['content-disposition'], `attachment; filename="receipt-${number}.pdf"`)
  assert.ok(pdf.rawPayload.subarray(0, 5).equals(Buffer.from('%PDF-')))
  const page = await person.get(`${at}/receipt`)
  assert.match(String(page.headers['cache-control']), /no-store/)
  for (const path of ['receipt', 'receipt.pdf', 'review', 'who'])
    assert.equal((await someBody().get(`${at}/${path}`)).statusCode, 404, path)
  const back = await person.get(`${at}/what`)
  assert.equal(back.headers.location, `${at}/receipt`, 'what was sent off cannot be changed any more')
  city.moveTo('2026-03-13')
  assert.equal((await person.get(`${at}/receipt`)).statusCode, 404)
  city.moveTo('2026-03-12')
})

test('what is public already is shown for what is being written', async () => {
  const part = await someBody().get(
    `/requests/already-public?agency=${agency}&q=${encodeURIComponent('应急管理局内设机构和负责人分工')}`,
  )
  assert.match(part.body, new RegExp(`/agency/${agency}/institution`))
  const nothing = await someBody().get(
    `/requests/already-public?agency=${agency}&q=${encodeURIComponent('河洲区燃气管道验收结论')}`,
  )
  assert.match(nothing.body, /没有找到已经公开的/)
})

test('corrections, proposals and complaints are matters of their own, and a correction wants its proof', async () => {
  for (const [kind, needsProof] of [
    ['recordCorrection', true],
    ['publicationProposal', false],
    ['complaint', false],
  ] as const) {
    const person = someBody()
    const at = await begin(person, agency, kind)
    const bare = await person.upload(`${at}/who`, [], { ...someone, act: 'next' })
    assert.equal(bare.statusCode, needsProof ? 422 : 303, kind)
    if (needsProof)
      await person.upload(
        `${at}/who`,
        [{ name: 'a.png', bytes: somePicture, field: 'applicants.0.identityFile' }],
        { ...someone, act: 'next' },
      )
    await person.upload(`${at}/what`, [], { content: '培训名单里我的证书编号末位应当是3', act: 'next' })
    await person.upload(`${at}/how`, [], { wantedWay: 'online', act: 'next' })
    const sent = await person.post(`${at}/submit`, {})
    const { number } = await numberAndCode(person, String(sent.headers.location))
    assert.equal((await caseOf(number)).kind, kind)
  }
})
