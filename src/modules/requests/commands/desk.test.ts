import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { sm3 } from '../../../platform/cipher/digest.ts'
import { NotFound, Refused, Unavailable } from '../../../platform/refusals.ts'
import { deliverWebhook, signatureOf } from '../platforms/webhook.ts'
import { caseArchive } from '../queries/case-archive.ts'
import { casesToErase, casesToRefresh, casesToRemind } from '../queries/due-work.ts'
import { factsForYear } from '../queries/facts-for-year.ts'
import { eventsForPlatform, presentCaseForPlatform } from '../queries/platform-view.ts'
import { receiptOf } from '../queries/receipt-of.ts'
import { renewQueryCode } from './renew-query-code.ts'
import { requestsRoom } from '../room.ts'
import { filesOf, readFile } from '../store/files.ts'
import { archiveRequest } from './archive-request.ts'
import { attachFile } from './attach-file.ts'
import { endPlatform } from './end-platform.ts'
import { eraseIdentity } from './erase-identity.ts'
import { monthsAfter } from '../rules/retention.ts'
import { recordLitigation } from './record-litigation.ts'
import { recordReconsideration } from './record-reconsideration.ts'
import { recordRemedyResult } from './record-remedy-result.ts'
import { refreshCase } from './refresh-case.ts'
import { registerPlatform } from './register-platform.ts'
import { remindHandlers } from './remind-handlers.ts'
import { submitRequest } from './submit-request.ts'
import { platformByKey } from '../platforms/platforms.ts'

const slug = 'yunting-emergency'
const system = { kind: 'system', name: 'requests' } as const
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

const refusedWith = (code: string) => (error: unknown) =>
  error instanceof Refused && error.reasons.some((reason) => reason.code === code)

const noRecord = {
  blanks: { information: '某处罚决定书', searched: ['档案室'], keywords: ['处罚'] },
  evidence: { searchRecord: '检索没有结果' },
}

async function answered(day = '2026-03-02'): Promise<string> {
  city.moveTo(day)
  const { requestId } = await desk.receive()
  await desk.serve(await desk.send(requestId, 'D28', noRecord))
  return requestId
}

async function every<T>(found: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of found) all.push(one)
  return all
}

test('a reconsideration that corrects the answer lets it be answered anew, and the first year stays as it was', async () => {
  const requestId = await answered('2026-03-02')
  const before = await factsForYear(city.db, desk.agencyId, 2026)
  const remedyId = await city.as('legal', slug, (context) =>
    recordReconsideration(context, {
      agencyId: desk.agencyId,
      requestId,
      organ: '云汀市人民政府',
      caseNumber: '云府复〔2026〕12号',
      notifiedOn: '2026-03-02',
    }),
  )
  assert.deepEqual((await factsForYear(city.db, desk.agencyId, 2026)).t4.reconsideration.pending.ids, [
    remedyId,
  ])
  await assert.rejects(
    desk.draft(requestId, 'D28', { ...noRecord, remedyId }),
    refusedWith('requests.remedy.notCorrected'),
  )
  await city.as('legal', slug, (context) =>
    recordRemedyResult(context, {
      agencyId: desk.agencyId,
      remedyId,
      result: 'corrected',
      closedOn: '2026-03-02',
      reanswerDueOn: '2026-03-30',
    }),
  )
  await desk.serve(
    await desk.send(requestId, 'D30', {
      remedyId,
      blanks: { information: '某统计表', reason: '需要对三个系统的数据加工汇总' },
      evidence: { needForProcessing: '三个系统口径不同' },
    }),
  )
  const facts = await factsForYear(city.db, desk.agencyId, 2026)
  assert.deepEqual(facts.t3, before.t3)
  assert.equal(facts.t4.reconsideration.corrected.value, 1)
  assert.equal((await desk.file(requestId)).request.outcome, 'notHeldNoRecord')
  await assert.rejects(
    desk.draft(requestId, 'D28', { ...noRecord, remedyId }),
    refusedWith('requests.paper.otherReply'),
  )
})

test('a suit after reconsideration is tied to it; the same case number is registered once; a pending one carries over', async () => {
  const reconsideration = {
    agencyId: desk.agencyId,
    requestId: null,
    organ: '云汀市人民政府',
    caseNumber: '云府复〔2026〕13号',
    notifiedOn: '2026-03-02',
  }
  const afterRemedyId = await city.as('legal', slug, (context) =>
    recordReconsideration(context, reconsideration),
  )
  await assert.rejects(
    city.as('legal', slug, (context) => recordReconsideration(context, reconsideration)),
    /案号已经登记/,
  )
  const suit = { ...reconsideration, organ: '云汀市城东区人民法院', caseNumber: '（2026）云01行初3号' }
  await assert.rejects(
    city.as('legal', slug, (context) =>
      recordLitigation(context, { ...suit, afterRemedyId: crypto.randomUUID() }),
    ),
    refusedWith('requests.remedy.needsReconsideration'),
  )
  await city.as('legal', slug, (context) => recordLitigation(context, { ...suit, afterRemedyId }))
  const next = await factsForYear(city.db, desk.agencyId, 2027)
  assert.equal(next.t4.litigationAfterReconsideration.pending.value, 1)
})

