import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import {
  accessFaults,
  checkAccessible,
  findChromium,
  launchBrowser,
  sidewaysOverflow,
  visitor,
} from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

test('a field without a label is found and said in Chinese', async () => {
  const context = await visitor(browser)
  const page = await context.newPage()
  await page.setContent('<html lang="zh-CN"><title>甲</title><main><h1>甲</h1><input name="a"></main>')
  assert.deepEqual(
    (await accessFaults(page)).map(({ rule, says }) => ({ rule, says })),
    [{ rule: 'label', says: '表单元素必须有标签' }],
  )
  await assert.rejects(checkAccessible(page), /表单元素必须有标签/)
  await context.close()
})

test('a page wider than a phone is noticed', async () => {
  const context = await visitor(browser, { width: 390 })
  const page = await context.newPage()
  await page.setContent('<body style="margin:0"><p style="width:400px">宽</p>')
  assert.equal(await sidewaysOverflow(page), 10)
  await context.close()
})

test('a browser named by the setting that does not exist is refused by name', async () => {
  await assert.rejects(findChromium({ GONGKAI_CHROMIUM: '/nowhere/chromium' }), /\/nowhere\/chromium/)
})
