import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { caseFile } from '../queries/case-file.ts'
import { openHints } from '../store/hints.ts'
import { inbox } from '../queries/inbox.ts'
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

test('no signer’s list is empty: a paper waits for each of them, one is a draft, one may go out, and a hint is to be looked at', async () => {
  const agencyId = await city.agencyId('yunting-emergency')
  const papers = await city.db
    .selectFrom('request_papers')
    .select(['state', 'chain', 'signed'])
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['draft', 'inReview', 'approved'])
    .execute()
  const waits = new Set(
    papers.map(({ state, chain, signed }) => (state === 'inReview' ? chain[signed] : state)),
  )
  assert.deepEqual([...waits].sort(), ['approved', 'draft', 'head', 'legal', 'officeHead', 'secrecy'])
  const [hint, ...more] = await openHints(city.db, agencyId)
  assert.deepEqual([hint?.applicants, more.length], [2, 0])
  const { counts } = await inbox(city, agencyId, {}, city.today())
  assert.ok(counts.overdue >= 1 && counts.waiting >= 3)
})

test('every reply of the demo year that was searched for in vain names what its own applicant asked for', async () => {
  const agencyId = await city.agencyId('yunting-emergency')
  const papers = await city.db
    .selectFrom('request_papers')
    .select(['request_id', 'paper_id'])
    .where('agency_id', '=', agencyId)
    .where('letter', '=', 'D28')
    .execute()
  assert.ok(papers.length >= 2)
  for (const { request_id: requestId, paper_id: paperId } of papers) {
    const file = await caseFile(city, agencyId, requestId, city.today())
    const paper = file?.papers.find((one) => one.paperId === paperId)
    assert.ok(JSON.stringify(paper?.blanks).includes(file?.request.content ?? '？'), file?.request.number)
  }
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
