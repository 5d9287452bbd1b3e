import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { begin, fillIn, numberAndCode, somePicture } from '../builders/application.ts'
import { signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import type { FileStore } from '../../src/platform/context.ts'
import { discardDraft, findDraft } from '../../src/modules/requests/store/drafts.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { filesOf, readFile } from '../../src/modules/requests/store/files.ts'

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

const someBody = () => {
  address += 1
  return visitor(app, { address: `10.8.0.${address}` })
}

test('who sends an application off and throws it away in the same moment has either a case with its receipt and its files, or nothing', async () => {
  for (let order = 0; order < 16; order += 1) {
    const person = someBody()
    const at = await begin(person, agency)
    await fillIn(person, at)
    const send = () => person.post(`${at}/submit`, {})
    const discard = () => person.post(`${at}/discard`, {})
    const save = () =>
      person.post(`${at}/how`, { wantedForm: 'electronic', wantedWay: 'online', act: 'next' })
    const clicks = [
      [send, discard, send],
      [discard, send, discard],
      [send, save, send, discard, send],
      [discard, save, send],
    ][order % 4] as (() => Promise<unknown>)[]
    await Promise.all(clicks.map((click) => click()))
    const receipt = await person.get(`${at}/receipt`)
    const cases = await city.db
      .selectFrom('requests')
      .selectAll()
      .where('submission_key', '=', `portal ${at.split('/').at(-1)}`)
      .execute()
    assert.equal(
      receipt.statusCode === 200,
      cases.length === 1,
      `a case and its receipt, or neither (${order})`,
    )
    for (const row of cases) {
      assert.equal((await numberAndCode(person, `${at}/receipt`)).number, row.number)
      const key = { agencyId: row.agency_id, requestId: row.request_id }
      const files = await filesOf(city.db, city.cipher, key.agencyId, key.requestId)
      assert.equal(files.length, 1)
      for (const { fileId } of files)
        assert.deepEqual(Buffer.from((await readFile(city, { ...key, fileId })).bytes), somePicture)
    }
  }
})

test('an id that is none is a wrong form, told in a sentence, and no fault of the house', async () => {
  const head = await signedIn(app, city, 'review2')
  for (const platformId of ['', 'x', '-1', '__proto__']) {
    const answer = await head.post('/console/request-platforms/end', { platformId })
    assert.equal(answer.statusCode, 400, platformId)
    assert.match(answer.body, /从页面上的表单重新提交/)
  }
})

test('three hundred files at once are told to be too many, not too large', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  const files = Array.from({ length: 300 }, (_, place) => ({
    name: `${place}.png`,
    bytes: somePicture,
    field: 'applicants.0.identityFile',
  }))
  const answer = await person.upload(`${at}/who`, files, { act: 'next' })
  assert.equal(answer.statusCode, 413)
  assert.match(answer.body, /一次传得太多了/)
})

test('files sent at the same moment are counted one after another: no more are kept than one form would take', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      person.upload(
        `${at}/who`,
        [{ name: `${place}.png`, bytes: somePicture, field: 'applicants.0.identityFile' }],
        { act: 'look' },
      ),
    ),
  )
  const kept = await city.db
    .selectFrom('request_draft_files')
    .select('file_id')
    .where('draft_id', '=', at.split('/').at(-1) ?? '')
    .execute()
  assert.equal(kept.length, 2)
})

test('an application that is being thrown away cannot be sent off by a click that was on its way before', async () => {
  const person = someBody()
  const at = await begin(person, agency)
  await fillIn(person, at)
  const draftId = at.split('/').at(-1) ?? ''
  const found = await findDraft({ ...city, now: city.now() }, draftId, person.cookie('gongkai-apply') ?? '')
  assert.ok(found)
  const answers: number[] = []
  // In the middle of the throwing away, the click comes whose clock was read a moment earlier.
  const files: FileStore = Object.assign(Object.create(city.files) as FileStore, {
    remove: async (address: string) => {
      answers.push((await person.post(`${at}/submit`, {})).statusCode)
      await city.files.remove(address)
    },
  })
  const later = new Date(city.now().getTime() + 5)
  assert.equal(await discardDraft({ db: city.db, cipher: city.cipher, files, now: later }, found), true)
  assert.deepEqual(answers, [404])
})
