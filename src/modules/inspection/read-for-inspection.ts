import { read } from '../../documents/read/index.ts'
import { decodeText } from '../../documents/read/encoding.ts'
import { defaultLimits, inMegabytes } from '../../documents/read/limits.ts'
import { isPageInside, isTextWithTables, looksLikeMarkdown } from '../../documents/read/markdown-marks.ts'
import { readMarkedText } from '../../documents/read/marked-text.ts'
import { readPageText, type PageText } from '../../documents/read/page-text.ts'
import { looksLikeHtml, sniff } from '../../documents/read/sniff.ts'
import { UnreadableDocument } from '../../documents/tree.ts'

/**
 * Reads a file as the reviewer of a publication reads it. Of plain text the decoded file itself; of pages and Markdown what is
 * seen first, then what is not.
 * @throws UnreadableDocument with one Chinese sentence
 */
export async function readForInspection(bytes: Uint8Array, name: string): Promise<PageText> {
  if (sniff(bytes, defaultLimits) !== 'text') return ofTree(bytes, name)
  if (bytes.length > defaultLimits.bytes)
    throw new UnreadableDocument(
      'tooLarge',
      `文件有 ${inMegabytes(bytes.length)}，超出了读取的上限，请拆分后再查。`,
    )
  const { text } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableDocument('empty', '文件里没有文字，请换一个有内容的文件。')
  const told = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (told === 'txt' || told === 'text' || told === 'csv') return plainText(text)
  if (told === 'md' || told === 'markdown') return readMarkedText(text)
  if (told === 'html' || told === 'htm' || told === 'xhtml' || told === 'shtml') return readPageText(text)
  if (looksLikeHtml(text) && (isPageInside(text) || !isTextWithTables(text))) return readPageText(text)
  return looksLikeMarkdown(text) ? readMarkedText(text) : plainText(text)
}

function plainText(text: string): PageText {
  const nowhere = { start: text.length, end: text.length }
  return { text, seen: text.length, targets: nowhere, addresses: [], hidden: [], scripts: [] }
}

/** Files of office programs: the tree's text, then its title, link targets and hidden text. */
async function ofTree(bytes: Uint8Array, name: string): Promise<PageText> {
  const tree = await read(bytes, { name })
  let text = tree.text
  const seen = text.length
  const line = (value: string): { start: number; end: number } => {
    text += '\n'
    const start = text.length
    text += value.replace(/\s+/g, ' ')
    return { start, end: text.length }
  }
  if (tree.title !== undefined) line(tree.title)
  const from = text.length
  let searched = 0
  const addresses = tree.links.map(({ href, text: label }) => {
    const own = line(href)
    const at = label === '' ? -1 : tree.text.indexOf(label, searched)
    if (at < 0) return { address: href, label, use: 'link' as const, ...own }
    searched = at
    return { address: href, label, use: 'link' as const, start: at, end: at + label.length }
  })
  const targets = { start: from, end: text.length }
  const hidden = tree.hidden.map((one) => ({
    text: one.text,
    how: one.how,
    isByDesign: false,
    ...line(one.text),
  }))
  return { text, seen, targets, addresses, hidden, scripts: [] }
}
