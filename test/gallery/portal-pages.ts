import type { Look } from '../../src/platform/html/index.ts'
import { findingPages } from './finding-pages.tsx'
import { partsPage } from './parts-page.tsx'
import { readingPages } from './reading-pages.tsx'
import { requestPages } from './request-pages.tsx'

/** Every portal page and part with invented matter; name to drawing. */
export function portalPages(look: Look) {
  return { ...findingPages(look), ...readingPages(look), ...requestPages(look), ...partsPage(look) }
}
