import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { createServer } from '../../src/apps/server.ts'
import { paragraph } from '../../src/documents/write/model.ts'
import { writePdf } from '../../src/documents/write/pdf/write-pdf.ts'
import { attachFile } from '../../src/modules/requests/commands/attach-file.ts'
import { judgeItem } from '../../src/modules/requests/commands/judge-item.ts'
import { listItem } from '../../src/modules/requests/commands/list-item.ts'
import { closeRedactor } from '../../src/modules/requests/redaction/redactor.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { accessFaults, launchBrowser, sidewaysOverflow, visitor as window } from '../builders/browser.ts'
import { signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
let app: FastifyInstance
let browser: Browser
let origin: string
let at: string
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
  const bytes = await writePdf({
    layout: 'plain',
    letterhead: '云汀市应急管理局',
    title: ['现场检查记录'],
    body: [
      paragraph('负责人：欧阳测试，联系电话：13800001111，邮箱ouyang@example.com。'),
      paragraph('检查发现三处隐患。'),
    ],
  })
  const { requestId } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId }
  const itemId = await city.as('officer', slug, async (context) => {
    const listed = await listItem(context, { ...key, item: { title: '现场检查记录', pages: 1 } })
    await judgeItem(context, {
      ...key,
      itemId: listed,
      judgement: 'partly',
      because: { what: '姓名', ground: 'internalAffairs', kind: 'personnel', reason: '人事信息' },
    })
    await attachFile(context, {
      ...key,
      file: { purpose: 'original', name: '原件.pdf', mediaType: 'application/pdf', bytes, itemId: listed },
    })
    return listed
  })
  at = `/console/requests/${requestId}/items/${itemId}`
})
after(async () => {
  await browser.close()
  await app.close()
  await closeRedactor()
  await city.drop()
})

async function open(script: boolean, width: number, story: (page: Page) => Promise<void>) {
  const context = await window(browser, { script, width, baseUrl: origin })
  const page = await context.newPage()
  await page.goto('/console/sign-in')
  await page.locator('[name=loginName]').fill('officer')
  await page.locator('[name=password]').fill(city.password)
  await page.locator('main button').first().click()
  await page.waitForURL('**/console')
  await page.goto(at)
  await story(page)
  await context.close()
}

const lines = async (page: Page) => (await page.locator('#regions').inputValue()).split('\n').filter(Boolean)

test('a place is drawn on the page with the mouse, moved, made larger and taken away with keys; the field follows', async () => {
  await open(true, 1440, async (page) => {
    await page.getByText('在页面上画出要遮盖的位置').click()
    const sheet = page.locator('.region-sheet').first()
    await sheet.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    await sheet.scrollIntoViewIfNeeded()
    const box = await sheet.boundingBox()
    assert.ok(box)
    const scale = box.width / 210
    await page.mouse.move(box.x + 30 * scale, box.y + 20 * scale)
    await page.mouse.down()
    await page.mouse.move(box.x + 90 * scale, box.y + 32 * scale, { steps: 4 })
    await page.mouse.up()
    const [drawn = ''] = await lines(page)
    const [number, left = 0, top = 0, width = 0, height = 0] = drawn.split(' ').map(Number)
    assert.equal(number, 1)
    for (const [got, meant] of [
      [left, 30],
      [top, 20],
      [width, 60],
      [height, 12],
    ] as const)
      assert.ok(Math.abs(got - meant) <= 1, `${drawn} for 1 30 20 60 12`)
    await sheet.locator('.region').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    assert.deepEqual(await lines(page), [`1 ${left + 2} ${top} ${width} ${height + 2}`])
    await page.getByRole('button', { name: '加一处' }).first().press('Enter')
    assert.equal((await lines(page)).length, 2)
    assert.deepEqual(await accessFaults(page), [])
    await page.keyboard.press('Delete')
    assert.equal((await lines(page)).length, 1)
    await page.locator('#regions').fill('1 10 10 20 20\n1 50 50 20 20')
    assert.equal(await sheet.locator('.region').count(), 2, 'what is typed is drawn')
    await page.getByRole('button', { name: '生成并检查' }).click()
    await page.getByText('供公开的文件已生成').first().waitFor()
  })
})

test('on a phone the pages fit; a finger draws as the mouse does', async () => {
  await open(true, 390, async (page) => {
    await page.getByText('在页面上画出要遮盖的位置').click()
    const sheet = page.locator('.region-sheet').first()
    await sheet.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    assert.equal(await sidewaysOverflow(page), 0)
    await sheet.evaluate((element) => {
      const box = element.getBoundingClientRect()
      const touch = (type: string, x: number, y: number) =>
        element.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 1,
            pointerType: 'touch',
            button: 0,
            clientX: box.left + x,
            clientY: box.top + y,
            bubbles: true,
          }),
        )
      element.setPointerCapture = () => undefined
      touch('pointerdown', 20, 20)
      touch('pointermove', 80, 50)
      touch('pointerup', 80, 50)
    })
    assert.match((await lines(page))[0] ?? '', /^1 \d+ \d+ \d+ \d+$/)
  })
})

test('without script the pages can be looked at and measured, and all proposals are taken or left at once', async () => {
  await open(false, 1440, async (page) => {
    await page.getByText('在页面上画出要遮盖的位置').click()
    await page.getByText('第1页，210×297毫米').waitFor()
    assert.equal(
      await page.getByRole('button', { name: '加一处' }).count(),
      0,
      'what does nothing is not shown',
    )
    const ticked = page.locator('[name=find]:checked')
    const all = await page.locator('[name=find]').count()
    assert.ok(all >= 3)
    await page.getByRole('button', { name: '全部去掉' }).click()
    await ticked.first().waitFor({ state: 'detached' })
    await page.locator('#regions').fill('1 20 40 60 10')
    await page.getByRole('button', { name: '全部打勾' }).click()
    await ticked.nth(all - 1).waitFor({ state: 'attached' })
    assert.deepEqual(await lines(page), ['1 20 40 60 10'], 'what was typed stays')
    await page.getByRole('button', { name: '生成并检查' }).click()
    await page.getByText('供公开的文件已生成').first().waitFor()
  })
})

test('a page of an original is for those who handle the case, and a page that is not there is not found', async () => {
  const officer = await signedIn(app, city, 'officer')
  const picture = await officer.get(`${at}/pages/1.png`)
  assert.equal(picture.statusCode, 200)
  assert.equal(picture.rawPayload.subarray(1, 4).toString('latin1'), 'PNG')
  assert.equal((await officer.get(`${at}/pages/9.png`)).statusCode, 404)
  const legal = await signedIn(app, city, 'legal')
  assert.equal((await legal.get(`${at}/pages/1.png`)).statusCode, 403)
})
