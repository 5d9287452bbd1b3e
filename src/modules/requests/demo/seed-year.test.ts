import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { caseFile } from '../queries/case-file.ts'
import { factsForYear } from '../queries/facts-for-year.ts'
import { requestsRoom } from '../room.ts'

let city: County
before(async () => {
  city = await county([requestsRoom], { today: '2026-11-25', hasLivingYear: true })
})
after(() => city.drop())

test('the demo year reaches every row of table three, all six kinds of applicant, and open cases in every state', async () => {
  const agencyId = await city.agencyId('yunting-emergency')
  const years = await Promise.all([2025, 2026].map((year) => factsForYear(city.db, agencyId, year)))
  const reached = (row: (typeof t3ResultRows)[number]) => years.some(({ t3 }) => t3[row].total.value > 0)
  assert.deepEqual(
    t3ResultRows.filter((row) => !reached(row)),
    [],
  )
  const [last, current] = years
  assert.deepEqual(current?.t3.carriedIn.total.ids, last?.t3.carriedOut.total.ids)
  for (const column of ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'] as const)
    assert.ok((current?.t3.newlyReceived[column].value ?? 0) > 0, column)
  const rows = await city.db.selectFrom('requests').select(['request_id', 'closed_on']).execute()
  const states = new Set<string>()
  for (const { request_id: requestId } of rows) {
    const file = await caseFile(city, agencyId, requestId, city.today())
    states.add(file?.request.standing.state ?? '')
    assert.equal(file?.request.standing.refusal ?? null, null)
  }
  for (const state of [
    'awaitingConfirmation',
    'running',
    'paused',
    'waitingForApplicant',
    'waitingForFee',
    'closed',
  ])
    assert.ok(states.has(state), state)
  assert.equal(current?.t4.reconsideration.corrected.value, 1)
})

test('no letter of the demo year was late', async () => {
  const agencyId = await city.agencyId('yunting-emergency')
  const late = await city.db
    .selectFrom('requests')
    .select(['number'])
    .where('agency_id', '=', agencyId)
    .whereRef('closed_on', '>', 'kept_due_on')
    .execute()
  assert.deepEqual(late, [])
})
