import type { Inline, OfficialDocument, WrittenBlock } from '../write/model.ts'
import { maskText } from '../write/model.ts'
import { spansOf } from './term-search.ts'

/**
 * Our own documents are redacted in the model and typeset again, so nothing hidden can remain. Every mask has the same
 * width. Terms are found across runs of bold and plain text, and with spaces between their characters.
 */
export function redactDocument(document: OfficialDocument, terms: readonly string[]): OfficialDocument {
  const line = (text: string): string => maskLine(text, terms)
  return {
    ...document,
    title: document.title.map(line),
    body: document.body.map((block) => redactBlock(block, terms)),
    ...(document.addressee === undefined ? {} : { addressee: line(document.addressee) }),
    ...(document.enclosures === undefined ? {} : { enclosures: document.enclosures.map(line) }),
    ...(document.note === undefined ? {} : { note: line(document.note) }),
    ...(document.imprint?.copiesTo === undefined
      ? {}
      : { imprint: { ...document.imprint, copiesTo: line(document.imprint.copiesTo) } }),
  }
}

function redactBlock(block: WrittenBlock, terms: readonly string[]): WrittenBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, content: maskContent(block.content, terms) }
    case 'heading':
      return { ...block, text: maskLine(block.text, terms) }
    case 'items':
      return { ...block, items: block.items.map((item) => maskContent(item, terms)) }
    case 'table':
      return {
        ...block,
        caption: maskLine(block.caption, terms),
        rows: block.rows.map((row) =>
          row.map((one) => ({ ...one, content: maskContent(one.content, terms) })),
        ),
      }
    case 'pageBreak':
      return block
  }
}

/** A line of text with the terms cut out of it. */
export function maskLine(text: string, terms: readonly string[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of spansOf(text, terms)) {
    masked += text.slice(at, start) + maskText
    at = end
  }
  return masked + text.slice(at)
}

/** Finds terms in the joined text of the runs and cuts them out of the runs they stand in. */
function maskContent(content: readonly Inline[], terms: readonly string[]): Inline[] {
  // An existing mask parts the text: a character that no term holds stands for it.
  const texts = content.map((part) =>
    typeof part === 'string' ? part : 'mask' in part ? '\u0000' : part.text,
  )
  const spans = spansOf(texts.join(''), terms)
  if (spans.length === 0) return [...content]
  const masked: Inline[] = []
  let at = 0
  content.forEach((part, index) => {
    const text = texts[index] ?? ''
    const start = at
    at += text.length
    if (typeof part !== 'string' && 'mask' in part) {
      masked.push(part)
      return
    }
    let kept = start
    for (const span of spans) {
      if (span.end <= start || span.start >= at) continue
      pushText(masked, part, text.slice(kept - start, Math.max(0, span.start - start)))
      if (span.start >= start) masked.push({ mask: true })
      kept = Math.min(span.end, at)
    }
    pushText(masked, part, text.slice(kept - start))
  })
  return masked
}

function pushText(
  into: Inline[],
  like: string | { readonly text: string; readonly bold?: boolean },
  text: string,
): void {
  if (text !== '') into.push(typeof like === 'string' ? text : { ...like, text })
}
