// The request desk at the size of a province: a million cases in three thousand agencies. node scripts/bench-requests.mjs [cases]
// p95 of the inbox, of what is due soon, and of the sweep for reminders against the bare SQL in the same run; evaluations of the statutory clock a second;
// two hundred applicants who send off at once. Times are of this machine; the ratios are what counts.
import http from 'node:http'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true })
const emit = (path) => import(join(root, 'dist', path))
const { county } = await emit('test/builders/county.js')
const { rooms } = await emit('src/apps/rooms.js')
const { createServer } = await emit('src/apps/server.js')
const { inbox } = await emit('src/modules/requests/queries/inbox.js')
const { casesToRemind } = await emit('src/modules/requests/queries/due-work.js')
const { runClock } = await emit('src/law/clock/clock.js')
const { nationalCalendar } = await emit('src/law/calendar/national.js')
const { sql } = await import('kysely')

const wanted = Number(process.argv[2] ?? 1_000_000)
const agencies = Math.max(3, Math.round(wanted / 333))
const city = await county(rooms.slice(2), {
  today: '2026-06-15',
  env: { GONGKAI_RATE_PER_MINUTE: '1000000' },
})
const { db } = city

console.log(`filling ${wanted} cases in ${agencies} agencies`)
await sql`insert into agencies (agency_id, kind, slug, opened_on)
  select gen_random_uuid(), 'department', 'bench-' || n, '2019-01-01' from generate_series(1, ${sql.lit(agencies)}) n`.execute(
  db,
)
await sql`insert into agency_names (agency_id, from_on, name, short_name)
  select agency_id, '2019-01-01', '示例机关' || slug, slug from agencies where slug like 'bench-%'`.execute(
  db,
)
await sql`create temporary table bench_agencies as
  select agency_id, row_number() over () - 1 as place from agencies where slug like 'bench-%'`.execute(db)
// One in fifty is open; the days spread over five years.
await sql`insert into requests (agency_id, request_id, number, kind, channel, submitted_at, arrived_on, received_on, applicant_kind,
    content, wanted_form, wanted_way, submission_key, query_code_digest, kept_state, kept_due_on, closed_on, outcome)
  select a.agency_id, gen_random_uuid(), '2026-' || lpad(n::text, 7, '0'), 'information', 'counter',
    d.day, d.day, d.day, (array['natural','business','research','welfare','legalService','otherOrg'])[1 + n % 6],
    '示例市' || (2019 + n % 8) || '年第' || n || '号检查文书和处理结果', 'paper', 'post', 'bench ' || n, 'bench',
    case when n % 50 = 0 then 'running' else 'closed' end, d.day + 28,
    case when n % 50 = 0 then null else d.day + 20 end, case when n % 50 = 0 then null else 'released' end
  from generate_series(1, ${sql.lit(wanted)}) n
  join bench_agencies a on a.place = n % ${sql.lit(agencies)}
  cross join lateral (select date '2026-06-10' - case when n % 50 = 0 then (n / 50) % 30 else 60 + n % 1700 end as day) d`.execute(
  db,
)
await sql`insert into request_applicants (agency_id, request_id, position, kind, identity_kind, name_sealed, name_fingerprint, contact_sealed)
  select agency_id, request_id, 0, applicant_kind, 'identityCard', ${city.cipher.seal('示例')}, 'bench', ${city.cipher.seal('{}')}
  from requests where query_code_digest = 'bench' and closed_on is null`.execute(db)
await sql`vacuum analyze`.execute(db)

const ids = (
  await sql`select agency_id as id from bench_agencies order by random() limit 200`.execute(db)
).rows.map((row) => row.id)
const today = city.today()
const ground = { db, cipher: city.cipher }

async function timed(name, act) {
  const times = []
  for (const id of ids.slice(0, 20)) await act(id)
  for (const id of ids) {
    const from = performance.now()
    await act(id)
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)]
  return { name, p50: times[Math.floor(times.length / 2)], p95 }
}
const bareInbox = (id) =>
  sql`select * from requests where agency_id = ${id} and closed_on is null order by kept_due_on, request_id limit 51`.execute(
    db,
  )
