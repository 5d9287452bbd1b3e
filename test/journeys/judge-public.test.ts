import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { zipSync } from 'fflate'
import { sql } from 'kysely'
import { county, type County } from '../builders/county.ts'
import { multipart, type UploadFile } from '../builders/upload.ts'
import { visitor } from '../builders/visitor.ts'
import { read } from '../../src/documents/read/index.ts'
import { createServer } from '../../src/apps/server.ts'
import { closeJudgePool } from '../../src/modules/report-audit/index.ts'
import { reportAuditRoom } from '../../src/modules/report-audit/room.ts'
import { startWorker, type Worker } from '../../src/platform/jobs/start-worker.ts'
import { root } from '../house/sources.ts'

const labelled = (name: string): Buffer => readFileSync(join(root, 'test', 'reports', 'labelled', name))
const faulty = labelled('faulty-water-2023.txt')
const sound = labelled('sound-education-2023.txt')
const fast = { outboxEveryMs: 20, quietEveryMs: 50, retryAfterMs: 1_000 }

let city: County
let app: FastifyInstance
let worker: Worker
before(async () => {
  city = await county([reportAuditRoom], { env: { GONGKAI_RATE_PER_MINUTE: '100000' } })
  app = await createServer(city)
  worker = await startWorker(city, city.rooms, fast)
})
after(async () => {
  await worker.stop()
  await closeJudgePool()
  await app.close()
  await city.drop()
})

interface Sending {
  readonly url?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
}

async function send(files: readonly UploadFile[], sending: Sending = {}) {
  const { payload, headers } = multipart(files, sending.fields)
  return app.inject({
    method: 'POST',
    url: sending.url ?? '/judge',
    payload,
    remoteAddress: sending.address ?? '10.0.0.1',
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers, ...sending.headers },
  })
}

/** Looks again until the batch is finished, as a reader without script would. */
async function finished(path: string): Promise<string> {
  for (;;) {
    const answer = await app.inject({ url: `${path}/progress`, headers: { accept: 'text/html' } })
    assert.equal(answer.statusCode, 200)
    if (answer.headers['x-go-to']) return String(answer.headers['x-go-to'])
    await pause(50)
  }
}

const page = async (url: string) => visitor(app).get(url)

