import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type Kysely, type KyselyPlugin } from 'kysely'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import type { Tables } from '../../../platform/context.ts'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestsRoom } from '../room.ts'
import { inbox, inboxRows, inboxViews, type InboxFilter } from './inbox.ts'

const today = plainDay('2026-03-30')
/** Cases of each agency of the demo city: old ones closed, one in ten open. */
const perAgency = 2400

let city: County
let agencyId: string
before(async () => {
  city = await county([{ ...requestsRoom, firstStart: async () => [] }], { today })
  agencyId = await city.agencyId('yunting-emergency')
  await fill()
})
after(() => city.drop())

/** Some ten thousand cases as an office has them after years: due days, states and handlers spread over open and closed ones. */
async function fill(): Promise<void> {
  await sql`
    insert into requests (agency_id, request_id, number, kind, channel, submitted_at, arrived_on, received_on, applicant_kind, content,
      wanted_form, wanted_way, submission_key, query_code_digest, outcome, closed_on, kept_state, kept_due_on, kept_applicant_due_on)
    select a.agency_id, gen_random_uuid(), '2020-' || lpad(n::text, 5, '0'), 'information', 'counter',
      timestamptz '2026-03-27' - n * interval '20 hours', date '2026-03-27' - (n * 5 / 6), date '2026-03-27' - (n * 5 / 6), 'natural',
      '第' || n || '件政府信息', 'paper', 'post', 'plan-' || n, 'plan-' || a.agency_id || n,
      case when n % 10 = 0 then null else 'released' end,
      case when n % 10 = 0 then null else date '2026-03-28' - (n * 5 / 6) + 1 end,
      case when n % 10 <> 0 then 'closed' when n % 100 = 0 then 'awaitingConfirmation' when n % 70 = 0 then 'waitingForApplicant' else 'running' end,
      case when n % 70 = 0 and n % 10 = 0 then null else date '2026-03-27' + 28 - (n % 60) end,
      case when n % 70 = 0 then date '2026-03-27' + 5 - (n % 9) end
    from agencies a cross join generate_series(1, ${sql.lit(perAgency)}) n`.execute(city.db)
  await sql`analyze requests`.execute(city.db)
}

/** What the inbox asked the database for, as the database would go about it. */
async function plansOf(filter: InboxFilter): Promise<readonly string[]> {
  const asked: Parameters<KyselyPlugin['transformQuery']>[0][] = []
  const db = city.db.withPlugin({
    transformQuery: (args) => {
      asked.push(args)
      return args.node
    },
    transformResult: async ({ result }) => result,
  }) as Kysely<Tables>
  await inbox({ db, cipher: city.cipher }, agencyId, filter, today)
  const plans: string[] = []
  for (const { node, queryId } of asked) {
    const compiled = city.db.getExecutor().compileQuery(node, queryId)
    if (!/from "requests"/.test(compiled.sql)) continue
    const { rows } = await city.database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
    plans.push(rows.map((row: Record<string, unknown>) => String(row['QUERY PLAN'])).join('\n'))
  }
  return plans
}

const views = [...inboxViews, undefined]

test('among some ten thousand cases no view of the inbox reads cases of other agencies: every question goes by an index', async () => {
  for (const state of views) {
    const plans = await plansOf({ state })
    assert.ok(plans.length >= 3, 'counts of open and closed ones, and rows')
    for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan on requests/, `${state}\n${plan}`)
  }
})

test('what is open, overdue and due soon is found by the index of open cases alone', async () => {
  for (const state of ['open', 'overdue', 'dueSoon'] as const) {
    const rows = (await plansOf({ state })).at(-1) ?? ''
    assert.match(
      rows,
      /requests_open_by_due|requests_of_handler|requests_due_everywhere/,
      `${state}\n${rows}`,
    )
  }
})

test('narrowed by section, kind, days or words, the inbox stays within the agency', async () => {
  const narrow: readonly InboxFilter[] = [
    { state: 'open', handlerId: 'nobody' },
    { state: 'closed', outcome: 'released' },
    { state: 'open', section: '办公室', kind: 'information', applicantKind: 'natural' },
    { receivedFrom: plainDay('2026-01-01'), receivedTo: plainDay('2026-02-01') },
    { words: '第77件' },
  ]
  for (const filter of narrow)
    for (const plan of await plansOf(filter))
      assert.doesNotMatch(plan, /Seq Scan on requests/, `${JSON.stringify(filter)}\n${plan}`)
})

test('the counts beside the views are the lengths of their lists, page by page and in the file', async () => {
  const { counts } = await inbox(city, agencyId, { state: 'open' }, today)
  assert.equal(counts.open + counts.closed, perAgency)
  for (const state of inboxViews) {
    const listed: string[] = []
    const { total } = await inbox(city, agencyId, { state }, today)
    assert.equal(total, counts[state], state)
    for await (const row of inboxRows(city, agencyId, { state }, today, 50_000)) listed.push(row.requestId)
    assert.equal(listed.length, counts[state], state)
    assert.equal(new Set(listed).size, listed.length, `${state}: no case twice`)
  }
  const shown = await inbox(city, agencyId, { state: 'overdue' }, today, 9999)
  assert.equal(shown.page, Math.ceil(counts.overdue / 30), 'beyond the last page the last one is shown')
  assert.ok(shown.rows.every(({ dueOn, isOverdue }) => isOverdue && dueOn !== null && dueOn < today))
})

test('every open case stands in exactly one of the views that tell a state', async () => {
  const { counts } = await inbox(city, agencyId, { state: 'open' }, today)
  const { awaitingConfirmation, running, waiting, lapsed, open } = counts
  assert.equal(awaitingConfirmation + running + waiting + lapsed, open)
})
