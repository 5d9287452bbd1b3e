import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { root } from '../../../../test/house/sources.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { read } from '../../../documents/read/index.ts'
import { compareCheck } from '../checks/compare-check.ts'
import { readCheck } from '../checks/read-check.ts'
import { closeJudgePool } from '../judge-pool.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { findingKeys } from '../rules/finding-key.ts'
import { reportAuditRoom } from '../room.ts'
import { checkOf, checksOf } from '../store/checks.ts'
import { correctionsOf } from '../store/corrections.ts'
import { letterOf } from '../store/rectifications.ts'
import { triageOf } from '../store/triage.ts'
import { answerRectification } from './answer-rectification.ts'
import { closeRectification } from './close-rectification.ts'
import { correctReading } from './correct-reading.ts'
import { importCheck } from './import-check.ts'
import { issueRectification } from './issue-rectification.ts'
import { judgeReportAnew } from './judge-report-anew.ts'
import { placeCheck } from './place-check.ts'
import { restoreReading } from './restore-reading.ts'
import { submitReports } from './submit-reports.ts'
import { triageFinding } from './triage-finding.ts'

let city: County
let agencyId: string
before(async () => {
  city = await county([reportAuditRoom])
  agencyId = await city.agencyId('linpu-emergency')
})
after(async () => {
  await closeJudgePool()
  await city.drop()
})

const labelled = (name: string): string =>
  readFileSync(join(root, 'test', 'reports', 'labelled', `${name}.txt`), 'utf8')
/** A report of the agency of this test: an invented one under another name. */
const ours = (name: string, year = 2024): Buffer =>
  Buffer.from(
    labelled(name)
      .replaceAll('望河县水利局', '临浦区应急管理局')
      .replaceAll('2024', String(year + 1))
      .replaceAll('2023', String(year)),
  )

/** Hands files in as a person and does what the worker does. */
async function checkedAs(loginName: string, files: readonly { name: string; bytes: Uint8Array }[]) {
  const { batchId } = await city.as(loginName, null, (context) =>
    submitReports(context, { door: 'console', files, address: null, key: null, keyMayRepeat: false }),
  )
  const { agencyId: owner } = await city.actor(loginName)
  const system = { kind: 'system', name: 'worker' } as const
  for (const { number } of await checksOf(city.db, owner, batchId)) {
    const message = { owner, batchId, number }
    await city.command(system, owner, (context) => readCheck(context, message, city))
    await city.command(system, owner, (context) => compareCheck(context, message))
  }
  return { owner, batchId }
}

/** The faulty report published as that of the agency of this test. */
async function published(year = 2024) {
  const { batchId } = await checkedAs('linpu-officer', [
    { name: '年报.txt', bytes: ours('faulty-water-2023', year) },
  ])
  await city.as('linpu-officer', null, (context) => importCheck(context, { batchId, number: 1 }))
  const report = await publishedReport(city.db, agencyId, year)
  assert.ok(report)
  return report
}

const verbs = async () =>
  (await city.db.selectFrom('journal').select(['verb', 'detail']).orderBy('number').execute()).map(
    ({ verb }) => verb,
  )

test('an officer checks a draft, sees whose it is, and registers it as published; the same again changes nothing', async () => {
  const { owner, batchId } = await checkedAs('linpu-officer', [
    { name: '年报.txt', bytes: ours('faulty-water-2023') },
  ])
  const check = await checkOf(city.db, owner, batchId, 1)
  assert.equal(check?.reportOf, agencyId)
  assert.equal(check?.reportYear, 2024)
  const kept = await city.as('linpu-officer', null, (context) => importCheck(context, { batchId, number: 1 }))
  assert.deepEqual(kept, { agencyId, year: 2024, edition: 1, changed: true })
  const again = await city.as('linpu-officer', null, (context) =>
    importCheck(context, { batchId, number: 1 }),
  )
  assert.equal(again.changed, false)
  const report = await publishedReport(city.db, agencyId, 2024)
  assert.deepEqual(report?.findings, check?.findings)
  assert.ok((await verbs()).includes('import-check'))
})

test('a file that does not tell whose it is must be placed first; nobody places it outside their reach', async () => {
  const bytes = Buffer.from(labelled('faulty-water-2023').replaceAll('望河县水利局', '某不存在县某局'))
  const { batchId } = await checkedAs('linpu-officer', [{ name: 'x.txt', bytes }])
  const importIt = () =>
    city.as('linpu-officer', null, (context) => importCheck(context, { batchId, number: 1 }))
  await assert.rejects(importIt(), Refused)
  const place = (of: string, year: unknown) =>
    city.as('linpu-officer', null, (context) =>
      placeCheck(context, { batchId, number: 1, agencyId: of, year }),
    )
  await assert.rejects(place(await city.agencyId('wanghe-emergency'), 2022), Forbidden)
  await assert.rejects(place(await city.agencyId('linpu'), 2022), Forbidden, 'nor above')
  await assert.rejects(place(agencyId, 'x'), Invalid)
  await place(agencyId, 2099)
  await assert.rejects(importIt(), /报告年度不对/)
  await place(agencyId, 2022)
  assert.equal((await importIt()).edition, 1)
})