test('the archive of a case holds every paper with its digest, and is closed only when all is served', async () => {
  const requestId = await answered()
  const packed = await caseArchive(city, desk.agencyId, requestId, city.today())
  assert.ok(packed)
  const entries = unzipSync(packed.bytes)
  const index = JSON.parse(Buffer.from(entries['目录.json']!).toString('utf8')) as {
    files: { path: string; digest: string }[]
  }
  assert.ok(index.files.some(({ path }) => path.endsWith('.pdf')))
  for (const { path, digest } of index.files) assert.equal(sm3(entries[path]!), digest, path)
  await city.as('officer', slug, (context) =>
    archiveRequest(context, { agencyId: desk.agencyId, requestId, digest: packed.digest }),
  )
  const open = await desk.receive()
  await assert.rejects(
    city.as('officer', slug, (context) =>
      archiveRequest(context, { agencyId: desk.agencyId, requestId: open.requestId, digest: '' }),
    ),
    refusedWith('requests.archive.notClosed'),
  )
})

test('identity papers are erased when their time is over, the rest of the file stays', async () => {
  const requestId = await answered()
  const fileId = await city.as('officer', slug, (context) =>
    attachFile(context, {
      agencyId: desk.agencyId,
      requestId,
      file: {
        purpose: 'identity',
        name: '身份证.png',
        mediaType: 'image/png',
        bytes: Buffer.from('invented'),
      },
    }),
  )
  const erase = () =>
    city.command(system, desk.agencyId, (context) =>
      eraseIdentity(context, { agencyId: desk.agencyId, requestId }),
    )
  await assert.rejects(erase(), refusedWith('requests.erase.tooEarly'))
  city.moveTo('2028-03-02')
  assert.ok((await every(casesToErase(city.db, city.today()))).some((key) => key.requestId === requestId))
  await erase()
  const files = await filesOf(city.db, city.cipher, desk.agencyId, requestId)
  assert.deepEqual(
    files.filter(({ isErased }) => isErased).map(({ purpose }) => purpose),
    ['identity'],
  )
  await assert.rejects(readFile(city, { agencyId: desk.agencyId, requestId, fileId }), NotFound)
  assert.ok(!(await every(casesToErase(city.db, city.today()))).some((key) => key.requestId === requestId))
  assert.equal(monthsAfter('2026-01-31', 1), '2026-02-28')
  city.moveTo('2026-03-02')
})

test('a reminder goes to the handler, then higher up, each once, and a missed week makes one of it', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await desk.receive()
  const remind = () =>
    city.command(system, desk.agencyId, (context) =>
      remindHandlers(context, { agencyId: desk.agencyId, requestId, publicUrl: 'http://127.0.0.1' }),
    )
  assert.equal(await remind(), 0, 'twenty days left')
  city.moveTo('2026-03-19')
  assert.equal((await desk.file(requestId)).request.standing.reading?.workingDaysLeft, 7)
  const handlers = await remind()
  assert.ok(handlers >= 1)
  assert.equal(await remind(), 0, 'the same day again')
  city.moveTo('2026-03-27')
  assert.ok((await remind()) > handlers, 'the heads are told too')
  assert.equal(await remind(), 0)
  city.moveTo('2026-04-02')
  assert.ok((await every(casesToRemind(city.db, city.today()))).some((key) => key.requestId === requestId))
  assert.ok((await remind()) > 0, 'overdue is told once')
  assert.equal(await remind(), 0)
  const mails = await city.db
    .selectFrom('outbox')
    .select('payload')
    .where('queue', '=', 'platform.mail')
    .execute()
  const sealed = mails.map(({ payload }) => city.cipher.open(String(payload['sealed'])))
  assert.ok(sealed.every((text) => !text.includes(someApplicant.name)))
  city.moveTo('2026-03-02')
})