test('a report that is dropped is judged beside its text, and every number leads both ways', {
  timeout: 60_000,
}, async () => {
  const answer = await send([{ name: '某水利局2023.txt', bytes: faulty }])
  assert.equal(answer.statusCode, 303, answer.body)
  const at = String(answer.headers.location)
  assert.match(at, /^\/judge\/[\w-]{32}$/)
  const led = await page(await finished(at))
  assert.equal(led.headers.location, `${at}/1`, 'one report: its result at once')
  const result = await page(`${at}/1`)
  assert.equal(result.statusCode, 200)
  assert.match(result.body, /处错误/)
  assert.match(result.body, /保留到2026年3月19日/)
  const ids = new Set([...result.body.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!))
  const targets = [...result.body.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
  assert.ok(targets.filter((target) => /^f\d/.test(target)).length > 0, 'places lead to findings')
  assert.ok(targets.filter((target) => /^[mc]/.test(target)).length > 0, 'findings lead to places')
  assert.deepEqual(
    targets.filter((target) => !ids.has(target)),
    [],
  )
  assert.equal(result.headers['cache-control'], 'private, no-store')
  assert.match(result.body, /name="robots" content="noindex"/)
})

test('the judgement can be taken along as Word and as data, in the words of the page', {
  timeout: 60_000,
}, async () => {
  const at = String((await send([{ name: 'a.txt', bytes: faulty }])).headers.location)
  await finished(at)
  const json = (await page(`${at}/1.json`)).json() as { findings: { message: string }[]; tables: object }
  assert.ok(json.findings.length > 0)
  const docx = await page(`${at}/1.docx`)
  const tree = await read(docx.rawPayload, { name: 'a.docx' })
  for (const { message } of json.findings)
    assert.ok(tree.text.replace(/\s/g, '').includes(message.replace(/\s/g, '')), message)
})

test('the file itself is gone once it is read, and everything else after its last day', {
  timeout: 60_000,
}, async () => {
  const at = String((await send([{ name: 'a.txt', bytes: sound }])).headers.location)
  await finished(at)
  const count = async (table: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(city.db)).rows[0]?.n
  assert.equal(await count('audit_check_files'), 0)
  city.moveTo('2026-03-20')
  assert.equal((await page(`${at}/1`)).statusCode, 404, 'over means not found, even before the sweep')
  const forget = reportAuditRoom.jobs!.find((job) => job.queue === 'report-audit.forget')!
  for (let times = 0; times < 2; times += 1)
    await city.command({ kind: 'system', name: 'sweep' }, null, (context) => forget.run(context, {}, city))
  assert.equal(await count('audit_checks'), 0)
  assert.equal(await count('audit_batches'), 0)
  city.moveTo('2026-03-12')
})

test('whoever dropped the files may throw them away at once', { timeout: 60_000 }, async () => {
  const at = String((await send([{ name: 'a.txt', bytes: sound }])).headers.location)
  await finished(at)
  const gone = await visitor(app).post(`${at}/discard`, {})
  assert.equal(gone.statusCode, 303)
  assert.match((await page(String(gone.headers.location))).body, /已经删除/)
  assert.equal((await page(`${at}/1`)).statusCode, 404)
  assert.equal((await visitor(app).post(`${at}/discard`, {})).statusCode, 404)
})

test('another address opens nothing: guessed, shortened, another number, another door', {
  timeout: 60_000,
}, async () => {
  const at = String((await send([{ name: 'a.txt', bytes: sound }])).headers.location)
  await finished(at)
  const token = at.split('/').at(-1)!
  const batch = await city.db.selectFrom('audit_batches').selectAll().executeTakeFirstOrThrow()
  for (const path of [
    `/judge/${'A'.repeat(32)}`,
    `/judge/${token.slice(0, -1)}`,
    `/judge/${batch.batch_id}`,
    `/judge/${batch.token_digest}`,
    `/judge/${token}/2`,
    `/judge/${token}/2.json`,
    `/judge/${'A'.repeat(32)}/1.docx`,
    `/judge/${encodeURIComponent("' or 1=1 --")}`,
    `/api/v1/report-checks/${'A'.repeat(32)}`,
  ])
    assert.equal((await page(path)).statusCode, 404, path)
  const { token_digest: digest } = batch
  assert.notEqual(digest, token)
  assert.ok(!JSON.stringify(city.lines).includes(token), 'the address is in no log')
})

test('sixty files, empty ones, huge ones and none at all: everything wrong is said at once, beside the field', {
  timeout: 60_000,
}, async () => {
  const many = await send(Array.from({ length: 100 }, (_, at) => ({ name: `${at}.txt`, bytes: 'x' })))
  assert.equal(many.statusCode, 422)
  assert.match(many.body, /一次最多检查20份，这次有100份/)
  const none = await send([{ name: '', bytes: '' }])
  assert.equal(none.statusCode, 422)
  assert.match(none.body, /选一份要检查的报告/)
  const bad = await send([
    { name: '空的.docx', bytes: '' },
    { name: '../../etc/大文件.pdf', bytes: Buffer.alloc(20_000_001) },
  ])
  assert.equal(bad.statusCode, 422)
  assert.match(bad.body, /“空的\.docx”是空文件/)
  assert.match(bad.body, /“大文件\.pdf”超过了20 MB/)
  assert.match(bad.body, /href="#reports"/)
  const tooMuch = await send([], { headers: { 'content-length': '900000000' } })
  assert.equal(tooMuch.statusCode, 422)
  assert.match(tooMuch.body, /加起来超过了60 MB/)
  const form = await visitor(app).post('/judge', { once: 'x' })
  assert.equal(form.statusCode, 422, 'a form without files is told what to do')
})

test('what is no report says so in one sentence, and an archive is taken apart', {
  timeout: 60_000,
}, async () => {
  const archive = zipSync({ '报告/一.txt': faulty, '报告/二.txt': sound })
  const at = String(
    (
      await send([
        { name: 'picture.pdf', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
        { name: '\u202egpj.exe', bytes: Buffer.from('MZ\0\0\0\0') },
        { name: '说明.html', bytes: '<script>alert(1)</script><p>这不是年报</p>' },
        { name: '一批.zip', bytes: archive },
      ])
    ).headers.location,
  )
  const list = await page(await finished(at))
  assert.equal(list.statusCode, 200)
  assert.equal((list.body.match(/没有读出来/g) ?? []).length, 3)
  assert.match(list.body, /一\.txt/)
  assert.match(list.body, /二\.txt/)
  assert.doesNotMatch(list.body, /<script>alert|\u202e|一批\.zip/)
})

test('sending the same form twice makes one batch; other files in the same form make another', {
  timeout: 60_000,
}, async () => {
  const once = /name="once" value="([^"]+)"/.exec((await page('/judge')).body)?.[1] ?? ''
  const files = [{ name: 'a.txt', bytes: sound }]
  const both = await Promise.all([send(files, { fields: { once } }), send(files, { fields: { once } })])
  assert.equal(both[0].headers.location, both[1].headers.location)
  const other = await send([{ name: 'a.txt', bytes: faulty }], { fields: { once } })
  assert.notEqual(other.headers.location, both[0].headers.location)
  const stranger = await send(files, { fields: { once }, address: '10.0.0.9' })
  assert.notEqual(stranger.headers.location, both[0].headers.location, 'the key of another opens nothing')
  await finished(String(both[0].headers.location))
  city.moveTo('2026-03-20')
  const anew = await send(files, { fields: { once } })
  assert.equal(anew.statusCode, 303, 'over, but not swept away yet')
  await finished(String(anew.headers.location))
  city.moveTo('2026-03-12')
})

