import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { createServer } from '../../src/apps/server.ts'
import { read } from '../../src/documents/read/index.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { accessFaults, launchBrowser, sidewaysOverflow, visitor as window } from '../builders/browser.ts'
import { signedIn } from '../builders/console-visitor.ts'
import { county, type County } from '../builders/county.ts'
import { editBody } from '../builders/docx-edit.ts'
import { paperWith, requestDesk, type RequestDesk } from '../builders/request-desk.ts'

let city: County
let desk: RequestDesk
let app: FastifyInstance
let browser: Browser
let origin: string
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  app = await createServer(city)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
  await city.drop()
})

test('the head of the office takes a letter home, edits it, is told what is missing, enables it, and letters go out in it', async () => {
  const context = await window(browser, { width: 1440, baseUrl: origin })
  const page = await context.newPage()
  await page.goto('/console/sign-in')
  await page.locator('[name=loginName]').fill('review2')
  await page.locator('[name=password]').fill(city.password)
  await page.locator('main button').first().click()
  await page.waitForURL('**/console')
  await page.goto('/console/request-settings')
  await page.getByRole('link', { name: '文书模板' }).click()
  await page.getByRole('link', { name: /^D28/ }).click()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载带标记的文书' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array))
  const ours = Buffer.concat(chunks)
  assert.match(
    (await read(ours, { name: 'ours.docx' })).text,
    /\{\{发文字号\}\}[\s\S]*\{\{正文\}\}[\s\S]*\{\{救济途径\}\}/,
  )

  const send = async (bytes: Uint8Array) => {
    await page.getByLabel('上传改好的文书').setInputFiles({
      name: '本局答复书.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(bytes),
    })
    await page.getByRole('button', { name: '上传并检查' }).click()
  }
  await send(editBody(ours, (xml) => xml.replace('{{救济途径}}', '').replace('{{附注}}', '{{附註}}')))
  await page.getByText('缺少救济途径').first().waitFor()
  const told = await page.locator('main').innerText()
  assert.match(told, /不认识标记 \{\{附註\}\}/)
  assert.match(told, /缺少救济途径/)
  assert.deepEqual(await accessFaults(page), [])

  await send(editBody(ours, (xml) => xml.replace('{{收件人}}：', '尊敬的{{收件人}}：')))
  await page.getByText('模板检查通过，还没有启用').waitFor()
  await page.locator('#preview').getByText('尊敬的沈青禾：').waitFor()
  assert.deepEqual(await accessFaults(page), [])
  await page.setViewportSize({ width: 390, height: 844 })
  assert.equal(await sidewaysOverflow(page), 0)
  const takeHome = await page.getByRole('link', { name: '下载带标记的文书' }).boundingBox()
  const bring = await page.locator('#bring .drop').boundingBox()
  assert.ok(takeHome && bring && bring.y - (takeHome.y + takeHome.height) >= 16, 'button and box stand apart')
  await page.getByRole('button', { name: '启用第1版' }).click()
  await page.getByText('已启用').waitFor()

  const { requestId } = await desk.receive()
  await desk.send(requestId, 'D28', {
    blanks: { information: '某信息', searched: ['档案室'], keywords: ['某词'] },
    evidence: { searchRecord: '检索过' },
  })
  const paper = await paperWith(city, desk, requestId, 'D28')
  const officer = await signedIn(app, city, 'officer')
  const letter = await officer.get(`/console/requests/${requestId}/papers/${paper.paperId}/letter.docx`)
  assert.match((await read(letter.rawPayload, { name: 'letter.docx' })).text, /尊敬的沈青禾：/)

  await page.reload()
  await page.getByRole('button', { name: '改回系统的样式' }).click()
  await page.getByText('已改回系统的样式').waitFor()
  await context.close()
})

test('forms are the matter of who may change the settings; a letter that is not in the catalogue is not found', async () => {
  const officer = await signedIn(app, city, 'officer')
  assert.equal((await officer.get('/console/letter-templates')).statusCode, 403)
  assert.equal((await officer.get('/console/letter-templates/D28/ours.docx')).statusCode, 403)
  const head = await signedIn(app, city, 'review2')
  assert.equal((await head.get('/console/letter-templates')).statusCode, 200)
  assert.equal((await head.get('/console/letter-templates/D99')).statusCode, 404)
  assert.equal((await head.get('/console/letter-templates/D28/7/template.docx')).statusCode, 404)
})
