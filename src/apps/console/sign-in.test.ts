import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { county, type County } from '../../../test/builders/county.ts'
import { visitor } from '../../../test/builders/visitor.ts'
import { codeAt } from '../../platform/sessions/index.ts'
import { createServer } from '../server.ts'

let city: County
let app: FastifyInstance
before(async () => {
  city = await county([], { env: { GONGKAI_TOTP: 'administrators' } })
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

const newPassword = 'Nf7-kettle-Moor'

/** A sitting in front of one browser, signed in as far as the password goes. */
async function withPassword(loginName: string, password = city.password, address = '10.0.0.1') {
  const browser = visitor(app, { address })
  const page = await browser.post('/console/sign-in', { loginName, password })
  return { browser, page }
}

async function verbs(loginName: string) {
  const id = await city.personId(loginName)
  const rows = await city.db
    .selectFrom('journal')
    .select(['verb'])
    .where('subject_id', '=', id)
    .where('subject_kind', '=', 'account')
    .orderBy('number')
    .execute()
  return rows.map(({ verb }) => verb)
}

test('whoever is not signed in is sent to sign-in from every staff page, and comes back afterwards', async () => {
  const browser = visitor(app)
  const away = await browser.get('/console/account?x=1')
  assert.equal(away.statusCode, 303)
  assert.equal(away.headers.location, `/console/sign-in?back=${encodeURIComponent('/console/account?x=1')}`)
  const page = await browser.post('/console/sign-in', {
    loginName: 'officer',
    password: city.password,
    back: '/console/account?x=1',
  })
  assert.equal(page.headers.location, '/console/account?x=1')
  assert.equal((await browser.get('/console/account')).statusCode, 200)
})

test('sign-in never leads to another site', async () => {
  for (const back of ['//evil.example', 'https://evil.example/', '/\\evil', '/console/sign-in', '/look'])
    assert.equal(
      (await visitor(app).post('/console/sign-in', { loginName: 'officer', password: city.password, back }))
        .headers.location,
      '/console',
      back,
    )
})

test('the cookie is closed to script and to other sites, and the database holds only its digest', async () => {
  const { browser, page } = await withPassword('liaison')
  const cookie = page.cookies.find(({ name }) => name === 'gongkai')
  assert.ok(cookie)
  assert.equal(cookie.httpOnly, true)
  assert.equal(cookie.sameSite, 'Lax')
  const rows = await city.db.selectFrom('sessions').selectAll().execute()
  assert.equal(JSON.stringify(rows).includes(cookie.value), false)
  assert.equal((await browser.get('/console')).statusCode, 200)
  assert.equal((await browser.get('/console')).headers['cache-control'], 'no-store')
})

test('behind https the cookie is tied to this very host', async () => {
  const secure = await county([], { env: { GONGKAI_PUBLIC_URL: 'https://open.example' } })
  const other = await createServer(secure)
  const page = await visitor(other, { origin: 'https://open.example' }).post('/console/sign-in', {
    loginName: 'officer',
    password: secure.password,
  })
  const cookie = page.cookies.find(({ name }) => name === '__Host-gongkai')
  assert.deepEqual([cookie?.secure, cookie?.path, cookie?.domain], [true, '/', undefined])
  await other.close()
  await secure.drop()
})

test('a wrong name, a wrong password and a locked account get word for word the same answer', async () => {
  const said = async (loginName: string, password: string) => {
    const { page } = await withPassword(loginName, password, '10.0.0.2')
    assert.equal(page.statusCode, 422)
    return page.body.replaceAll(loginName, 'NAME')
  }
  const unknown = await said('nobody-here', 'x')
  assert.equal(await said('review3', 'x'), unknown)
  for (let more = 0; more < 4; more += 1) await said('review3', 'x')
  assert.equal(await said('review3', city.password), unknown, 'locked, although the password is right')
  city.moveTo('2026-03-13')
  assert.equal((await withPassword('review3')).page.statusCode, 303, 'the lock ends by itself')
  city.moveTo('2026-03-12')
})

test('of many guesses at once only five are judged', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, guess) => withPassword('legal', `guess-${guess}`, `10.1.0.${guess}`)),
  )
  assert.equal(
    answers.every(({ page }) => page.statusCode === 422),
    true,
  )
  const row = await city.db
    .selectFrom('accounts')
    .select(['failures', 'locked_until'])
    .where('login_name', '=', 'legal')
    .executeTakeFirstOrThrow()
  assert.equal(row.failures, 5)
  assert.notEqual(row.locked_until, null)
})

