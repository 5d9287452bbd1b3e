import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { county, type County } from '../builders/county.ts'
import { visitor, type Visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import { hashPassword, setLoginName, setPasswordHash } from '../../src/platform/sessions/index.ts'
import { grantRole } from '../../src/modules/agencies/commands/grant-role.ts'
import { registerPerson } from '../../src/modules/agencies/commands/register-person.ts'

let city: County
let app: FastifyInstance
before(async () => {
  city = await county()
  app = await createServer(city)
})
after(async () => {
  await app.close()
  await city.drop()
})

async function signedIn(loginName: string): Promise<Visitor> {
  const browser = visitor(app)
  const page = await browser.post('/console/sign-in', { loginName, password: city.password })
  assert.equal(page.statusCode, 303)
  return browser
}

const staffPages = {
  '/console/agencies': ['system'],
  '/console/agencies/new': ['system'],
  '/console/people': ['system', 'security', 'audit', 'head', 'review2'],
  '/console/people/new': ['system'],
  '/console/roles': ['system', 'security', 'audit', 'head', 'review2'],
  '/console/institution': ['officer', 'review2'],
  '/console/journal': ['audit'],
  '/console/journal.csv': ['audit'],
} as const

test('each staff page opens to those who hold its permission, and to nobody else', async () => {
  for (const loginName of ['system', 'security', 'audit', 'officer', 'review2', 'head', 'liaison']) {
    const browser = await signedIn(loginName)
    for (const [path, allowed] of Object.entries(staffPages))
      assert.equal(
        (await browser.get(path)).statusCode,
        (allowed as readonly string[]).includes(loginName) ? 200 : 403,
        `${loginName} ${path}`,
      )
  }
})

test('the rail shows each person only what they may open', async () => {
  const rail = async (loginName: string) =>
    [
      ...(await (await signedIn(loginName)).get('/console')).body.matchAll(/<a href="(\/console\/[a-z-]+)"/g),
    ].map((link) => link[1]!)
  assert.ok((await rail('audit')).includes('/console/journal'))
  assert.equal((await rail('officer')).includes('/console/journal'), false)
  assert.ok((await rail('officer')).includes('/console/institution'))
})

test('from registering to working: invited, account taken up, role granted, page opened', async () => {
  const system = await signedIn('system')
  const security = await signedIn('security')
  const incomplete = await system.post('/console/people', {
    name: '',
    post: '',
    duty: 'business',
    email: 'x',
  })
  assert.equal(incomplete.statusCode, 422)
  for (const sentence of ['写姓名', '写职务或者岗位', '邮箱地址写得不完整'])
    assert.match(incomplete.body, new RegExp(sentence))
  const made = await system.post('/console/people', {
    name: '申新知（示例）',
    post: '公开岗',
    duty: 'business',
    email: '',
  })
  const at = String(made.headers.location).split('?')[0] ?? ''
  const invited = await system.post(`${at}/invite`, {})
  const link = /class="secret">([^<]+)</.exec(invited.body)?.[1] ?? ''
  const own = visitor(app)
  const path = new URL(link).pathname
  assert.match((await own.get(path)).body, /申新知/)
  const weak = await own.post(path, { loginName: 'shen.xinzhi', password: 'Password123!', again: 'x' })
  assert.equal(weak.statusCode, 422)
  assert.match(weak.body, /太常见/)
  assert.match(weak.body, /value="shen\.xinzhi"/, 'what was typed stays')
  assert.equal(/Password123!/.test(weak.body), false, 'except the password')
  const taken = await own.post(path, {
    loginName: 'shen.xinzhi',
    password: 'Nf7-kettle-Moor',
    again: 'Nf7-kettle-Moor',
  })
  assert.equal(taken.headers.location, '/console/sign-in?said=invited')
  assert.equal((await own.get(path)).statusCode, 409, 'the link is spent')
  await own.post('/console/sign-in', { loginName: 'shen.xinzhi', password: 'Nf7-kettle-Moor' })
  assert.equal((await own.get('/console/institution')).statusCode, 403)
  const refused = await security.post(`${at}/roles`, { role: 'auditAdministrator' })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /管理员不能承办业务/)
  assert.equal((await security.post(`${at}/roles`, { role: 'officer' })).statusCode, 303)
  assert.equal((await own.get('/console/institution')).statusCode, 200, 'the role holds at once')
  assert.equal((await security.post(`${at}/roles/revoke`, { role: 'officer' })).statusCode, 303)
  assert.equal((await own.get('/console/institution')).statusCode, 403)
  assert.equal((await system.post(`${at}/leave`, {})).statusCode, 303)
  assert.equal((await own.get('/console')).statusCode, 303, 'gone, and so is the session')
})

