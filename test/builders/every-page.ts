import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { createServer } from '../../src/apps/server.ts'
import { rooms } from '../../src/apps/rooms.ts'
import { accessFaults, launchBrowser, sidewaysOverflow, visitor as window } from './browser.ts'
import { county, type County } from './county.ts'
import { crawl, type FoundPage } from './crawler.ts'
import { visitor } from './visitor.ts'

/**
 * Tests that some people (null: the public) find no dead link and no page with a fault of access, wherever the links of portal
 * and console lead them, in the demo city with its living year.
 * @param mustLead addresses that the first of them must come to
 */
export function testEveryPage(people: readonly (string | null)[], mustLead: readonly string[]): void {
  let city: County
  let app: FastifyInstance
  let browser: Browser
  let origin: string
  let found: readonly { readonly who: string | null; readonly pages: readonly FoundPage[] }[]

  before(async () => {
    city = await county(rooms.slice(2), {
      env: { GONGKAI_RATE_PER_MINUTE: '100000' },
      hasLivingYear: true,
    })
    app = await createServer(city)
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launchBrowser()
    const agencies = await city.db.selectFrom('agencies').select('slug').execute()
    const slugs = new RegExp(`/(${agencies.map(({ slug }) => slug).join('|')})(?=/|\\.|$)`)
    /** Pages of one kind are drawn by the same code: /agency/*, /reports/*\/#. */
    const kindOf = (path: string): string => {
      const { pathname, searchParams } = new URL(path, origin)
      const bare = pathname
        .replace(slugs, '/*')
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
        .replace(/\d+/g, '#')
      return [bare, ...[...searchParams.keys()].sort()].join('?')
    }
    const walk = async (who: string | null) => {
      const reader = visitor(app)
      if (who !== null) await reader.post('/console/sign-in', { loginName: who, password: city.password })
      const starts = who === null ? ['/', '/search?q=年度报告', '/nowhere', '/console/sign-in'] : ['/console']
      const pages = await crawl(reader, starts, {
        skip: who === null ? /^\/(look|assets|console)/ : /^\/(?!console)|^\/console\/sign-out/,
        kindOf,
        most: 12,
      })
      return { who, pages }
    }
    found = await Promise.all(people.map(walk))
  })
  after(async () => {
    await browser.close()
    await app.close()
    await city.drop()
  })

  test('every link on every page leads to a page that is there, and every pointer within a page to its place', () => {
    const faults = found.flatMap(({ who, pages }) =>
      pages.flatMap(({ path, status, lostPlaces }) => [
        ...(status === 200 || path === '/nowhere' ? [] : [`${who ?? '公众'} ${path}: ${status}`]),
        ...lostPlaces.map((place) => `${who ?? '公众'} ${path}: ${place}`),
      ]),
    )
    assert.deepEqual(faults, [])
    const seen = found[0]?.pages.map(({ path }) => path) ?? []
    for (const path of mustLead) assert.ok(seen.includes(path), `nothing leads to ${path}`)
  })

  test('no page of portal or console has an accessibility fault or slides sideways: wide, on a phone, for elders, in high contrast', async () => {
    const faults: string[] = []
    /** Two pages of a kind are enough: the same code draws all of them. */
    const looked = new Map<string, number>()
    for (const { who, pages } of found) {
      const context = await window(browser, { width: 1440, baseUrl: origin })
      const page = await context.newPage()
      if (who !== null) {
        await page.goto('/console/sign-in')
        await page.locator('[name=loginName]').fill(who)
        await page.locator('[name=password]').fill(city.password)
        await page.locator('main form button').first().click()
        await page.waitForURL('**/console')
      }
      for (const { path, kind, type } of pages) {
        const times = (looked.get(kind) ?? 0) + 1
        if (!type.startsWith('text/html') || times > 2) continue
        looked.set(kind, times)
        await page.goto(path)
        for (const fault of await faultsOf(page, times === 1))
          faults.push(`${who ?? '公众'} ${path} ${fault}`)
      }
      await context.close()
    }
    assert.deepEqual(faults, [], faults.join('\n'))
  })
}

/** One visit, four views: the server sets the look as a class, and so do we. A second page of a kind is read once only. */
async function faultsOf(page: Page, isNewKind: boolean): Promise<readonly string[]> {
  const faults: string[] = []
  const views = [
    { name: '宽屏', width: 1440, look: '' },
    { name: '手机', width: 390, look: '' },
    { name: '手机长者', width: 390, look: 'elder' },
    { name: '高对比', width: 1440, look: 'contrast' },
  ]
  for (const { name, width, look } of views) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((name) => void (document.documentElement.className = name), look)
    const over = await sidewaysOverflow(page)
    if (over > 0) faults.push(`${name}：比窗口宽 ${over} 像素`)
    if (look === 'elder' || (!isNewKind && name !== '宽屏')) continue
    for (const { rule, says, places } of await accessFaults(page))
      faults.push(`${name}：${rule} ${says} ${places.slice(0, 3).join(' ')}`)
  }
  return faults
}