test('an address that keeps failing is refused for a while, others are not', async () => {
  for (let tries = 0; tries < 30; tries += 1) await withPassword(`guess-${tries}`, 'x', '10.9.9.9')
  assert.equal((await withPassword('officer', city.password, '10.9.9.9')).page.statusCode, 429)
  assert.equal((await withPassword('officer', city.password, '10.9.9.8')).page.statusCode, 303)
})

test('every sign-in makes a new token, and signing out ends it on the server', async () => {
  const { browser, page } = await withPassword('head')
  const first = browser.cookie('gongkai')
  await browser.post('/console/sign-in', { loginName: 'head', password: city.password })
  const second = browser.cookie('gongkai')
  assert.notEqual(first, second)
  assert.equal(page.statusCode, 303)
  const stale = visitor(app, { cookies: { gongkai: first ?? '' } })
  assert.equal((await stale.get('/console')).statusCode, 303, 'the token before is worth nothing')
  await browser.post('/console/sign-out', {})
  const kept = visitor(app, { cookies: { gongkai: second ?? '' } })
  assert.equal((await kept.get('/console')).statusCode, 303)
  assert.deepEqual(await verbs('head'), ['sign-in', 'sign-in', 'sign-out'])
})

test('a session ends after half an hour without a click, and after twelve hours in any case', async () => {
  const { browser } = await withPassword('mayor')
  const id = await city.personId('mayor')
  const set = (field: 'seen_at' | 'ends_at', minutesAgo: number) =>
    city.db
      .updateTable('sessions')
      .set({ [field]: new Date(city.now().getTime() - minutesAgo * 60_000) })
      .where('account_id', '=', id)
      .execute()
  await set('seen_at', 29)
  assert.equal((await browser.get('/console')).statusCode, 200)
  await set('seen_at', 31)
  assert.equal((await browser.get('/console')).statusCode, 303)
  await set('seen_at', 0)
  assert.equal((await browser.get('/console')).statusCode, 200)
  await set('ends_at', 1)
  assert.equal((await browser.get('/console')).statusCode, 303)
})

test('one’s own sessions are listed, and one of them can be ended from another', async () => {
  const here = (await withPassword('secrecy')).browser
  const there = (await withPassword('secrecy')).browser
  const page = await here.get('/console/account')
  const others = [...page.body.matchAll(/name="sessionId" value="([0-9a-f]{64})"/g)].map((found) => found[1])
  assert.equal(others.length, 1)
  await here.post('/console/account/sessions', { sessionId: others[0] ?? '' })
  assert.equal((await there.get('/console')).statusCode, 303)
  assert.equal((await here.get('/console')).statusCode, 200)
})

test('nobody can end the session of someone else', async () => {
  const mine = (await withPassword('review1')).browser
  const theirs = (await withPassword('review2')).browser
  const row = await city.db
    .selectFrom('sessions')
    .select('token_digest')
    .where('account_id', '=', await city.personId('review2'))
    .executeTakeFirstOrThrow()
  await mine.post('/console/account/sessions', { sessionId: row.token_digest })
  assert.equal((await theirs.get('/console')).statusCode, 200)
})

test('changing the password asks for the old one, keeps the rules, and ends all other sessions', async () => {
  const here = (await withPassword('wanghe-head')).browser
  const there = (await withPassword('wanghe-head')).browser
  const change = (current: string, password: string, again = password) =>
    here.post('/console/account/password', { current, password, again })
  assert.equal((await change('wrong', newPassword)).statusCode, 422)
  assert.match((await change(city.password, 'Password123!')).body, /太常见/)
  assert.match((await change(city.password, newPassword, 'other')).body, /两次输入的密码不一样/)
  assert.match((await change(city.password, city.password)).body, /不能和原来的一样/)
  assert.equal((await change(city.password, newPassword)).statusCode, 303)
  assert.equal((await there.get('/console')).statusCode, 303)
  assert.equal((await here.get('/console')).statusCode, 200)
  assert.equal((await withPassword('wanghe-head')).page.statusCode, 422)
  assert.equal((await withPassword('wanghe-head', newPassword)).page.statusCode, 303)
})

