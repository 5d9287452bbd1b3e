import assert from 'node:assert/strict'
import { createServer as createSocket, type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { begin, somePicture, someone, someWish } from '../builders/application.ts'
import { checkAccessible, launchBrowser, sidewaysOverflow, visitor as window } from '../builders/browser.ts'
import { county, type County } from '../builders/county.ts'
import { requestDesk, type RequestDesk } from '../builders/request-desk.ts'
import { visitor } from '../builders/visitor.ts'
import { createServer } from '../../src/apps/server.ts'
import { confirmReceipt } from '../../src/modules/requests/commands/confirm-receipt.ts'
import { trackedCase } from '../../src/modules/requests/queries/tracked-case.ts'
import { reportAuditRoom } from '../../src/modules/report-audit/room.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'

const slug = 'yunting-emergency'
let city: County
let app: FastifyInstance
let desk: RequestDesk
let browser: Browser
let origin: string
before(async () => {
  city = await county(
    [
      { ...requestsRoom, firstStart: undefined },
      { ...reportAuditRoom, firstStart: undefined },
    ],
    {
      today: '2026-03-02',
      env: { GONGKAI_RATE_PER_MINUTE: '100000' },
    },
  )
  app = await createServer(city)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  desk = await requestDesk(city, slug)
  await desk.settle()
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
  await city.drop()
})

const picture = { name: '身份证.png', mimeType: 'image/png', buffer: somePicture }

/** What every page of the way must be, wide and on a phone. */
async function good(page: Page, script: boolean): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sidewaysOverflow(page), 0, `${page.url()} at ${width}`)
    if (script) await checkAccessible(page)
  }
}

/** From the guide to the receipt as a person goes; with script the answer to what is public comes while typing. */
async function applyByHand(page: Page, script: boolean): Promise<{ number: string; code: string }> {
  const step = async (pattern: string) => {
    await page.waitForURL(pattern)
    await good(page, script)
  }
  const go = () => page.locator('form .btns button[value=next]').click()
  await page.goto(`/agency/${slug}`)
  await page.getByRole('link', { name: '怎样申请' }).click()
  await step(`**/requests/agency/${slug}`)
  await page.getByRole('link', { name: '填写申请' }).first().click()
  await step(`**/requests/new?agency=${slug}`)
  await page.getByLabel('自然人').check()
  await page.getByRole('button', { name: '开始填写' }).click()
  await step('**/who')
  await go()
  await page.waitForSelector('.error-summary')
  await good(page, script)
  assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('error-summary')))
  await page.getByLabel('姓名', { exact: true }).fill('沈青禾')
  await page.getByLabel('证件号码', { exact: true }).fill('990102199001010010')
  await page.locator('[name="applicants.0.phone"]').fill('000-1112223')
  await page.locator('[name="applicants.0.identityFile"]').setInputFiles(picture)
  await go()
  await step('**/what')
  await page.locator('[name=content]').fill('应急管理局负责人分工和内设机构')
  if (!script) await page.getByRole('button', { name: '看看有没有公开过' }).click()
  await page
    .getByRole('link', { name: /机构职能/ })
    .first()
    .waitFor()
  await page.locator('[name=content]').fill(someWish)
  await go()
  await step('**/how')
  await page.locator('input[value=electronic]').check()
  await page.locator('input[value=online]').check()
  await go()
  await step('**/review')
  await page.getByRole('button', { name: '提交申请' }).click()
  await step('**/receipt')
  const [number = '', code = ''] = await page.locator('.big-code').allTextContents()
  return { number, code }
}

