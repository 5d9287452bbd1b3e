import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The whole page as a string, with its doctype. Every text in it is escaped unless it came through `trusted`. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`
}

/** A part of a page, for a live region or a letter's preview. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}
