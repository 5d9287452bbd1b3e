import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { launchBrowser, visitor as window } from '../builders/browser.ts'
import { county, type County } from '../builders/county.ts'
import { visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import { reportAuditRoom } from '../../src/modules/report-audit/room.ts'

const demo = join(import.meta.dirname, '../../../src/modules/report-audit/demo')

let city: County
let app: FastifyInstance
let browser: Browser
let origin: string
before(async () => {
  city = await county([reportAuditRoom])
  app = await createServer(city)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
  await city.drop()
})

for (const { name, script, width } of [
  { name: 'with script', script: true, width: 1440 },
  { name: 'without script', script: false, width: 1440 },
  { name: 'without script, on a phone', script: false, width: 390 },
])
  test(`a reader goes from the home page to a report, its findings and its places, ${name}`, async () => {
    const context = await window(browser, { script, width, baseUrl: origin })
    const page = await context.newPage()
    const pageFaults: string[] = []
    page.on('pageerror', (error) => pageFaults.push(String(error)))
    page.on('requestfailed', (request) => pageFaults.push(request.url()))
    await page.goto('/')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '年度报告' }).click()
    await page.getByRole('link', { name: '2023年各机关' }).click()
    assert.match(await page.title(), /2023年各机关年度报告/)
    await page.getByRole('link', { name: '望河区应急管理局' }).first().click()
    await page.waitForURL('**/reports/wanghe-emergency/2023', { waitUntil: 'domcontentloaded' })
    assert.equal(await page.locator('h1').count(), 1)
    // A finding points to its place and the place back to it, by plain links.
    const pointer = page.locator('main a[href^="#"]').first()
    const place = (await pointer.getAttribute('href')) ?? ''
    await pointer.click()
    assert.equal(new URL(page.url()).hash, new URL(place, origin).hash)
    assert.equal(await page.locator(place).count(), 1)
    assert.equal(await page.locator(place).isVisible(), true)
    await page.goBack()
    await page.getByRole('link', { name: '长者模式', exact: true }).click()
    await page.getByRole('link', { name: '退出长者模式' }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/reports/wanghe-emergency/2023', 'one stays on the page')
    assert.match((await page.locator('html').getAttribute('class')) ?? '', /elder/)
    assert.deepEqual(pageFaults, [])
    await context.close()
  })

test('the list and the year hold every report of the city, and the year shows what each report really says', async () => {
  const reader = visitor(app)
  const list = (await reader.get('/reports')).body
  for (const path of ['yunting-emergency/2023', 'linpu-emergency/2021', 'wanghe-emergency/2023'])
    assert.match(list, new RegExp(`href="/reports/${path}"`))
  const year = (await reader.get('/reports/2023')).body
  assert.doesNotMatch(year, /linpu-emergency\/2021/)
  assert.match(year, /文中没有/, 'a table that a report lacks is not counted as 0')
  assert.equal((await reader.get('/reports/1999')).statusCode, 404)
})

test('the open data of a report: every cell of its tables, an open cell empty and never 0', async () => {
  const reader = visitor(app)
  const csv = await reader.get('/reports/wanghe-emergency/2023.csv')
  assert.match(String(csv.headers['content-type']), /text\/csv/)
  const lines = csv.body.replace(/\r\n$/, '').split('\r\n')
  assert.equal(lines[0], '\uFEFFagency,year,table,row,column,value')
  assert.ok(lines.length > 10 && lines.slice(1).every((line) => line.split(',').length === 6))
  const json = (await reader.get('/reports/wanghe-emergency/2023.json')).json() as {
    year: number
    tables: { t3: Record<string, Record<string, number | null>> | null }
  }
  assert.equal(json.year, 2023)
  for (const line of lines) {
    const [, , table, row, column, value] = line.split(',')
    if (table !== 't3') continue
    assert.equal(value, String(json.tables.t3?.[row ?? '']?.[column ?? ''] ?? ''), line)
  }
  const all = await reader.get('/reports/2023.csv')
  assert.match(all.body, /云汀市应急管理局,2023/)
})