for (const script of [true, false])
  test(`apply, receipt, follow, correct, fetch and read, ${script ? 'with a browser and a screen reader' : 'without script on a phone'}`, {
    timeout: 180_000,
  }, async () => {
    city.moveTo('2026-03-02')
    const context = await window(browser, { baseUrl: origin, script, width: script ? 1440 : 390 })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const { number, code } = await applyByHand(page, script)
    const { request_id: requestId } = await city.db
      .selectFrom('requests')
      .select('request_id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await city.as('officer', slug, (command) =>
      confirmReceipt(command, { agencyId: desk.agencyId, requestId, confirmedOn: command.today }),
    )
    await desk.send(requestId, 'D05', { blanks: { points: ['写明企业名称'], guidance: '可以按年度列出' } })

    await page.goto('/requests/track')
    await good(page, script)
    await page.getByLabel('申请编号').fill(number)
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查进度' }).click()
    await page.waitForURL('**/requests/case')
    await good(page, script)
    assert.ok(!page.url().includes(number) && !page.url().includes(code))
    await page.locator('[name=content]').fill('云汀澄源化工有限公司2025年的行政处罚决定书')
    await page.locator('[name=clarification]').setInputFiles({ ...picture, name: '说明.png' })
    await page.getByRole('button', { name: '提交补正' }).click()
    await page.waitForURL('**/requests/case?done=clarification')
    await good(page, script)

    const paperId = await desk.send(requestId, 'D28', {
      blanks: { information: someWish, searched: ['本机关档案室'], keywords: ['危险化学品'] },
      evidence: { searchRecord: '检索档案室，没有结果' },
    })
    await desk.serve(paperId, 'electronic')
    await page.reload()
    await page.getByRole('button', { name: /^领取/ }).click()
    await page.waitForURL('**/requests/case?done=collected#papers')
    await good(page, script)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /^政府信息公开申请答复书/ }).click()
    const download = await coming
    assert.match(download.suggestedFilename(), /答复书.*\.pdf$/)
    await page.locator('input[name=score][value="4"]').check()
    await page.getByRole('button', { name: '评价', exact: true }).click()
    await page.waitForURL('**/requests/case?done=rating')
    await page.getByRole('button', { name: '结束查询' }).click()
    await page.waitForURL('**/requests/track?over=1')
    assert.deepEqual(faults, [])
    await context.close()
  })

test('an applicant is shown the named fields of the own case and no other', async () => {
  const { requestId } = await desk.receive({ wantedForm: 'electronic', wantedWay: 'online' })
  const shown = await trackedCase(city, { agencyId: desk.agencyId, requestId }, city.today())
  assert.deepEqual(Object.keys(shown).sort(), [
    'agency',
    'applicant',
    'applicantDueOn',
    'assistance',
    'clarification',
    'closedOn',
    'contact',
    'content',
    'days',
    'documentNumber',
    'dueOn',
    'fee',
    'isOverdue',
    'isProvisional',
    'isWithdrawn',
    'kind',
    'latestDueOn',
    'may',
    'number',
    'office',
    'papers',
    'reasons',
    'receivedOn',
    'released',
    'remedy',
    'score',
    'sentFiles',
    'state',
    'steps',
    'submittedOn',
    'wantedForm',
    'wantedWay',
    'workingDaysLeft',
  ])
  assert.equal(shown.applicant, '沈**')
  assert.match(JSON.stringify(shown.contact), /\*{2,}/)
  assert.doesNotMatch(JSON.stringify(shown.contact), /\d{7}|[a-z]{3,}\d*@/)
})

test('where the agency runs a scanner, a harmful file is not kept, and while the scanner is away none is', async () => {
  const daemon = createSocket((socket) => {
    const came: Buffer[] = []
    socket.on('data', (chunk: Buffer) => {
      came.push(chunk)
      const all = Buffer.concat(came)
      if (all.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(all.includes('HARMFUL') ? 'stream: Test.Harmful FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
  const guarded = await county([{ ...requestsRoom, firstStart: undefined }], {
    env: { GONGKAI_CLAMD: `tcp://127.0.0.1:${(daemon.address() as AddressInfo).port}` },
  })
  const server = await createServer(guarded)
  try {
    const person = visitor(server)
    const at = await begin(person, slug)
    const send = (bytes: Buffer) =>
      person.upload(`${at}/who`, [{ name: 'a.png', bytes, field: 'applicants.0.identityFile' }], {
        ...someone,
        act: 'next',
      })
    const harmful = await send(Buffer.concat([somePicture, Buffer.from('HARMFUL')]))
    assert.equal(harmful.statusCode, 422)
    assert.match(harmful.body, /没有通过病毒检查/)
    await new Promise((resolve) => daemon.close(resolve))
    assert.equal((await send(somePicture)).statusCode, 503)
    const kept = await guarded.db.selectFrom('request_draft_files').select('file_id').execute()
    assert.deepEqual(kept, [])
  } finally {
    daemon.close()
    await server.close()
    await guarded.drop()
  }
})
