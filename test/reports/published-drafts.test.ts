import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { judgeFile } from '../../src/modules/report-audit/judging.ts'
import { countReport, draftNames, newQuality } from '../builders/audit-quality.ts'
import { launchBrowser, visitor } from '../builders/browser.ts'
import { officeReportOf } from '../builders/draft-office.ts'
import { type LabelledDraft, readDraft } from '../builders/labelled-report.ts'
import { manners } from '../builders/manners.ts'
import { wordPage } from '../builders/manners-html.ts'
import { compareReading, newOutcome, piecesOf } from '../builders/office-report.ts'
import { chanceOf } from '../builders/statutory-tables.ts'

/** Ways of publishing that leave every figure in its place. */
const whole = [
  'word page, GBK, cells never closed',
  'nested layout tables, GBK',
  'pasted into an editor',
  'ofd',
  'search cache, a table a line',
  'markdown, merged cells repeated',
  'headings repeated on every page',
  'narrow columns',
]

/** Judges one file of a draft: cells, facts and findings must be those written beside it. */
async function holds(draft: LabelledDraft, file: string, bytes: Uint8Array): Promise<void> {
  const { report, findings } = await judgeFile(bytes, file)
  const outcome = newOutcome()
  compareReading(officeReportOf(draft), report, outcome, draft.name)
  assert.deepEqual(outcome.faults, [])
  assert.deepEqual(outcome.tally.wrong, [])
  assert.equal(outcome.tally.missed, 0, `${draft.name}: cells not read`)
  const quality = newQuality()
  countReport(quality, draft.name, findings, draft.finds, draft.also)
  assert.deepEqual(quality.notes, [])
}

for (const manner of manners.filter((one) => whole.includes(one.name)))
  test(`the fifth set is judged alike as a file: ${manner.name}`, async () => {
    for (const [index, name] of draftNames('labelled-5').entries()) {
      const draft = readDraft('labelled-5', name)
      await holds(draft, manner.file, manner.bytes(officeReportOf(draft), chanceOf(index + 7)))
    }
  })

describe('reports printed to pdf by a browser', () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  test('names with characters the browser prints as radicals (青、门、龙) are read, and the tables with them', async () => {
    const context = await visitor(browser)
    const page = await context.newPage()
    for (const name of ['a03-township-2019', 'a06-market-2024', 'a18-human-resources-2022']) {
      const draft = readDraft('labelled-5', name)
      await page.setContent(wordPage(piecesOf(officeReportOf(draft))))
      await holds(draft, 'a.pdf', await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm' } }))
    }
    await context.close()
  })
})
