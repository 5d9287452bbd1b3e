import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { createServer } from '../../src/apps/server.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { checkAccessible, launchBrowser, sidewaysOverflow, visitor, type Visit } from '../builders/browser.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
let browser: Browser
let baseUrl: string
before(async () => {
  city = await county([{ ...requestsRoom, firstStart: async () => [] }], {
    today: '2026-03-02',
    env: { GONGKAI_RATE_PER_MINUTE: '100000' },
  })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
  await city.drop()
})

/** Runs a story in a window in which a person of the city is signed in. */
async function at(loginName: string, visit: Visit, story: (page: Page) => Promise<void>): Promise<void> {
  const context = await visitor(browser, { baseUrl, ...visit })
  const page = await context.newPage()
  await page.goto('/console/sign-in')
  await page.locator('[name=loginName]').fill(loginName)
  await page.locator('[name=password]').fill(city.password)
  await page.locator('main button').first().click()
  await page.waitForURL('**/console')
  await story(page)
  await context.close()
}

/** The page fits its window and has no fault of access; without script only the first can be asked. */
async function sound(page: Page, script: boolean): Promise<void> {
  assert.equal(await sidewaysOverflow(page), 0, page.url())
  if (script) await checkAccessible(page)
}

for (const { name, width, script } of [
  { name: 'at a desk', width: 1440, script: true },
  { name: 'on a phone', width: 390, script: true },
])
  test(`a request handed in at the counter is registered, given to a person, looked through and withdrawn, ${name}`, async () => {
    await at('officer', { width, script }, async (page) => {
      await page.goto('/console/requests')
      await sound(page, script)
      await page.getByRole('link', { name: '登记来件' }).click()
      await sound(page, script)
      await page.locator('[name="applicants.0.name"]').fill('许望舒')
      await page.locator('[name="applicants.0.identityNumber"]').fill(`99010219900101${width}`)
      await page.locator('[name="applicants.0.phone"]').fill('000-3334445')
      await page.locator('[name="applicants.0.address"]').fill('云汀市城东区云栖路2号')
      await page.locator('[name=content]').fill(`2025年应急预案演练评估报告（${width}）`)
      await page.getByRole('button', { name: '再加一位申请人' }).click()
      await page.locator('[name="applicants.1.name"]').waitFor()
      assert.equal(await page.locator('[name="applicants.0.name"]').inputValue(), '许望舒', 'nothing is lost')
      // Enter in a field goes on; it adds no applicant.
      await page.locator('[name="applicants.0.name"]').press('Enter')
      await page.getByText('最迟').first().waitFor()
      await sound(page, script)
      await page.locator('[name=application]').setInputFiles({
        name: '申请书.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('申请公开2025年应急预案演练评估报告'),
      })
      await page.getByRole('button', { name: '登记来件' }).click()
      await page.getByText('把编号和查询码交给申请人').waitFor()
      await sound(page, script)
      await page.getByRole('link', { name: '打开这一件' }).click()
      await page.getByText('申请书.txt').waitFor()
      await sound(page, script)
      const sent = page.waitForEvent('download')
      await page.getByRole('link', { name: '申请书.txt' }).click()
      assert.equal((await sent).suggestedFilename(), '申请书.txt', 'a file is kept, never shown')

      await page.getByRole('link', { name: '分派', exact: true }).click()
      await page.locator('[name=handlerId]').selectOption({ label: '林若溪（示例）' })
      await page.getByRole('button', { name: '分派' }).click()
      await page.getByText('已分派。').waitFor()
      await page.getByRole('link', { name: '登记撤回' }).click()
      await page.locator('[name=way]').fill('当面撤回并签字')
      await page.getByRole('button', { name: '登记撤回，办结本件' }).click()
      await page.getByText('撤回已经登记，本件办结。').waitFor()
      await sound(page, script)
    })
  })

test('without script and by keyboard alone the list is narrowed, a case opened, and “what if” asked', async () => {
  await desk.receive({ content: '2025年城东区防汛物资采购合同' })
  await at('officer', { script: false, width: 1440 }, async (page) => {
    await page.goto('/console/requests')
    await page.locator('#q').focus()
    await page.keyboard.type('防汛物资')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/requests?q=*')
    await page.getByRole('link', { name: '2025年城东区防汛物资采购合同' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '期限怎么算出来的' }).waitFor()
    await page.locator('[name=days]').fill('10')
    await page.getByRole('button', { name: '算一算' }).press('Enter')
    await page.getByText('到期日改为2026年4月14日').waitFor()
    await sound(page, false)
  })
})