test('what one office says of a finding stands for that office, over re-runs, new editions and new rules', async () => {
  const report = await published(2020)
  const [key, other] = findingKeys(report.findings)
  const say = (loginName: string, input: object) =>
    city.as(loginName, null, (context) =>
      triageFinding(context, { agencyId, year: 2020, revision: 0, ...input }),
    )
  await assert.rejects(
    say('linpu-officer', { findingKey: key, verdict: 'dismissed' }),
    Invalid,
    'with a reason',
  )
  await say('linpu-officer', { findingKey: key, verdict: 'dismissed', reason: '按调整前口径' })
  await say('linpu', { findingKey: key, verdict: 'confirmed' })
  await say('linpu', { findingKey: other, verdict: 'confirmed' })
  await city.db
    .updateTable('audit_reports')
    .set({ rules_version: 'older' })
    .where('year', '=', 2020)
    .execute()
  await city.command({ kind: 'system', name: 'worker' }, agencyId, (context) =>
    judgeReportAnew(context, { agencyId, year: 2020 }),
  )
  const anew = await publishedReport(city.db, agencyId, 2020)
  assert.notEqual(anew?.rulesVersion, 'older')
  assert.equal(anew?.edition, report.edition, 'the edition stays')
  assert.ok(findingKeys(anew?.findings ?? []).includes(key!))
  const said = await triageOf(city.db, agencyId, 2020)
  assert.deepEqual(
    said.map(({ findingKey, verdict }) => [findingKey, verdict]).sort(),
    [
      [key, 'confirmed'],
      [key, 'dismissed'],
      [other, 'confirmed'],
    ].sort(),
  )
})