test('an invitation to someone with an address goes by mail and shows on no page', async () => {
  const system = await signedIn('system')
  const made = await system.post('/console/people', {
    name: '某乙（示例）',
    post: '岗',
    duty: 'business',
    email: 'invite-by-mail@example.com',
  })
  const at = String(made.headers.location).split('?')[0] ?? ''
  const answer = await system.post(`${at}/invite`, {})
  assert.equal(answer.statusCode, 303)
  const page = await system.get(String(answer.headers.location))
  assert.match(page.body, /邀请已发到本人的邮箱/)
  assert.doesNotMatch(page.body, /invitations\//)
  assert.doesNotMatch(page.body, /invite-by-mail/, 'nor does the address')
})

test('an address of a person or an agency that cannot be is not found, in reading as in writing', async () => {
  const system = await signedIn('system')
  for (const path of ['/console/people/nobody', '/console/agencies/nothing'])
    assert.equal((await system.get(path)).statusCode, 404, path)
  for (const act of ['invite', 'leave'])
    assert.equal((await system.post(`/console/people/x'y/${act}`, {})).statusCode, 404)
  const elsewhere = await city.agencyId('linpu')
  await system.post('/console/agency-switch', { agencyId: elsewhere })
  assert.equal((await system.get(`/console/agencies/${await city.agencyId('wanghe')}`)).statusCode, 404)
})

test('the tree is kept by forms: add, rename, move, close; what is refused says why beside the form', async () => {
  const system = await signedIn('system')
  await system.post('/console/agency-switch', { agencyId: await city.agencyId('yunting') })
  const parentId = await city.agencyId('yunting')
  const added = await system.post('/console/agencies', {
    parentId,
    kind: 'department',
    name: '云汀市水利局',
    shortName: '市水利局',
    slug: 'yunting-water',
    openedOn: '2000-01-01',
    regionCode: '',
    creditCode: '',
    sortOrder: '',
  })
  assert.equal(added.statusCode, 303, added.body)
  const at = `/console/agencies/${await city.agencyId('yunting-water')}`
  const early = await system.post(`${at}/rename`, {
    name: '云汀市水务局',
    shortName: '市水务局',
    fromOn: '1999-01-01',
    basis: '',
  })
  assert.equal(early.statusCode, 409)
  assert.match(early.body, /日期早于上一次变更/)
  assert.match(early.body, /value="云汀市水务局"/)
  assert.equal(
    (
      await system.post(`${at}/rename`, {
        name: '云汀市水务局',
        shortName: '市水务局',
        fromOn: '2020-01-01',
        basis: '示例',
      })
    ).statusCode,
    303,
  )
  assert.equal(
    (await system.post(`${at}/move`, { parentId: await city.agencyId('yunting-emergency') })).statusCode,
    409,
  )
  assert.equal((await system.post(`${at}/move`, { parentId: await city.agencyId('linpu') })).statusCode, 303)
  assert.equal(
    (
      await system.post(`${at}/close`, {
        closedOn: '2025-01-01',
        successorIds: await city.agencyId('linpu'),
        closeBasis: '',
      })
    ).statusCode,
    303,
  )
  const page = await visitor(app).get('/agency/yunting-water/institution')
  assert.match(page.body, /已经撤销或者合并/)
  assert.match(page.body, /云汀市水利局/, 'the former name')
})

test('an officer fills the page and the guide, and the public reads them at once', async () => {
  const officer = await signedIn('hitech-officer')
  const page = await officer.get('/console/institution')
  assert.match(page.body, /还缺\d+项/)
  const values: Record<string, string> = {}
  for (const field of page.body.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*?(?:value="([^"]*)")?[^>]*>/g))
    values[field[1]!] = /value="([^"]*)"/.exec(field[0])?.[1] ?? ''
  for (const field of page.body.matchAll(/<textarea[^>]*\bname="([^"]+)"[^>]*>([^<]*)<\/textarea>/g))
    values[field[1]!] = field[2]!
  const saved = await officer.post('/console/institution', {
    ...values,
    classification: '按公文种类编排。\n每条有索引号。',
    disclosureFax: '0000-81082017',
    'leaders.1.name': '齐物（示例）',
    'leaders.1.post': '副主任',
  })
  assert.equal(saved.statusCode, 303, saved.body)
  const guide = await visitor(app).get('/agency/hitech-emergency/guide')
  assert.match(guide.body, /每条有索引号/)
  assert.match((await visitor(app).get('/agency/hitech-emergency/institution')).body, /齐物/)
  const stale = await officer.post('/console/institution', { ...values, phone: '0000-1' })
  assert.equal(stale.statusCode, 412)
  assert.match(stale.body, /有人改过这一页/)
  assert.match(stale.body, /value="0000-1"/, 'what was typed stays')
})