test('whoever thinks a judgement wrong is told where to say so: the agency in the console, anybody else by telephone', async () => {
  const { body } = await visitor(app).get('/reports/wanghe-emergency/2023')
  assert.match(body, /<a href="#dispute">这项判断有误<\/a>/)
  assert.match(body, /id="dispute"/)
  assert.match(body, /href="\/console\/audit\/reports\/wanghe-emergency\/2023"/)
  assert.match(body, /电话0000-81012016/, 'the contact of the settings')
})

test('the source comes as it was found, to be kept and never run', async () => {
  const source = await visitor(app).get('/reports/yunting-emergency/2023/source')
  assert.equal(source.headers['content-type'], 'application/octet-stream')
  assert.match(String(source.headers['content-disposition']), /^attachment/)
  assert.deepEqual(source.rawPayload, readFileSync(join(demo, 'yunting-emergency-2023.txt')))
})

test('a report that is not there, and addresses that cannot be, are not found, whatever is typed', async () => {
  const reader = visitor(app)
  for (const path of [
    '/reports/yunting-emergency/1999',
    '/reports/nobody/2023',
    '/reports/nobody/2023.csv',
    '/reports/yunting-emergency/2023/sources',
    '/reports/yunting-emergency/20x3',
    '/reports/yunting-emergency/99999',
    "/reports/'%20or%201=1/2023",
  ])
    assert.equal((await reader.get(path)).statusCode, 404, path)
  for (const path of ['/reports/%00/2023', '/agency/%00', '/agency/%00/guide'])
    assert.equal((await reader.get(path)).statusCode, 400, path)
})

test('one agency over the years: charts, whether the years follow on each other, and data with how sure each figure is', async () => {
  const reader = visitor(app)
  const page = await reader.get('/reports/linpu-emergency/years')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /role="img" aria-label="新收申请，件：2021 /)
  assert.match(page.body, /没有2022年的报告/)
  const csv = await reader.get('/reports/linpu-emergency/years.csv')
  const lines = csv.body.replace(/\r\n$/, '').split('\r\n')
  assert.equal(lines[0], '\uFEFFyear,cell,value,read,certainty')
  assert.ok(lines.slice(1).every((line) => line.split(',').length === 5))
  const json = (await reader.get('/reports/linpu-emergency/years.json')).json() as {
    years: { year: number; cells: Record<string, { value: number | null; certainty: string }> }[]
  }
  assert.deepEqual(
    json.years.map(({ year }) => year),
    [2021, 2023],
  )
  for (const line of lines.slice(1)) {
    const [year, cell = '', value, , certainty] = line.split(',')
    const found = json.years.find((one) => String(one.year) === year)?.cells[cell]
    assert.equal(value, String(found?.value ?? ''), line)
    assert.equal(certainty, found?.certainty, line)
  }
  const all = (await reader.get('/reports/2023.json')).json() as { reports: { slug: string }[] }
  assert.equal(all.reports.length, 4)
  assert.doesNotMatch(JSON.stringify([json, all]), /[0-9a-f]{8}-[0-9a-f]{4}-/, 'no ids of ours')
  const fields = await reader.get('/reports/data')
  for (const word of ['certainty', 't3.newlyReceived.total', '表三第一项，总计', 't2.rules.issued'])
    assert.ok(fields.body.includes(word), word)
  for (const path of [
    '/reports/nobody/years',
    '/reports/nobody/years.csv',
    '/reports/nobody/years.json',
    '/reports/1999.json',
  ])
    assert.equal((await reader.get(path)).statusCode, 404, path)
})

test('all agencies of a year in one table, the worst first, every debt a word that leads to its report', async () => {
  const { body } = await visitor(app).get('/reports/2023')
  const heat = body.split('<table class="heat">')[1]?.split('</table>')[0] ?? ''
  const scores = [...heat.matchAll(/<td class="score">(\d+)<\/td>/g)].map((score) => Number(score[1]))
  assert.equal(scores.length, 4)
  assert.deepEqual(
    scores,
    [...scores].sort((a, b) => b - a),
  )
  assert.ok(scores[0]! > 0)
  assert.match(
    heat,
    /<td class="is-none"><span>损\d<\/span><\/td>/,
    'a damaged copy is shown, and owed by nobody',
  )
  for (const cell of heat.matchAll(/<td class="is-(?:late|bad|soon)">(.*?)<\/td>/g))
    assert.match(cell[1]!, /^<a href="\/reports\/[a-z-]+\/2023">[错疑]\d+<\/a>$/)
})
