import { renderPage, type Look } from '../../src/platform/html/index.ts'
import { assetByPath } from '../../src/platform/html/assets.ts'
import type { BrowserContext } from 'playwright-core'
import { consolePages } from './console-pages.tsx'
import { portalPages } from './portal-pages.ts'

/** Host under which the gallery is looked at; nothing leaves the browser. */
export const galleryOrigin = 'http://gallery.test'

/** Every page and part drawn with invented matter, as HTML by name. */
export function galleryPages(look: Look): ReadonlyMap<string, string> {
  const drawn = { ...portalPages(look), ...consolePages(look) }
  return new Map(Object.entries(drawn).map(([name, page]) => [name, renderPage(page)]))
}

/** Answers the browser's requests for gallery pages and assets from memory. */
export async function serveGallery(context: BrowserContext, look: Look): Promise<readonly string[]> {
  const pages = galleryPages(look)
  await context.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname
    const asset = assetByPath(path)
    const page = pages.get(path.slice(1))
    if (asset) await route.fulfill({ body: asset.body, contentType: asset.type })
    else if (page !== undefined) await route.fulfill({ body: page, contentType: 'text/html; charset=utf-8' })
    else await route.fulfill({ status: 404, body: 'not in the gallery' })
  })
  return [...pages.keys()]
}
