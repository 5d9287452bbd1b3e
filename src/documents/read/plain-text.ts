import { type DocTree, type TextBlock, UnreadableDocument } from '../tree.ts'
import { decodeText } from './encoding.ts'

/** Text files beyond this many bytes are not reports. */
export const plainTextLimit = 20 * 1024 * 1024

/**
 * Reads a text file of any encoding: one block a line, tabs kept, blank lines kept as empty blocks (in tables copied one
 * cell a line they part the rows). Page feeds end a line.
 * @throws UnreadableDocument `empty`, `binary` or `tooLarge`
 */
export function readPlainText(bytes: Uint8Array): DocTree {
  if (bytes.length > plainTextLimit)
    throw new UnreadableDocument('tooLarge', '文件超过20MB，不像是年度报告，请检查后重新提供。')
  const { text, encoding } = decodeText(bytes)
  return textTree(text, encoding)
}

/** The tree of a text that is already decoded. */
export function textTree(decoded: string, encoding = 'utf-8'): DocTree {
  if (decoded.trim() === '') throw new UnreadableDocument('empty', '文件里没有文字，请换一个有内容的文件。')
  const text = decoded.replaceAll('\r\n', '\n').replace(/[\r\u2028\u2029\u0085]/g, '\n')
  const blocks: TextBlock[] = []
  let start = 0
  let line = 1
  let page = 1
  const paged = text.includes('\f')
  for (const whole of text.split('\n')) {
    let within = start
    for (const part of whole.split('\f')) {
      if (within > start) page += 1
      const place = { line, start: within, end: within + part.length }
      blocks.push({ kind: 'paragraph', text: part, place: paged ? { page, ...place } : place })
      within += part.length + 1
    }
    start += whole.length + 1
    line += 1
  }
  return { format: 'txt', encoding, meta: {}, text, blocks, links: [], hidden: [], notes: [] }
}
