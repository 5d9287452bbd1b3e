import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { county, type County } from '../builders/county.ts'
import { multipart, type UploadFile } from '../builders/upload.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'
import { root } from '../house/sources.ts'
import { createServer } from '../../src/apps/server.ts'
import { closeJudgePool } from '../../src/modules/report-audit/index.ts'
import { reportAuditRoom } from '../../src/modules/report-audit/room.ts'
import { startWorker, type Worker } from '../../src/platform/jobs/start-worker.ts'

let city: County
let app: FastifyInstance
let worker: Worker
before(async () => {
  city = await county([reportAuditRoom], { env: { GONGKAI_RATE_PER_MINUTE: '100000' } })
  app = await createServer(city)
  worker = await startWorker(city, city.rooms, { outboxEveryMs: 20, quietEveryMs: 50 })
})
after(async () => {
  await worker.stop()
  await closeJudgePool()
  await app.close()
  await city.drop()
})

async function signedIn(loginName: string): Promise<Visitor> {
  const browser = visitor(app)
  const page = await browser.post('/console/sign-in', { loginName, password: city.password })
  assert.equal(page.statusCode, 303)
  return browser
}

const text = (name: string) => readFileSync(join(root, 'test', 'reports', 'labelled', `${name}.txt`), 'utf8')
const as = (name: string, agency: string, year = 2024): Buffer =>
  Buffer.from(
    text(name)
      .replaceAll('望河县水利局', agency)
      .replaceAll('云汀市教育局', agency)
      .replaceAll('2024', String(year + 1))
      .replaceAll('2023', String(year)),
  )

/** Sends files by the form of the console, and waits until they are judged; the batch's address. */
async function upload(browser: Visitor, files: readonly UploadFile[]): Promise<string> {
  const { payload, headers } = multipart(files)
  const answer = await app.inject({
    method: 'POST',
    url: '/console/audit',
    payload,
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      cookie: `gongkai=${browser.cookie('gongkai')}`,
      ...headers,
    },
  })
  assert.equal(answer.statusCode, 303, answer.body)
  const at = String(answer.headers.location)
  // As the page does: asks again after a moment, and leaves the worker its time.
  while (!(await browser.get(`${at}/progress`)).headers['x-go-to']) await pause(100)
  return at
}