test('an administrator binds an authenticator before the first entry, then needs its code each time', async () => {
  const { browser, page } = await withPassword('audit')
  assert.match(String(page.headers.location), /\/console\/sign-in\/enrol/)
  assert.equal((await browser.get('/console/account')).statusCode, 303, 'half signed in opens nothing')
  const enrol = await browser.get('/console/sign-in/enrol')
  const secret = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(enrol.body)?.[1]?.replaceAll(' ', '') ?? ''
  assert.equal((await browser.post('/console/sign-in/enrol', { code: '000000' })).statusCode, 422)
  const now = new Date()
  const bound = await browser.post('/console/sign-in/enrol', { code: codeAt(secret, now) })
  assert.equal(bound.statusCode, 200)
  const codes = [...bound.body.matchAll(/<code>([A-Z2-7]{5}-[A-Z2-7]{5})<\/code>/g)].map((found) => found[1]!)
  assert.equal(codes.length, 10)
  assert.equal((await browser.get('/console')).statusCode, 200)
  const stored = await city.db
    .selectFrom('accounts')
    .select('totp_secret')
    .where('login_name', '=', 'audit')
    .executeTakeFirstOrThrow()
  assert.equal(stored.totp_secret?.includes(secret), false, 'the secret is sealed')

  const again = await withPassword('audit')
  assert.match(String(again.page.headers.location), /\/console\/sign-in\/second-factor/)
  assert.equal((await again.browser.get('/console')).statusCode, 303)
  const give = (code: string) => again.browser.post('/console/sign-in/second-factor', { code })
  assert.equal((await give(codeAt(secret, now))).statusCode, 422, 'the code used for binding is spent')
  assert.equal((await give(codeAt(secret, new Date(now.getTime() + 30_000)))).statusCode, 303)
  assert.equal((await again.browser.get('/console')).statusCode, 200)

  const lost = await withPassword('audit')
  const recover = () => lost.browser.post('/console/sign-in/second-factor', { code: codes[0]!.toLowerCase() })
  assert.equal((await recover()).statusCode, 303)
  const twice = await withPassword('audit')
  assert.equal(
    (await twice.browser.post('/console/sign-in/second-factor', { code: codes[0]! })).statusCode,
    422,
    'a recovery code is good once',
  )
})

test('guessing at the second factor locks the account, and signing in anew buys no further guesses', async () => {
  await city.db
    .updateTable('accounts')
    .set({ totp_secret: city.cipher.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'), totp_confirmed_at: city.now() })
    .where('login_name', '=', 'wanghe')
    .execute()
  let guesses = 0
  for (let round = 0; round < 4; round += 1) {
    const { browser, page } = await withPassword('wanghe')
    if (page.statusCode !== 303) break
    for (let guess = 0; guess < 3; guess += 1) {
      const answer = await browser.post('/console/sign-in/second-factor', { code: '123456' })
      if (answer.body.includes('不对，或者已经用过')) guesses += 1
    }
  }
  assert.ok(guesses <= 5, `${guesses} guesses were judged`)
  assert.equal((await withPassword('wanghe')).page.statusCode, 422)
})

test('a one-time password opens nothing but the page that replaces it', async () => {
  const id = await city.personId('linpu-head')
  await city.db.updateTable('accounts').set({ is_one_time: true }).where('account_id', '=', id).execute()
  const { browser, page } = await withPassword('linpu-head')
  assert.match(String(page.headers.location), /\/console\/sign-in\/new-password/)
  assert.equal((await browser.get('/console')).statusCode, 303)
  const replace = (password: string) =>
    browser.post('/console/sign-in/new-password', { password, again: password })
  assert.equal((await replace('short')).statusCode, 422)
  assert.equal((await replace(newPassword)).statusCode, 303)
  assert.equal((await browser.get('/console')).statusCode, 200)
})

test('a form sent from another site is refused although the cookie is there', async () => {
  const { browser } = await withPassword('officer2')
  const answer = await browser.post('/console/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
  assert.equal(answer.statusCode, 403)
  assert.equal((await browser.get('/console')).statusCode, 200)
})

test('who works for two agencies and opens a page of the other one is told to change over; who works for one is not', async () => {
  const lost = async (who: string) =>
    (await (await withPassword(who)).browser.get('/console/nowhere')).body.includes('您现在在')
  assert.deepEqual([await lost('officer2'), await lost('officer')], [true, false])
})

test('no name, password or address reaches the log or the journal', async () => {
  await withPassword('hitech-head', 'a-very-special-secret', '203.0.113.77')
  const journal = JSON.stringify(await city.db.selectFrom('journal').selectAll().execute())
  const log = JSON.stringify(city.lines)
  for (const secret of ['a-very-special-secret', '203.0.113.77', 'hitech-head', city.password]) {
    assert.equal(journal.includes(secret), false, `journal: ${secret}`)
    assert.equal(log.includes(secret), false, `log: ${secret}`)
  }
})
