import { unzlibSync } from 'fflate'
import { openPdf } from './open-pdf.ts'
import type { FileText } from './verify-redaction.ts'

/** Everything in a PDF that can carry words. */
export interface PdfTexts {
  readonly texts: readonly FileText[]
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
  /** The file's own bytes without its streams, and each stream unpacked; pictures left out. */
  readonly streams: readonly Uint8Array[]
}

/** @throws UnreadableDocument when the file is damaged or locked */
export async function pdfTexts(bytes: Uint8Array): Promise<PdfTexts> {
  const pdf = await openPdf(bytes)
  try {
    const texts: FileText[] = []
    const { info, metadata } = await pdf.getMetadata()
    texts.push({ kind: 'metadata', text: JSON.stringify(info), where: '文档属性' })
    const xmp = metadata?.getRaw() as string | undefined
    if (typeof xmp === 'string') texts.push({ kind: 'metadata', text: xmp, where: '文档属性（XMP）' })
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent({ includeMarkedContent: false })
      const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
      texts.push({ kind: 'text', text, where: `第${number}页` })
      for (const annotation of await page.getAnnotations()) {
        const isField = (annotation as { subtype?: string }).subtype === 'Widget'
        texts.push({
          kind: isField ? 'formField' : 'comment',
          text: wordsOf(annotation),
          where: `第${number}页批注或表单`,
        })
      }
      page.cleanup()
    }
    texts.push({ kind: 'bookmark', text: wordsOf(await pdf.getOutline()), where: '书签' })
    texts.push({ kind: 'formField', text: wordsOf(await pdf.getFieldObjects()), where: '表单域' })
    texts.push({ kind: 'link', text: wordsOf(await pdf.getJSActions()), where: '脚本' })
    texts.push({ kind: 'metadata', text: wordsOf(await pdf.getPageLabels()), where: '页码标签' })
    const attached = ((await pdf.getAttachments()) ?? {}) as Record<
      string,
      { filename?: string; content?: Uint8Array }
    >
    const attachments = Object.entries(attached).map(([key, { filename, content }]) => ({
      name: filename ?? key,
      content: content ?? new Uint8Array(),
    }))
    return { texts, attachments, streams: streamsOf(bytes) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** All strings of a value, however deep; functions, numbers and pictures left out. */
function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object' || depth > 8 || ArrayBuffer.isView(value)) return ''
  const inner = value instanceof Map ? [...value.values()] : Object.values(value)
  return inner.map((one) => wordsOf(one, depth + 1)).join('\n')
}

/**
 * Earlier versions of a page stay in a file that was saved by adding to it; the library shows only the newest. So the raw
 * file is looked at too: what stands outside the streams, and every stream that unpacks and is no picture.
 */
function streamsOf(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const streams: Uint8Array[] = []
  let outside = 0
  for (;;) {
    const keyword = buffer.indexOf('stream', outside, 'latin1')
    if (keyword < 0) break
    const start = keyword + (buffer[keyword + 6] === 0x0d ? 8 : 7)
    const end = buffer.indexOf('endstream', start, 'latin1')
    if (end < 0) break
    const dictionary = buffer.toString('latin1', Math.max(outside, keyword - 2_000), keyword)
    const head = dictionary.slice(Math.max(0, dictionary.lastIndexOf(' obj')))
    streams.push(bytes.subarray(outside, keyword))
    if (!/\/(DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode)|\/Subtype\s*\/Image|\/FontFile/.test(head)) {
      streams.push(unpacked(bytes.subarray(start, end), /\/FlateDecode/.test(head)))
    }
    outside = end + 9
  }
  streams.push(bytes.subarray(outside))
  return streams
}

function unpacked(stream: Uint8Array, isPacked: boolean): Uint8Array {
  if (!isPacked) return stream
  try {
    return unzlibSync(stream)
  } catch {
    return stream
  }
}
