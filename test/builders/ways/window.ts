import { readFile } from 'node:fs/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'

/** What is typed into a form: by the name of the field; several lines of a list, or several ticks, as an array. */
export type Typed = Readonly<Record<string, string | readonly string[] | TypedFile>>

/** A file that is chosen in a form. */
export interface TypedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A file as the browser saved it. */
export interface Saved {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * One window of one person. Every act waits for the page it brings and never for a time; a page that says no where nothing of the kind
 * was told beforehand ends the story with the sentences of the page.
 */
export interface Window {
  readonly page: Page
  go(path: string): Promise<void>
  /** Goes there unless the window shows that page already. */
  stays(path: string): Promise<void>
  /** Opens an address that is refused, and gives the sentences of the refusal. */
  isTold(path: string): Promise<string>
  /** Fills fields as a person does: unfolds what is folded, ticks, chooses, writes. */
  fills(typed: Typed): Promise<void>
  /** Presses a button or follows a link, by its words, and waits for the next page. */
  presses(what: string | RegExp | Locator): Promise<void>
  /** Presses what the page will refuse, and gives the sentences it refuses with. */
  isRefused(what: string | RegExp | Locator): Promise<string>
  saves(link: Locator): Promise<Saved>
  /** The words of the page's main part, without any white space. */
  words(): Promise<string>
  close(): Promise<void>
}

/** @param arrived looks at each page that is shown, after it is known that it is no refusal */
export async function openWindow(
  context: BrowserContext,
  arrived: (page: Page) => Promise<void>,
): Promise<Window> {
  const page = await context.newPage()
  let status = 0
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
      status = response.status()
  })
  const words = async () => squeezed(await page.locator('main').innerText())
  const landed = async () => {
    if (status >= 400) throw new Error(`${page.url()} answers ${status}: ${await words()}`)
    await arrived(page)
  }
  const follow = async (what: string | RegExp | Locator) => {
    const target = typeof what === 'object' && 'click' in what ? what : button(page, what)
    // The server draws pages whole: what is not there now will not come.
    if ((await target.count()) === 0)
      throw new Error(`${page.url()} has nothing called ${String(what)}: ${await words()}`)
    await Promise.all([page.waitForEvent('domcontentloaded'), target.click()])
  }
  return {
    page,
    words,
    async go(path) {
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await landed()
    },
    async stays(path) {
      if (new URL(page.url()).pathname === path) return
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await landed()
    },
    async isTold(path) {
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      if (status < 400) throw new Error(`${page.url()} was not refused: ${await words()}`)
      return words()
    },
    async fills(typed) {
      for (const [name, value] of Object.entries(typed)) await fill(page, name, value)
    },
    async presses(what) {
      await follow(what)
      await landed()
    },
    async isRefused(what) {
      await follow(what)
      if (status < 400) throw new Error(`${page.url()} was not refused: ${await words()}`)
      return words()
    },
    async saves(link) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    close: () => context.close(),
  }
}

/** Text without its white space: how a line was broken on a page is no matter of a story. */
export const squeezed = (text: string): string => text.replace(/\s/g, '')

/** The button with these words, or else the link. */
function button(page: Page, name: string | RegExp): Locator {
  const main = page.locator('main')
  const exact = typeof name === 'string'
  return main.getByRole('button', { name, exact }).or(main.getByRole('link', { name, exact })).first()
}

async function fill(page: Page, name: string, value: Typed[string]): Promise<void> {
  const field = page.locator(`[name="${name}"]`)
  const kind = await field
    .first()
    .evaluate((control) => (control instanceof HTMLInputElement ? control.type : control.tagName))
  if (kind === 'radio' || kind === 'checkbox') {
    for (const one of typeof value === 'string' ? [value] : (value as readonly string[])) {
      const choice = page.locator(`[name="${name}"][value="${one}"]`)
      await unfold(choice)
      await choice.check()
    }
    return
  }
  await unfold(field)
  if (kind === 'file') await field.setInputFiles(value as TypedFile)
  else if (kind === 'SELECT') await field.selectOption(value as string)
  else await field.fill(typeof value === 'string' ? value : (value as readonly string[]).join('\n'))
}

/** Opens what the field is folded away in, from the outside in. */
async function unfold(field: Locator): Promise<void> {
  const folded = field.locator('xpath=ancestor::details[not(@open)]')
  while ((await folded.count()) > 0) await folded.first().locator('> summary').click()
}