test('a notice of holidays entered later moves open cases, and what was told stays with its letter', async () => {
  city.moveTo('2026-12-21')
  const { requestId } = await desk.receive()
  const told = await desk.send(requestId, 'D07', { blanks: { days: 5, reason: '需要核对案卷' } })
  const { request } = await desk.file(requestId)
  assert.equal(request.standing.isProvisional, true)
  const paper = await city.db
    .selectFrom('request_papers')
    .select('told_due_on')
    .where('paper_id', '=', told)
    .executeTakeFirstOrThrow()
  assert.equal(paper.told_due_on, request.standing.dueOn)
  await city.db
    .insertInto('agency_calendar_years')
    .values({
      agency_id: await city.agencyId('yunting'),
      year: 2027,
      notices: ['国办发明电〔2026〕示例9号'],
      off: ['2027-01-01..2027-01-03', '2027-01-11..2027-01-15'],
      work: [],
      entered_by: null,
      entered_at: city.now(),
    })
    .execute()
  assert.ok(
    (await every(casesToRefresh(city.db, [desk.agencyId], city.today()))).some(
      (key) => key.requestId === requestId,
    ),
  )
  const refresh = () =>
    city.command(system, desk.agencyId, (context) =>
      refreshCase(context, { agencyId: desk.agencyId, requestId }),
    )
  assert.equal(await refresh(), true)
  assert.equal(await refresh(), false)
  const row = await city.db
    .selectFrom('requests')
    .select(['kept_due_on', 'kept_is_provisional'])
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  assert.equal(row.kept_is_provisional, false)
  assert.notEqual(row.kept_due_on, paper.told_due_on)
  assert.equal(row.kept_due_on, (await desk.file(requestId)).request.standing.dueOn)
  await city.db.deleteFrom('agency_calendar_years').execute()
  city.moveTo('2026-03-02')
})

test('an address with a password in it, and one that only this machine answers to, is no platform', async () => {
  const at = (webhookUrl: string) =>
    city.as('review2', slug, (context) =>
      registerPlatform(context, { agencyId: desk.agencyId, name: `平台${webhookUrl}`, webhookUrl }),
    )
  await assert.rejects(at('https://name:word@platform.example/told'), /不能有用户名和密码/)
  for (const host of [
    '169.254.169.254',
    '2852039166',
    '0.0.0.0',
    '[::]',
    '[fe80::1]',
    '[::ffff:169.254.1.1]',
  ])
    await assert.rejects(at(`http://${host}/told`), /不能是本机的临时地址/, host)
})

test('a platform hands in requests once, sees only its own, is told by signed messages, and no longer when its key is ended', async () => {
  const got: { body: string; signature: string }[] = []
  let status = 500
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    req.on('end', () => {
      got.push({ body, signature: String(req.headers['gongkai-signature']) })
      res.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  try {
    const { key, secret, platformId } = await city.as('review2', slug, (context) =>
      registerPlatform(context, {
        agencyId: desk.agencyId,
        name: '云汀市统一受理平台',
        webhookUrl: `http://127.0.0.1:${address.port}/told`,
      }),
    )
    assert.equal((await platformByKey(city.db, key))?.platformId, platformId)
    const input = {
      agencyId: desk.agencyId,
      applicants: [someApplicant],
      content: '2025年防汛抗旱预案',
      wantedForm: 'electronic' as const,
      wantedWay: 'online' as const,
      submissionKey: 'platform-0123456789',
    }
    const { number, requestId } = await city.command(system, desk.agencyId, (context) =>
      submitRequest(context, input, [], platformId),
    )
    const own = { agencyId: desk.agencyId, platformId }
    assert.equal(
      (await presentCaseForPlatform(city.db, { ...own, number }, city.today()))?.state,
      'awaitingConfirmation',
    )
    const other = await desk.receive()
    assert.equal(
      await presentCaseForPlatform(city.db, { ...own, number: other.number }, city.today()),
      undefined,
    )
    assert.deepEqual(
      (await eventsForPlatform(city.db, own, ['submit-request'], 0)).map((event) => event.number),
      [number],
    )
    await city.command(system, desk.agencyId, async (context) =>
      requestsRoom.onJournal?.['submit-request']?.(context, {
        subject: { kind: 'request', id: requestId },
        agencyId: desk.agencyId,
      }),
    )
    const message = await city.db
      .selectFrom('outbox')
      .select('payload')
      .where('queue', '=', 'requests.webhook')
      .executeTakeFirstOrThrow()
    const deliver = () =>
      city.command(system, desk.agencyId, (context) => deliverWebhook(context, message.payload, city))
    await assert.rejects(deliver(), Unavailable)
    status = 204
    await deliver()
    const [, last] = got
    assert.ok(last)
    const [, second = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(last.signature) ?? []
    assert.equal(signature, signatureOf(secret, Number(second), last.body))
    for (const word of [someApplicant.name, someApplicant.phone]) assert.ok(!last.body.includes(word))
    await city.as('review2', slug, (context) => endPlatform(context, { agencyId: desk.agencyId, platformId }))
    assert.equal(await platformByKey(city.db, key), undefined)
    await deliver()
    assert.equal(got.length, 2)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('once the office has given another query code, the first receipt is not shown again with a code that opens nothing', async () => {
  city.moveTo('2026-03-02')
  const { requestId, queryCode } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId }
  assert.equal((await receiptOf(city, key, city.today())).queryCode, queryCode)
  await city.as('officer', slug, (context) =>
    renewQueryCode(context, { ...key, identityChecked: '当面核对身份证' }),
  )
  await assert.rejects(receiptOf(city, key, city.today()), refusedWith('requests.receipt.codeReplaced'))
})
