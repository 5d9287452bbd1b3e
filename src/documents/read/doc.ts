import { createRequire } from 'node:module'
import { type DocTree, UnreadableDocument } from '../tree.ts'
import type { ReadLimits } from './limits.ts'
import { beyondLimit } from './limits.ts'
import { textTree } from './plain-text.ts'

interface WordDocument {
  getBody(options?: { readonly filterUnicode?: boolean }): string
}
interface WordReader {
  extract(bytes: Buffer): Promise<WordDocument>
}

/**
 * Reads a .doc or .wps file (Word 97 to 2003). The library gives the text with cells parted by tabs; where a row of a table ends
 * is not always told, so the tables are left to the reader of labels. Quotation marks stay as they are printed.
 * @throws UnreadableDocument `encrypted`, `damagedDoc`
 */
export async function readDoc(
  bytes: Uint8Array,
  format: 'doc' | 'wps',
  limits: ReadLimits,
): Promise<DocTree> {
  const Reader = createRequire(import.meta.url)('word-extractor') as new () => WordReader
  let body: string
  try {
    body = (await new Reader().extract(Buffer.from(bytes))).getBody({ filterUnicode: false })
  } catch (error) {
    if (error instanceof Error && /encrypt|password/i.test(error.message))
      throw new UnreadableDocument('encrypted', '文件设有密码，无法读取。请提供没有密码的文件。')
    throw new UnreadableDocument(
      'damagedDoc',
      '这份文件像是旧版 Word 文档，但已损坏，无法读取。请用办公软件打开并另存为 docx 后再试。',
    )
  }
  if (body.trim() === '') throw new UnreadableDocument('empty', '文件里没有文字。请确认文件是否选对。')
  if (body.length > limits.zipPart) throw beyondLimit('tooLarge', '文件的文字太多')
  return { ...textTree(body.replace(/\r\n?/g, '\n').replace(/[\u0000\u0007]/g, '')), format }
}
