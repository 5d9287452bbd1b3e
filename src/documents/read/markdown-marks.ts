/** The row of dashes under the head of a pipe table. */
export const delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** Whether a text is Markdown beyond doubt: headings with hash signs or set strong, or a table with its row of dashes. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.slice(0, 200_000).split(/\r?\n/)
  let headings = 0
  let strong = 0
  for (const [index, line] of lines.entries()) {
    if (/^#{1,6}\s+\S/.test(line)) headings += 1
    if (/^\*\*[^*]+\*\*\\?$/.test(line.trim())) strong += 1
    if (line.includes('|') && delimiterRow.test(line) && (lines[index - 1] ?? '').includes('|')) return true
  }
  return headings >= 2 || strong >= 3
}

/**
 * Whether a Markdown text is rather a web page: it has tags of paragraphs and divisions in number, or is a whole page. Breaks
 * in cells and single tables, as converters leave them, are Markdown's own.
 */
export function isPageInside(text: string): boolean {
  const head = text.slice(0, 200_000)
  if (/<!doctype\s+html|<html[\s>]|<body[\s>]/i.test(head)) return true
  const outside = head.replace(/<table[\s>][\s\S]*?<\/table>/gi, '')
  return (outside.match(/<(?:p|div|td|section|h[1-6])[\s>]/gi)?.length ?? 0) >= 4
}

/** Whether plain lines stand around tables in tags, as converters write them: the lines are the paragraphs, not the tags. */
export function isTextWithTables(text: string): boolean {
  const head = text.slice(0, 200_000)
  if (!/<table[\s>]/i.test(head)) return false
  const lines = head.replace(/<table[\s>][\s\S]*?<\/table>/gi, '\n').split('\n')
  const written = lines.filter((line) => line.trim() !== '')
  return (
    written.length >= 3 && written.filter((line) => !/<[a-z/!]/i.test(line)).length >= written.length * 0.8
  )
}