test('last year dropped together is looked at, and so are the published reports of the agency and its sisters; the page says which', {
  timeout: 60_000,
}, async () => {
  const demo = (name: string): Buffer =>
    readFileSync(join(root, 'src', 'modules', 'report-audit', 'demo', `${name}.txt`))
  const at = String(
    (await send([{ name: '临浦2023.txt', bytes: demo('linpu-emergency-2023') }])).headers.location,
  )
  await finished(at)
  assert.match((await page(`${at}/1`)).body, /还对照了.*本站公开的.*等?.*同一年的报告/)
  const renamed = (year: number) =>
    Buffer.from(
      sound
        .toString()
        .replaceAll('2023', String(year))
        .replaceAll('2024', String(year + 1)),
    )
  const pair = String(
    (
      await send([
        { name: '今年.txt', bytes: sound },
        { name: '去年.txt', bytes: renamed(2022) },
      ])
    ).headers.location,
  )
  await finished(pair)
  const judged = await page(`${pair}/1`)
  assert.match(judged.body, /一起交来的本机关2022年报告/)
  assert.match(judged.body, /carry\.copied/, 'the text is last year’s')
})

test('the page of the API shows a command that hands in reports, and every field that comes back', async () => {
  const { statusCode, body } = await app.inject({ url: '/api/docs' })
  assert.equal(statusCode, 200)
  for (const said of ['reports=@报告.docx', 'files[].result', '没有办成时返回 409、413、422、429、503'])
    assert.ok(body.includes(said), said)
})

