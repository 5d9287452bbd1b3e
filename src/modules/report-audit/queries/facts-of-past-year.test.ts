import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { report } from '../../../../test/builders/report.ts'
import { judgeReport } from '../../../law/report-checks/index.ts'
import { importReport } from '../commands/import-report.ts'
import { reportAuditRoom } from '../room.ts'
import { writeCorrection } from '../store/corrections.ts'
import { factsOfAllAgencies, factsOfPastYear, factsOfPastYears } from './facts-of-past-year.ts'

let city: County
let agencyId: string
before(async () => {
  city = await county([{ ...reportAuditRoom, firstStart: async () => [] }])
  agencyId = await city.agencyId('linpu-emergency')
})
after(() => city.drop())

async function publish(year: number, recovered: ReturnType<typeof report>): Promise<string> {
  const bytes = Buffer.from(`${year} ${JSON.stringify(recovered.tables)}`)
  await city.command({ kind: 'system', name: 'test' }, agencyId, (context) =>
    importReport(context, {
      agencyId,
      year,
      fileName: 'a.txt',
      format: 'txt',
      bytes,
      recovered,
      findings: judgeReport(recovered),
      rulesVersion: 'x',
    }),
  )
  return city.files.put(bytes)
}

test('each figure of a past year says how sure it is: read, doubtful, in dispute, corrected, not there', async () => {
  const digest = await publish(
    2022,
    report({
      t3: { newlyReceived: { total: 9 }, granted: { research: null } },
      t4: null,
      cells: [
        { table: 't2', row: 'licences', raw: '36', at: {}, how: '按法定顺序认定', doubtful: true },
        { table: 't2', row: 'penalties', raw: '4', at: {} },
      ],
    }),
  )
  await writeCorrection(
    city.db,
    {
      agencyId,
      year: 2022,
      digest,
      cell: 't3.carriedOut.natural',
      readAs: 0,
      value: 2,
      inForce: true,
      reason: '原件',
      decidedBy: await city.personId('linpu-officer'),
      decidedAt: new Date('2026-01-05T00:00:00Z'),
    },
    0,
  )
  const facts = await factsOfPastYear(city.db, agencyId, 2022)
  const cell = (id: string) => facts?.cells[id]
  assert.deepEqual(cell('t2.penalties'), { value: 4, readAs: 4, certainty: 'read' })
  assert.deepEqual(cell('t2.licences'), { value: 36, readAs: 36, certainty: 'doubtful' })
  assert.deepEqual(cell('t3.newlyReceived.total'), { value: 9, readAs: 9, certainty: 'disputed' })
  assert.deepEqual(cell('t3.granted.research'), { value: null, readAs: null, certainty: 'missing' })
  assert.deepEqual(cell('t3.carriedOut.natural'), { value: 2, readAs: 0, certainty: 'corrected' })
  assert.equal(cell('t4.reconsideration.total'), undefined, 'an absent table has no cells, not zeros')
})

test('years come in order, each once, the standing edition only; a year that is not known is not there', async () => {
  await publish(2021, report({ year: 2021 }))
  await publish(2021, report({ year: 2021, t2: { licences: 99 } }))
  const years = await factsOfPastYears(city.db, agencyId)
  assert.deepEqual(
    years.map(({ year, edition }) => [year, edition]),
    [
      [2021, 2],
      [2022, 1],
    ],
  )
  assert.equal(years[0]?.cells['t2.licences']?.value, 99)
  assert.equal(await factsOfPastYear(city.db, agencyId, 2010), undefined)
  assert.deepEqual(
    (await factsOfAllAgencies(city.db, 2022)).map((one) => one.agencyId),
    [agencyId],
  )
})