/** The hidden fields of the triage form of one finding. */
function triageFields(page: string, finding: number): Record<string, string> {
  const item = page.split(`id="f${finding}"`)[1]?.split('</li>')[0] ?? ''
  return Object.fromEntries(
    [...item.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((field) => [
      field[1]!,
      field[2]!.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
    ]),
  )
}

test('sixty reports at once: a table, the worst first, registered by one button, each public afterwards', {
  timeout: 300_000,
}, async () => {
  const browser = await signedIn('linpu')
  const files = Array.from({ length: 60 }, (_, at) => ({
    name: `${at}.txt`,
    bytes:
      at === 7
        ? as('faulty-water-2023', '临浦区应急管理局', 2022)
        : as('sound-education-2023', `临浦区第${at}街道办事处`, 2022),
  }))
  const at = await upload(browser, files)
  const page = await browser.get(at)
  assert.match(page.body, /60份报告的检查结果/)
  assert.match(page.body.split('<tbody>')[1]?.split('</tr>')[0] ?? '', /临浦区应急管理局/, 'the worst first')
  assert.match(page.body, /1份登记为已发布的报告/, 'only those within reach')
  const csv = await browser.get(`${at}.csv`)
  assert.equal(csv.body.trim().split('\r\n').length, 61)
  const imported = await browser.post(`${at}/import`, {})
  assert.equal(imported.headers.location, `${at}?imported=1`)
  assert.equal((await visitor(app).get('/reports/linpu-emergency/2022')).statusCode, 200)
})

test('from finding to mended: judged, a reading corrected, a letter, the agency’s answer, the new edition, done', {
  timeout: 120_000,
}, async () => {
  const officer = await signedIn('linpu-officer')
  const office = await signedIn('linpu')
  const first = await upload(officer, [
    { name: '年报.txt', bytes: as('faulty-water-2023', '临浦区应急管理局') },
  ])
  const registered = await officer.post(`${first}/1/import`, {})
  assert.equal(registered.statusCode, 303, registered.body)
  const at = '/console/audit/reports/linpu-emergency/2024'
  const page = await office.get(at)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /先逐处判断/, 'no letter before a person has judged')

  const fields = triageFields(page.body, 1)
  const undecided = await office.post(`${at}/triage`, { ...fields, verdict: 'dismissed', reason: '' })
  assert.equal(undecided.statusCode, 422)
  assert.match(undecided.body, /<a href="#reason-1">写明为什么不算问题/, 'the summary leads to the finding')
  assert.match(
    undecided.body,
    /<details class="triage" open(?:="")?>(?:(?!<\/details>).)*id="reason-1-e"/s,
    'which is open',
  )
  const said = await office.post(`${at}/triage`, {
    ...fields,
    number: '1',
    verdict: 'confirmed',
    reason: '核对过台账',
  })
  assert.equal(said.statusCode, 303, said.body)
  assert.match(String(said.headers['location']), /#f1$/, 'one is led back to the finding')
  const stale = await office.post(`${at}/triage`, { ...fields, verdict: 'dismissed', reason: '不算' })
  assert.equal(stale.statusCode, 412)
  assert.match(stale.body, /同事已经判断过这一处/)
  assert.match(stale.body, /核对过台账/, 'what stands is shown')
  assert.match((await officer.get(at)).body, /临浦区政府：核对过台账/, 'each side sees the other’s say')

  assert.match(
    (await office.get('/console/audit?year=2024')).body,
    /还有\d+处没看，1处属实/,
    'the overview tells how far the office is',
  )
  assert.match((await officer.get('/console/audit?year=2024')).body, /都还没看/, 'each office for itself')

  const cell = 't3.newlyReceived.business'
  const chosen = await officer.get(`${at}?cell=${cell}`)
  assert.match(chosen.body, /表三第一项，商业企业/)
  const digest = /name="digest" value="([0-9a-f]+)"/.exec(chosen.body)?.[1] ?? ''
  const correct = { digest, cell, revision: '0', value: '2', reason: '原件写的是2' }
  assert.equal(
    (await officer.post(`${at}/corrections?cell=${cell}`, { ...correct, reason: '' })).statusCode,
    422,
  )
  assert.equal((await officer.post(`${at}/corrections?cell=${cell}`, correct)).statusCode, 303)
  assert.match((await officer.get(at)).body, /2（读作1）/)
  assert.equal((await office.post(`${at}/corrections?cell=${cell}`, correct)).statusCode, 412)
  const restored = await officer.post(`${at}/corrections/restore`, { digest, cell, revision: '1' })
  assert.equal(restored.statusCode, 303, restored.body)

  const compose = await office.get(`${at}/letter`)
  const keys = [...compose.body.matchAll(/name="keys" value="([^"]+)"/g)].map((key) => key[1]!)
  assert.equal(keys.length, 1)
  assert.equal((await officer.get(`${at}/letter`)).statusCode, 403)
  const wrong = await office.post(`${at}/letter`, { keys, documentNumber: '1号', workingDays: '10' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /六角括号/)
  assert.match(wrong.body, /value="1号"/, 'what was typed stays')
  const issued = await office.post(`${at}/letter`, {
    keys,
    documentNumber: '临政公开改〔2026〕8号',
    workingDays: '10',
    contact: '贺新凉',
    phone: '0000-81022016',
  })
  assert.equal(issued.statusCode, 303, issued.body)
  const letter = String(issued.headers.location).split('?')[0]!
  const toDo = await officer.get('/console')
  assert.match(toDo.body, /改正2024年年度报告，共1处/)
  assert.match(toDo.body, new RegExp(letter))
  assert.equal((await officer.get(`${letter}.pdf`)).rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await officer.get(`${letter}.docx`)).statusCode, 200)

  const mended = Buffer.from(
    as('faulty-water-2023', '临浦区应急管理局')
      .toString()
      .replace(/申请7件，办结7件/, '申请6件，办结6件'),
  )
  const second = await upload(officer, [{ name: '更正.txt', bytes: mended }])
  await officer.post(`${second}/1/import`, {})
  const after = await office.get(at)
  assert.match(after.body, /和第1版相比/)
  assert.match(after.body, /改好了，2处/)
  assert.match(after.body, /新出现，0处/)
  assert.match((await office.get(letter)).body, /第2版已经都改好/)
  const answered = await officer.post(`${letter}/answer`, { revision: '1', answer: '已按台账更正。' })
  assert.equal(answered.statusCode, 303)
  assert.match((await office.get('/console')).body, /已经反馈，等你看/)
  assert.equal((await officer.post(`${letter}/close`, { revision: '2' })).statusCode, 403)
  assert.equal((await office.post(`${letter}/close`, { revision: '2' })).statusCode, 303)
  assert.match((await officer.get(letter)).body, /已办结/)
  const published = await visitor(app).get('/reports/linpu-emergency/2024')
  assert.match(published.body, /第2版/)
})

test('batches, reports and letters of other offices are not there: by link, by form, by file', {
  timeout: 60_000,
}, async () => {
  const officer = await signedIn('linpu-officer')
  const stranger = await signedIn('wanghe')
  const at = await upload(officer, [{ name: '草稿.txt', bytes: as('faulty-water-2023', '临浦区应急管理局') }])
  for (const path of [at, `${at}/progress`, `${at}.csv`, `${at}/1`, `${at}/1.json`, `${at}/1.docx`])
    assert.equal((await stranger.get(path)).statusCode, 404, path)
  for (const act of ['discard', 'import', '1/import', '1/place', '1/triage', '1/corrections'])
    assert.equal((await stranger.post(`${at}/${act}`, {})).statusCode, 404, act)
  for (const path of [
    '/console/audit/reports/linpu-emergency/2023',
    '/console/audit/reports/linpu-emergency/2023/letter',
    '/console/audit/reports/nowhere/2023',
    '/console/audit/batches/x',
    `/console/audit/letters/${await city.agencyId('linpu-emergency')}/00000000-0000-4000-8000-000000000000`,
  ])
    assert.equal((await stranger.get(path)).statusCode, 404, path)
  const letter = await city.db.selectFrom('audit_rectifications').selectAll().executeTakeFirst()
  if (letter)
    for (const end of ['', '.pdf', '.docx'])
      assert.equal(
        (await stranger.get(`/console/audit/letters/${letter.agency_id}/${letter.letter_id}${end}`))
          .statusCode,
        404,
      )
  const outsider = await signedIn('linpu-head')
  assert.equal((await outsider.get('/console/audit')).statusCode, 403)
  assert.equal((await officer.post(`${at}/discard`, {})).statusCode, 303)
  assert.equal((await officer.get(at)).statusCode, 404)
})