const bareDue = (id) =>
  sql`select * from requests where agency_id = ${id} and closed_on is null
    and kept_due_on between ${today} and date ${sql.lit(today)} + 7 order by kept_due_on, request_id limit 51`.execute(
    db,
  )
const bareSweep = () =>
  sql`select agency_id, request_id from requests where closed_on is null and kept_due_on <= date ${sql.lit(today)} + 60
    order by agency_id, request_id limit 500`.execute(db)
/** The first batch of the morning's sweep over every agency. */
async function sweep() {
  let seen = 0
  for await (const one of casesToRemind(db, today)) if (one && (seen += 1) === 500) break
}
const rows = [
  await timed('bare SQL, open cases of an agency', bareInbox),
  await timed('inbox of an agency', (id) => inbox(ground, id, { state: 'open' }, today, 1)),
  await timed('bare SQL, due soon in an agency', bareDue),
  await timed('due soon in an agency', (id) => inbox(ground, id, { state: 'dueSoon' }, today, 1)),
  await timed('bare SQL, 500 to remind of all agencies', bareSweep),
  await timed('500 to remind of all agencies', sweep),
]
for (const { name, p50, p95 } of rows)
  console.log(`${name.padEnd(40)} p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms`)
console.log(`inbox against its bare SQL, p95: ${(rows[1].p95 / rows[0].p95).toFixed(1)} times`)
console.log(`due soon against its bare SQL, p95: ${(rows[3].p95 / rows[2].p95).toFixed(1)} times`)
console.log(`sweep against its bare SQL, p95: ${(rows[5].p95 / rows[4].p95).toFixed(1)} times`)

{
  const events = [
    { type: 'clarificationAsked', on: '2026-03-06', until: '2026-03-27' },
    { type: 'clarificationAnswered', on: '2026-03-12' },
    { type: 'thirdPartyAsked', id: 'a', sentOn: '2026-03-16', receivedOn: '2026-03-18' },
    { type: 'thirdPartyAnswered', id: 'a', on: '2026-03-26', opinion: 'objects' },
    { type: 'extended', on: '2026-04-14', days: 15 },
  ]
  const one = { received: { channel: 'online', on: '2026-03-02' }, events, today: '2026-05-06' }
  for (let warm = 0; warm < 2000; warm += 1) runClock(one, nationalCalendar)
  const from = performance.now()
  const times = 20_000
  for (let round = 0; round < times; round += 1) runClock(one, nationalCalendar)
  const perSecond = (times * 1000) / (performance.now() - from)
  console.log(`clock: ${Math.round(perSecond).toLocaleString('en')} cases of five events a second and core`)
}

{
  const app = await createServer(city)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const { agencyId } = { agencyId: await city.agencyId('yunting-emergency') }
  const { submitRequest } = await emit('src/modules/requests/commands/submit-request.js')
  const { someApplicant } = await emit('test/builders/request-desk.js')
  const from = performance.now()
  const applicants = 200
  const settled = await Promise.allSettled(
    Array.from({ length: applicants }, async (_, place) => {
      await new Promise((resolve, reject) =>
        http
          .get(`${origin}/`, (answer) => {
            answer.resume()
            answer.once('end', () =>
              answer.statusCode === 200 ? resolve() : reject(new Error(String(answer.statusCode))),
            )
          })
          .once('error', reject),
      )
      return city.command({ kind: 'public' }, agencyId, (context) =>
        submitRequest(context, {
          agencyId,
          applicants: [someApplicant],
          content: `第${place}位申请人要的信息`,
          wantedForm: 'paper',
          wantedWay: 'post',
          submissionKey: randomUUID(),
        }),
      )
    }),
  )
  const failed = settled.filter(({ status }) => status === 'rejected')
  const numbers = new Set(
    settled.flatMap(({ status, value }) => (status === 'fulfilled' ? [value.number] : [])),
  )
  console.log(
    `${applicants} applicants at once: ${failed.length} failed, ${numbers.size} numbers, all in ${Math.round(performance.now() - from)} ms`,
  )
  await app.close()
}
await city.drop()
process.exit(0)
