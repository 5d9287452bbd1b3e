// Draws every page of the gallery and takes its picture: node scripts/gallery.mjs [FOLDER] [part of a name …]
// Options by environment: WIDTHS=1440,768,390 LOOK=elder,contrast PRINT=1
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true })
const [folder = join(root, 'var', 'gallery'), ...wanted] = process.argv.slice(2)
const { galleryOrigin, galleryPages, serveGallery } = await import(join(root, 'dist/test/gallery/gallery.js'))
const { launchBrowser, visitor } = await import(join(root, 'dist/test/builders/browser.js'))

const words = (process.env.LOOK ?? '').split(',')
const look = { elder: words.includes('elder'), contrast: words.includes('contrast') }
const suffix = words
  .filter(Boolean)
  .map((word) => `-${word}`)
  .join('')
mkdirSync(folder, { recursive: true })
for (const [name, html] of galleryPages(look)) writeFileSync(join(folder, `${name}.html`), html)

const browser = await launchBrowser()
try {
  for (const width of (process.env.WIDTHS ?? '1440,390').split(',').map(Number)) {
    const context = await visitor(browser, { width, height: width < 500 ? 844 : 900 })
    const names = (await serveGallery(context, look)).filter(
      (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
    )
    const page = await context.newPage()
    for (const name of names) {
      await page.goto(`${galleryOrigin}/${name}`)
      await page.screenshot({ path: join(folder, `${name}-${width}${suffix}.png`), fullPage: true })
      if (process.env.PRINT) await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true })
    }
    await context.close()
  }
} finally {
  await browser.close()
}
console.log(folder)
