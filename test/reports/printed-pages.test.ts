import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { read } from '../../src/documents/read/index.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { launchBrowser, visitor } from '../builders/browser.ts'
import { compareReading, inventReport, newOutcome, piecesOf } from '../builders/office-report.ts'
import { offices } from '../builders/offices.ts'
import { pageToPrint, printedPages } from '../builders/printed-pages.ts'

describe('pages that an office printed to pdf with a browser', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  before(async () => {
    browser = await launchBrowser()
    context = await visitor(browser)
    page = await context.newPage()
  })
  after(async () => {
    await context?.close()
    await browser?.close()
  })

  for (const [index, printed] of printedPages.entries())
    test(`${printed.name}: every cell is read as printed or left open`, async () => {
      const office = offices[index % 2 === 0 ? 1 : 8]
      assert.ok(office)
      const report = inventReport(office, 4 + index, index % 2 === 0 ? 0.8 : 0.25)
      await page.setContent(pageToPrint(piecesOf(report, printed.writing), printed))
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
        ...printed.paper,
      })
      const lost = new Set<string>()
      const note = (value: number, cell: string): string => {
        if (printed.writing?.value?.(value, cell) === '') lost.add(cell)
        return ''
      }
      piecesOf(report, { value: note })
      const outcome = newOutcome()
      compareReading(
        report,
        recoverReport(await read(pdf, { name: 'a.pdf' }), 'a.pdf'),
        outcome,
        printed.name,
        lost,
      )
      assert.deepEqual(outcome.tally.wrong, [])
      assert.deepEqual(outcome.faults, [])
      const most = printed.open ?? 0
      assert.ok(
        outcome.tally.missed <= most,
        `${outcome.tally.missed} cells stayed open, at most ${most} may`,
      )
    })
})
