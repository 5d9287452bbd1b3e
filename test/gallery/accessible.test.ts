import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { accessFaults, launchBrowser, sidewaysOverflow, visitor } from '../builders/browser.ts'
import type { Look } from '../../src/platform/html/index.ts'
import { galleryOrigin, serveGallery } from './gallery.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const plain: Look = { elder: false, contrast: false }
const views: readonly {
  readonly name: string
  readonly width: number
  readonly look: Look
  /** null: only whether it fits; colours and words are those of another view. */
  readonly sevenToOne: boolean | null
}[] = [
  { name: '宽屏', width: 1440, look: plain, sevenToOne: true },
  { name: '手机', width: 390, look: plain, sevenToOne: false },
  { name: '手机上的长者模式', width: 390, look: { elder: true, contrast: false }, sevenToOne: null },
  { name: '高对比', width: 1440, look: { elder: false, contrast: true }, sevenToOne: true },
]

for (const { name, width, look, sevenToOne } of views)
  test(`在${name}上，每一页都没有无障碍问题，也不用左右滑动`, async () => {
    const context = await visitor(browser, { width })
    const page = await context.newPage()
    const failures: string[] = []
    for (const each of await serveGallery(context, look)) {
      await page.goto(`${galleryOrigin}/${each}`)
      const faults = sevenToOne === null ? [] : await accessFaults(page, sevenToOne)
      for (const { rule, says, places } of faults)
        failures.push(`${each}：${says}（${rule}）\n    ${places.join('\n    ')}`)
      const over = await sidewaysOverflow(page)
      if (over > 0) failures.push(`${each}：比窗口宽 ${over} 像素`)
    }
    await context.close()
    assert.deepEqual(failures, [], failures.join('\n'))
  })

test('对话框没有脚本也能打开，有脚本时 Esc 关上、焦点回到原处', async () => {
  for (const script of [false, true]) {
    const context = await visitor(browser, { script })
    await serveGallery(context, plain)
    const page = await context.newPage()
    await page.goto(`${galleryOrigin}/console-case`)
    assert.equal(await page.locator('#extend').isVisible(), false)
    await page.getByRole('link', { name: '延长答复期限' }).click()
    assert.equal(await page.locator('#extend').isVisible(), true)
    if (script) {
      // The page learns of a changed address a moment after it has changed.
      await page.waitForFunction(() => document.activeElement?.id === 'days')
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('#extend').isVisible(), false)
      await page.waitForFunction(() => document.activeElement?.textContent === '延长答复期限')
    } else {
      await page.getByRole('link', { name: '不延了' }).click()
      assert.equal(await page.locator('#extend').isVisible(), false)
    }
    await context.close()
  }
})

test('表单退回来时，焦点在错误清单上，不用脚本', async () => {
  const context = await visitor(browser, { script: true })
  await serveGallery(context, plain)
  const page = await context.newPage()
  await page.goto(`${galleryOrigin}/apply`)
  assert.match(await page.title(), /^有两处要改：/)
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary')
  await page.getByRole('link', { name: '写清您要的信息，不能只写“全部材料”' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'what')
  await context.close()
})

test('第一下 Tab 就能跳到正文', async () => {
  const context = await visitor(browser)
  await serveGallery(context, plain)
  const page = await context.newPage()
  await page.goto(`${galleryOrigin}/portal-home`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '跳到正文')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
  await context.close()
})

test('放上去的文件报出名字和大小，太大的当场说', async () => {
  const context = await visitor(browser)
  await serveGallery(context, plain)
  const page = await context.newPage()
  await page.goto(`${galleryOrigin}/apply`)
  await page.locator('#file').setInputFiles([
    { name: '小区照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(3_100_000) },
    { name: '录像.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(21_000_000) },
  ])
  const rows = await page.locator('.drop-rows .progress-row').allInnerTexts()
  assert.deepEqual(
    rows.map((row) => row.replace(/\s+/g, ' ')),
    ['小区照片.jpg 3.1 MB', '录像.mp4 21.0 MB，超过了 20.0 MB，请换一份'],
  )
  await context.close()
})
