import { UnreadableDocument } from '../tree.ts'
import type { ReadLimits } from './limits.ts'
import { isZip, listZip } from './zip.ts'

/** What the bytes are, whatever the file is called. `word` and `sheets` are the old binary formats of Word and Excel. */
export type Sniffed =
  | 'docx'
  | 'xlsx'
  | 'ofd'
  | 'zip'
  | 'word'
  | 'sheets'
  | 'pdf'
  | 'rtf'
  | 'mime'
  | 'image'
  | 'text'

const imageMarks: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50],
]

/**
 * Tells the format from the bytes alone.
 * @throws UnreadableDocument for an empty file, a locked one, and formats that hold no report (rar, slides, programs…)
 */
export function sniff(bytes: Uint8Array, limits: ReadLimits): Sniffed {
  if (bytes.length === 0) throw new UnreadableDocument('empty', '文件是空的，请换一个有内容的文件。')
  if (isZip(bytes)) return sniffZip(bytes, limits)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffOle(bytes)
  if (imageMarks.some((mark) => startsWith(bytes, mark)) || isBitmap(bytes) || isWebp(bytes)) return 'image'
  refuseArchives(bytes)
  const head = latin(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (/^[\s\u00ef\u00bb\u00bf]*\{\\rtf/.test(head)) return 'rtf'
  if (/^\s*(?:MIME-Version:|From: .{0,200}\r?\n(?:[\w-]+: .*\r?\n){0,8}MIME-Version:)/i.test(head))
    return 'mime'
  return 'text'
}

/** Whether a decoded text is a web page or a piece of one. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 8192).toLowerCase()
  if (/<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s/.test(head)) return true
  const tags = text
    .slice(0, 100_000)
    .match(/<\/?(?:p|div|td|tr|table|span|br|h[1-6]|ul|li|a|tbody)(?:\s[^<>]{0,500})?\/?>/gi)
  return (tags?.length ?? 0) >= 4 || /^\s*<(?:table|div|p|h[1-6])[\s>]/.test(head)
}

function sniffZip(bytes: Uint8Array, limits: ReadLimits): Sniffed {
  const names = listZip(bytes, limits).map((entry) => entry.name.replaceAll('\\', '/').toLowerCase())
  if (names.length === 0) throw new UnreadableDocument('empty', '压缩包是空的，请换一个有内容的文件。')
  const has = (test: RegExp): boolean => names.some((name) => test.test(name))
  if (has(/^ofd\.xml$/)) return 'ofd'
  if (has(/^\[content_types\]\.xml$/)) {
    if (has(/^word\//)) return 'docx'
    if (has(/^xl\//)) return 'xlsx'
    if (has(/^ppt\//)) throw unsupported('演示文稿')
  }
  if (has(/^word\/document\.xml$/)) return 'docx'
  if (has(/^xl\/workbook\.(?:xml|bin)$/)) return 'xlsx'
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw unsupported('OpenDocument 文件')
  return 'zip'
}

/** Stream names stand in the directory as UTF-16; finding them there is enough to tell Word from Excel. */
function sniffOle(bytes: Uint8Array): Sniffed {
  const names = oleNames(bytes)
  if (names.has('EncryptedPackage')) {
    throw new UnreadableDocument('encrypted', '文件设有密码，无法读取。请提供没有密码的文件。')
  }
  if (names.has('WordDocument')) return 'word'
  if (names.has('Workbook') || names.has('Book')) return 'sheets'
  if (names.has('PowerPoint Document')) throw unsupported('演示文稿')
  // The directory of the streams stands near the end: without it the file was cut off.
  if (names.size === 0)
    throw new UnreadableDocument(
      'damagedDoc',
      '这份文件像是旧版 Word 或 Excel 文档，但不完整，无法读取。请重新下载，或用办公软件另存为 docx 后再试。',
    )
  throw unsupported('这种文件')
}

function oleNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Directory entries are 128 bytes on 128-byte boundaries: 64 bytes of name, then its length and a type of 1, 2 or 5.
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true)
    const type = bytes[at + 66]
    if (length < 4 || length > 64 || length % 2 === 1 || (type !== 1 && type !== 2 && type !== 5)) continue
    if (view.getUint16(at + length - 2, true) !== 0) continue
    let name = ''
    for (let index = at; index < at + length - 2; index += 2)
      name += String.fromCharCode(view.getUint16(index, true))
    if (/^[\x01-\x7e]+$/.test(name)) names.add(name)
  }
  return names
}

function refuseArchives(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) {
    throw new UnreadableDocument('archive', '这是 rar 或 7z 压缩包，请先解压，或改用 zip 压缩包。')
  }
  if (startsWith(bytes, [0x1f, 0x8b])) {
    throw new UnreadableDocument('archive', '这是 gz 压缩文件，请先解压，或改用 zip 压缩包。')
  }
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) || startsWith(bytes, [0x4d, 0x5a, 0x90])) {
    throw new UnreadableDocument('binary', '这是程序文件，不是年度报告。')
  }
}

function unsupported(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'unsupported',
    `${what}不能作为年度报告读取。请另存为 docx、pdf、xlsx、ofd、html 或 txt 后再试。`,
  )
}

function isBitmap(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x4d || bytes.length < 30) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(6, true) === 0 && view.getUint32(14, true) <= 124
}

function isWebp(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 4)) === 'RIFF' && latin(bytes.subarray(8, 12)) === 'WEBP'
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
