import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { checkAccessible, launchBrowser, sidewaysOverflow, visitor } from '../builders/browser.ts'
import { county, type County } from '../builders/county.ts'
import { root } from '../house/sources.ts'
import { createServer } from '../../src/apps/server.ts'
import { closeJudgePool } from '../../src/modules/report-audit/index.ts'
import { reportAuditRoom } from '../../src/modules/report-audit/room.ts'
import { startWorker, type Worker } from '../../src/platform/jobs/start-worker.ts'

let city: County
let app: FastifyInstance
let worker: Worker
let browser: Browser
let origin: string
before(async () => {
  city = await county([reportAuditRoom], { env: { GONGKAI_RATE_PER_MINUTE: '100000' } })
  app = await createServer(city)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  worker = await startWorker(city, city.rooms, { outboxEveryMs: 20, quietEveryMs: 50 })
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await worker.stop()
  await closeJudgePool()
  await app.close()
  await city.drop()
})

const text = (name: string): string =>
  readFileSync(join(root, 'test', 'reports', 'labelled', `${name}.txt`), 'utf8')
const file = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

const views = [
  { name: 'with script', script: true, width: 1440 },
  { name: 'with script, on a phone', script: true, width: 390 },
  { name: 'without script', script: false, width: 1440 },
  { name: 'without script, on a phone', script: false, width: 390 },
] as const

/** With script the page is looked at for access; every page fits its window. */
async function look(page: Page, script: boolean): Promise<void> {
  if (script) await checkAccessible(page)
  assert.equal(await sidewaysOverflow(page), 0, page.url())
}

/** Waits for the result: with script one is led there, without one looks again. */
async function waitForResult(page: Page, script: boolean, heading: string): Promise<void> {
  const done = page.getByRole('heading', { level: 1, name: heading })
  if (!script)
    for (let looks = 0; (await done.count()) === 0; looks += 1) {
      assert.ok(looks < 500, 'the result never came')
      await page.getByRole('link', { name: '再看一次进度' }).click()
    }
  await done.waitFor()
}

for (const { name, script, width } of views)
  test(`a visitor drops two reports, reads the judgement, follows a number both ways, deletes everything, ${name}`, {
    timeout: 120_000,
  }, async () => {
    const context = await visitor(browser, { script, width, baseUrl: origin })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto('/judge')
    await look(page, script)
    await page.locator('#reports').setInputFiles([file('空.txt', '')])
    await page.getByRole('button', { name: '开始检查' }).click()
    await page.getByRole('link', { name: '“空.txt”是空文件，请换一份' }).waitFor()
    assert.match(await page.title(), /^有一处要改/)
    await look(page, script)
    await page
      .locator('#reports')
      .setInputFiles([
        file('水利局.txt', text('faulty-water-2023')),
        file('教育局.txt', text('sound-education-2023')),
      ])
    await page.getByRole('button', { name: '开始检查' }).click()
    await waitForResult(page, script, '2份报告的检查结果')
    await look(page, script)
    await page.getByRole('link', { name: '望河县水利局' }).click()
    await page.getByRole('heading', { level: 1, name: '望河县水利局2023年度' }).waitFor()
    await look(page, script)
    // A finding leads to its place, the number at the place back to the finding.
    await page.locator('#f1 .finding-at a').first().click()
    const place = new URL(page.url()).hash
    assert.equal(await page.locator(place).isVisible(), true)
    await page.locator(`${place} a[href="#f1"]`).click()
    assert.equal(new URL(page.url()).hash, '#f1')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载检查单' }).click(),
    ])
    assert.equal(download.suggestedFilename(), 'judgement-1.docx')
    const address = new URL(page.url()).pathname
    await page.getByRole('button', { name: '现在就删除' }).click()
    await page.getByText('已经删除，什么都没有留下').waitFor()
    assert.equal((await page.goto(address))?.status(), 404)
    await look(page, script)
    assert.deepEqual(faults, [])
    await context.close()
  })

for (const { name, script, width } of views.slice(0, 3))
  test(`an office checks, registers, judges, corrects and writes a letter, ${name}`, {
    timeout: 120_000,
  }, async () => {
    const year = 2020 + views.findIndex((view) => view.name === name)
    const context = await visitor(browser, { script, width, baseUrl: origin })
    const page = await context.newPage()
    await page.goto('/console/sign-in')
    await page.locator('[name=loginName]').fill('linpu')
    await page.locator('[name=password]').fill(city.password)
    await page.locator('main form button').first().click()
    await page.goto('/console/audit')
    await look(page, script)
    const report = text('faulty-water-2023')
      .replaceAll('望河县水利局', '临浦区应急管理局')
      .replaceAll('2024', String(year + 1))
      .replaceAll('2023', String(year))
    await page
      .locator('#reports')
      .setInputFiles([file('应急局.txt', report), file('不是报告.txt', '今天天气很好')])
    await page.getByRole('button', { name: '开始检查' }).click()
    await waitForResult(page, script, '2份报告的检查结果')
    await look(page, script)
    await page.getByRole('link', { name: '临浦区应急管理局' }).click()
    await look(page, script)
    await page.getByRole('button', { name: '登记为已发布的报告' }).click()
    await page.getByText('已登记为已发布的报告，公众现在可以看到').waitFor()
    await page.getByRole('link', { name: /已登记为第\d版/ }).click()
    await page.locator('#f1 summary').click()
    await page.locator('#f1 [name=reason]').fill('核对过台账')
    await page.locator('#f1').getByRole('button', { name: '属实' }).click()
    await page.getByText('判断已记下').waitFor()
    await look(page, script)
    await page.locator('#c-t3-newlyReceived-total a').first().click()
    await page.locator('#value').fill('7')
    await page.locator('#reason').fill('原件写的是7')
    await page.getByRole('button', { name: '更正并重新检查' }).click()
    await page.getByText('已更正，并按新的数重新检查').waitFor()
    await page.getByText('7（读作6）').first().waitFor()
    await look(page, script)
    await page.getByRole('button', { name: '撤回更正' }).click()
    await page.getByText('更正已撤回').waitFor()
    await page.getByRole('link', { name: '拟整改通知' }).click()
    await look(page, script)
    await page.locator('#documentNumber').fill(`临政公开改〔2026〕${year}号`)
    await page.locator('#phone').fill('0000-81022016')
    await page.getByRole('button', { name: '签发整改通知' }).click()
    await page.getByText('整改通知已经签发').waitFor()
    await look(page, script)
    const [letter] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF' }).click(),
    ])
    assert.equal(letter.suggestedFilename(), `临政公开改〔2026〕${year}号.pdf`)
    await context.close()
  })

test('the printed judgement holds the findings, the whole text and the tables, and no buttons', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, { baseUrl: origin })
  const page = await context.newPage()
  await page.goto('/judge')
  await page.locator('#reports').setInputFiles([file('水利局.txt', text('faulty-water-2023'))])
  await page.getByRole('button', { name: '开始检查' }).click()
  await page.locator('.verdict').waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button', { name: '现在就删除' }).isVisible(), false)
  assert.equal(await page.getByRole('navigation', { name: '主导航' }).isVisible(), false)
  assert.equal(await page.locator('#f1').isVisible(), true)
  const source = page.locator('.source')
  assert.equal(
    await source.evaluate((box) => box.scrollHeight <= box.clientHeight + 2),
    true,
    'nothing is cut off',
  )
  await context.close()
})
