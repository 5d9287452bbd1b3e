import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { reportPage } from '../../../../test/builders/written-report.ts'
import type { Actor } from '../../../platform/context.ts'
import { judgeReportAnew } from '../commands/judge-report-anew.ts'
import { importFile } from '../import-file.ts'
import { jobs } from '../jobs.ts'
import { closeJudgePool } from '../judge-pool.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { reportAuditRoom } from '../room.ts'
import { besideStale } from '../store/standing.ts'
import { anewQueue, sistersSweepQueue } from './queues.ts'

let city: County
before(async () => {
  city = await county([reportAuditRoom])
})
after(async () => {
  await closeJudgePool()
  await city.drop()
})

const shell: Actor = { kind: 'operator', name: 'test' }
const worker: Actor = { kind: 'system', name: 'worker' }
const bring = async (agency: string, seed: number) => {
  const outcome = await importFile(
    city,
    shell,
    { name: '年报.html', bytes: Buffer.from(reportPage(seed, 2018, agency)) },
    { agency: null, year: null, create: null, isTrial: false },
  )
  assert.equal(outcome.done, 'imported', JSON.stringify(outcome))
}

test('a sister’s report that comes later has the earlier one judged again: the copied text is told of both', async () => {
  const [linpu, wanghe] = [await city.agencyId('linpu-emergency'), await city.agencyId('wanghe-emergency')]
  const anew = (agencyId: string) =>
    city.command(worker, agencyId, (context) => judgeReportAnew(context, { agencyId, year: 2018 }))
  const stale = async () => (await besideStale(city.db, 100)).filter(({ year }) => year === 2018)
  const codes = async (agencyId: string) =>
    (await publishedReport(city.db, agencyId, 2018))?.findings.map(({ code }) => code) ?? []
  await bring('临浦区应急管理局', 1)
  await anew(linpu)
  assert.ok(!(await codes(linpu)).includes('identity.copiedText'), 'alone there is nothing to compare')
  assert.deepEqual(await stale(), [])
  await bring('望河区应急管理局', 2)
  assert.deepEqual(await stale(), [{ agencyId: linpu, year: 2018 }])
  const sweep = jobs.find(({ queue }) => queue === sistersSweepQueue)
  await city.command(worker, null, (context) => sweep!.run(context, {}, city))
  const sent = await city.db
    .selectFrom('outbox')
    .select('payload')
    .where('queue', '=', anewQueue)
    .where('key', 'like', '%beside others%')
    .execute()
  assert.deepEqual(
    sent.map(({ payload }) => payload).filter(({ year }) => year === 2018),
    [{ agencyId: linpu, year: 2018 }],
  )
  await anew(linpu)
  await anew(wanghe)
  for (const agencyId of [linpu, wanghe])
    assert.ok((await codes(agencyId)).includes('identity.copiedText'), agencyId)
  assert.deepEqual(await stale(), [], 'judged once, it is no longer due')
})
