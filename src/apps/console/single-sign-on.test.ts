import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { county, type County } from '../../../test/builders/county.ts'
import { startSignOnProvider, type SignOnProvider } from '../../../test/builders/sign-on-provider.ts'
import { visitor, type Visitor } from '../../../test/builders/visitor.ts'
import { createServer } from '../server.ts'

const publicUrl = 'http://127.0.0.1:65000'

let provider: SignOnProvider
let city: County
let app: FastifyInstance
before(async () => {
  provider = await startSignOnProvider(`${publicUrl}/console/sign-in/sso/return`)
  city = await county([], {
    env: {
      GONGKAI_PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
    },
  })
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
  await provider.stop()
})

/** Follows the browser to the provider and back to our door. */
async function through(browser: Visitor, subject: string, query = '') {
  const away = await browser.get(`/console/sign-in/sso${query}`)
  assert.equal(away.statusCode, 303)
  const back = new URL(await provider.visit(String(away.headers.location), subject))
  return { back, answer: await browser.get(back.pathname + back.search) }
}

async function signedIn(loginName: string) {
  const browser = visitor(app)
  const page = await browser.post('/console/sign-in', { loginName, password: city.password })
  assert.equal(page.statusCode, 303)
  return browser
}

test('the sign-in page offers the unified sign-on, and asks for a proof key, a state and a nonce', async () => {
  const browser = visitor(app)
  assert.match((await browser.get('/console/sign-in')).body, /统一身份认证/)
  const away = await browser.get('/console/sign-in/sso')
  const asked = new URL(String(away.headers.location)).searchParams
  assert.equal(asked.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((asked.get(name) ?? '').length >= 32, name)
  const cookie = away.cookies.find(({ name }) => name === 'gongkai-sso')
  assert.equal(cookie?.httpOnly, true)
  assert.equal(String(away.headers.location).includes(cookie?.value ?? '-'), false)
})

test('an identity that no account is linked to opens nothing and says what to do', async () => {
  const browser = visitor(app)
  const { answer } = await through(browser, 'stranger')
  assert.equal(answer.statusCode, 409)
  assert.match(answer.body, /还没有账号与它关联/)
  assert.equal((await browser.get('/console')).statusCode, 303)
})

test('a linked identity ends in the same session as a password, at the page first wanted', async () => {
  const owner = await signedIn('officer')
  const linked = await through(owner, 'officer-at-city', '?link=1')
  assert.equal(linked.answer.headers.location, '/console/account?done=linked')
  const browser = visitor(app)
  const { answer } = await through(browser, 'officer-at-city', '?back=%2Fconsole%2Faccount')
  assert.equal(answer.headers.location, '/console/account')
  assert.match((await browser.get('/console/account')).body, /林若溪/)
  const stored = await city.db
    .selectFrom('accounts')
    .select('oidc_subject')
    .where('login_name', '=', 'officer')
    .executeTakeFirstOrThrow()
  assert.equal(stored.oidc_subject, `${provider.issuer} officer-at-city`)
})

test('one identity belongs to one account, and can be untied', async () => {
  const other = await signedIn('liaison')
  const { answer } = await through(other, 'officer-at-city', '?link=1')
  assert.equal(answer.statusCode, 409)
  assert.match(answer.body, /已经关联了别的账号/)
  const owner = await signedIn('officer')
  await owner.post('/console/account/single-sign-on/unlink', {})
  assert.equal((await through(visitor(app), 'officer-at-city')).answer.statusCode, 409)
})

test('an answer is good once, in the browser that asked, and not when it was tampered with', async () => {
  const owner = await signedIn('head')
  await through(owner, 'head-at-city', '?link=1')
  const first = visitor(app)
  const { back, answer } = await through(first, 'head-at-city')
  assert.equal(answer.statusCode, 303)
  assert.equal((await first.get(back.pathname + back.search)).statusCode, 409, 'a second time')
  const stranger = visitor(app)
  assert.equal((await stranger.get(back.pathname + back.search)).statusCode, 409, 'another browser')
  const second = visitor(app)
  const away = await second.get('/console/sign-in/sso')
  const mixed = new URL(await provider.visit(String(away.headers.location), 'head-at-city'))
  mixed.searchParams.set('state', 'x'.repeat(43))
  assert.equal((await second.get(mixed.pathname + mixed.search)).statusCode, 409, 'another state')
})

test('a link that was asked for in one session is not given to the next one', async () => {
  const browser = await signedIn('review1')
  const away = await browser.get('/console/sign-in/sso?link=1')
  const back = new URL(await provider.visit(String(away.headers.location), 'review-at-city'))
  await browser.post('/console/sign-in', { loginName: 'review2', password: city.password })
  assert.equal((await browser.get(back.pathname + back.search)).statusCode, 409)
})

test('a second factor is asked for after the unified sign-on as well', async () => {
  const owner = await signedIn('mayor')
  await through(owner, 'mayor-at-city', '?link=1')
  await city.db
    .updateTable('accounts')
    .set({ totp_secret: city.cipher.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'), totp_confirmed_at: city.now() })
    .where('login_name', '=', 'mayor')
    .execute()
  const browser = visitor(app)
  const { answer } = await through(browser, 'mayor-at-city')
  assert.match(String(answer.headers.location), /second-factor/)
  assert.equal((await browser.get('/console')).statusCode, 303)
})
