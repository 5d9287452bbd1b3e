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
    assert.equal(new URL(page.url()).pathname, '/reports/wanghe-emergency/2023')
    assert.equal(await page.locator('h1').count(), 1)
    // A finding points to its place and the place back to it, by plain links.
    const pointer = page.locator('main a[href^="#"]').first()
    const place = (await pointer.getAttribute('href')) ?? ''
    await pointer.click()
    assert.equal(new URL(page.url()).hash, new URL(place, origin).hash)
    assert.equal(await page.locator(place).count(), 1)
    assert.equal(await page.locator(place).isVisible(), true)
    await page.goBack()
    await page.getByRole('link', { name: '退出长者模式' }).count()
    await page.getByRole('link', { name: '长者模式', exact: true }).click()
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