test('the list of agencies, the institution page and the guide are there for everyone, and hold nothing of the console', async () => {
  const reader = visitor(app)
  const list = await reader.get('/agencies')
  for (const name of ['云汀市人民政府', '临浦区应急管理局', '望河区应急管理局'])
    assert.match(list.body, new RegExp(name))
  const page = await reader.get('/agency/yunting-emergency/institution')
  assert.match(page.body, /周怀瑾/)
  assert.match(page.body, /云汀市安全生产监督管理局/, 'the predecessor')
  assert.equal((await reader.get('/agency/yunting-emergency/guide')).statusCode, 200)
  assert.equal((await reader.get('/agency/nowhere/guide')).statusCode, 404)
  for (const body of [list.body, page.body])
    assert.doesNotMatch(body, /林若溪|office@|[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('the auditor finds entries by verb, person and day, takes them along, and verifies the whole chain', async () => {
  const officer = await signedIn('officer')
  await officer.post('/console/account/password', { current: 'wrong', password: 'x', again: 'x' })
  const auditor = await signedIn('audit')
  const rows = async (query: string) =>
    (await auditor.get(`/console/journal?${query}`)).body.match(/<code class="note sub">/g)?.length ?? 0
  assert.ok((await rows('verb=sign-in')) >= 1)
  assert.ok((await rows(`verb=sign-in&who=${encodeURIComponent('林若溪')}`)) >= 1)
  assert.equal(await rows(`who=${encodeURIComponent('没有这个人')}`), 0)
  assert.equal(await rows('from=2030-01-01'), 0)
  assert.ok((await rows('from=2026-03-12&to=2026-03-12')) > 0)
  const csv = await auditor.get('/console/journal.csv?verb=sign-in')
  assert.match(csv.headers['content-type'] as string, /text\/csv/)
  assert.ok(csv.body.startsWith('\uFEFF机关,序号'))
  assert.match(csv.body, /林若溪（示例）,登录,sign-in/)
  const verified = await auditor.post('/console/journal/verify', {})
  assert.match(verified.body, /没有被改过/)
  await city.db.transaction().execute(async (transaction) => {
    await sql`alter table journal disable trigger journal_append_only`.execute(transaction)
    await sql`update journal set verb = 'grant-role' where verb = 'sign-in' and number = (
      select max(number) from journal where verb = 'sign-in')`.execute(transaction)
    await sql`alter table journal enable trigger journal_append_only`.execute(transaction)
  })
  assert.match((await auditor.post('/console/journal/verify', {})).body, /日志被动过/)
})

test('an auditor of one district sees its own chains only', async () => {
  const agencyId = await city.agencyId('linpu')
  const personId = await city.as('system', 'linpu', (context) =>
    registerPerson(context, {
      agencyId,
      name: '区审计（示例）',
      post: '审计管理员',
      duty: 'audit',
      email: null,
    }),
  )
  await city.as('security', 'linpu', async (context) => {
    await grantRole(context, { agencyId, personId, role: 'auditAdministrator' })
    await setLoginName(context.db, personId, 'linpu-audit')
    await setPasswordHash(context.db, personId, await hashPassword(city.password), context.now, false)
  })
  const auditor = await signedIn('linpu-audit')
  const page = await auditor.get('/console/journal')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /临浦区应急管理局/)
  assert.doesNotMatch(page.body, /望河区|整个系统/)
  const other = await auditor.get(`/console/journal?agency=${await city.agencyId('wanghe')}`)
  assert.match(other.body, /没有符合的记录/)
})
