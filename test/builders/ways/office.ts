import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { createServer } from '../../../src/apps/server.ts'
import { t3ResultRows } from '../../../src/law/report-form/form-2021.ts'
import { t3Columns, type T3Column, type T3Row } from '../../../src/law/report-form/model.ts'
import { factsForYear, type FactsForYear } from '../../../src/modules/requests/queries/facts-for-year.ts'
import { closeRedactor } from '../../../src/modules/requests/redaction/redactor.ts'
import { requestsRoom } from '../../../src/modules/requests/room.ts'
import { checkAccessible, launchBrowser, sidewaysOverflow, visitor } from '../browser.ts'
import { county, type County } from '../county.ts'
import { requestDesk } from '../request-desk.ts'
import { openWindow, type Window } from './window.ts'

/** A disclosure office at work: one server, one database, one browser, and a clock that a story moves. */
export interface Office {
  readonly city: County
  readonly agencyId: string
  /** Name of the agency in addresses. */
  readonly slug: string
  readonly baseUrl: string
  /** The day it is now. */
  readonly today: () => string
  /** It becomes noon in Beijing on that day. Days may go back: each story has its own. */
  on(day: string): void
  /** The window of a member of staff, signed in on the day it is. */
  staff(loginName: string): Promise<Window>
  /** A new window of somebody from outside, at an address of their own. */
  somebody(): Promise<Window>
  facts(year: number): Promise<FactsForYear>
  /** Asserts that the case stands in this result row of the year's table three, in this column, and in no other. */
  countsIn(requestId: string, year: number, row: T3Row, column?: T3Column): Promise<void>
  /** Kinds of pages that were looked at for access and for width, each once. */
  readonly checked: ReadonlySet<string>
  close(): Promise<void>
}

/**
 * @param look which kinds of pages are looked at, by their address with ids left out; each is looked at once, wide for faults of access
 *   and at 390 px for what sticks out
 */
export async function openOffice(look: readonly string[] = []): Promise<Office> {
  const slug = 'yunting-emergency'
  const city = await county([{ ...requestsRoom, firstStart: undefined }], {
    today: '2026-03-02',
    env: { GONGKAI_RATE_PER_MINUTE: '100000', GONGKAI_TRUST_PROXY: 'on' },
  })
  const desk = await requestDesk(city, slug)
  await desk.settle()
  const app = await createServer(city)
  const [baseUrl, browser] = await Promise.all([app.listen({ host: '127.0.0.1', port: 0 }), launchBrowser()])
  const checked = new Set<string>()
  const windows = new Map<string, Promise<Window>>()
  let people = 0
  let today = '2026-03-02'

  const arrived = async (page: Page) => {
    const kind = kindOf(page.url())
    if (!look.includes(kind) || checked.has(kind)) return
    checked.add(kind)
    await sound(page)
  }
  const open = async () => openWindow(await outside(browser, baseUrl, (people += 1)), arrived)

  const office: Office = {
    city,
    agencyId: desk.agencyId,
    slug,
    baseUrl,
    today: () => today,
    checked,
    on(day) {
      today = day
      city.moveTo(day)
    },
    async staff(loginName) {
      const key = `${loginName} ${today}`
      const known = windows.get(key) ?? signIn(await open(), loginName, city.password)
      windows.set(key, known)
      return known
    },
    somebody: open,
    facts: (year) => factsForYear(city.db, desk.agencyId, year),
    async countsIn(requestId, year, row, column = 'natural') {
      const { t3 } = await office.facts(year)
      const found = t3ResultRows.flatMap((one) =>
        t3Columns.filter((at) => t3[one][at].ids.includes(requestId)).map((at) => `${one} ${at}`),
      )
      assert.deepEqual(found.sort(), [`${row} ${column}`, `${row} total`].sort(), 'one row, one column')
    },
    async close() {
      await browser.close()
      await app.close()
      await closeRedactor()
      await city.drop()
    },
  }
  return office
}

/** Each visitor comes from an address of their own, as through the proxy of the office. */
async function outside(browser: Browser, baseUrl: string, number: number) {
  const context = await visitor(browser, { baseUrl })
  await context.setExtraHTTPHeaders({
    'x-forwarded-for': `10.9.${Math.floor(number / 250)}.${(number % 250) + 1}`,
  })
  return context
}

async function signIn(window: Window, loginName: string, password: string): Promise<Window> {
  await window.go('/console/sign-in')
  await window.fills({ loginName, password })
  await window.presses('登录')
  return window
}

/** An address with every id left out: /console/requests/-/papers/-. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address)
  const letter = searchParams.get('letter')
  const path = pathname.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{40,}/g, '-')
  return letter === null ? path : `${path}?${letter}`
}

async function sound(page: Page): Promise<void> {
  await checkAccessible(page)
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width: 390, height: 844 })
  assert.equal(await sidewaysOverflow(page), 0, `${page.url()} is wider than a phone`)
  await page.setViewportSize(size)
}