test('over HTTP: 202 with the job’s address, progress, result; the same key sends once, other files under it are refused', {
  timeout: 60_000,
}, async () => {
  const url = '/api/v1/report-checks'
  const key = { 'idempotency-key': 'b7a1c6d0-0000-4000-8000-000000000001', accept: 'application/json' }
  const client = { url, address: '10.0.0.2', headers: { ...key, 'sec-fetch-site': 'none' } }
  const first = await send([{ name: 'a.txt', bytes: faulty }], client)
  assert.equal(first.statusCode, 202, first.body)
  const job = first.json() as { job: string; state: string; total: number }
  assert.equal(first.headers.location, job.job)
  const again = await send([{ name: 'a.txt', bytes: faulty }], client)
  assert.equal((again.json() as { job: string }).job, job.job)
  const other = await send([{ name: 'a.txt', bytes: sound }], client)
  assert.equal(other.statusCode, 409)
  assert.equal(
    (other.json() as { error: { reasons: { code: string }[] } }).error.reasons[0]?.code,
    'report-audit.check.keyReused',
  )
  let state: { state: string; files: { result: string | null; findings: number }[] }
  do state = (await app.inject({ url: job.job })).json()
  while (state.state !== 'finished')
  const result = await app.inject({ url: String(state.files[0]?.result) })
  assert.equal(result.statusCode, 200, result.body)
  const nowhere = await app.inject({ url: '/api/v1/report-chekcs' })
  assert.equal(nowhere.statusCode, 404)
  assert.match(
    nowhere.body,
    /没有这个接口.*\/api\/docs/,
    'a program is led to the description, not to the home page',
  )
  const judged = result.json() as { findings: unknown[]; tables: { t3: { newlyReceived: object } } }
  assert.equal(judged.findings.length, state.files[0]?.findings)
  assert.ok(judged.tables.t3.newlyReceived)
  const short = await send([{ name: 'a.txt', bytes: sound }], {
    ...client,
    headers: { ...client.headers, 'idempotency-key': '1' },
  })
  assert.equal(short.statusCode, 422)
  const described = (await app.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, { requestBody?: { content: object }; responses: object }>>
  }
  const post = described.paths[url]?.['post']
  assert.ok(post?.requestBody && 'multipart/form-data' in post.requestBody.content)
  assert.ok('202' in (post?.responses ?? {}))
})

test('one address may send so many files an hour and so many times a minute, and no more', {
  timeout: 60_000,
}, async () => {
  const address = '10.0.0.77'
  const answers: number[] = []
  for (let round = 0; round < 21; round += 1) {
    const files = Array.from({ length: round < 10 ? 20 : 1 }, (_, at) => ({
      name: `${round}-${at}.txt`,
      bytes: `不是报告 ${round} ${at}`,
    }))
    answers.push((await send(files, { address })).statusCode)
  }
  assert.deepEqual(answers, [...Array(10).fill(303), ...Array(10).fill(409), 429])
  assert.equal((await send([{ name: 'a.txt', bytes: 'x' }], { address: '10.0.0.78' })).statusCode, 303)
})

test('a worker that is killed in the middle loses nothing: the file is read by the next one, three times at most', {
  timeout: 60_000,
}, async () => {
  await worker.stop()
  const begin = async (name: string, attempts: number) => {
    const at = String((await send([{ name, bytes: sound }], { address: '10.0.0.3' })).headers.location)
    const batch = await city.db
      .selectFrom('audit_checks')
      .select('batch_id as id')
      .where('file_name', '=', name)
      .executeTakeFirstOrThrow()
    // What a killed worker leaves: the beginning was written, the end was not.
    await city.db
      .updateTable('audit_checks')
      .set({ state: 'reading', attempts })
      .where('batch_id', '=', batch.id)
      .execute()
    return at
  }
  const once = await begin('断过一次.txt', 1)
  const thrice = await begin('断过三次.txt', 3)
  worker = await startWorker(city, city.rooms, fast)
  await finished(once)
  await finished(thrice)
  assert.match((await page(`${once}/1`)).body, /verdict-say/)
  assert.match((await page(`${thrice}/1`)).body, /读了三次都没有读完/)
})
