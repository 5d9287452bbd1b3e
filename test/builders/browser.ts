import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** A browser to run: its program, and the environment it needs beside our own. */
export interface FoundChromium {
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** Where it came from, for messages. */
  readonly from: 'setting' | 'system' | 'package'
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Finds a Chromium: the one GONGKAI_CHROMIUM names, else the system's, else the one that comes with npm.
 * GONGKAI_CHROMIUM=package takes the npm one even where the system has its own.
 * @throws Error with one sentence when there is none
 */
export async function findChromium(env = process.env): Promise<FoundChromium> {
  const named = env.GONGKAI_CHROMIUM
  if (named && named !== 'package') {
    if (!existsSync(named)) throw new Error(`GONGKAI_CHROMIUM names ${named}, which does not exist.`)
    return { program: named, env: {}, from: 'setting' }
  }
  if (named !== 'package') {
    for (const folder of (env.PATH ?? '').split(delimiter))
      for (const name of names) {
        const program = join(folder, name)
        if (folder !== '' && existsSync(program)) return { program, env: {}, from: 'system' }
      }
    for (const program of usualPlaces) if (existsSync(program)) return { program, env: {}, from: 'system' }
  }
  return unpackedChromium()
}

/**
 * The Chromium of the package @sparticuz/chromium, unpacked once beside it, with the shared libraries it brings
 * for machines that have none (it is made for Amazon Linux; elsewhere it must be told where they are).
 */
async function unpackedChromium(): Promise<FoundChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium or Chrome was found. Install one, or set GONGKAI_CHROMIUM to its program.')
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const modules = entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium')))
  const about = await readFile(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8')
  const folderName = `gongkai-chromium-${(JSON.parse(about) as { version: string }).version}`
  for (const parent of [join(modules, '.cache'), tmpdir()]) {
    const folder = join(parent, folderName)
    try {
      if (!existsSync(folder)) await unpackInto(folder, modules)
    } catch (error) {
      if (parent === tmpdir()) throw error
      continue // node_modules may be read-only: the temporary folder is next
    }
    return {
      program: join(folder, 'chromium'),
      env: {
        LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
        FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      },
      from: 'package',
    }
  }
  throw new Error('The packaged Chromium could not be unpacked.')
}

/**
 * Where the packaged browser looks for faces: the system's, its own Latin ones, and the Chinese ones we ship for letters.
 * Without any face at all a page crashes, and the settings of the package point to places of Lambda.
 */
function fontSettings(folder: string, modules: string): string {
  const song = join(modules, '@expo-google-fonts', 'noto-serif-sc')
  const folders = [
    '/usr/share/fonts',
    join(folder, 'fonts', 'fonts'),
    join(song, '400Regular'),
    join(song, '600SemiBold'),
  ]
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
    .map((each) => `<dir>${each}</dir>`)
    .join('')}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`
}

/** Unpacks under another name first, so that an interrupted run leaves nothing half done behind. */
async function unpackInto(folder: string, modules: string): Promise<void> {
  const partial = `${folder}.${process.pid}`
  await mkdir(partial, { recursive: true })
  // The package unpacks into the temporary folder and takes the libraries only where it believes to be on Lambda.
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    process.env.TMPDIR = partial
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
    await packaged.executablePath()
    await writeFile(join(partial, 'fonts.conf'), fontSettings(folder, modules))
    await rename(partial, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(folder)) throw error // another test process was faster: its copy is as good
    })
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    await rm(partial, { recursive: true, force: true })
  }
}

/** Starts a Chromium without a window. Close it in `after`. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium()
  return chromium.launch({
    executablePath: found.program,
    // A bare machine speaks no language; then the browser calls every file with a Chinese name “download”.
    env: { ...process.env, ...found.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...(found.from === 'package' ? ['--no-zygote', '--disable-setuid-sandbox'] : []),
    ],
  })
}

export interface Visit {
  /** Width of the window in CSS pixels: 1440 desk, 768 tablet, 390 phone. */
  readonly width?: number
  readonly height?: number
  /** false reads the page as a browser without script does. */
  readonly script?: boolean
  readonly baseUrl?: string
}

/** A fresh visitor (own cookies), reading Chinese in Beijing. Close the context when done. */
export async function visitor(browser: Browser, visit: Visit = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, script = true, baseUrl } = visit
  return browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
}

/** One accessibility fault on a page. */
export interface AccessFault {
  readonly rule: string
  /** In Chinese. */
  readonly says: string
  readonly places: readonly string[]
}

let axeSource: Promise<string> | undefined

async function axe(): Promise<string> {
  const program = await readFile(require.resolve('axe-core'), 'utf8')
  const locale = await readFile(require.resolve('axe-core/locales/zh_CN.json'), 'utf8')
  return `${program};axe.configure({ locale: ${locale} })`
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

/**
 * Accessibility faults of the page as it stands: WCAG 2.1 A and AA, and axe's best practices. The page must allow script.
 * @param sevenToOne also asks for the enhanced contrast of 7:1
 */
export async function accessFaults(page: Page, sevenToOne = false): Promise<AccessFault[]> {
  axeSource ??= axe()
  await page.evaluate(await axeSource)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} },
      rules: { 'color-contrast-enhanced': { enabled: ${String(sevenToOne)} } }, resultTypes: ['violations'] })`,
  )) as AxeResults
  return results.violations.map((fault) => ({
    rule: fault.id,
    says: fault.help,
    places: fault.nodes.map((node) => `${node.target.join(' ')}　${node.failureSummary ?? ''}`),
  }))
}

/** Throws when the page has any accessibility fault; the message lists all of them in Chinese with their places. */
export async function checkAccessible(page: Page): Promise<void> {
  const faults = await accessFaults(page)
  if (faults.length === 0) return
  const lines = faults.map(
    ({ rule, says, places }) => `${rule}：${says}\n${places.map((place) => `    ${place}`).join('\n')}`,
  )
  throw new Error(`${page.url()} 有 ${faults.length} 处无障碍问题\n${lines.join('\n')}`)
}

/** Pixels by which the page is wider than its window; 0 when it fits. Tables that scroll in themselves do not count. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