test('of two people who judge the same finding at once, the second is shown what the first decided', async () => {
  const report = await published(2019)
  const [findingKey] = findingKeys(report.findings)
  const say = (input: object) =>
    city.as('linpu-officer', null, (context) =>
      triageFinding(context, { agencyId, year: 2019, findingKey, reason: '核过', ...input }),
    )
  await say({ verdict: 'confirmed', revision: 0 })
  await assert.rejects(say({ verdict: 'dismissed', revision: 0 }), (error) => {
    assert.ok(error instanceof Stale)
    assert.equal((error.current as { verdict: string }).verdict, 'confirmed')
    return true
  })
  await say({ verdict: 'open', revision: 1 })
  await assert.rejects(say({ verdict: 'dismissed', revision: 1 }), Stale, 'taken back counts as a change')
  await say({ verdict: 'dismissed', revision: 2 })
  const both = await Promise.allSettled([
    say({ verdict: 'confirmed', revision: 3 }),
    say({ verdict: 'open', revision: 3 }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('a corrected reading is judged again, the reading stays visible, and taking it back brings the finding back', async () => {
  const report = await published(2018)
  const cell = 't3.newlyReceived.total'
  const readAs = report.recovered.tables.t3?.newlyReceived.total
  const correct = (input: object) =>
    city.as('linpu-officer', null, (context) =>
      correctReading(context, {
        agencyId,
        year: 2018,
        digest: report.digest,
        cell,
        reason: '原件写的是7',
        revision: 0,
        ...input,
      }),
    )
  await assert.rejects(correct({ value: 'x' }), Invalid)
  await assert.rejects(correct({ value: 7, reason: '' }), Invalid)
  await assert.rejects(correct({ value: 7, cell: 't3.nothing.total' }), Refused)
  await assert.rejects(correct({ value: readAs }), Refused)
  await assert.rejects(correct({ value: 7, digest: '0'.repeat(64) }), NotFound)
  await correct({ value: '7' })
  const codes = async () => (await publishedReport(city.db, agencyId, 2018))?.findings.map(({ code }) => code)
  assert.ok(report.findings.some(({ code }) => code === 'text.requestsReceived'))
  assert.ok(!(await codes())?.includes('text.requestsReceived'), 'text and table agree now')
  assert.equal(
    (await publishedReport(city.db, agencyId, 2018))?.recovered.tables.t3?.newlyReceived.total,
    readAs,
    'the reading is kept',
  )
  await assert.rejects(correct({ value: 8 }), Stale)
  const restore = (revision: number) =>
    city.as('linpu-officer', null, (context) =>
      restoreReading(context, { agencyId, year: 2018, digest: report.digest, cell, revision }),
    )
  await assert.rejects(restore(0), Stale)
  await restore(1)
  assert.ok((await codes())?.includes('text.requestsReceived'))
  const [kept] = await correctionsOf(city.db, agencyId, 2018, report.digest)
  assert.equal(kept?.inForce, false)
  assert.equal(kept?.revision, 2)
})

test('a correction is made of the bytes that were looked at: other bytes are read afresh', async () => {
  const report = await published(2017)
  await city.as('linpu-officer', null, (context) =>
    correctReading(context, {
      agencyId,
      year: 2017,
      digest: report.digest,
      cell: 't3.newlyReceived.total',
      value: 7,
      reason: '原件写的是7',
      revision: 0,
    }),
  )
  const { batchId } = await checkedAs('linpu-officer', [
    {
      name: '更正.txt',
      bytes: Buffer.concat([ours('faulty-water-2023', 2017), Buffer.from('\n（更正）\n')]),
    },
  ])
  const { edition } = await city.as('linpu-officer', null, (context) =>
    importCheck(context, { batchId, number: 1 }),
  )
  assert.equal(edition, 2)
  const second = await publishedReport(city.db, agencyId, 2017)
  assert.ok(second?.findings.some(({ code }) => code === 'text.requestsReceived'))
})

test('the office above writes a letter from what it has confirmed; the agency answers; the office closes it', async () => {
  const report = await published(2021)
  const keys = findingKeys(report.findings)
  const letter = {
    agencyId,
    year: 2021,
    keys: [keys[0]],
    documentNumber: '临政公开改〔2026〕1号',
    workingDays: 10,
    contact: '贺新凉',
    phone: '0000-81022016',
  }
  const issue = (loginName: string, input: object = {}) =>
    city.as(loginName, null, (context) => issueRectification(context, { ...letter, ...input }))
  await assert.rejects(issue('linpu'), /还没有判断为属实/)
  await city.as('linpu', null, (context) =>
    triageFinding(context, { agencyId, year: 2021, findingKey: keys[0], verdict: 'confirmed', revision: 0 }),
  )
  await assert.rejects(issue('linpu-officer'), Forbidden, 'not the agency itself')
  await assert.rejects(issue('wanghe'), Forbidden, 'not the neighbour')
  await assert.rejects(issue('linpu', { keys: [keys[0], keys[1]] }), Refused, 'only what is confirmed')
  await assert.rejects(
    issue('linpu', { documentNumber: '[2026]1号', workingDays: 0, contact: '' }),
    (error) => {
      assert.ok(error instanceof Invalid)
      assert.deepEqual(error.fields.map(({ field }) => field).sort(), [
        'contact',
        'documentNumber',
        'workingDays',
      ])
      return true
    },
  )
  const letterId = await issue('linpu')
  await assert.rejects(issue('linpu'), /已经用过/)
  const kept = await letterOf(city.db, agencyId, letterId)
  assert.equal(kept?.issuedOn, '2026-03-12')
  assert.equal(kept?.dueOn, '2026-03-26', 'ten working days after a Thursday')
  const docx = await read(await city.files.get(kept!.docxDigest), { name: 'a.docx' })
  for (const words of [
    '临浦区人民政府',
    '临政公开改〔2026〕1号',
    '10个工作日内，即2026年3月26日前',
    kept!.points[0]!.message.slice(0, 12),
  ])
    assert.ok(docx.text.includes(words), words)
  assert.equal(
    Buffer.from(await city.files.get(kept!.pdfDigest))
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )

  const toDos = (loginName: string) =>
    city.as(loginName, null, (context: Context) => reportAuditRoom.toDo!(context, context.actor))
  assert.deepEqual(
    (await toDos('linpu-officer')).map(({ dueOn }) => dueOn),
    ['2026-03-26'],
  )
  assert.deepEqual(await toDos('linpu'), [])
  const answer = (loginName: string, input: object) =>
    city.as(loginName, null, (context) =>
      answerRectification(context, { agencyId, letterId, answer: '已更正并重新发布', revision: 1, ...input }),
    )
  await assert.rejects(answer('linpu', {}), Forbidden)
  await assert.rejects(answer('linpu-officer', { answer: ' ' }), Invalid)
  await answer('linpu-officer', {})
  await assert.rejects(answer('linpu-officer', {}), Stale)
  assert.deepEqual(await toDos('linpu-officer'), [])
  assert.equal((await toDos('linpu')).length, 1, 'now the office looks at the answer')
  const close = (loginName: string) =>
    city.as(loginName, null, (context) => closeRectification(context, { agencyId, letterId, revision: 2 }))
  await assert.rejects(close('linpu-officer'), Forbidden)
  await close('linpu')
  await assert.rejects(close('linpu'), Refused)
  assert.deepEqual(await toDos('linpu'), [])
  const written = await verbs()
  for (const verb of ['issue-rectification', 'answer-rectification', 'close-rectification', 'triage-finding'])
    assert.ok(written.includes(verb), verb)
})
